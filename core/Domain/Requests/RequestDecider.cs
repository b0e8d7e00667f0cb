using System.Diagnostics;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Requests;

/// <summary>The life of a request as two pure functions: what a command makes happen, and what the state is afterwards.</summary>
public static class RequestDecider
{
    /// <summary>What the command makes happen.</summary>
    /// <param name="state">The request; null when there is none yet.</param>
    /// <param name="command">What somebody wants.</param>
    public static Decision Decide(Request? state, RequestCommand command) => Protected(state, Told(state, command, Decided(state, command)));

    private static Decision Decided(Request? state, RequestCommand command) => (state, command) switch
    {
        (null, RequestCommand.Receive receive) => Examined.First(receive),
        (_, RequestCommand.Receive) => Decision.Refused(Refusal.AlreadyReceived),
        (null, _) => Decision.Refused(Refusal.NoSuchRequest),
        (_, RequestCommand.FollowUp followUp) => FollowUpRules.Decide(state, followUp),
        (_, RequestCommand.Act act) => TechnicianRules.Decide(state, act),
        (_, RequestCommand.Execute execute) => ExecutionRules.Decide(state, execute),
        (_, RequestCommand.HeldNotice { What: NoticeKind.BreachNotice } held) => BreachRules.Decide(state, held),
        (_, RequestCommand.HeldNotice { What: NoticeKind.RightPassedOn } held) => RightsRules.Decide(state, held),
        (_, RequestCommand.HeldNotice) => Decision.Refused(Refusal.NotAllowedNow),
        (_, RequestCommand.Tick tick) => TickRules.Decide(state, tick),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whatever made the contract be examined: what it finds about personal data is proposed and passed on once (RGPD V, Art. 25).</summary>
    private static Decision Protected(Request? state, Decision decision)
    {
        if (decision.Events.OfType<RequestEvent.Decided>().LastOrDefault() is not { } decided) return decision;
        var after = decision.Events.Aggregate(state, Evolve)!;
        RequestEvent?[] beside = [BreachRules.Proposed(after, decided), RightsRules.Opened(after, decided)];
        return decision with { Events = [.. decision.Events, .. beside.OfType<RequestEvent>()] };
    }

    /// <summary>RGPD V: what a later message tells of is proposed as what the first one does, once a request and counted from that message, whatever else it changes.</summary>
    private static Decision Told(Request? state, RequestCommand command, Decision decision)
    {
        if (command is not RequestCommand.FollowUp { Breach: { } kind } message || decision.Refusal is not null) return decision;
        return decision.Events.Aggregate(state, Evolve) is not { Breach: null } ? decision : decision with
        {
            Events = [.. decision.Events, new RequestEvent.Breach(new BreachEvent.Proposed(message.ReceivedAt), message.ReceivedAt)],
            Findings = [.. decision.Findings.Where(finding => finding.Code != BreachClock.Code), BreachClock.Found(kind, message.ReceivedAt)],
        };
    }

    /// <summary>The state after an event.</summary>
    public static Request Evolve(Request? state, RequestEvent happened) => RequestEvolution.Evolve(state, happened);

    /// <summary>The state that a journal tells.</summary>
    public static Request? Fold(IEnumerable<RequestEvent> events) => events.Aggregate((Request?)null, Evolve);
}
