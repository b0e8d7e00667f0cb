using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>A message that opens a conversation: each understood request becomes one of its own, all are answered together.</summary>
/// <param name="examination">What is asked, and what the contract says.</param>
/// <param name="units">Makes units.</param>
/// <param name="planner">Answers and alerts.</param>
/// <param name="notices">Who else is told.</param>
/// <param name="vault">Seals details.</param>
/// <param name="chats">Who can be answered in a chat.</param>
/// <param name="options">The readings in force.</param>
public sealed class NewRequests(
    Examination examination, UnitMaker units, EffectPlanner planner, NoticePlanner notices, TextVault vault, ChatBook chats, EngineOptions options)
{
    private const string Abstained = "abstained";

    /// <summary>The unit for a message of a known customer.</summary>
    public async Task<StoreUnit> TakeAsync(IntakeRow row, InboundMessage message, Sender sender, CancellationToken cancellationToken)
    {
        var cases = (await examination.CasesAsync(message, sender, cancellationToken))
            .Where(item => item.Operation.IsRequest || item.Request.Abstained).ToImmutableArray();
        var id = DeterministicIds.Conversation(row.Key, row.ReceivedAt);
        if (cases.IsEmpty) return NothingAsked(row, message, sender, id);
        var decided = cases.Select((item, ordinal) => Decide(row, id, item, ordinal)).ToImmutableArray();
        var ids = decided.Select(item => item.Document.Id).ToImmutableArray();
        var (effects, conversation) = await TellAsync(row, message, Opened(id, sender, message, ids), decided, cancellationToken);
        var ended = units.Ended(row, LedgerEnd.Requests, "requests", message, ids);
        var unit = ended with
        {
            Requests = [.. decided.Select(item => item.Document)],
            Conversations = [conversation],
            Texts = ended.Texts.AddRange(decided.Select(item => RequestDetails.Of(item.Case).Seal(vault, item.Document.Id))),
        };
        var chat = await ChatOfAsync(message, sender, cancellationToken);
        unit = Answered(unit, row, sender, Answer(row, message, sender, id, ids, chat, [.. decided.Select(item => item.Answered)]));
        if (chat is { } open && message.Channel is Channel.Mail && decided.Any(item => item.Document.State.State is RequestState.Draft))
            unit = unit.With(planner.AnswerInChat(row, message, id, ids, open, UnitMaker.AnswerTo(sender, message, [.. decided.Select(item => item.Answered)])));
        return effects.Aggregate(Alerted(unit, row, sender, decided), (made, effect) => made.With(effect));
    }

    /// <summary>With its answer, and the alert when a cap holds it.</summary>
    private StoreUnit Answered(StoreUnit unit, IntakeRow row, Sender sender, PlannedEffect answer) =>
        unit.With(answer).With(planner.AlertOfCap(answer, row.Key, row.ReceivedAt, sender.Customer!.Name));

    /// <summary>A mail that asks for nothing is listed and not answered; whoever chats gets an answer.</summary>
    private StoreUnit NothingAsked(IntakeRow row, InboundMessage message, Sender sender, ConversationId id)
    {
        var unit = units.Ended(row, LedgerEnd.Ignored, "no-request", message);
        return message.SignedIn is null
            ? unit
            : unit.With(planner.Answer(row, message, sender, id, order: 1, [], UnitMaker.AnswerTo(sender, message, []) with { NothingAsked = true }));
    }

    /// <summary>Where a proven sender, or a caller on record, chats with us; null where they do not.</summary>
    private async Task<ChatKey?> ChatOfAsync(InboundMessage message, Sender sender, CancellationToken cancellationToken) =>
        message.Channel is Channel.Phone || (message.Channel is Channel.Mail && sender.Proven)
            ? sender is { Customer: { } customer, Person: { } person } ? await chats.FindOfAsync(customer, person, cancellationToken) : null
            : null;

    /// <summary>Art. 11, 14: who has to say yes; and the colleague for whom somebody asked.</summary>
    private async Task<(ImmutableArray<PlannedEffect> Effects, Conversation Conversation)> TellAsync(
        IntakeRow row, InboundMessage message, Conversation conversation, ImmutableArray<Decided> decided, CancellationToken cancellationToken)
    {
        var effects = ImmutableArray.CreateBuilder<PlannedEffect>();
        foreach (var item in decided)
        {
            var step = new Stepped(null, item.Document, item.Decision) { Asked = item.Case, Held = planner.WhyHeld(row, message), Words = KeptText.Of(message).Words() };
            var told = await notices.PlanAsync(step, conversation, row.ReceivedAt, cancellationToken);
            effects.AddRange(told.Effects);
            conversation = told.Conversation!;
        }

        return (effects.ToImmutable(), conversation);
    }

    private PlannedEffect Answer(
        IntakeRow row, InboundMessage message, Sender sender, ConversationId conversation, ImmutableArray<RequestId> ids, ChatKey? chat,
        ImmutableArray<AnsweredRequest> answered)
    {
        if (message.Channel is not Channel.Phone)
            return planner.Answer(row, message, sender, conversation, order: 1, ids, UnitMaker.AnswerTo(sender, message, answered));
        return planner.CallWrittenDown(row, message, sender, conversation, ids, chat, new Notice
        {
            Kind = NoticeKind.CallWrittenDown,
            Language = sender.Person?.Language ?? Language.French,
            Greeting = sender.Person?.Name,
            Requests = answered,
            ReaderIsAdministrator = sender.IsAdministrator,
            ReaderIsThirdParty = sender.Role is Role.ThirdParty,
        });
    }

    private Decided Decide(IntakeRow row, ConversationId conversation, Case item, int ordinal)
    {
        var decision = RequestDecider.Decide(
            null, new RequestCommand.Receive(DeterministicIds.Reference(row.Key, ordinal), conversation, row.Key, item));
        var document = units.Made(DeterministicIds.Request(row.Key, row.ReceivedAt, ordinal), decision.Events);
        // A caller whose call was written down is told what was written: they have to confirm it, and the mail goes to a contact on record.
        return new Decided(item, decision, document, UnitMaker.Told(
            document.State, RequestDetails.Of(item), withheld: !item.Sender.Proven && item.Channel is not Channel.Phone, options.Readings) with
        {
            Findings = decision.Findings,
            PromisedUnder = Judgement.PromisedUnder(item.Operation, item.Customer!),
        });
    }

    private static Conversation Opened(ConversationId id, Sender sender, InboundMessage message, ImmutableArray<RequestId> requests) => new()
    {
        Id = id,
        CustomerId = sender.Customer!.Id,
        InboundIds = [.. ConversationFinder.IdsOf(message)],
        NextOrder = 2, // The answer is the first.
        Requests = requests,
    };

    private StoreUnit Alerted(StoreUnit unit, IntakeRow row, Sender sender, ImmutableArray<Decided> decided)
    {
        unit = With(unit, Emergencies.Code, decided.Where(item => item.Answered.Findings.Any(finding => finding.Code == Emergencies.Code)));
        unit = With(unit, Abstained, decided.Where(item => item.Answered.Abstained));
        // Somebody has to look at what is declined with the contract, and to write the quote.
        unit = With(unit, "terminated", decided.Where(item => item.Answered.Verdict is Verdict.Terminated));
        return With(unit, "quote", decided.Where(item => item.Answered is { Verdict: Verdict.Quote, Abstained: false }));

        StoreUnit With(StoreUnit made, string reason, IEnumerable<Decided> concerned)
        {
            var about = concerned.ToImmutableArray();
            if (about.IsEmpty) return made;
            var alert = new TechnicianAlert(reason, sender.Customer!.Name, [.. about.Select(item => item.Answered with { Due = item.Document.State.Due })], row.Key, row.ReceivedAt);
            return made.With(planner.Alert(row, made.NewOutbox.Length, alert, [.. about.Select(item => item.Document.Id)]));
        }
    }

    private sealed record Decided(Case Case, Decision Decision, RequestDocument Document, AnsweredRequest Answered);
}
