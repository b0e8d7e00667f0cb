using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Requests;

/// <summary>What technicians do to requests. Whoever calls has signed the technician in and answers for it.</summary>
/// <param name="steps">Decides and commits.</param>
/// <param name="cases">Stored requests as cases.</param>
/// <param name="store">Read only here.</param>
/// <param name="directory">Who may say yes, and at which numbers people are called back.</param>
/// <param name="vault">Seals what technicians write.</param>
/// <param name="options">The choices of reading in force, and whether anything leaves by itself.</param>
/// <param name="clock">The clock.</param>
public sealed class RequestDesk(
    RequestSteps steps, StoredCases cases, IStore store, ICustomerDirectory directory, TextVault vault, EngineOptions options, TimeProvider clock)
{
    /// <summary>The longest text of a technician, in characters.</summary>
    public const int MaxText = 4_000;

    /// <summary>Does it, or says why not.</summary>
    /// <param name="reference">The request.</param>
    /// <param name="technician">Who acts; not empty.</param>
    /// <param name="wish">What.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task<StepResult> DoAsync(RequestReference reference, string technician, ActWish wish, CancellationToken cancellationToken)
    {
        // A reference of two requests names neither.
        if (await store.FindRequestsByReferenceAsync(reference, cancellationToken) is not [var found]) return new StepResult(null, Refusal.NoSuchRequest);
        var at = clock.GetUtcNow();
        if (wish.Revision is { } shown && shown != found.State.Revision) return new StepResult(found, Refusal.NotAllowedNow) { OutOfDate = true };
        var words = wish.Text is { Length: > 0 } text ? Seal(found, text, wish.Key) : null;
        if (words is not null && found.State.TextKeys.Contains(words.Row.Key)) return new StepResult(found, Refusal: null);
        var outOfDate = false;
        var result = await steps.DoAsync(
            found.Id,
            async document => !(outOfDate = IsPast(document, wish, words)) && await ActAsync(document, wish, words?.Row.Key, at, cancellationToken) is { } act
                ? new RequestCommand.Act(at, new Actor(ActorKind.Technician, technician), act) { Readings = options.Readings }
                : null,
            words, at, cancellationToken);
        return outOfDate ? result with { OutOfDate = true, Incomplete = false } : result;
    }

    /// <summary>The card showed an earlier state, or these very words have just been stored by the same act.</summary>
    private static bool IsPast(RequestDocument document, ActWish wish, WrittenWords? words) =>
        (wish.Revision is { } shown && shown != document.State.Revision) || (words is not null && document.State.TextKeys.Contains(words.Row.Key));

    /// <summary>The act, or null where what it needs is missing or wrong.</summary>
    private async Task<TechnicianAct?> ActAsync(
        RequestDocument document, ActWish wish, string? textKey, DateTimeOffset at, CancellationToken cancellationToken)
    {
        switch (wish.Verb)
        {
            case ActVerb.Take: return new TechnicianAct.Take();
            case ActVerb.Start: return new TechnicianAct.Start();
            case ActVerb.Quote: return new TechnicianAct.Quote();
            case ActVerb.Hold: return new TechnicianAct.Hold();
            case ActVerb.Complete: return new TechnicianAct.Complete();
            case ActVerb.Close: return new TechnicianAct.Close();
            case ActVerb.Ask: return textKey is null ? null : new TechnicianAct.Ask(textKey);
            case ActVerb.Decline: return textKey is null ? null : new TechnicianAct.Decline(textKey);
            case ActVerb.Reply: return textKey is null ? null : new TechnicianAct.Reply(textKey);
            case ActVerb.Note: return textKey is null ? null : new TechnicianAct.Note(textKey);
            case ActVerb.StartBreach: return new TechnicianAct.StartBreach(wish.At);
            case ActVerb.DismissBreach: return textKey is null ? null : new TechnicianAct.DismissBreach(textKey);
            case ActVerb.DraftNotice: return textKey is null ? null : new TechnicianAct.DraftNotice(textKey);
            case ActVerb.NoteNotice: return textKey is null ? null : new TechnicianAct.NoteNotice(wish.At ?? at, textKey);
            case ActVerb.MarkController: return new TechnicianAct.MarkDataRole(DataRole.Controller);
            case ActVerb.MarkProcessor: return new TechnicianAct.MarkDataRole(DataRole.Processor);
            case ActVerb.SendNotice or ActVerb.PassOn: return textKey is null ? null : Told(document.State, wish.Verb, textKey, at);
            // The same visit once more tells nobody anything new.
            case ActVerb.PlanVisit: return wish.At is { } visit && visit != document.State.VisitAt ? new TechnicianAct.PlanVisit(visit) : null;
            case ActVerb.MoveDue: return wish is { At: { } to, Reason: { } reason } && to != document.State.Due?.At ? new TechnicianAct.MoveDue(to, reason) : null;
            default:
                return await cases.OfAsync(document, at, cancellationToken) is { } again ? Again(document, wish, again, at) : null;
        }
    }

    /// <summary>What leaves for the customer about personal data; null where its file names nobody to tell.</summary>
    private TechnicianAct? Told(Request state, ActVerb verb, string textKey, DateTimeOffset at)
    {
        if (directory.Find(state.CustomerId, at) is not { } customer) return null;
        var held = options.HeldInAll is not null;
        return verb is ActVerb.SendNotice
            ? DataProtectionReaders.OfBreach(customer) is { } breach ? new TechnicianAct.SendNotice(textKey, breach.Kind) { Held = held } : null
            : DataProtectionReaders.OfRight(customer, state.PersonId) is { } right ? new TechnicianAct.PassOn(textKey, right.Kind) { Held = held } : null;
    }

    private TechnicianAct? Again(RequestDocument document, ActWish wish, Case again, DateTimeOffset at) => wish.Verb switch
    {
        ActVerb.DetailsCame => new TechnicianAct.DetailsCame(again),
        ActVerb.ProveIdentity => NumberOf(document, wish.NumberId, at) is { } number
            ? new TechnicianAct.ProveIdentity(again with { Sender = again.Sender with { Proven = true } }, number.Called)
            : null,
        ActVerb.Approve or ActVerb.RefuseApproval => MaySayYes(document, wish.PersonId, at)
            ? new TechnicianAct.NoteApproval(wish.Verb is ActVerb.Approve, wish.PersonId!, again)
            : null,
        ActVerb.Correct => wish.OperationId is { } id && AllOperations.TryGet(id, out var operation)
            ? new TechnicianAct.Correct(again with { Request = again.Request with { Operation = operation!, Abstained = false, Date = wish.Date ?? again.Request.Date } })
            : null,
        ActVerb.QuoteAccepted => new TechnicianAct.QuoteAccepted(again),
        ActVerb.Resume => new TechnicianAct.Resume(again),
        ActVerb.Reopen => new TechnicianAct.Reopen(again),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The number on record that was chosen; null for one that is not on the list.</summary>
    private CallBackNumber? NumberOf(RequestDocument document, string? id, DateTimeOffset at) => directory.Find(document.State.CustomerId, at) is { } customer
        ? CallBackNumbers.Of(customer, document.State.PersonId, at).FirstOrDefault(number => number.Id == id)
        : null;

    private bool MaySayYes(RequestDocument document, string? personId, DateTimeOffset at)
    {
        if (directory.Find(document.State.CustomerId, at) is not { } customer || customer.FindPerson(personId) is not { } person) return false;
        return Authority.Of(customer, person, ParisTime.DateOf(at)).MaySayYes(AllOperations.Get(document.State.OperationId).Asker);
    }

    /// <summary>What a technician writes is masked too: a password that they were told must not be quoted back.</summary>
    private WrittenWords Seal(RequestDocument document, string text, string? actKey)
    {
        var masked = Secrets.Mask(text.Length <= MaxText ? text : text[..MaxText]).Texts[0];
        var bytes = Encoding.UTF8.GetBytes(masked);
        // Of two that write at one moment, neither may take the other's place.
        var key = $"request/{document.Id}/said/{actKey ?? (document.Journal.Length + 1).ToString(CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}";
        return new WrittenWords(vault.Seal(key, bytes), masked);
    }
}
