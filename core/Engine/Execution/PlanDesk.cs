using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Alarms;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Execution;

/// <summary>What technicians do with plans. Whoever calls has signed the technician in, and answers for account and tenant.</summary>
/// <param name="store">Read only here.</param>
/// <param name="tenants">The customers' tenants, read to plan.</param>
/// <param name="cases">Stored requests as cases.</param>
/// <param name="plans">Sealed plans.</param>
/// <param name="approvals">All that approvals are judged by.</param>
/// <param name="reports">Writes what was decided.</param>
/// <param name="shelf">New passwords, for their one reader.</param>
/// <param name="options">Who may, and how much.</param>
/// <param name="clock">The clock.</param>
public sealed class PlanDesk(
    IStore store, ITenants tenants, StoredCases cases, PlanVault plans, ApprovalCases approvals, PlanReports reports, SecretShelf shelf,
    ExecutionOptions options, TimeProvider clock)
{
    private const int MostJudged = 5;
    private DateTimeOffset? _capReachedAt;

    /// <summary>What technicians are alerted of: a click that a cap held back within the hour (RELIABILITY E69).</summary>
    public IEnumerable<Alarm> Alarms() => [new Alarm(Alarm.CapReached, null, clock.GetUtcNow() - _capReachedAt < TimeSpan.FromHours(1), TimeSpan.Zero)];

    /// <summary>Reads the tenant and draws a plan up. One that cannot run is shown with its obstacles, and not kept.</summary>
    public async Task<PlanResult> DrawAsync(RequestReference reference, Actor technician, CancellationToken cancellationToken)
    {
        if (await FindAsync(reference, cancellationToken) is not { } document) return PlanResult.Refused(Refusal.NoSuchRequest);
        if (await cases.WithOthersAsync(document, clock.GetUtcNow(), cancellationToken) is not { } asked) return PlanResult.Refused(Refusal.NotAllowedNow);
        var wanted = PlanReading.Of(asked);
        var picture = wanted is not null && asked.Customer?.TenantId is { } tenant ? await tenants.ReadAsync(tenant, wanted, cancellationToken) : TenantPicture.Unread;
        if (PlanWriter.Of(asked, picture, options.Protected) is not { } plan) return PlanResult.Refused(Refusal.NotAllowedNow);
        if (!plan.CanRun) return new PlanResult(document, plan);
        var key = PlanVault.KeyOf(document, plan);
        return Result(await reports.DoAsync(document.Id, new ExecutionCommand.Draw(key, plan), technician, plans.Seal(key, plan), cancellationToken), plan);
    }

    /// <summary>Says yes to the plan that was shown.</summary>
    /// <param name="reference">The request.</param>
    /// <param name="technician">Who, by the name in the journal.</param>
    /// <param name="click">The click, with account and tenant from the authenticated side.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public Task<PlanResult> ApproveAsync(RequestReference reference, Actor technician, ApprovalClick click, CancellationToken cancellationToken) =>
        OnTheStateSeenAsync(reference, document => ApproveAsync(document, technician, click, cancellationToken), cancellationToken);

    private async Task<PlanResult> ApproveAsync(RequestDocument document, Actor technician, ApprovalClick click, CancellationToken cancellationToken)
    {
        if (document.State.Run is not { } run) return PlanResult.Refused(Refusal.NoSuchRequest);
        if (await plans.FindAsync(run, cancellationToken) is not { } plan) return new PlanResult(document, null, Reason: ApprovalRefusal.PlanChanged);
        var answer = ApprovalRules.AtClick(await approvals.OfAsync(document, plan, cancellationToken), click);
        if (answer is ApprovalAnswer.Refused { Reason: ApprovalRefusal.ApproverCap or ApprovalRefusal.CustomerCap }) _capReachedAt = clock.GetUtcNow();
        if (answer is ApprovalAnswer.Refused refused) return new PlanResult(document, plan, Reason: refused.Reason);
        var isComplete = answer is ApprovalAnswer.Allowed;
        var approve = new ExecutionCommand.Approve(click.PlanHash, click.AccountId, isComplete)
        {
            CancelWithin = isComplete && ApprovalRules.HasCancelWindow(plan) ? options.WipeCancelWithin : null,
        };
        // Decided on this very state.
        return Result(await reports.DoAsync(document.Id, approve, technician, null, cancellationToken, document.Version), plan);
    }

    /// <summary>Says no to a plan that has not begun.</summary>
    /// <param name="reference">The request.</param>
    /// <param name="technician">Who, by the name in the journal.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <param name="shown">The hash of the plan that was shown: to another one nothing happens. Null: whichever there is.</param>
    public Task<PlanResult> RefuseAsync(RequestReference reference, Actor technician, CancellationToken cancellationToken, string? shown = null) =>
        DoAsync(reference, technician, new ExecutionCommand.Drop(PlanReasons.Refused), shown, cancellationToken);

    /// <summary>Calls off the wipe of a plan, as long as it has not begun; what was locked stays locked.</summary>
    /// <inheritdoc cref="RefuseAsync"/>
    public Task<PlanResult> CallOffAsync(RequestReference reference, Actor technician, CancellationToken cancellationToken, string? shown = null) =>
        DoAsync(reference, technician, new ExecutionCommand.Drop(PlanReasons.CalledOff), shown, cancellationToken);

    /// <summary>Goes on with a plan that stood still.</summary>
    /// <inheritdoc cref="RefuseAsync"/>
    public Task<PlanResult> ResumeAsync(RequestReference reference, Actor technician, CancellationToken cancellationToken, string? shown = null) =>
        DoAsync(reference, technician, new ExecutionCommand.Resume(), shown, cancellationToken);

    /// <summary>A step was done by hand.</summary>
    /// <param name="reference">The request.</param>
    /// <param name="technician">Who, by the name in the journal.</param>
    /// <param name="step">Its number, from 0.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <param name="shown">The hash of the plan that was shown: to another one nothing happens. Null: whichever there is.</param>
    public Task<PlanResult> TickAsync(RequestReference reference, Actor technician, int step, CancellationToken cancellationToken, string? shown = null) =>
        DoAsync(reference, technician, new ExecutionCommand.Tick(step), shown, cancellationToken);

    /// <summary>Brings back what was changed, newest first, out of the states that were kept right before each change.</summary>
    /// <param name="reference">The request.</param>
    /// <param name="technician">Who, by the name in the journal.</param>
    /// <param name="account">Their account: an approver's.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <param name="shown">The hash of the plan that was shown: another one is not undone. Null: whichever there is.</param>
    public async Task<PlanResult> UndoAsync(RequestReference reference, Actor technician, string account, CancellationToken cancellationToken, string? shown = null)
    {
        if (await FindAsync(reference, cancellationToken) is not { State.Run: { } run } document) return PlanResult.Refused(Refusal.NoSuchRequest);
        if (shown is not null && run.Hash != shown) return new PlanResult(document, null, Reason: ApprovalRefusal.PlanChanged);
        if (!CanUndo(run) || await plans.FindAsync(run, cancellationToken) is not { } plan) return new PlanResult(document, null, Refusal.NotAllowedNow);
        if (!options.Technicians.Any(known => known is { Role: TechnicianRole.Lead } && known.AccountId == account))
            return new PlanResult(document, plan, Reason: ApprovalRefusal.NotAnApprover);
        var back = await plans.BackAsync(run, plan, cancellationToken);
        var key = PlanVault.KeyOf(document, back);
        return Result(await reports.DoAsync(document.Id, new ExecutionCommand.Undo(key, back, account), technician, plans.Seal(key, back), cancellationToken), back);
    }

    /// <summary>Whether a button may offer to undo: something was done by us that can be brought back, and not too long ago.</summary>
    public bool CanUndo(PlanRun run) => UndoUntil(run) > clock.GetUtcNow();

    /// <summary>Until when that may be, UTC; null where it never may.</summary>
    public DateTimeOffset? UndoUntil(PlanRun run) => run is { Undoes: false, State: PlanState.Done or PlanState.Halted }
        ? run.Steps.Where(step => step is { End: StepEnd.Done, Kept: true }).Max(step => step.SettledAt) + options.UndoWithin
        : null;

    /// <summary>The new password of a request, for this one time; null when there is none. Written into the journal before it is told.</summary>
    public async Task<string?> RevealAsync(RequestReference reference, Actor technician, CancellationToken cancellationToken)
    {
        if (await FindAsync(reference, cancellationToken) is not { } document || shelf.HeldUntil(document.Id) is null) return null;
        return await reports.DoAsync(document.Id, new ExecutionCommand.Show(), technician, null, cancellationToken) is { Refusal: null } ? shelf.Take(document.Id) : null;
    }

    /// <summary>Until when a new password waits for its reader, UTC; null when none does.</summary>
    public DateTimeOffset? SecretHeldUntil(RequestId request) => shelf.HeldUntil(request);

    /// <summary>The plan of a request as it was drawn up; null when there is none.</summary>
    public async Task<Plan?> PlanOfAsync(RequestDocument document, CancellationToken cancellationToken) =>
        document.State.Run is { } run ? await plans.FindAsync(run, cancellationToken) : null;

    private Task<PlanResult> DoAsync(
        RequestReference reference, Actor technician, ExecutionCommand wanted, string? shown, CancellationToken cancellationToken) =>
        OnTheStateSeenAsync(reference, async document => shown is not null && document.State.Run?.Hash != shown
            ? new PlanResult(document, null, Reason: ApprovalRefusal.PlanChanged)
            : Result(await reports.DoAsync(document.Id, wanted, technician, null, cancellationToken, shown is null ? null : document.Version), null), cancellationToken);

    /// <summary>
    /// Decides on one state of the request. A step of the plan that went on meanwhile asks nobody for anything else, so the same act is judged anew on what
    /// stands then; whatever else changed makes it an act to repeat.
    /// </summary>
    private async Task<PlanResult> OnTheStateSeenAsync(RequestReference reference, Func<RequestDocument, Task<PlanResult>> act, CancellationToken cancellationToken)
    {
        for (var judged = 1; ; judged++)
        {
            if (await FindAsync(reference, cancellationToken) is not { } document) return PlanResult.Refused(Refusal.NoSuchRequest);
            var result = await act(document);
            if (!result.Contended || judged == MostJudged || (await FindAsync(reference, cancellationToken))?.State.Revision != document.State.Revision) return result;
        }
    }

    private async Task<RequestDocument?> FindAsync(RequestReference reference, CancellationToken cancellationToken) =>
        await store.FindRequestsByReferenceAsync(reference, cancellationToken) is [var found] ? found : null;

    private static PlanResult Result(StepResult result, Plan? plan) => new(result.Document, plan, result.Refusal) { Contended = result.Contended || result.Incomplete };
}

/// <summary>What came of a technician's act on a plan.</summary>
/// <param name="Document">The request as it stands; null when there is none.</param>
/// <param name="Plan">The plan that was drawn up or judged; null where none was.</param>
/// <param name="Refusal">Why nothing happened; null otherwise.</param>
/// <param name="Reason">Why a yes did not count; null otherwise.</param>
public sealed record PlanResult(RequestDocument? Document, Plan? Plan, Refusal? Refusal = null, ApprovalRefusal? Reason = null)
{
    /// <summary>Others changed it meanwhile: look, and try again.</summary>
    public bool Contended { get; init; }

    /// <summary>Why it did not happen, in words; null when it did.</summary>
    public Label? Why => Reason is { } reason ? reason.Say()
        : Contended ? RefusalWords.Contended
        : Refusal is { } refusal ? refusal.Say()
        : Plan is { CanRun: false } ? RunWords.Blocked
        : null;

    /// <summary>It happened.</summary>
    public bool Taken => Why is null;

    /// <summary>Nothing happens, for that reason.</summary>
    public static PlanResult Refused(Refusal refusal) => new(null, null, refusal);
}
