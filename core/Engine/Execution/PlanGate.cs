using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Execution;

/// <summary>Whether a plan may go on, looked at again before each step: deny by default (RELIABILITY E70).</summary>
/// <param name="plans">Sealed plans.</param>
/// <param name="cases">Stored requests as cases.</param>
/// <param name="directory">The customers.</param>
/// <param name="clock">The clock.</param>
public sealed class PlanGate(PlanVault plans, StoredCases cases, ICustomerDirectory directory, TimeProvider clock)
{
    /// <summary>The plan, or the reason why nothing goes on; see <see cref="PlanReasons"/>.</summary>
    public async Task<(Plan? Plan, string? Reason)> OpenAsync(RequestDocument document, PlanRun run, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(run, cancellationToken) is not { TenantId: { } tenant } plan) return (null, PlanReasons.PlanLost);
        var now = clock.GetUtcNow();
        if (directory.Find(document.State.CustomerId, now) is not { } customer) return (null, PlanReasons.CustomerUnknown);
        if (!string.Equals(plan.CustomerId, customer.Id, StringComparison.Ordinal) || customer.TenantId != tenant) return (null, PlanReasons.OtherTenant);
        // What is brought back needs no contract: it ends what the contract no longer covers.
        if (!run.Undoes && !await IsAllowedAsync(document, now, cancellationToken)) return (null, PlanReasons.NotAllowedNow);
        if (!run.HasBegun && now >= PlanAgenda.BeginsBefore(run)) return (null, PlanReasons.ApprovalGone);
        return (plan, null);
    }

    /// <summary>Whether the contract still says yes, as who asked stands in the customer file now (Art. 2, 4).</summary>
    public async Task<bool> IsAllowedAsync(RequestDocument document, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var state = document.State;
        if (!(state.State is RequestState.Accepted or RequestState.InProgress) || state.Abstained) return false;
        if (await cases.OfAsync(document, at, cancellationToken) is not { } asked) return false;
        return Judgement.Of(asked with { CountsFrom = state.CountsFrom, Pauses = state.Pauses, Settled = state.Settled }).Verdict is Verdict.Accepted;
    }
}
