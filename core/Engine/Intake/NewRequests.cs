using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>A message that opens a conversation: each understood request becomes one of its own, all are answered together.</summary>
/// <param name="examination">What is asked, and what the contract says.</param>
/// <param name="units">Makes units.</param>
/// <param name="planner">Answers and alerts.</param>
/// <param name="vault">Seals details.</param>
public sealed class NewRequests(Examination examination, UnitMaker units, EffectPlanner planner, TextVault vault)
{
    private const string Abstained = "abstained";

    /// <summary>The unit for a message of a known customer.</summary>
    public async Task<StoreUnit> TakeAsync(IntakeRow row, InboundMessage message, Sender sender, CancellationToken cancellationToken)
    {
        var cases = (await examination.CasesAsync(message, sender, cancellationToken))
            .Where(item => item.Operation.IsRequest || item.Request.Abstained).ToImmutableArray();
        if (cases.IsEmpty) return units.Ended(row, LedgerEnd.Ignored, "no-request", message);

        var conversation = DeterministicIds.Conversation(row.Key, row.ReceivedAt);
        var decided = cases.Select((item, ordinal) => Decide(row, conversation, item, ordinal)).ToImmutableArray();
        var ids = decided.Select(item => item.Document.Id).ToImmutableArray();
        var ended = units.Ended(row, LedgerEnd.Requests, "requests", message, ids);
        var unit = ended with
        {
            Requests = [.. decided.Select(item => item.Document)],
            Conversations = [Opened(conversation, sender, message, ids)],
            Texts = ended.Texts.AddRange(decided.Select(item => RequestDetails.Of(item.Case).Seal(vault, item.Document.Id))),
        };
        var answer = UnitMaker.AnswerTo(sender, message, [.. decided.Select(item => item.Answered)]);
        return Alerted(unit.With(planner.Answer(row, message, sender, conversation, order: 1, ids, answer)), row, sender, decided);
    }

    private Decided Decide(IntakeRow row, ConversationId conversation, Case item, int ordinal)
    {
        var decision = RequestDecider.Decide(
            null, new RequestCommand.Receive(DeterministicIds.Reference(row.Key, ordinal), conversation, row.Key, item));
        var document = units.Made(DeterministicIds.Request(row.Key, row.ReceivedAt, ordinal), decision.Events);
        return new Decided(item, document, UnitMaker.Told(document.State, withheld: !item.Sender.Proven) with
        {
            Findings = decision.Findings,
            PromisedUnder = Judgement.PromisedUnder(item.Operation, item.Customer!),
        });
    }

    private static Conversation Opened(ConversationId id, Sender sender, InboundMessage message, ImmutableArray<RequestId> requests) => new()
    {
        Id = id,
        CustomerId = sender.Customer!.Id,
        InboundIds = message.MessageId is { } own ? [ConversationFinder.HashOf(own)] : [],
        NextOrder = 2, // The answer is the first.
        Requests = requests,
    };

    private StoreUnit Alerted(StoreUnit unit, IntakeRow row, Sender sender, ImmutableArray<Decided> decided)
    {
        unit = With(unit, Emergencies.Code, decided.Where(item => item.Answered.Findings.Any(finding => finding.Code == Emergencies.Code)));
        return With(unit, Abstained, decided.Where(item => item.Answered.Abstained));

        StoreUnit With(StoreUnit made, string reason, IEnumerable<Decided> concerned)
        {
            var about = concerned.ToImmutableArray();
            if (about.IsEmpty) return made;
            var alert = new TechnicianAlert(reason, sender.Customer!.Name, [.. about.Select(item => item.Answered)], row.Key, row.ReceivedAt);
            return made.With(planner.Alert(row, made.NewOutbox.Length, alert, [.. about.Select(item => item.Document.Id)]));
        }
    }

    private sealed record Decided(Case Case, RequestDocument Document, AnsweredRequest Answered);
}
