using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Execution;

/// <summary>Whether a plan may go on, judged again before each step: deny by default (RELIABILITY E70).</summary>
/// <param name="plans">Sealed plans.</param>
/// <param name="approvals">All that approvals are judged by.</param>
public sealed class PlanGate(PlanVault plans, ApprovalCases approvals)
{
    /// <summary>The plan, or the reason why nothing goes on; neither while everything is stopped.</summary>
    public async Task<(Plan? Plan, string? Reason)> OpenAsync(RequestDocument document, PlanRun run, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(run, cancellationToken) is not { TenantId: { } tenant } plan
            || !string.Equals(plan.CustomerId, document.State.CustomerId, StringComparison.Ordinal)) return (null, PlanReasons.PlanLost);
        var given = await approvals.OfAsync(document, plan, cancellationToken);
        if (given.Stopped) return (null, null);
        if (given.Verdict is null && given.CustomerTenant is null) return (null, PlanReasons.CustomerUnknown);
        if (given.CustomerTenant != tenant) return (null, PlanReasons.OtherTenant);
        // What is brought back ends what the contract may no longer cover.
        if (run.Undoes) return (plan, null);
        if (run.StageHasBegun) return given.Suspended || given.Verdict is not (Verdict.Accepted or Verdict.ProveIdentity) ? (null, PlanReasons.NotAllowedNow) : (plan, null);
        return ApprovalRules.AtExecution(given) switch
        {
            ApprovalAnswer.Allowed => (plan, null),
            ApprovalAnswer.Refused { Reason: ApprovalRefusal.BeforeItsTime or ApprovalRefusal.Stopped } => (null, null),
            ApprovalAnswer.Refused refused => (null, refused.Reason.ToString()),
            _ => (null, PlanReasons.ApprovalGone),
        };
    }
}
