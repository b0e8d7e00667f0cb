using System.Diagnostics;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What each event makes of the state; it decides nothing.</summary>
public static class ExecutionEvolution
{
    /// <summary>The reason of a plan whose request changed under it.</summary>
    public const string RequestChanged = "request-changed";

    /// <summary>The state after an event.</summary>
    /// <param name="state">Before; null when there was no plan.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When, UTC.</param>
    public static PlanRun Evolve(PlanRun? state, ExecutionEvent happened, DateTimeOffset at) => happened switch
    {
        ExecutionEvent.Drawn e => Begin(e, at),
        _ when state is null => throw new UnreachableException("A plan is drawn up first."),
        ExecutionEvent.Voted e => state with
        {
            Votes = state.Votes.Add(new Vote(e.By, e.Account, at)),
            State = e.Complete || state.FirstStage > 0 ? PlanState.Approved : state.State,
            IsComplete = state.IsComplete || e.Complete,
            CancelUntil = e.CancelUntil,
        },
        ExecutionEvent.Dropped e => state with { State = PlanState.Dropped, Reason = e.Because, EndedAt = at },
        ExecutionEvent.Intended e => With(state, e.Step, step => Rested(step) with
        {
            State = StepState.Intended,
            IntendedAt = step.IntendedAt ?? at,
            Tries = step.Tries + 1,
            Kept = step.Kept || e.Kept,
        }),
        ExecutionEvent.Applied e => With(state, e.Step, step => Rested(step) with { State = StepState.Applied, CreatedId = e.CreatedId ?? step.CreatedId }),
        ExecutionEvent.Waits e => With(state, e.Step, step => step with
        {
            WaitsFor = e.Why,
            NextAt = e.Until,
            WaitsSince = step.WaitsFor == e.Why ? step.WaitsSince : at,
            Code = e.Code ?? step.Code,
        }),
        ExecutionEvent.Settled e => With(state, e.Step, step => Rested(step) with
        {
            State = StepState.Settled,
            End = e.How,
            CreatedId = e.CreatedId ?? step.CreatedId,
            SettledAt = at,
        }),
        ExecutionEvent.Halted e => With(
            state with { State = PlanState.Halted, Reason = e.Reason }, e.Step,
            step => e.Untouched ? Rested(step) with { State = StepState.Waiting, IntendedAt = null, Kept = false }
                : step.WaitsFor is StepWait.Device ? Rested(step) // No longer handed over: it is the one that stands.
                : step),
        ExecutionEvent.Resumed => With(state with { State = PlanState.Approved, Reason = null }, state.Current, Rested),
        ExecutionEvent.SecretShown => state,
        ExecutionEvent.Ended => state with { State = PlanState.Done, Reason = null, EndedAt = at },
        _ => throw new UnreachableException(),
    };

    /// <summary>The request is another one now, or over: a plan that has not begun will not run. One that has begun is left to the person who looks.</summary>
    public static PlanRun? Outdated(PlanRun? state, DateTimeOffset at) => state switch
    {
        { IsLive: true, HasBegun: false } => state with { State = PlanState.Dropped, Reason = RequestChanged, EndedAt = at },
        { State: PlanState.Approved } => state with { State = PlanState.Halted, Reason = RequestChanged },
        _ => state,
    };

    private static PlanRun Begin(ExecutionEvent.Drawn e, DateTimeOffset at) => new()
    {
        PlanKey = e.PlanKey,
        Hash = e.Hash,
        DrawnAt = at,
        Destructive = e.Destructive,
        FirstStage = e.FirstStage,
        Undoes = e.Undoes,
        NotBefore = e.NotBefore,
        Capped = e.Capped,
        Steps = [.. Enumerable.Repeat(new StepRun(), e.Steps)],
    };

    private static PlanRun With(PlanRun state, int step, Func<StepRun, StepRun> change) =>
        step < state.Steps.Length ? state with { Steps = state.Steps.SetItem(step, change(state.Steps[step])) } : state;

    private static StepRun Rested(StepRun step) => step with { WaitsFor = null, NextAt = null, WaitsSince = null };
}
