using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>
/// Stops 4 to 6 for one message: gives the unit that stop 7 commits. Changes nothing itself, so it may be repeated; every message ends as
/// exactly one of the five ends (ledger rule).
/// </summary>
/// <param name="examination">Who, what, and what the contract says.</param>
/// <param name="conversations">Which known conversation is meant.</param>
/// <param name="newRequests">Messages that ask for something new.</param>
/// <param name="followUps">Messages that speak of known requests.</param>
/// <param name="units">Makes units.</param>
/// <param name="planner">Answers and alerts.</param>
/// <param name="store">Read only here.</param>
/// <param name="messageIds">Recognises our own mails.</param>
/// <param name="twins">Recognises one mail that came twice.</param>
public sealed class MessageProcessor(
    Examination examination, ConversationFinder conversations, NewRequests newRequests, FollowUps followUps, UnitMaker units,
    EffectPlanner planner, IStore store, MessageIds messageIds, TwinFinder twins)
{
    private const string Bounce = "bounce";

    /// <summary>What a read message makes happen.</summary>
    public async Task<StoreUnit> ProcessAsync(IntakeRow row, InboundMessage message, CancellationToken cancellationToken)
    {
        if (await WhyIgnoredAsync(row, message, cancellationToken) is { } reason)
            return message.Returned is { } returned && reason == Bounce ? await ReturnedAsync(row, message, returned, cancellationToken) : units.Ended(row, LedgerEnd.Ignored, reason, message);
        var sender = examination.Identify(message);
        if (row.TooLarge) return TooLarge(row, message, sender);
        if (sender.Customer is null) return Unknown(row, message, sender);
        if (message.Decides is { } decision) return await DecidedAsync(row, message, sender, decision, cancellationToken);
        if (await conversations.FindAsync(message, sender, cancellationToken) is { } known
            && await RequestsOfAsync(known, cancellationToken) is var meant && !await AsksAnewAsync(message, sender, known, meant, cancellationToken))
            return await followUps.TakeAsync(row, message, sender, known, meant, cancellationToken);
        return await newRequests.TakeAsync(row, message, sender, cancellationToken);
    }

    /// <summary>A yes or no from the page behind a signed link: to what was asked in that mail and by whom it was asked, else nothing happens.</summary>
    private async Task<StoreUnit> DecidedAsync(IntakeRow row, InboundMessage message, Sender sender, LinkDecision decision, CancellationToken cancellationToken)
    {
        if (sender.Person?.Id != decision.PersonId || await store.FindRequestAsync(decision.Request, cancellationToken) is not { } document
            || !FollowUps.MayDecide(document, sender)) return units.Ended(row, LedgerEnd.Ignored, "link-not-theirs", message);
        if (!ApprovalAsk.IsOpen(document, decision.Version) || await store.FindConversationAsync(document.State.Conversation, cancellationToken) is not { } conversation)
            return units.Ended(row, LedgerEnd.Ignored, "link-out-of-date", message);
        return await followUps.TakeAsync(row, message, sender, new KnownConversation(conversation, [document.Id]), [document], cancellationToken);
    }

    /// <summary>A mail of ours came back: a technician has to reach its reader by another way. Whoever it was stays who they are.</summary>
    private async Task<StoreUnit> ReturnedAsync(IntakeRow row, InboundMessage message, ReturnedMail returned, CancellationToken cancellationToken)
    {
        if (await conversations.FindReturnedAsync(returned, cancellationToken) is not { } known) return units.Ended(row, LedgerEnd.Ignored, Bounce, message);
        var about = await RequestsOfAsync(known, cancellationToken);
        var alert = new TechnicianAlert(
            "returned", known.Conversation.CustomerId is { } customer ? examination.NameOf(customer, row.ReceivedAt) : null, [.. about.Select(document => examination.Told(document.State))], row.Key, row.ReceivedAt);
        var ids = about.Select(document => document.Id).ToImmutableArray();
        return units.Ended(row, LedgerEnd.Ignored, Bounce, message, ids).With(planner.Alert(row, 0, alert, ids));
    }

    /// <summary>A message that cannot be read: kept, visible, replayable; the technicians are told.</summary>
    public StoreUnit Quarantine(IntakeRow row, string reason)
    {
        var unit = units.Ended(row, LedgerEnd.Quarantined, reason);
        return unit.With(planner.Alert(row, 0, new TechnicianAlert("quarantined", null, [], row.Key, row.ReceivedAt), []));
    }

    /// <summary>
    /// A request of its own, written as a reply to an old mail: everything in that conversation is over, and what is asked is something else. Its
    /// 48 hours must start (Art. 11, 14, 22). In a chat, where nothing says what a message is about, it is a plain word or the answer to a
    /// question; else it asks anew.
    /// </summary>
    private async Task<bool> AsksAnewAsync(
        InboundMessage message, Sender sender, KnownConversation known, ImmutableArray<RequestDocument> meant, CancellationToken cancellationToken)
    {
        if (PlainWords.Of(message.Text, sender.Person?.Name) is { } word) return known.Guessed && !meant.Any(document => Heeds(document.State, word));
        if (message.Amends) return false;
        if (known.Guessed && !meant.Any(document => document.State.State is RequestState.WaitingForDetails)) return true;
        if (!known.Guessed && meant.Any(document => !document.State.State.IsEnded())) return false;
        return (await examination.CasesAsync(message, sender, cancellationToken)).Any(item =>
            item is { Request.Abstained: false, Operation.IsRequest: true }
            && !meant.Any(document => (known.Guessed || document.State.State is RequestState.Done) && document.State.OperationId == item.Operation.Id));
    }

    /// <summary>Whether a word without an address can mean it: "merci" after a promise is about nothing.</summary>
    private static bool Heeds(Request state, PlainWord word) => word switch
    {
        PlainWord.Yes or PlainWord.No => state.State is RequestState.Draft || state.Verdict is Verdict.ProveIdentity,
        PlainWord.Withdraw => !state.State.IsEnded(),
        PlainWord.StillBroken or PlainWord.Settled => state.State is RequestState.Done,
    };

    private async Task<ImmutableArray<RequestDocument>> RequestsOfAsync(KnownConversation known, CancellationToken cancellationToken)
    {
        var documents = ImmutableArray.CreateBuilder<RequestDocument>();
        foreach (var id in known.Requests)
            if (await store.FindRequestAsync(id, cancellationToken) is { } document) documents.Add(document);
        return documents.DrainToImmutable();
    }

    private async Task<string?> WhyIgnoredAsync(IntakeRow row, InboundMessage message, CancellationToken cancellationToken)
    {
        // Through an alias or a second mailbox: taking it for somebody's would begin a loop. It bears the reader that it was sent to.
        if (messageIds.LooksOurs(message.MessageId))
            return message.To.Any(reader => messageIds.Verify(message.MessageId, reader.Address) is not null) ? "own-mail" : "own-id-unproven";
        if (message.Kind is MessageKind.AutoReply or MessageKind.Bounce or MessageKind.List || (message.Kind is MessageKind.Empty && !row.TooLarge))
            return message.Kind switch
            {
                MessageKind.AutoReply => "auto-reply",
                MessageKind.Bounce => Bounce,
                MessageKind.List => "list",
                _ => "empty",
            };

        // Read again after a change of UIDVALIDITY: the same bytes received at the same instant are the same mail. The store names the one kept
        // first; keys say nothing of the order, since the new UIDVALIDITY may be the smaller one.
        var twin = row.Channel is Channel.Mail ? await store.FindRepeatedAsync(row, cancellationToken) : null;
        return (twin is not null && twin.ReceivedAt == row.ReceivedAt) || await twins.CameBeforeAsync(row, message, cancellationToken)
            ? "duplicate"
            : null;
    }

    /// <summary>Only the header was fetched: a technician reads the mail on the server, and a customer's person is asked for a smaller one.</summary>
    private StoreUnit TooLarge(IntakeRow row, InboundMessage message, Sender sender)
    {
        var unit = Quarantine(row, "too-large");
        return sender.Customer is null || message.From is null
            ? unit
            : unit.With(planner.Answer(
                row, message, sender, DeterministicIds.Conversation(row.Key, row.ReceivedAt), order: 1, [], UnitMaker.AnswerTo(sender, message, []) with { TooLarge = true }));
    }

    private StoreUnit Unknown(IntakeRow row, InboundMessage message, Sender sender)
    {
        var reason = message.From is null && message.SignedIn is null ? "no-single-sender" : sender.Ambiguous ? "ambiguous-sender" : "unknown-sender";
        var unit = units.Ended(row, LedgerEnd.Refused, reason, message)
            .With(planner.AlertUnknown(row, sender.Ambiguous ? null : examination.Resembled(message)?.Name));
        // Nobody has written: a mail to an address that was only said on the phone could reach anybody.
        return (message.From is null && message.SignedIn is null) || message.Channel is Channel.Phone ? unit : unit.With(planner.AnswerUnknown(row, message, new Answer()));
    }
}
