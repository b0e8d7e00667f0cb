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
        var received = new RequestEvent.Received(
            command.Reference, command.Conversation, command.Intake, customer.Id, examined.Sender.Person?.Id, examined.Channel,
            examined.ReceivedAt, request.Operation.Id, request.Confidence, request.Abstained, request.Date, request.Urgent);
        return new Decision([received, .. Decided(judged, examined.ReceivedAt, customer.Version)], judged.Findings);
    }

    private static Decision FollowUp(Request? state, RequestCommand.FollowUp command)
    {
        if (state is null) return Decision.Refused(Refusal.NoSuchRequest);
        if (!string.Equals(state.CustomerId, command.CustomerId, StringComparison.Ordinal)) return Decision.Refused(Refusal.OtherCustomer);
        if (state.Intake == command.Intake || state.FollowUps.Contains(command.Intake)) return Decision.Refused(Refusal.AlreadyFollowedUp);
        var followed = new RequestEvent.FollowedUp(command.Intake, command.ReceivedAt);
        if (state.Verdict is not Verdict.Draft || command.Again is not { } again) return new Decision([followed], []);
        var judged = Judgement.Of(again);
        if (judged.Verdict is Verdict.Draft) return new Decision([followed], judged.Findings);

        // Art. 3, 9: on the valid channel the draft becomes a written request, and the hours count from this message.
        return new Decision([followed, .. Decided(judged, again.ReceivedAt, again.Customer?.Version ?? "")], judged.Findings);
    }

    private static ImmutableArray<RequestEvent> Decided(Judgement judged, DateTimeOffset receivedAt, string customerVersion)
    {
        var decided = new RequestEvent.Decided(
            judged.Verdict, [.. judged.Findings.Select(finding => new FoundUnder(finding.Code, finding.Article.Number))], judged.Promise, judged.Due,
            receivedAt, customerVersion);

        // Art. 10, 13; Reading: while the customer owes an answer to the decision, the clock stands still since receipt.
        return judged.Paused ? [decided, new RequestEvent.ClockPaused(receivedAt, judged.Verdict)] : [decided];
    }
}
