using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Requests;

/// <summary>Puts a stored request before the clauses again.</summary>
/// <param name="directory">The customer as its file says now.</param>
/// <param name="vault">Details of requests.</param>
/// <param name="readings">The choices of reading in force.</param>
/// <param name="store">The other requests of a message.</param>
public sealed class StoredCases(ICustomerDirectory directory, TextVault vault, Readings readings, IStore store)
{
    /// <summary>A request as who asked for it stands in the customer file at an instant; null when the customer has left the files.</summary>
    public async Task<Case?> OfAsync(RequestDocument document, DateTimeOffset at, CancellationToken cancellationToken) =>
        Of(document, await RequestDetails.ReadAsync(vault, document.Id, cancellationToken), at);

    /// <summary>
    /// The same with what else its message asked and nobody has taken back: a departure's absence message, the other half of an exchange, are planned
    /// together, and what was accepted as a part of an arrival stays so.
    /// </summary>
    public async Task<Case?> WithOthersAsync(RequestDocument document, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await OfAsync(document, at, cancellationToken) is not { } alone) return null;
        if (await store.FindIntakeAsync(document.State.Intake, cancellationToken) is not { } row) return alone;
        var others = ImmutableArray.CreateBuilder<UnderstoodRequest>();
        foreach (var id in row.Requests.Where(id => id != document.Id))
            if (await store.FindRequestAsync(id, cancellationToken) is { State.State: not (RequestState.Declined or RequestState.Withdrawn) } other)
                others.Add(Understood(other, await RequestDetails.ReadAsync(vault, id, cancellationToken)));
        return alone with { Together = others.ToImmutable() };
    }

    /// <summary>The same, where the details have been read.</summary>
    public Case? Of(RequestDocument document, RequestDetails? details, DateTimeOffset at)
    {
        var state = document.State;
        if (directory.Find(state.CustomerId, at) is not { } customer) return null;
        var sender = new Sender(customer, customer.FindPerson(state.PersonId), state.Proven)
        {
            Address = MailAddress.TryParse(details?.AskedBy, out var address) ? address : null,
            Account = details?.Account,
            Day = ParisTime.DateOf(at),
        };
        return Of(document, details, sender, state.Channel, at);
    }

    /// <summary>A draft as another message puts it: its sender, its channel and its instant are what counts (Art. 3, 9).</summary>
    public Case Of(RequestDocument document, RequestDetails? details, InboundMessage message, Sender sender) =>
        Of(document, details, sender, message.Channel, message.ReceivedAt) with { AskedByAnother = !IsAsker(sender, document.State, details) };

    /// <summary>The sentences behind where a request stands: the findings of its last decision, found again; empty when the customer has left the files.</summary>
    public ImmutableArray<Finding> FindingsOf(RequestDocument document, RequestDetails? details, DateTimeOffset at)
    {
        var decided = document.State.Findings.Select(found => found.Code).ToHashSet(StringComparer.Ordinal);
        return Of(document, details, at) is { } again ? [.. Terms.Examine(again).Where(finding => decided.Contains(finding.Code))] : [];
    }

    /// <summary>Whether a sender is who asked. Deny by default: without a listed person or an address to compare, it is somebody else.</summary>
    public static bool IsAsker(Sender sender, Request state, RequestDetails? details) => sender.Person is { } person
        ? person.Id == state.PersonId
        : state.PersonId is null && (sender.Account is { } account && details?.Account is { } asked ? account == asked
            : sender.Address is { } address && MailAddress.TryParse(details?.AskedBy, out var asker) && address == asker);

    /// <summary>In which quality a sender speaks of a request.</summary>
    public static Actor ActorOf(Sender sender, Request state, RequestDetails? details)
    {
        var kind = IsAsker(sender, state, details) ? ActorKind.Requester
            : sender.Authority.MaySayYes(AllOperations.Get(state.OperationId).Asker) ? ActorKind.Administrator
            : IsConcerned(sender, details) ? ActorKind.Concerned
            : ActorKind.Employee;
        return new Actor(kind, sender.Person?.Id ?? "");
    }

    /// <summary>Whether a sender is the listed person whom the request names; nobody is where two people bear the name.</summary>
    public static bool IsConcerned(Sender sender, RequestDetails? details) =>
        sender.Person is { } person && details?.Person is { } named && PersonNames.Same(person.Name, named)
        && sender.Customer?.People.Count(other => PersonNames.Same(other.Name, named)) is not > 1;

    private Case Of(RequestDocument document, RequestDetails? details, Sender sender, Channel channel, DateTimeOffset at) => new()
    {
        Request = Understood(document, details),
        Sender = sender,
        Channel = channel,
        ReceivedAt = at,
        Readings = readings,
    };

    private static UnderstoodRequest Understood(RequestDocument document, RequestDetails? details) => new()
    {
        Operation = AllOperations.Get(document.State.OperationId),
        Confidence = 1,
        Abstained = document.State.Abstained,
        Person = details?.Person,
        Date = document.State.EffectiveOn,
        Hour = document.State.Hour,
        Urgent = document.State.Urgent,
        Fields = details?.Fields ?? ImmutableSortedDictionary<string, string>.Empty,
        Matters = details is { Matters.IsDefault: false } ? [.. details.Matters] : [],
        Breach = details?.Breach,
    };
}
