using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
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
/// A message that speaks of known requests. On the valid channel it makes a draft a written request (Art. 3, 9): that one is decided again,
/// and its clock starts with this message.
/// </summary>
/// <param name="units">Makes units.</param>
/// <param name="planner">Answers and alerts.</param>
/// <param name="store">Read only here.</param>
/// <param name="vault">Details of requests.</param>
/// <param name="readings">The choices of reading in force.</param>
public sealed class FollowUps(UnitMaker units, EffectPlanner planner, IStore store, TextVault vault, Readings readings)
{
    /// <summary>The unit for a message of the conversation's customer.</summary>
    public async Task<StoreUnit> TakeAsync(
        IntakeRow row, InboundMessage message, Sender sender, KnownConversation known, CancellationToken cancellationToken)
    {
        var followed = ImmutableArray.CreateBuilder<Followed>();
        foreach (var id in known.Requests)
            if (await store.FindRequestAsync(id, cancellationToken) is { } document
                && await FollowAsync(row, message, sender, document, cancellationToken) is { } one) followed.Add(one);
        var conversation = known.Conversation;
        var ids = followed.Select(item => item.Document.Id).ToImmutableArray();
        var told = followed.Select(item => item.Answered).ToImmutableArray();
        var unit = units.Ended(row, LedgerEnd.FollowUp, "follow-up", message, ids) with
        {
            Requests = [.. followed.Select(item => item.Document)],
            Conversations = [Continued(conversation, message)],
        };
        var answer = UnitMaker.AnswerTo(sender, message, told) with { FollowUp = !followed.Any(item => item.DecidedAgain) };
        return unit
            .With(planner.Answer(row, message, sender, conversation.Id, conversation.NextOrder, ids, answer))
            .With(planner.Alert(row, 1, new TechnicianAlert("follow-up", sender.Customer!.Name, told, row.Key, row.ReceivedAt), ids));
    }

    private async Task<Followed?> FollowAsync(
        IntakeRow row, InboundMessage message, Sender sender, RequestDocument document, CancellationToken cancellationToken)
    {
        var again = document.State.Verdict is Verdict.Draft ? await CaseAsync(message, sender, document, cancellationToken) : null;
        var decision = RequestDecider.Decide(
            document.State, new RequestCommand.FollowUp(
                row.Key, row.ReceivedAt, sender.Customer!.Id, new Actor(ActorKind.Employee, sender.Person?.Id ?? ""), Says: null, sender.Proven, again));
        if (decision.Refusal is not null) return null;
        var changed = units.Appended(document, decision.Events);
        var decidedAgain = decision.Events.Any(happened => happened is RequestEvent.Decided);
        var told = UnitMaker.Told(changed.State, withheld: !sender.Proven);
        var answered = told with
        {
            // The hours count from the message that made it a written request.
            ReceivedAt = decidedAgain ? message.ReceivedAt : told.ReceivedAt,
            Findings = decision.Findings,
            PromisedUnder = Judgement.PromisedUnder(AllOperations.Get(changed.State.OperationId), sender.Customer),
        };
        return new Followed(changed, answered, decidedAgain);
    }

    private async Task<Case> CaseAsync(InboundMessage message, Sender sender, RequestDocument document, CancellationToken cancellationToken)
    {
        var details = await RequestDetails.ReadAsync(vault, document.Id, cancellationToken);
        return new Case
        {
            Request = new UnderstoodRequest
            {
                Operation = AllOperations.Get(document.State.OperationId),
                Confidence = 1,
                Abstained = document.State.Abstained,
                Person = details?.Person,
                Date = document.State.EffectiveOn,
                Urgent = document.State.Urgent,
            },
            Sender = sender,
            AskedByAnother = !IsAsker(sender, document, details),
            Channel = message.Channel,
            ReceivedAt = message.ReceivedAt,
            Readings = readings,
        };
    }

    /// <summary>Deny by default: without a listed person or an address to compare, it is somebody else.</summary>
    private static bool IsAsker(Sender sender, RequestDocument document, RequestDetails? details) => sender.Person is { } person
        ? person.Id == document.State.PersonId
        : document.State.PersonId is null && sender.Address is { } address && MailAddress.TryParse(details?.AskedBy, out var asker) && address == asker;

    private static Conversation Continued(Conversation conversation, InboundMessage message) => conversation with
    {
        Version = conversation.Version + 1,
        NextOrder = conversation.NextOrder + 1,
        InboundIds = message.MessageId is { } own ? conversation.InboundIds.Add(ConversationFinder.HashOf(own)) : conversation.InboundIds,
    };

    private sealed record Followed(RequestDocument Document, AnsweredRequest Answered, bool DecidedAgain);
}
