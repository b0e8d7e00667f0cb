using System.Collections.Immutable;
using System.Diagnostics;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What each event makes of the state; it decides nothing.</summary>
internal static class RequestEvolution
{
    public static Request Evolve(Request? state, RequestEvent happened) =>
        Told(state, happened) is var told && ChangesWhatIsAsked(happened) ? told with { Revision = told.Revision + 1 } : told;

    private static bool ChangesWhatIsAsked(RequestEvent happened) => happened is RequestEvent.Received or RequestEvent.Decided or RequestEvent.Moved
        or RequestEvent.Taken or RequestEvent.Corrected or RequestEvent.Approved or RequestEvent.IdentityProven or RequestEvent.DetailsAsked
        // That time runs out asks nobody for anything else, nor does a step that goes on.
        or RequestEvent.Breach { What: not BreachEvent.Alerted } or RequestEvent.Right { What: not RightsEvent.MonthEnds }
        or RequestEvent.Execution
    {
        What: ExecutionEvent.Drawn or ExecutionEvent.Voted or ExecutionEvent.Dropped or ExecutionEvent.Halted or ExecutionEvent.Resumed or ExecutionEvent.Ended,
    };

    private static Request Told(Request? state, RequestEvent happened) => happened switch
    {
        RequestEvent.Received e => Begin(e),
        _ when state is null => throw new UnreachableException("A journal starts with Received."),
        RequestEvent.FollowedUp e => state with { FollowUps = state.FollowUps.Add(e.Intake), UnreadSince = state.UnreadSince ?? e.ReceivedAt },
        RequestEvent.Reminded e => state with { Reminders = e.Number, RemindedAt = e.At },
        RequestEvent.Escalated e => state with { Escalations = Told(state.Escalations, e) },
        RequestEvent.Execution e => state with { Run = ExecutionEvolution.Evolve(state.Run, e.What, e.At) },
        // What is decided about a breach answers no message about the request, and moves nothing.
        RequestEvent.Breach e => Written(state, BreachRules.TextKeyOf(e.What)) with { Breach = BreachRules.Evolve(state.Breach, e.What, e.At) },
        RequestEvent.Right e => Written(state, (e.What as RightsEvent.PassedOn)?.TextKey) with { Rights = RightsRules.Evolve(state.Rights, e.What, e.At) },
        _ => Acted(state, happened) with { UnreadSince = null },
    };

    private static Request Acted(Request state, RequestEvent happened) => happened switch
    {
        RequestEvent.Decided e => Decided(state, e),
        RequestEvent.ClockPaused e => state with { Pauses = state.Pauses.Add(new Pause(e.From, To: null)) },
        RequestEvent.ClockResumed e => WithDue(state with { Pauses = Closed(state.Pauses, e.At), MovedTo = Kept(state, e.Due) }, e.Due),
        RequestEvent.DueMoved e => WithDue(
            state with
            {
                MovedTo = e.Due.At,
                EffectiveOn = e.EffectiveOn ?? state.EffectiveOn,
                Hour = e.EffectiveOn is null ? state.Hour : e.Hour,
            }, e.Due),
        RequestEvent.Moved e => Moved(state, e),
        RequestEvent.Taken e => state with { TakenBy = e.By.Id },
        RequestEvent.Corrected e => Corrected(state, e),
        RequestEvent.Approved e => Settled(state, Verdict.AwaitApproval, e.Granted) with { ApprovedBy = e.Granted ? e.PersonId : null },
        // Art. 4: a call back settles what signing in does not.
        RequestEvent.IdentityProven e => Settled(
            state, Verdict.ProveIdentity, e.By.Kind is ActorKind.Technician || state.Settled.Contains(Verdict.ProveIdentity)) with
        { Proven = true },
        RequestEvent.DetailsAsked e => Entered(state, RequestState.WaitingForDetails, e.At) with
        {
            AskedIn = state.AskedIn ?? state.State,
            TextKeys = state.TextKeys.Add(e.TextKey),
        },
        RequestEvent.VisitPlanned e => state with { VisitAt = e.VisitAt },
        RequestEvent.Wrote e => state with { TextKeys = state.TextKeys.Add(e.TextKey) },
        _ => throw new UnreachableException(),
    };

    private static Request Begin(RequestEvent.Received e) => new()
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
        Hour = e.Hour,
        Urgent = e.Urgent,
        ForAnother = e.ForAnother,
        Since = e.ReceivedAt,
        CountsFrom = e.ReceivedAt,
    };

    private static Request Decided(Request state, RequestEvent.Decided e)
    {
        var to = RequestStates.After(e.Verdict, state.Abstained);
        // Looking at the contract again does not stop the work that it still allows.
        if (to is RequestState.Accepted && state.Begun) to = RequestState.InProgress;
        return WithDue(Entered(state, to, e.At), e.Due) with
        {
            Verdict = e.Verdict,
            Settled = e.Settled,
            Findings = e.Findings,
            Promise = e.Promise,
            CountsFrom = e.CountsFrom,
            MovedTo = Examined.KeepsMoved(state, e.CountsFrom, e.EffectiveOn, e.Hour) ? state.MovedTo : null,
            CustomerVersion = e.CustomerVersion,
            EffectiveOn = e.EffectiveOn,
            Hour = e.Hour,
            Proven = state.Proven || e.Proven,
        };
    }

    /// <summary>A moved date goes on with the pause that ends.</summary>
    private static DateTimeOffset? Kept(Request state, Due? due) => state.MovedTo is null ? null : due?.At ?? state.MovedTo;

    private static Request Settled(Request state, Verdict what, bool holds) =>
        state with { Settled = holds ? [.. state.Settled.Remove(what), what] : state.Settled.Remove(what) };

    private static Request Moved(Request state, RequestEvent.Moved e) => Entered(state, e.To, e.At) with
    {
        // A quote that is needed again has not been accepted.
        Settled = e.To is RequestState.ToBeQuoted ? state.Settled.Remove(Verdict.Quote) : state.Settled,
        Begun = state.Begun || e.To is RequestState.InProgress,
        DoneAt = e.To is RequestState.Done ? e.At : e.To is RequestState.Closed ? state.DoneAt : null,
        TextKeys = e.TextKey is { } key ? state.TextKeys.Add(key) : state.TextKeys,
        Run = e.To.IsEnded() ? ExecutionEvolution.Outdated(state.Run, e.At) : state.Run,
    };

    private static Request Corrected(Request state, RequestEvent.Corrected e)
    {
        var sorted = state with
        {
            OperationId = e.OperationId,
            EffectiveOn = e.EffectiveOn,
            Hour = e.Hour,
            Abstained = false,
            MovedTo = (state.EffectiveOn, state.Hour) == (e.EffectiveOn, e.Hour) ? state.MovedTo : null,
        };
        // A yes, a verdict and a moved date were about the operation that they were given for.
        return string.Equals(state.OperationId, e.OperationId, StringComparison.Ordinal)
            ? sorted
            : sorted with
            {
                ApprovedBy = null,
                Verdict = null,
                MovedTo = null,
                Settled = state.Settled.RemoveAll(what => what is not Verdict.Draft),
                Run = ExecutionEvolution.Outdated(state.Run, state.Since),
            };
    }

    private static Request Written(Request state, string? textKey) => textKey is null ? state : state with { TextKeys = state.TextKeys.Add(textKey) };

    private static Request Entered(Request state, RequestState to, DateTimeOffset at) => state with
    {
        State = to,
        Since = at,
        AskedIn = null,
        Reminders = 0,
        RemindedAt = null,
        Escalations = state.Escalations with { UnconfirmedDraft = 0, Untaken = 0, Unanswered = 0 },
    };

    private static Request WithDue(Request state, Due? due) =>
        due == state.Due ? state : state with { Due = due, Escalations = state.Escalations with { Due = 0 }, Rights = state.Rights is { } path ? path with { Reminders = 0 } : null };

    private static ImmutableArray<Pause> Closed(ImmutableArray<Pause> pauses, DateTimeOffset at) =>
        pauses.IsEmpty ? pauses : pauses.SetItem(pauses.Length - 1, pauses[^1] with { To = at });

    private static Escalations Told(Escalations before, RequestEvent.Escalated e) => e.Of switch
    {
        Escalation.Due => before with { Due = e.Number },
        Escalation.UnconfirmedDraft => before with { UnconfirmedDraft = e.Number },
        Escalation.Untaken => before with { Untaken = e.Number },
        Escalation.Unanswered => before with { Unanswered = e.Number },
    };
}
