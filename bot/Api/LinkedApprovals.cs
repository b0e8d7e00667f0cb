using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Teams;

namespace SiOne.Bot.Host.Api;

/// <summary>What a token of an approval opens, by the customer file of this day. Deny by default.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">The clock.</param>
internal sealed class LinkedApprovals(EngineParts parts, TimeProvider clock)
{
    private readonly ReadableRequests _requests = new(parts, clock);

    /// <summary>What a token opens; null where it is not ours, or what it was about has gone.</summary>
    /// <param name="text">Hostile text.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<LinkedApproval?> FindAsync(string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (parts.Links.VerifyApproval(text) is not { } token || await parts.Store.FindRequestAsync(token.Request, cancellationToken) is not { } document
            || parts.Directory.Find(document.State.CustomerId, now) is not { } customer) return null;
        var person = parts.Links.PersonOf(token, customer);
        var language = person?.Language ?? Language.French;
        // Whom it was written to learns nothing more of the request once it is not theirs to decide.
        if (person is null || !FollowUps.MayDecide(document, SenderOf(customer, person, now))) return new LinkedApproval.No(StatusCodes.Status403Forbidden, ApprovalPageWords.NotYours, language);
        if (token.Until <= now) return new LinkedApproval.No(StatusCodes.Status410Gone, ApprovalPageWords.Expired, language);
        if (await _requests.ReadAsync(document, SenderOf(customer, person, now), language, cancellationToken) is not { } read) return null;
        if (ApprovalAsk.IsOpen(document, token.Version)) return new LinkedApproval.Open(read, token, person);
        var decided = Decided(document, token.Version, customer, language);
        return decided is null && !document.State.State.IsEnded()
            ? new LinkedApproval.No(StatusCodes.Status409Conflict, ApprovalPageWords.Changed, language)
            : new LinkedApproval.Over(read, decided);
    }

    private static Sender SenderOf(Customer customer, Person person, DateTimeOffset now) =>
        new(customer, person, Proven: true) { Address = person.Addresses[0], Day = ParisTime.DateOf(now) };

    /// <summary>Whose yes or no it was; null where something else became of it.</summary>
    private static string? Decided(RequestDocument document, int version, Customer customer, Language language) =>
        document.Journal.LastOrDefault(entry => entry.Number > version && entry.Event is RequestEvent.Approved) is { Event: RequestEvent.Approved decided, At: var at }
            ? ApprovalPageWords.Decided(decided.Granted, customer.FindPerson(decided.PersonId)?.Name, at, language)
            : null;
}

/// <summary>What a token of an approval opens.</summary>
internal abstract record LinkedApproval
{
    private LinkedApproval() { }

    /// <summary>The person decides here.</summary>
    public sealed record Open(ReadRequest Read, ApprovalToken Token, Person Person) : LinkedApproval;

    /// <summary>Decided or over: how it stands, and whose decision it was where it was one.</summary>
    public sealed record Over(ReadRequest Read, string? Decided) : LinkedApproval;

    /// <summary>Nothing is shown, and why.</summary>
    public sealed record No(int Status, Label Why, Language Language) : LinkedApproval;
}
