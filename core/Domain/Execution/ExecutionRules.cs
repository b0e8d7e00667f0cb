using System.Collections.Immutable;
using System.Diagnostics;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What a command about a plan makes happen. A plan runs once, as it was approved, and nobody hears that it is done before it was read back.</summary>
internal static class ExecutionRules
{
    public static Decision Decide(Request state, RequestCommand.Execute command)
    {
        var (at, by, wanted) = command;
        return wanted switch
        {
            ExecutionCommand.Draw draw => Draw(state, draw.PlanKey, draw.Plan, at, by),
            ExecutionCommand.Undo undo => Undo(state, undo, at, by),
            ExecutionCommand.Approve approve => Approve(state, approve, at, by),
            ExecutionCommand.Drop drop => state.Run is { CanBeCalledOff: true }
                ? Happens(at, new ExecutionEvent.Dropped(drop.Because, by))
                : Decision.Refused(Refusal.NotAllowedNow),
            ExecutionCommand.Resume => state.Run is { State: PlanState.Halted } && PlanAgenda.IsOpen(state)
                ? Happens(at, new ExecutionEvent.Resumed(by))
                : Decision.Refused(Refusal.NotAllowedNow),
            ExecutionCommand.Show => state.Run is null || !IsTechnician(by)
                ? Decision.Refused(Refusal.NotAllowedNow)
                : Happens(at, new ExecutionEvent.SecretShown(by)),
            ExecutionCommand.Tick tick => Tick(state, tick, at, by),
            ExecutionCommand.Report report => Report(state, report, command.Again, at),
            _ => throw new UnreachableException(),
        };
    }

    private static Decision Draw(Request state, string key, Plan plan, DateTimeOffset at, Actor by)
    {
        if (!IsTechnician(by)) return Decision.Refused(Refusal.NotTheirs);
        if (!PlanAgenda.IsOpen(state) || !plan.CanRun || state.Run is { MayBeReplaced: false }) return Decision.Refused(Refusal.NotAllowedNow);
        return Happens(at, Drawn(key, plan, undoes: false, by));
    }

    private static Decision Undo(Request state, ExecutionCommand.Undo undo, DateTimeOffset at, Actor by)
    {
        if (!IsTechnician(by)) return Decision.Refused(Refusal.NotTheirs);
        if (state.Run is not { Undoes: false, State: PlanState.Done or PlanState.Halted } || undo.Plan.Steps.IsEmpty
            || !(PlanAgenda.IsOpen(state) || state.State is RequestState.Done)) return Decision.Refused(Refusal.NotAllowedNow);
        var drawn = Drawn(undo.PlanKey, undo.Plan with { NotBefore = null }, undoes: true, by);
        ImmutableArray<RequestEvent> reopened = state.State is RequestState.Done
            ? [new RequestEvent.Moved(RequestState.InProgress, Because.Reopened, at, by)]
            : [];
        return new Decision([.. reopened, Of(at, drawn), Of(at, new ExecutionEvent.Voted(drawn.Hash, by, undo.Account, Complete: true))], []);
    }

    private static Decision Approve(Request state, ExecutionCommand.Approve approve, DateTimeOffset at, Actor by)
    {
        if (!IsTechnician(by)) return Decision.Refused(Refusal.NotTheirs);
        if (state.Run is not { AwaitsApproval: true } drawn || !PlanAgenda.IsOpen(state) || !string.Equals(drawn.Hash, approve.Hash, StringComparison.Ordinal))
            return Decision.Refused(Refusal.NotAllowedNow);
        // RELIABILITY E68: one person has one voice.
        if (approve.Account.Length == 0 || drawn.Votes.Any(vote => string.Equals(vote.Account, approve.Account, StringComparison.OrdinalIgnoreCase))) return Decision.Refused(Refusal.SamePerson);
        ImmutableArray<RequestEvent> begun = (approve.Complete || drawn.FirstStage > 0) && state.State is RequestState.Accepted && (drawn.NotBefore is not { } day || day <= at)
            ? [.. state.TakenBy is null ? [new RequestEvent.Taken(by)] : ImmutableArray<RequestEvent>.Empty, new RequestEvent.Moved(RequestState.InProgress, Because.Started, at, by)]
            : [];
        var voted = new ExecutionEvent.Voted(approve.Hash, by, approve.Account, approve.Complete) { CancelUntil = at + approve.CancelWithin };
        return new Decision([Of(at, voted), .. begun], []);
    }

    private static Decision Tick(Request state, ExecutionCommand.Tick tick, DateTimeOffset at, Actor by)
    {
        if (!IsTechnician(by)) return Decision.Refused(Refusal.NotTheirs);
        return state.Run is { State: PlanState.Approved } running && running.Current == tick.Step
            && running.Steps[tick.Step] is { WaitsFor: StepWait.Technician }
            ? Settled(state, new ExecutionEvent.Settled(tick.Step, StepEnd.ByHand, CreatedId: null, by), at)
            : Decision.Refused(Refusal.NotAllowedNow);
    }

    private static Decision Report(Request state, ExecutionCommand.Report report, Case? again, DateTimeOffset at)
    {
        if (state.Run is not { State: PlanState.Approved } running || !string.Equals(running.Hash, report.Hash, StringComparison.Ordinal)
            || (running.Current != report.Step && !running.IsHandedOver(report.Step)) || running.Steps[report.Step].Tries != report.Tries
            || (report.What is ExecutionEvent.Intended && IsHeld(running, at))) return Decision.Refused(Refusal.NotAllowedNow);
        return WithClock(state, report, again, at, report.What switch
        {
            ExecutionEvent.Settled settled => Settled(state, settled, at),
            // What was approved for a later day begins now (Art. 13).
            ExecutionEvent.Intended when state.State is RequestState.Accepted => new Decision(
                [new RequestEvent.Moved(RequestState.InProgress, Because.Started, at, Approver(running)), Of(at, report.What)], []),
            _ => Happens(at, report.What),
        });
    }

    /// <summary>RELIABILITY E63: nothing of the last stage is begun before everybody has approved it, and the time to call it off is over.</summary>
    private static bool IsHeld(PlanRun running, DateTimeOffset at) => !running.IsInFirstStage && (running.AwaitsSecond || at < running.CancelUntil);

    /// <summary>The customer's second administrator in Intune owes an answer: the clock stands still until the call is taken (Art. 10; Reading).</summary>
    private static Decision WithClock(Request state, ExecutionCommand.Report report, Case? again, DateTimeOffset at, Decision decision)
    {
        if (again is null || !again.Readings.PauseWhileCustomerOwes || state.Due is null) return decision;
        if (report.What is ExecutionEvent.Waits { Why: StepWait.CustomerAdministrator })
            return state.IsPaused ? decision : decision with { Events = [.. decision.Events, new RequestEvent.ClockPaused(at, Verdict.AwaitApproval)] };
        var waited = state.Run!.Steps[report.Step].WaitsFor is StepWait.CustomerAdministrator;
        return waited && state.IsPaused ? decision with { Events = [Examined.Resumed(state, again, at), .. decision.Events] } : decision;
    }

    /// <summary>The last step ends the plan, and the request with it; what was undone stays open, for a person to decide on.</summary>
    private static Decision Settled(Request state, ExecutionEvent.Settled settled, DateTimeOffset at)
    {
        var running = state.Run!;
        if (settled.Step + 1 < running.Steps.Length) return Happens(at, settled);
        var overtaken = running.HandedOver.Select(step => Of(at, new ExecutionEvent.Settled(step, StepEnd.Overtaken, CreatedId: null, Actor.Product)));
        ImmutableArray<RequestEvent> ends = [Of(at, settled), .. overtaken, Of(at, new ExecutionEvent.Ended())];
        return new Decision(running.Undoes || !PlanAgenda.IsOpen(state) ? ends : [.. ends, new RequestEvent.Moved(RequestState.Done, Because.Done, at, Approver(running))], []);
    }

    /// <summary>Who answers for what was done: whoever approved last.</summary>
    private static Actor Approver(PlanRun running) => running.Votes.IsEmpty ? Actor.Product : running.Votes[^1].By;

    private static ExecutionEvent.Drawn Drawn(string key, Plan plan, bool undoes, Actor by) =>
        new(key, PlanHash.Of(plan), plan.Steps.Length, ApprovalRules.TakesTwo(plan), plan.NotBefore, undoes, by)
        {
            Capped = ApprovalCaps.KindsOf(plan),
            FirstStage = ApprovalRules.FirstStage(plan),
        };

    private static Decision Happens(DateTimeOffset at, ExecutionEvent happened) => new([Of(at, happened)], []);

    private static RequestEvent.Execution Of(DateTimeOffset at, ExecutionEvent happened) => new(happened, at);

    private static bool IsTechnician(Actor by) => by is { Kind: ActorKind.Technician, Id.Length: > 0 };
}
