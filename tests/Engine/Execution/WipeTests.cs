using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Tests.Requests;
using static SiOne.Bot.Engine.Tests.Execution.ExecutionBench;

namespace SiOne.Bot.Engine.Tests.Execution;

/// <summary>RELIABILITY E63: a lost phone is locked on one approval, and wiped on two, after a time in which anybody calls it off.</summary>
public sealed class WipeTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly PlannedStep Lock = new(new Step.LockDevice(((Step.WipeDevice)Wipe.Does).Device), null, null);

    [Fact]
    public async Task The_phone_is_locked_on_the_first_yes_and_the_wipe_waits_for_the_second()
    {
        await using var bench = new ExecutionBench();
        var (request, plan) = await DrawnAsync(bench);
        Assert.Null(await YesAsync(bench, request, plan, First));
        await bench.WorkAsync();

        Assert.Equal([plan.Steps[0].Does, Lock.Does], Done(bench));
        var now = await bench.NowAsync(request);
        Assert.Equal((RequestState.InProgress, PlanState.Approved, true), (now.State.State, now.State.Run!.State, now.State.Run.AwaitsSecond));
        Assert.Equal(ApprovalRefusal.SamePerson, await YesAsync(bench, request, plan, First));
        await bench.PassAsync(request, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
        Assert.Equal(2, bench.Tenants.Calls.Count);

        Assert.Null(await YesAsync(bench, request, plan, Second));
        bench.Life.Bench.Clock.Advance(Window);
        await bench.WorkAsync();
        Assert.Equal([plan.Steps[0].Does, Lock.Does, Wipe.Does], Done(bench));
        Assert.Equal((PlanState.Done, RequestState.Done), ((await bench.RunAsync(request)).State, (await bench.NowAsync(request)).State.State));
    }

    [Fact]
    public async Task E63_The_wipe_does_not_begin_before_its_quarter_of_an_hour_and_begins_exactly_then()
    {
        await using var bench = new ExecutionBench();
        var (request, due) = await BothAsync(bench);
        bench.Life.Bench.Clock.Advance(Window - TimeSpan.FromTicks(1));
        await bench.WorkAsync();
        Assert.DoesNotContain(Wipe.Does, Done(bench));
        // Whoever moved the worker past its timetable would be refused by the one who writes.
        var run = await bench.RunAsync(request);
        Assert.False(await bench.Reports.ReportAsync(request.Id, run.Hash, run.Current, 0, new ExecutionEvent.Intended(run.Current), null, CancellationToken.None));

        bench.Life.Bench.Clock.Advance(TimeSpan.FromTicks(1));
        await bench.WorkAsync();
        Assert.Single(Done(bench), Wipe.Does);
        // A technician's window is not the customer's: the clock of the request ran on.
        var state = (await bench.NowAsync(request)).State;
        Assert.Equal((due, 0), (state.Due, state.Pauses.Length));
    }

    [Fact]
    public async Task E63_Called_off_in_its_last_second_nothing_is_wiped_and_another_plan_can_be_drawn_up()
    {
        await using var bench = new ExecutionBench();
        var (request, _) = await BothAsync(bench);
        bench.Life.Bench.Clock.Advance(Window - TimeSpan.FromSeconds(1));
        await bench.WorkAsync();
        var theo = new Actor(ActorKind.Technician, "theo");
        Assert.True((await bench.Desk.CallOffAsync(request.State.Reference, theo, CancellationToken.None)).Taken);
        await bench.PassAsync(request, TimeSpan.FromMinutes(2));
        bench.Life.Bench.Clock.Advance(TimeSpan.FromHours(5));
        await bench.WorkAsync();

        Assert.DoesNotContain(Wipe.Does, Done(bench));
        var run = await bench.RunAsync(request);
        Assert.Equal((PlanState.Dropped, PlanReasons.CalledOff), (run.State, run.Reason));
        Assert.Equal(StepEnd.Done, run.Steps[1].End);
        Assert.False((await bench.Desk.CallOffAsync(request.State.Reference, theo, CancellationToken.None)).Taken);

        // Anew, with approvals of its own.
        var plan = await bench.DrawAsync(request, Lost(request));
        Assert.Equal(PlanState.Drawn, (await bench.RunAsync(request)).State);
        Assert.Null(await YesAsync(bench, request, plan, First));
        Assert.Null(await YesAsync(bench, request, plan, Second));
        bench.Life.Bench.Clock.Advance(Window);
        await bench.WorkAsync();
        Assert.Single(Done(bench), Wipe.Does);
    }

    [Fact]
    public async Task Once_it_has_begun_nobody_calls_it_off()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.SeenAfter = TimeSpan.FromSeconds(1);
        var (request, _) = await BothAsync(bench);
        bench.Life.Bench.Clock.Advance(Window);
        await bench.WorkAsync();
        Assert.Single(Done(bench), Wipe.Does);
        Assert.Equal(PlanState.Approved, (await bench.RunAsync(request)).State);
        Assert.False((await bench.Desk.CallOffAsync(request.State.Reference, First, CancellationToken.None)).Taken);
        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromSeconds(10))).State);
    }

    [Fact]
    public async Task E63_While_everything_is_stopped_the_window_passes_and_the_wipe_does_not_begin()
    {
        await using var bench = new ExecutionBench();
        var (request, _) = await BothAsync(bench);
        bench.Stop.Set(true);
        await bench.PassAsync(request, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(Wipe.Does, Done(bench));
        bench.Stop.Set(false);
        await bench.PassAsync(request, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));
        Assert.Single(Done(bench), Wipe.Does);
    }

    [Fact]
    public async Task E63_Yeses_that_grew_old_before_the_wipe_begins_are_asked_for_anew()
    {
        await using var bench = new ExecutionBench();
        var (request, _) = await BothAsync(bench);
        bench.Stop.Set(true);
        await bench.PassAsync(request, ApprovalRules.DestructiveLife, TimeSpan.FromMinutes(10));
        bench.Stop.Set(false);
        await bench.PassAsync(request, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));
        var run = await bench.RunAsync(request);
        Assert.Equal((PlanState.Halted, PlanReasons.ApprovalGone), (run.State, run.Reason));
        Assert.DoesNotContain(Wipe.Does, Done(bench));
        await bench.DrawAsync(request, Lost(request));
        Assert.Equal(PlanState.Drawn, (await bench.RunAsync(request)).State);
    }

    [Fact]
    public async Task Without_a_second_yes_the_phone_stays_locked_and_the_plan_expires()
    {
        await using var bench = new ExecutionBench();
        var (request, plan) = await DrawnAsync(bench);
        Assert.Null(await YesAsync(bench, request, plan, First));
        var run = await bench.PassAsync(request, ApprovalRules.DestructiveLife - TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        Assert.Equal(PlanState.Approved, run.State);
        run = await bench.PassAsync(request, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        Assert.Equal((PlanState.Dropped, PlanReasons.Expired), (run.State, run.Reason));
        Assert.Equal(2, bench.Tenants.Calls.Count);
        await bench.DrawAsync(request, Lost(request));
    }

    [Fact]
    public async Task What_is_judged_when_the_wipe_begins_is_as_it_is_then()
    {
        await using var bench = new ExecutionBench();
        var (request, _) = await BothAsync(bench);
        await bench.Life.ActAsync(request, new ActWish(ActVerb.Decline) { Text = "Le téléphone est retrouvé." });
        await bench.PassAsync(request, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(Wipe.Does, Done(bench));
        Assert.NotEqual(PlanState.Approved, (await bench.RunAsync(request)).State);
    }

    [Fact]
    public async Task E63_A_phone_that_is_switched_off_is_wiped_as_soon_as_it_may_be_while_its_lock_waits_for_it()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.PhoneIsOff = true;
        var (request, plan) = await DrawnAsync(bench);
        Assert.Null(await YesAsync(bench, request, plan, First));
        await bench.PassAsync(request, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
        var run = await bench.RunAsync(request);
        Assert.Equal((StepState.Applied, StepWait.Device, true), (run.Steps[1].State, run.Steps[1].WaitsFor, run.AwaitsSecond));
        Assert.Equal([plan.Steps[0].Does, Lock.Does], Done(bench));

        Assert.Null(await YesAsync(bench, request, plan, Second));
        await bench.PassAsync(request, Window - TimeSpan.FromSeconds(1), Window - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Wipe.Does, Done(bench));
        run = await bench.PassAsync(request, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Assert.Equal([plan.Steps[0].Does, Lock.Does, Wipe.Does], Done(bench));
        Assert.Equal(PlanState.Approved, run.State);

        run = await bench.PassAsync(request, TimeSpan.FromDays(3), TimeSpan.FromHours(1));
        Assert.Equal((PlanState.Approved, StepWait.Device, StepWait.Device), (run.State, run.Steps[1].WaitsFor, run.Steps[2].WaitsFor));
        bench.Tenants.PhoneIsOff = false;
        run = await bench.PassAsync(request, TimeSpan.FromMinutes(2));
        Assert.Equal(PlanState.Done, run.State);
        Assert.All(run.Steps, step => Assert.Equal(StepEnd.Done, step.End));
        Assert.Equal(3, bench.Tenants.Calls.Count);
        await bench.Life.AddsUpAsync();
    }

    [Fact]
    public async Task A_lock_that_the_wipe_overtook_stops_nothing_and_nobody_is_told_of_it()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.PhoneIsOff = true;
        var (request, _) = await BothAsync(bench);
        Assert.Equal(PlanState.Approved, (await bench.PassAsync(request, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5))).State);
        bench.Tenants.PhoneIsGone = true;
        var run = await bench.PassAsync(request, TimeSpan.FromMinutes(2));
        Assert.Equal(PlanState.Done, run.State);
        Assert.Equal([StepEnd.Done, StepEnd.Overtaken, StepEnd.Done], run.Steps.Select(step => step.End!.Value));
        Assert.Equal(3, bench.Tenants.Calls.Count);
        Assert.Equal(2, WorkReport.Of(Lost(request), run)!.Steps.Length);
    }

    [Fact]
    public async Task A_lock_that_waits_for_its_phone_is_read_back_and_keeps_no_plan_from_growing_old()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.PhoneIsOff = true;
        var (request, plan) = await DrawnAsync(bench);
        Assert.Null(await YesAsync(bench, request, plan, First));
        await bench.PassAsync(request, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
        bench.Tenants.PhoneIsOff = false;
        Assert.Equal(StepEnd.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(1))).Steps[1].End);

        await using var other = new ExecutionBench();
        other.Tenants.PhoneIsOff = true;
        (request, plan) = await DrawnAsync(other);
        Assert.Null(await YesAsync(other, request, plan, First));
        var run = await other.PassAsync(request, ApprovalRules.DestructiveLife, TimeSpan.FromMinutes(1));
        Assert.Equal((PlanState.Dropped, PlanReasons.Expired), (run.State, run.Reason));
        Assert.Equal(2, other.Tenants.Calls.Count);
    }

    [Fact]
    public async Task A_lock_that_cannot_come_about_any_more_stops_the_plan_where_it_stands_before_its_wipe()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.PhoneIsOff = true;
        var (request, _) = await BothAsync(bench);
        bench.Tenants.NextSights.Enqueue(new StepSight.Drifted("holder-changed"));
        var run = await bench.PassAsync(request, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));
        Assert.Equal((PlanState.Halted, "holder-changed", 1), (run.State, run.Reason, run.Current));
        Assert.DoesNotContain(Wipe.Does, Done(bench));

        Assert.Null((await bench.DoAsync(request, new ExecutionCommand.Resume())).Refusal);
        bench.Life.Bench.Clock.Advance(Window);
        await bench.WorkAsync();
        Assert.Single(Done(bench), Wipe.Does);
    }

    [Fact]
    public async Task A_step_that_goes_on_while_somebody_calls_the_wipe_off_does_not_save_it()
    {
        FailingStore store = null!;
        await using var bench = new ExecutionBench(real => store = new FailingStore(real));
        bench.Tenants.PhoneIsOff = true;
        var (request, plan) = await DrawnAsync(bench);
        Assert.Null(await YesAsync(bench, request, plan, First));
        await bench.WorkAsync();
        Assert.Null(await YesAsync(bench, request, plan, Second));
        LockEndsAtNextCommit(bench, store);
        Assert.True((await bench.Desk.CallOffAsync(request.State.Reference, First, CancellationToken.None, PlanHash.Of(plan))).Taken);
        var run = await bench.RunAsync(request);
        Assert.Equal((PlanState.Dropped, StepEnd.Done), (run.State, run.Steps[1].End));
    }

    [Fact]
    public async Task A_step_that_goes_on_while_the_second_one_clicks_takes_nothing_from_their_yes()
    {
        FailingStore store = null!;
        await using var bench = new ExecutionBench(real => store = new FailingStore(real));
        bench.Tenants.PhoneIsOff = true;
        var (request, plan) = await DrawnAsync(bench);
        Assert.Null(await YesAsync(bench, request, plan, First));
        await bench.WorkAsync();
        LockEndsAtNextCommit(bench, store);
        Assert.Null(await YesAsync(bench, request, plan, Second));
        var run = await bench.RunAsync(request);
        Assert.Equal((2, StepEnd.Done), (run.Votes.Length, run.Steps[1].End));
    }

    /// <summary>The phone comes back, and its lock is read back, after somebody's act was decided and before it is kept.</summary>
    private static void LockEndsAtNextCommit(ExecutionBench bench, FailingStore store) => store.BeforeCommit = async (_, _) =>
    {
        store.BeforeCommit = null;
        bench.Tenants.PhoneIsOff = false;
        bench.Life.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.WorkAsync();
    };

    private static Plan Lost(RequestDocument request) => PlanOf(request, Revoke, Lock, Wipe) with { OperationId = PhoneOperations.Lost.Id };

    private static async Task<(RequestDocument Request, Plan Plan)> DrawnAsync(ExecutionBench bench)
    {
        var request = await bench.AcceptedAsync();
        return (request, await bench.DrawAsync(request, Lost(request)));
    }

    /// <summary>Both have said yes just now, and the phone is locked. The due instant that the customer was told.</summary>
    private static async Task<(RequestDocument Request, Domain.Commitments.Due? Due)> BothAsync(ExecutionBench bench)
    {
        var (request, plan) = await DrawnAsync(bench);
        Assert.Null(await YesAsync(bench, request, plan, First));
        await bench.PassAsync(request, TimeSpan.FromSeconds(10));
        Assert.Null(await YesAsync(bench, request, plan, Second));
        await bench.WorkAsync();
        Assert.Equal(bench.Life.Bench.Clock.GetUtcNow() + Window, (await bench.RunAsync(request)).CancelUntil);
        return (request, (await bench.NowAsync(request)).State.Due);
    }

    private static async Task<ApprovalRefusal?> YesAsync(ExecutionBench bench, RequestDocument request, Plan plan, Actor who)
    {
        var click = new ApprovalClick($"account-{who.Id}", Options.StaffTenant, PlanHash.Of(plan), ConfirmationWord.Of(plan));
        var result = await bench.Desk.ApproveAsync(request.State.Reference, who, click, CancellationToken.None);
        Assert.Equal((null, false), (result.Refusal, result.Contended));
        return result.Reason;
    }

    private static IEnumerable<Step> Done(ExecutionBench bench) => bench.Tenants.Applied.Select(applied => applied.Step);
}
