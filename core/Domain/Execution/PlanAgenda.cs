using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Execution;

/// <summary>When a plan has to go on, and how long approvals hold.</summary>
public static class PlanAgenda
{
    /// <summary>How long Intune keeps a call for a second administrator of the customer.</summary>
    public static readonly TimeSpan CustomerAdministratorHolds = TimeSpan.FromDays(3);

    /// <summary>How long the effect of a call that was answered, or cut, is looked for.</summary>
    public static readonly TimeSpan ReadBackWithin = TimeSpan.FromMinutes(15);

    /// <summary>Whether a request may be worked on at all.</summary>
    public static bool IsOpen(Request state) => state.State is RequestState.Accepted or RequestState.InProgress;

    /// <summary>When a plan that nobody has approved expires, UTC; with its first stage approved, when that approval grows too old for the rest.</summary>
    public static DateTimeOffset ExpiresAt(PlanRun run) => (run.AwaitsSecond ? run.Votes[0].At : run.DrawnAt) + HoldsFor(run);

    /// <summary>Nothing is left to do before somebody approves it.</summary>
    public static bool WaitsForApproval(PlanRun run) => run.State is PlanState.Drawn || (run.AwaitsSecond && !run.IsInFirstStage);

    /// <summary>When something has to be looked at, UTC; null: never by the clock.</summary>
    public static DateTimeOffset? NextAt(Request state) => state.Run switch
    {
        { State: PlanState.Drawn } run => ExpiresAt(run),
        { State: PlanState.Approved } run => Earlier(GoesOnAt(run), run.HandedOver.Min(step => run.Steps[step].NextAt)),
        _ => null,
    };

    /// <summary>When the step that stands goes on, or its plan expires, UTC; null: never by the clock.</summary>
    public static DateTimeOffset? GoesOnAt(PlanRun run) =>
        WaitsForApproval(run) ? ExpiresAt(run)
        : run.Current == run.Steps.Length ? null
        : Later(BeginsAt(run), run.Steps[run.Current] switch
        {
            { WaitsFor: StepWait.Technician } => null,
            { NextAt: { } next } => next,
            _ => run.Votes.IsEmpty ? run.DrawnAt : run.Votes[^1].At,
        });

    /// <summary>The earlier of two instants, of which either may be missing.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;

    /// <summary>Before when the step that stands is not begun, UTC; null: at once, or it has begun.</summary>
    private static DateTimeOffset? BeginsAt(PlanRun run) => run.StageHasBegun ? null
        : run.IsInFirstStage || run.CancelUntil is null ? run.NotBefore
        : Later(run.NotBefore, run.CancelUntil);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => other is null || one is null ? other : one > other ? one : other;

    private static TimeSpan HoldsFor(PlanRun run) => run.Destructive ? ApprovalRules.DestructiveLife : ApprovalRules.Life;
}
