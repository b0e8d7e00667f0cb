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

    /// <summary>When a plan that nobody has approved expires, UTC.</summary>
    public static DateTimeOffset ExpiresAt(PlanRun run) => run.DrawnAt + HoldsFor(run);

    /// <summary>When something has to be looked at, UTC; null: never by the clock.</summary>
    public static DateTimeOffset? NextAt(Request state) => state.Run switch
    {
        { State: PlanState.Drawn } run => ExpiresAt(run),
        { State: PlanState.Approved } run when run.Current < run.Steps.Length => Later(
            run.HasBegun ? null : run.NotBefore,
            run.Steps[run.Current] switch
            {
                { WaitsFor: StepWait.Technician } => null,
                { NextAt: { } next } => next,
                _ => run.Votes.IsEmpty ? run.DrawnAt : run.Votes[^1].At,
            }),
        _ => null,
    };

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => other is null || one is null ? other : one > other ? one : other;

    private static TimeSpan HoldsFor(PlanRun run) => run.Destructive ? ApprovalRules.DestructiveLife : ApprovalRules.Life;
}
