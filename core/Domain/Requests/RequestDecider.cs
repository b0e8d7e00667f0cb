using System.Collections.Immutable;
using System.Diagnostics;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Requests;

/// <summary>The life of a request as two pure functions: what a command makes happen, and what the state is afterwards.</summary>
public static class RequestDecider
{
    /// <summary>What the command makes happen.</summary>
    /// <param name="state">The request; null when there is none yet.</param>
    /// <param name="command">What somebody wants.</param>
    public static Decision Decide(Request? state, RequestCommand command) => command switch
    {
        RequestCommand.Receive receive => state is null ? Receive(receive) : Decision.Refused(Refusal.AlreadyReceived),
        RequestCommand.FollowUp followUp => FollowUp(state, followUp),
        _ => throw new UnreachableException(),
    };

    /// <summary>The state after an event.</summary>
    public static Request Evolve(Request? state, RequestEvent happened) => happened switch
    {
        RequestEvent.Received e => new Request
        {
            Reference = e.Reference,
            Conversation = e.Conversation,
            Intake = e.Intake,
            CustomerId = e.CustomerId,
            PersonId = e.PersonId,
            Channel = e.Channel,
            ReceivedAt = e.ReceivedAt,
            OperationId = e.OperationId,
            Abstained = e.Abstained,
            EffectiveOn = e.EffectiveOn,
            Urgent = e.Urgent,
        },
        RequestEvent.Decided e => Known(state) with { Verdict = e.Verdict, Findings = e.Findings, Promise = e.Promise, Due = e.Due },
        RequestEvent.ClockPaused e => Known(state) with { Pauses = Known(state).Pauses.Add(new Pause(e.From, To: null)) },
        RequestEvent.FollowedUp e => Known(state) with { FollowUps = Known(state).FollowUps.Add(e.Intake) },
        _ => throw new UnreachableException(),
    };

    /// <summary>The state that a journal tells.</summary>
    public static Request? Fold(IEnumerable<RequestEvent> events) => events.Aggregate((Request?)null, Evolve);

    private static Request Known(Request? state) => state ?? throw new UnreachableException("A journal starts with Received.");

    private static Decision Receive(RequestCommand.Receive command)
    {
        var examined = command.Case;
        if (examined.Customer is not { } customer) return Decision.Refused(Refusal.UnknownSender);
        var request = examined.Request;
        var judged = Judgement.Of(examined);
        var events = ImmutableArray.Create<RequestEvent>(
            new RequestEvent.Received(
                command.Reference, command.Conversation, command.Intake, customer.Id, examined.Sender.Person?.Id, examined.Channel,
                examined.ReceivedAt, request.Operation.Id, request.Confidence, request.Abstained, request.Date, request.Urgent),
            new RequestEvent.Decided(
                judged.Verdict, [.. judged.Findings.Select(f => new FoundUnder(f.Code, f.Article.Number))], judged.Promise, judged.Due));

        // Art. 10, 13; Reading: while the customer owes an answer to the first decision, the clock stands still since receipt.
        if (judged.Paused) events = events.Add(new RequestEvent.ClockPaused(examined.ReceivedAt, judged.Verdict));
        return new Decision(events, judged.Findings);
    }

    private static Decision FollowUp(Request? state, RequestCommand.FollowUp command)
    {
        if (state is null) return Decision.Refused(Refusal.NoSuchRequest);
        if (!string.Equals(state.CustomerId, command.CustomerId, StringComparison.Ordinal)) return Decision.Refused(Refusal.OtherCustomer);
        return state.Intake == command.Intake || state.FollowUps.Contains(command.Intake)
            ? Decision.Refused(Refusal.AlreadyFollowedUp)
            : new Decision([new RequestEvent.FollowedUp(command.Intake, command.ReceivedAt)], []);
    }
}
