using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Execution;

/// <summary>Whether a plan may change something now, judged again right before each change: deny by default (RELIABILITY E70).</summary>
/// <param name="approvals">All that approvals are judged by.</param>
public sealed class PlanGate(ApprovalCases approvals)
{
    /// <summary>Judges the plan of a request as everything stands now.</summary>
    public async Task<GateAnswer> JudgeAsync(RequestDocument document, Plan plan, CancellationToken cancellationToken)
    {
        var run = document.State.Run!;
        var given = await approvals.OfAsync(document, plan, cancellationToken);
        if (given.Stopped) return GateAnswer.NotYet;
        if (given.Verdict is null && given.CustomerTenant is null) return GateAnswer.Closed(PlanReasons.CustomerUnknown);
        if (given.CustomerTenant != plan.TenantId) return GateAnswer.Closed(PlanReasons.OtherTenant);
        // What is brought back ends what the contract may no longer cover.
        if (run.Undoes) return GateAnswer.Open;
        if (run.StageHasBegun)
            return given.Suspended || given.Verdict is not (Verdict.Accepted or Verdict.ProveIdentity) ? GateAnswer.Closed(PlanReasons.NotAllowedNow) : GateAnswer.Open;
        return ApprovalRules.AtExecution(given) switch
        {
            ApprovalAnswer.Allowed => GateAnswer.Open,
            ApprovalAnswer.Refused { Reason: ApprovalRefusal.BeforeItsTime or ApprovalRefusal.Stopped } => GateAnswer.NotYet,
            ApprovalAnswer.Refused refused => GateAnswer.Closed(refused.Reason.ToString()),
            _ => GateAnswer.Closed(PlanReasons.ApprovalGone),
        };
    }
}

/// <summary>What the gate says.</summary>
/// <param name="IsOpen">The change may be made.</param>
/// <param name="Reason">Why a person has to look; null where it is open, or is asked again soon.</param>
public readonly record struct GateAnswer(bool IsOpen, string? Reason)
{
    /// <summary>It may be made.</summary>
    public static GateAnswer Open { get; } = new(IsOpen: true, Reason: null);

    /// <summary>Everything is stopped, or its time has not come.</summary>
    public static GateAnswer NotYet { get; } = new(IsOpen: false, Reason: null);

    /// <summary>It may not be made.</summary>
    public static GateAnswer Closed(string reason) => new(IsOpen: false, reason);
}
