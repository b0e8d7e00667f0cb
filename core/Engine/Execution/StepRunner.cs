using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Execution;

/// <summary>
/// Takes the step that stands one move on: look, intend, call, read back; and looks at those that were handed over. Each move is committed before
/// the next, so that a crash anywhere repeats a look and never a call (RELIABILITY E60).
/// </summary>
/// <param name="tenants">The customers' tenants.</param>
/// <param name="gate">Whether a change may be made.</param>
/// <param name="plans">Seals what an undo brings back.</param>
/// <param name="reports">Writes what became of it.</param>
/// <param name="shelf">New passwords, for their one reader.</param>
/// <param name="stop">Nothing is called while it is set.</param>
/// <param name="clock">The clock.</param>
/// <param name="points">Commit points.</param>
public sealed class StepRunner(
    ITenants tenants, PlanGate gate, PlanVault plans, PlanReports reports, SecretShelf shelf, StopSwitch stop, TimeProvider clock, CommitPoints points)
{
    /// <summary>How often the effect of a call is looked for.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan WhileStopped = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DeviceLook = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CustomerLook = TimeSpan.FromMinutes(15);
    private const int MostTries = 3;
    private const int MostPasswords = 10;

    /// <summary>One move. Null: go on at once; else the instant, UTC, before which there is nothing to do.</summary>
    /// <param name="document">The request, as it was just read.</param>
    /// <param name="plan">Its approved plan.</param>
    /// <param name="cancellationToken">Stops waiting; a call on its way may have been applied.</param>
    public async Task<DateTimeOffset?> MoveAsync(RequestDocument document, Plan plan, CancellationToken cancellationToken)
    {
        if (stop.IsSet) return clock.GetUtcNow() + WhileStopped;
        var run = document.State.Run!;
        DateTimeOffset? rest = null;
        foreach (var step in run.HandedOver)
        {
            if (await LookBackAsync(At(document, plan, step), cancellationToken) is not { } again) return null;
            rest = PlanAgenda.Earlier(rest, again);
        }

        // Called for those alone: the step that stands has its own time, or nobody has said yes to it yet.
        if (PlanAgenda.WaitsForApproval(run) || !(PlanAgenda.GoesOnAt(run) <= clock.GetUtcNow())) return PlanAgenda.Earlier(PlanAgenda.GoesOnAt(run), rest);
        return await GoOnAsync(At(document, plan, run.Current), cancellationToken) is { } later ? PlanAgenda.Earlier(later, rest) : null;
    }

    /// <summary>The step that stands.</summary>
    private async Task<DateTimeOffset?> GoOnAsync(Standing at, CancellationToken cancellationToken)
    {
        // Nothing of a stage is even looked at before it may begin.
        if (!at.Document.State.Run!.StageHasBegun)
        {
            if (await gate.JudgeAsync(at.Document, at.Plan, cancellationToken) is { IsOpen: false } answer) return await KeptOutAsync(at, answer.Reason, cancellationToken);
            at = at with { IsJudged = true };
        }

        if (at.Step is Step.ByHand) return await WaitAsync(at, StepWait.Technician, DateTimeOffset.MaxValue, cancellationToken);
        return await SeenAsync(at, await LookAsync(at, cancellationToken), cancellationToken);
    }

    /// <summary>A step that was handed over. Once the wipe was called, a device that is gone, or never took the lock, is no reason to stop: the wipe tells.</summary>
    private async Task<DateTimeOffset?> LookBackAsync(Standing at, CancellationToken cancellationToken)
    {
        var sight = await LookAsync(at, cancellationToken);
        return at.Document.State.Run!.LastStageHasBegun && sight is not StepSight.Holds ? clock.GetUtcNow() + DeviceLook : await SeenAsync(at, sight, cancellationToken);
    }

    private Task<StepSight> LookAsync(Standing at, CancellationToken cancellationToken) =>
        tenants.LookAsync(at.Tenant, at.Step, at.Run.IntendedAt ?? clock.GetUtcNow(), cancellationToken);

    private async Task<DateTimeOffset?> SeenAsync(Standing at, StepSight sight, CancellationToken cancellationToken) => sight switch
    {
        StepSight.Holds holds => await HoldsAsync(at, holds, cancellationToken),
        StepSight.Drifted drifted => await HaltAsync(at, drifted.Reason, cancellationToken),
        StepSight.Failed failed => await UnseenAsync(at, failed.Answer, cancellationToken),
        // The device has the call whose answer was lost: when it is wiped and gone, nothing else will tell.
        StepSight.Pending when at.Run.State is StepState.Intended => await AnsweredAsync(at, new StepAnswer.Taken(), null, cancellationToken),
        StepSight.Pending => await WaitAsync(at, StepWait.Device, clock.GetUtcNow() + DeviceLook, cancellationToken),
        StepSight.ToDo todo => await ToDoAsync(at, todo.Before, cancellationToken),
        // What leaves no trace is done once it was answered with success; asked for once more, it harms nothing.
        StepSight.Untold when at.Run.State is StepState.Applied => await SettleAsync(at, StepEnd.Done, null, cancellationToken),
        _ => await ToDoAsync(at, null, cancellationToken),
    };

    /// <summary>Looking failed: that says nothing of a call that left before, and so changes nothing of where the step stands.</summary>
    private async Task<DateTimeOffset?> UnseenAsync(Standing at, StepAnswer answer, CancellationToken cancellationToken) => answer switch
    {
        StepAnswer.Refused refused => await HaltAsync(at, refused.Code, cancellationToken),
        StepAnswer.Later later when at.Run.State is StepState.Waiting => await WaitAsync(at, StepWait.Service, later.Until, cancellationToken),
        StepAnswer.Later later => later.Until,
        _ => clock.GetUtcNow() + LookAgain,
    };

    private async Task<DateTimeOffset?> ToDoAsync(Standing at, Step? before, CancellationToken cancellationToken) => at.Run.State switch
    {
        StepState.Waiting => await CallAsync(at, before, cancellationToken),
        _ when at.Run.WaitsFor is StepWait.CustomerAdministrator => await AskAgainAsync(at, cancellationToken),
        _ => await NotSeenAsync(at, cancellationToken),
    };

    /// <summary>The call left, and its effect is not there: it may come late. Only what was looked for in vain is called again, and only what may be.</summary>
    private async Task<DateTimeOffset?> NotSeenAsync(Standing at, CancellationToken cancellationToken)
    {
        var since = at.Run.WaitsFor is StepWait.ReadBack or StepWait.Service ? at.Run.WaitsSince!.Value : clock.GetUtcNow();
        // Throttled or not there: Microsoft said that nothing was applied.
        if (at.Run.WaitsFor is StepWait.Service) return await CallAsync(at, before: null, cancellationToken);
        if (clock.GetUtcNow() - since < PlanAgenda.ReadBackWithin) return await WaitAsync(at, StepWait.ReadBack, clock.GetUtcNow() + LookAgain, cancellationToken);
        if (StepFacts.Of(at.Step).NeverRepeated) return await HaltAsync(at, PlanReasons.Unclear, cancellationToken);
        return at.Run.State is StepState.Intended && at.Run.Tries < MostTries
            ? await CallAsync(at, before: null, cancellationToken)
            : await HaltAsync(at, PlanReasons.NotReadBack, cancellationToken);
    }

    /// <summary>The gate is closed: asked again soon, or a person looks.</summary>
    private async Task<DateTimeOffset?> KeptOutAsync(Standing at, string? reason, CancellationToken cancellationToken) =>
        reason is null ? clock.GetUtcNow() + WhileStopped : await HaltAsync(at, reason, cancellationToken);

    /// <summary>Why a change may not be made; null: it may. What was judged in this very move, one look ago, is not judged twice.</summary>
    private async Task<GateAnswer?> ShutAsync(Standing at, CancellationToken cancellationToken) =>
        stop.IsSet ? GateAnswer.NotYet
        : !at.IsJudged && await gate.JudgeAsync(at.Document, at.Plan, cancellationToken) is { IsOpen: false } answer ? answer
        : null;

    private async Task<DateTimeOffset?> CallAsync(Standing at, Step? before, CancellationToken cancellationToken)
    {
        if (await ShutAsync(at, cancellationToken) is { } shut) return await KeptOutAsync(at, shut.Reason, cancellationToken);
        var isKept = before is not null && at.Run.IntendedAt is null && StepFacts.Of(at.Step).Reversible;
        var kept = isKept ? plans.SealBefore(at.Document.State.Run!, at.Number, before!) : null;
        if (!await ReportAsync(at, new ExecutionEvent.Intended(at.Number) { Kept = isKept }, cancellationToken, kept)) return null;
        points.Reached("P14");
        var password = StepAccounts.SetsPassword(at.Step) ? SecretShelf.NewPassword() : null;
        var answer = await tenants.DoAsync(at.Tenant, at.Step, new StepCall(KeyOf(at), password, at.Run.Code), cancellationToken);
        points.Reached("P15");
        var intended = at with { Run = at.Run with { State = StepState.Intended, Tries = at.Run.Tries + 1 } };
        return await AnsweredAsync(intended, answer, password, cancellationToken);
    }

    private async Task<DateTimeOffset?> AnsweredAsync(Standing at, StepAnswer answer, string? password, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case StepAnswer.Taken taken:
                if ((taken.Secret ?? password) is { } secret) shelf.Put(at.Document.Id, secret);
                points.Reached("P16");
                await ReportAsync(at, new ExecutionEvent.Applied(at.Number, taken.CreatedId), cancellationToken);
                return null;
            case StepAnswer.Later later: return await WaitAsync(at, StepWait.Service, later.Until, cancellationToken);
            case StepAnswer.AwaitsCustomer awaits:
                if (at.Run.WaitsFor is not StepWait.CustomerAdministrator || !string.Equals(at.Run.Code, awaits.ApprovalCode, StringComparison.Ordinal))
                    await ReportAsync(at, new ExecutionEvent.Waits(at.Number, StepWait.CustomerAdministrator, clock.GetUtcNow() + CustomerLook, awaits.ApprovalCode), cancellationToken);
                return clock.GetUtcNow() + CustomerLook;
            case StepAnswer.Refused refused: return await HaltAsync(at, refused.Code, cancellationToken, untouched: at.Run.Tries == 1);
            default:
                return await WaitAsync(at, StepWait.ReadBack, clock.GetUtcNow() + LookAgain, cancellationToken);
        }
    }

    /// <summary>The state holds. A new password that was lost with the process is made anew: only the last one is ever shown (RELIABILITY E62).</summary>
    private async Task<DateTimeOffset?> HoldsAsync(Standing at, StepSight.Holds holds, CancellationToken cancellationToken)
    {
        if (at.Run.State is StepState.Waiting) return await SettleAsync(at, StepEnd.AlreadySo, holds.CreatedId, cancellationToken);
        if (StepAccounts.MakesSecret(at.Step) && shelf.HeldUntil(at.Document.Id) is null)
        {
            if (at.Run.Tries >= MostPasswords) return await HaltAsync(at, PlanReasons.Unclear, cancellationToken);
            if (!StepAccounts.SetsPassword(at.Step)) return await CallAsync(at, before: null, cancellationToken);
            var made = StepAccounts.Of(at.Step)! with { Id = holds.CreatedId ?? at.Run.CreatedId ?? StepAccounts.Of(at.Step)!.Id };
            return await CallAsync(at with { Step = new Step.ResetPassword(made) }, before: null, cancellationToken);
        }

        return await SettleAsync(at, StepEnd.Done, holds.CreatedId, cancellationToken);
    }

    /// <summary>The same call once more with its code: it was intended, and nothing of it was applied while it waits for the other administrator.</summary>
    private async Task<DateTimeOffset?> AskAgainAsync(Standing at, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - at.Run.WaitsSince >= PlanAgenda.CustomerAdministratorHolds)
            return await HaltAsync(at, PlanReasons.NoSecondAdministrator, cancellationToken);
        if (await ShutAsync(at, cancellationToken) is { } shut) return await KeptOutAsync(at, shut.Reason, cancellationToken);
        return await AnsweredAsync(at, await tenants.DoAsync(at.Tenant, at.Step, new StepCall(KeyOf(at), null, at.Run.Code), cancellationToken), null, cancellationToken);
    }

    private async Task<DateTimeOffset?> SettleAsync(Standing at, StepEnd how, Guid? createdId, CancellationToken cancellationToken)
    {
        await ReportAsync(at, new ExecutionEvent.Settled(at.Number, how, createdId, Actor.Product), cancellationToken);
        points.Reached("P17");
        return null;
    }

    private async Task<DateTimeOffset?> HaltAsync(Standing at, string reason, CancellationToken cancellationToken, bool untouched = false)
    {
        await ReportAsync(at, new ExecutionEvent.Halted(at.Number, reason, untouched), cancellationToken);
        return null;
    }

    private async Task<DateTimeOffset?> WaitAsync(Standing at, StepWait why, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // The same wait is written down once: its instant alone moves on.
        if (at.Run.WaitsFor == why && why is not StepWait.Service) return until;
        await ReportAsync(at, new ExecutionEvent.Waits(at.Number, why, until), cancellationToken);
        return null; // The timetable has its instant from the journal; another step may have its turn before.
    }

    private Task<bool> ReportAsync(Standing at, ExecutionEvent what, CancellationToken cancellationToken, TextRow? beside = null) =>
        reports.ReportAsync(at.Document.Id, at.Document.State.Run!.Hash, at.Number, at.Run.Tries, what, beside, cancellationToken);

    private static string KeyOf(Standing at) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at.Document.Id}/{at.Document.State.Run!.Hash[..16]}/{at.Number}");

    private static Standing At(RequestDocument document, Plan plan, int number) =>
        new(document, plan, number, StepOf(document.State.Run!, plan, number), document.State.Run!.Steps[number]);

    private static Step StepOf(PlanRun run, Plan plan, int number)
    {
        var step = plan.Steps[number].Does;
        for (var i = 0; i < number; i++)
            if (run.Steps[i].CreatedId is { } made && StepAccounts.Of(plan.Steps[i].Does) is { } account) step = StepAccounts.With(step, account with { Id = made });
        return step;
    }

    private sealed record Standing(RequestDocument Document, Plan Plan, int Number, Step Step, StepRun Run)
    {
        public Guid Tenant => Plan.TenantId!.Value;

        public bool IsJudged { get; init; }
    }
}
