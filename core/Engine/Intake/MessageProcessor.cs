using System.Collections.Immutable;
using System.Text.Json;
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
/// <param name="planner">Answers and alerts.</param>
/// <param name="store">Read only here.</param>
/// <param name="vault">Seals texts.</param>
/// <param name="messageIds">Recognises our own mails.</param>
/// <param name="clock">The clock.</param>
public sealed class MessageProcessor(
    Examination examination, ConversationFinder conversations, EffectPlanner planner, IStore store, TextVault vault, MessageIds messageIds,
    TimeProvider clock)
{
    /// <summary>What a read message makes happen.</summary>
    public async Task<StoreUnit> ProcessAsync(IntakeRow row, InboundMessage message, CancellationToken cancellationToken)
    {
        if (await WhyIgnoredAsync(row, message, cancellationToken) is { } reason)
            return Ended(row, LedgerEnd.Ignored, reason) with { Texts = TextsOf(row, message) };
        var sender = examination.Identify(message);
        if (sender.Customer is null) return Unknown(row, message);
        return await conversations.FindAsync(message, sender, cancellationToken) is { } known
            ? await FollowUpAsync(row, message, sender, known, cancellationToken)
            : await NewRequestsAsync(row, message, sender, cancellationToken);
    }

    /// <summary>A message that cannot be read: kept, visible, replayable; the technicians are told.</summary>
    public StoreUnit Quarantine(IntakeRow row, string reason)
    {
        var unit = Ended(row, LedgerEnd.Quarantined, reason);
        return With(unit, planner.Alert(row, 0, new TechnicianAlert("quarantined", null, [], row.Key, row.ReceivedAt), []));
    }

    private async Task<string?> WhyIgnoredAsync(IntakeRow row, InboundMessage message, CancellationToken cancellationToken)
    {
        if (messageIds.LooksOurs(message.MessageId)) return "own-mail";
        if (message.Kind is MessageKind.AutoReply or MessageKind.Bounce or MessageKind.List or MessageKind.Empty)
            return message.Kind switch
            {
                MessageKind.AutoReply => "auto-reply",
                MessageKind.Bounce => "bounce",
                MessageKind.List => "list",
                _ => "empty",
            };

        // Read again after a change of UIDVALIDITY: the same bytes received at the same instant are the same mail. The store names the one kept
        // first; keys say nothing of the order, since the new UIDVALIDITY may be the smaller one.
        var twin = row.Channel is Channel.Mail ? await store.FindIntakeByContentAsync(row.ContentHash, row.Mailbox, cancellationToken) : null;
        return twin is not null && twin.Key != row.Key && twin.ReceivedAt == row.ReceivedAt ? "duplicate" : null;
    }

    private StoreUnit Unknown(IntakeRow row, InboundMessage message)
    {
        var unit = Ended(row, LedgerEnd.Refused, message.From is null ? "no-single-sender" : "unknown-sender") with { Texts = TextsOf(row, message) };
        unit = With(unit, planner.Alert(row, 1, new TechnicianAlert("unknown-sender", null, [], row.Key, row.ReceivedAt), []));
        return message.From is null ? unit : With(unit, planner.AnswerUnknown(row, message, new Answer()));
    }

    private async Task<StoreUnit> NewRequestsAsync(IntakeRow row, InboundMessage message, Sender sender, CancellationToken cancellationToken)
    {
        var cases = (await examination.CasesAsync(message, sender, cancellationToken))
            .Where(item => item.Operation.IsRequest || item.Request.Abstained).ToImmutableArray();
        if (cases.IsEmpty) return Ended(row, LedgerEnd.Ignored, "no-request") with { Texts = TextsOf(row, message) };

        var conversation = new Conversation
        {
            Id = DeterministicIds.Conversation(row.Key, row.ReceivedAt),
            CustomerId = sender.Customer!.Id,
            InboundIds = message.MessageId is { } id ? [ConversationFinder.HashOf(id)] : [],
            NextOrder = 2,
        };
        var decided = cases.Select((item, ordinal) => Decide(row, conversation.Id, item, ordinal)).ToImmutableArray();
        var ids = decided.Select(item => item.Document.Id).ToImmutableArray();
        var withheld = !sender.Proven;
        var answered = decided.Select(item => item.Answered with { DetailsWithheld = withheld }).ToImmutableArray();
        var unit = Ended(row, LedgerEnd.Requests, "requests", ids) with
        {
            Requests = [.. decided.Select(item => item.Document)],
            Conversations = [conversation with { Requests = ids }],
            Texts = TextsOf(row, message),
        };
        unit = With(unit, planner.Answer(row, message, sender, conversation.Id, order: 1, ids, AnswerTo(sender, message, answered)));
        return Alerts(unit, row, sender, decided);
    }

    private StoreUnit Alerts(StoreUnit unit, IntakeRow row, Sender sender, ImmutableArray<Decided> decided)
    {
        foreach (var reason in new[] { Domain.Contract.Clauses.Emergencies.Code, "abstained" })
        {
            var concerned = decided.Where(item => reason == "abstained"
                ? item.Answered.Abstained
                : item.Answered.Findings.Any(finding => finding.Code == reason)).ToImmutableArray();
            if (concerned.IsEmpty) continue;
            var alert = new TechnicianAlert(
                reason, sender.Customer!.Name, [.. concerned.Select(item => item.Answered)], row.Key, row.ReceivedAt);
            unit = With(unit, planner.Alert(row, unit.NewOutbox.Length, alert, [.. concerned.Select(item => item.Document.Id)]));
        }

        return unit;
    }

    private Decided Decide(IntakeRow row, ConversationId conversation, Case item, int ordinal)
    {
        var id = DeterministicIds.Request(row.Key, row.ReceivedAt, ordinal);
        var reference = DeterministicIds.Reference(row.Key, ordinal);
        var decision = RequestDecider.Decide(null, new RequestCommand.Receive(reference, conversation, row.Key, item));
        var state = RequestDecider.Fold(decision.Events)!;
        var journal = decision.Events.Select((happened, i) => new JournalEntry(i + 1, clock.GetUtcNow(), happened));
        return new Decided(new RequestDocument(id, 1, state, [.. journal]), Told(state) with { Findings = decision.Findings });
    }

    private async Task<StoreUnit> FollowUpAsync(
        IntakeRow row, InboundMessage message, Sender sender, KnownConversation known, CancellationToken cancellationToken)
    {
        var documents = ImmutableArray.CreateBuilder<RequestDocument>();
        foreach (var id in known.Requests)
            if (await store.FindRequestAsync(id, cancellationToken) is { } document && Followed(row, sender, document) is { } changed)
                documents.Add(changed);
        var conversation = known.Conversation;
        var ids = documents.Select(document => document.Id).ToImmutableArray();
        var unit = Ended(row, LedgerEnd.FollowUp, "follow-up", ids) with
        {
            Requests = documents.DrainToImmutable(),
            Conversations =
            [
                conversation with
                {
                    Version = conversation.Version + 1,
                    NextOrder = conversation.NextOrder + 1,
                    InboundIds = message.MessageId is { } own ? conversation.InboundIds.Add(ConversationFinder.HashOf(own)) : conversation.InboundIds,
                },
            ],
            Texts = TextsOf(row, message),
        };
        var told = unit.Requests.Select(document => Told(document.State) with { DetailsWithheld = !sender.Proven }).ToImmutableArray();
        var answer = AnswerTo(sender, message, told) with { FollowUp = true };
        unit = With(unit, planner.Answer(row, message, sender, conversation.Id, conversation.NextOrder, ids, answer));
        return With(unit, planner.Alert(row, 1, new TechnicianAlert("follow-up", sender.Customer!.Name, told, row.Key, row.ReceivedAt), ids));
    }

    private RequestDocument? Followed(IntakeRow row, Sender sender, RequestDocument document)
    {
        var decision = RequestDecider.Decide(
            document.State, new RequestCommand.FollowUp(row.Key, row.ReceivedAt, sender.Customer!.Id));
        if (decision.Refusal is not null) return null;
        var next = document.Journal.Length;
        return document with
        {
            Version = document.Version + 1,
            State = decision.Events.Aggregate(document.State, RequestDecider.Evolve),
            Journal = document.Journal.AddRange(decision.Events.Select(happened => new JournalEntry(++next, clock.GetUtcNow(), happened))),
        };
    }

    private static AnsweredRequest Told(Request state) => new()
    {
        Reference = state.Reference,
        OperationId = state.OperationId,
        ReceivedAt = state.ReceivedAt,
        Verdict = state.Verdict!.Value,
        Promise = state.Promise,
        Due = state.ClockRuns ? state.Due : null,
        EffectiveOn = state.EffectiveOn,
        Abstained = state.Abstained,
    };

    private static Answer AnswerTo(Sender sender, InboundMessage message, ImmutableArray<AnsweredRequest> requests) => new()
    {
        Language = sender.Person?.Language ?? Language.French,
        Greeting = sender.Proven ? sender.Person?.Name : null,
        Requests = requests,
        SecretReceived = message.MaskedSecrets > 0,
    };

    private ImmutableArray<TextRow> TextsOf(IntakeRow row, InboundMessage message) =>
    [
        vault.Seal(KeptText.Key(row.Key), JsonSerializer.SerializeToUtf8Bytes(KeptText.Of(message), KeptTextJson.Relaxed.KeptText)),
    ];

    private StoreUnit Ended(IntakeRow row, LedgerEnd end, string reason, ImmutableArray<RequestId> requests = default) => new()
    {
        Intake =
        [
            row with
            {
                Version = row.Version + 1,
                End = end,
                Reason = reason,
                EndedAt = clock.GetUtcNow(),
                Requests = requests.IsDefault ? [] : requests,
            },
        ],
    };

    private static StoreUnit With(StoreUnit unit, PlannedEffect? effect) => effect is null
        ? unit
        : unit with { NewOutbox = unit.NewOutbox.Add(effect.Row), Texts = unit.Texts.Add(effect.Words) };

    private sealed record Decided(RequestDocument Document, AnsweredRequest Answered);
}
