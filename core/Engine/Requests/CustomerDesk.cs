using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Requests;

/// <summary>
/// What a customer's people do to their requests by a click on a card. A click is a message that says one plain thing: it is decided by the same
/// rules, ends in the ledger, and changes nothing that the person could not change in writing. Whoever calls has authenticated the person.
/// </summary>
/// <param name="store">Read here, written by <paramref name="commits"/>.</param>
/// <param name="spool">Clicks are kept raw like every message.</param>
/// <param name="cases">Stored requests as cases.</param>
/// <param name="examination">Reads the free text of a form.</param>
/// <param name="units">Makes units.</param>
/// <param name="notices">Whom else to tell.</param>
/// <param name="commits">Commits.</param>
/// <param name="vault">Details and words.</param>
/// <param name="options">Waiting times.</param>
public sealed class CustomerDesk(
    IStore store, MessageSpool spool, StoredCases cases, Examination examination, UnitMaker units, NoticePlanner notices, UnitCommits commits,
    TextVault vault, EngineOptions options)
{
    private const int Attempts = 5;

    /// <summary>Does it, or says why not. The same click again changes nothing and gives the request as it stands.</summary>
    public async Task<ClickResult> DoAsync(CustomerClick click, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindRequestAsync(click.Request, cancellationToken) is not { } document
                || !string.Equals(document.State.CustomerId, click.Sender.Customer?.Id, StringComparison.Ordinal))
                return new ClickResult(ClickOutcome.NoSuchRequest, null);
            if (await store.FindIntakeAsync(click.Key, cancellationToken) is not null) return new ClickResult(ClickOutcome.AlreadyDone, document);
            if (document.State.Revision != click.Revision) return new ClickResult(ClickOutcome.OutOfDate, document);
            var details = await RequestDetails.ReadAsync(vault, document.Id, cancellationToken);
            var message = MessageOf(click);
            var again = await AgainAsync(click, message, document, details, cancellationToken);
            var words = click.Text is { Length: > 0 } && message.Text.Length > 0 ? Encoding.UTF8.GetBytes(message.Text) : null;
            var textKey = $"request/{document.Id}/said/{click.Key}";
            var decision = RequestDecider.Decide(document.State, CommandOf(click, document, details, again, words is null ? null : textKey));
            var owes = decision.Refusal is null && OwesStill(click, document, details, decision);
            if (owes && click.Details is null or { IsEmpty: true } && words is null) return new ClickResult(ClickOutcome.NothingGiven, document);
            if (decision.Refusal is not null || (decision.Events.Length < 2 && click.Verb is not CustomerVerb.Tell && !owes))
                return new ClickResult(ClickOutcome.NotTheirs, document);
            var changed = units.Appended(document, decision.Events);
            var conversation = await store.FindConversationAsync(document.State.Conversation, cancellationToken);
            var planned = await notices.PlanAsync(
                new Stepped(document, changed, decision) { Answering = click.Sender, ShownToSender = true, Said = words is null ? null : message.Text },
                conversation, click.At, cancellationToken);
            var unit = planned.AddTo(UnitOf(click, message, changed, again, words is null ? [] : [vault.Seal(textKey, words)]));
            spool.Settle([spool.Write(click.Key, nameof(Channel.Teams), null, click.At, click.Raw.Span)]);
            if (await commits.CommitAsync(unit, cancellationToken)) return new ClickResult(owes ? ClickOutcome.StillOwed : ClickOutcome.Done, changed);
        }

        return new ClickResult(ClickOutcome.Contended, null);
    }

    /// <summary>An answer that does not suffice is an answer all the same: what it brings is kept with the request.</summary>
    private static bool OwesStill(CustomerClick click, RequestDocument document, RequestDetails? details, Decision decision) =>
        click.Verb is CustomerVerb.GiveDetails && decision.Events.Length < 2 && document.State.State is RequestState.WaitingForDetails
        && StoredCases.ActorOf(click.Sender, document.State, details).Kind is ActorKind.Requester or ActorKind.Administrator;

    private RequestCommand.FollowUp CommandOf(CustomerClick click, RequestDocument document, RequestDetails? details, Case? again, string? textKey) => new(
        click.Key, click.At, click.Sender.Customer!.Id, StoredCases.ActorOf(click.Sender, document.State, details), SaysOf(click.Verb), click.Sender.Proven, again)
    {
        Channel = Channel.Teams,
        Times = options.LifeTimes,
        TextKey = textKey,
    };

    private StoreUnit UnitOf(CustomerClick click, InboundMessage message, RequestDocument changed, Case? again, ImmutableArray<TextRow> words)
    {
        var row = new IntakeRow
        {
            Key = click.Key,
            Channel = Channel.Teams,
            ReceivedAt = click.At,
            KeptAt = click.At,
            ContentHash = IntakeKeys.ContentHash(click.Raw.Span),
            Size = click.Raw.Length,
            Attempts = 1,
        };
        var ended = units.Ended(row, LedgerEnd.FollowUp, "card", message, [changed.Id]);
        return ended with
        {
            // A click is decided where it is taken in: its row is new and has ended.
            NewIntake = [ended.Intake[0] with { Version = 1 }],
            Intake = [],
            Requests = [changed],
            Texts = [.. ended.Texts, .. words, .. again is not null && click.Verb is CustomerVerb.GiveDetails ? [RequestDetails.Of(again).Seal(vault, changed.Id)] : Array.Empty<TextRow>()],
        };
    }

    /// <summary>As who clicked puts it: a draft counts from their confirmation (Art. 3, 9); else as who asked stands in the customer file now.</summary>
    private async Task<Case?> AgainAsync(
        CustomerClick click, InboundMessage message, RequestDocument document, RequestDetails? details, CancellationToken cancellationToken)
    {
        if (click.Verb is CustomerVerb.Confirm) return cases.Of(document, details, message, click.Sender);
        if (click.Verb is CustomerVerb.Withdraw or CustomerVerb.Settled or CustomerVerb.Tell) return null;
        if (cases.Of(document, details, click.At) is not { } asked || click.Verb is not CustomerVerb.GiveDetails) return cases.Of(document, details, click.At);
        var given = click.Details ?? new GivenDetails();
        var filled = asked.Request with
        {
            Person = given.Person ?? asked.Request.Person,
            Date = given.Date ?? asked.Request.Date,
            Fields = With(With(asked.Request.Fields, FieldNames.Addresses, given.Address), FieldNames.Account, given.Account),
        };
        if (message.Text.Length == 0) return asked with { Request = filled };
        var understood = await examination.CasesAsync(message, click.Sender, cancellationToken);
        return asked with { Request = DetailAnswers.Add(filled, message, understood, click.Sender, []) };
    }

    private static ImmutableSortedDictionary<string, string> With(ImmutableSortedDictionary<string, string> fields, string name, string? text) =>
        text is null ? fields : fields.SetItem(name, text);

    private static PlainWord? SaysOf(CustomerVerb verb) => verb switch
    {
        CustomerVerb.Confirm or CustomerVerb.Approve => PlainWord.Yes,
        CustomerVerb.Refuse => PlainWord.No,
        CustomerVerb.Withdraw => PlainWord.Withdraw,
        CustomerVerb.StillBroken => PlainWord.StillBroken,
        CustomerVerb.Settled => PlainWord.Settled,
        CustomerVerb.GiveDetails or CustomerVerb.Tell => null,
    };

    private static InboundMessage MessageOf(CustomerClick click)
    {
        var masked = Secrets.Mask(click.Text?.Trim() ?? "");
        return new InboundMessage
        {
            Channel = Channel.Teams,
            ReceivedAt = click.At,
            From = click.Sender.Address is { } address ? new Party(address, click.Sender.Person?.Name) : null,
            Text = masked.Texts[0],
            Body = masked.Texts[0],
            Kind = MessageKind.Reply,
            Authentication = SenderProof.Pass,
            MaskedSecrets = masked.Count,
        };
    }
}
