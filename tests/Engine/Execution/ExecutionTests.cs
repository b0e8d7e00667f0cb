using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using static SiOne.Bot.Engine.Tests.Execution.ExecutionBench;

namespace SiOne.Bot.Engine.Tests.Execution;

/// <summary>An approved plan is carried out as it was approved, once, and is done when it was read back.</summary>
public sealed class ExecutionTests
{
    [Fact]
    public async Task An_approved_plan_is_carried_out_step_by_step_and_then_who_asked_is_told()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block, Revoke);
        Assert.Equal(RequestState.InProgress, request.State.State);

        await bench.WorkAsync();

        Assert.Equal([Block.Does, Revoke.Does], bench.Tenants.Applied.Select(applied => applied.Step));
        Assert.Equal((PlanState.Done, RequestState.Done), ((await bench.RunAsync(request)).State, (await bench.NowAsync(request)).State.State));
        Assert.Equal("Done to nadia@nova.example", (await bench.Life.NoticesAsync())[^1]);
        Assert.Equal(First, (await bench.NowAsync(request)).Journal.Select(entry => entry.Event).OfType<RequestEvent.Moved>().Last().By);
        await bench.Life.AddsUpAsync();
    }

    [Fact]
    public async Task Nobody_hears_that_it_is_done_before_it_was_read_back()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.SeenAfter = TimeSpan.FromMinutes(2);
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block);

        await bench.WorkAsync();

        Assert.Equal((PlanState.Approved, StepState.Applied), ((await bench.RunAsync(request)).State, (await bench.RunAsync(request)).Steps[0].State));
        Assert.DoesNotContain(await bench.Life.NoticesAsync(), notice => notice.StartsWith("Done", StringComparison.Ordinal));
        // Not even by a technician's hand.
        Assert.Equal(Refusal.NotAllowedNow, (await bench.Life.ActAsync(request, Engine.Requests.ActVerb.Complete)).Refusal);

        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(3))).State);
        Assert.Single(bench.Tenants.Applied);
    }

    [Fact]
    public async Task What_holds_already_is_not_called()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.NextSights.Enqueue(new StepSight.Holds());
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block);
        await bench.WorkAsync();
        Assert.Empty(bench.Tenants.Calls);
        Assert.Equal(StepEnd.AlreadySo, (await bench.RunAsync(request)).Steps[0].End);
    }

    [Fact]
    public async Task A_drifted_tenant_stops_the_plan_and_changes_nothing()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.NextSights.Enqueue(new StepSight.Drifted("renamed"));
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block);
        await bench.WorkAsync();
        var run = await bench.RunAsync(request);
        Assert.Equal((PlanState.Halted, "renamed"), (run.State, run.Reason));
        Assert.Empty(bench.Tenants.Calls);

        Assert.Null((await bench.DoAsync(request, new ExecutionCommand.Resume())).Refusal);
        await bench.WorkAsync();
        Assert.Equal(PlanState.Done, (await bench.RunAsync(request)).State);
    }

    [Fact]
    public async Task What_stays_for_hands_waits_for_its_tick()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Hand, Block);
        await bench.WorkAsync();
        Assert.Empty(bench.Tenants.Calls);
        Assert.Equal(Refusal.NotAllowedNow, (await bench.DoAsync(request, new ExecutionCommand.Tick(1))).Refusal);
        Assert.Equal(Refusal.NotTheirs, (await bench.DoAsync(request, new ExecutionCommand.Tick(0), new Actor(ActorKind.Requester, "nadia"))).Refusal);

        Assert.Null((await bench.DoAsync(request, new ExecutionCommand.Tick(0), Second)).Refusal);
        await bench.WorkAsync();

        Assert.Equal([StepEnd.ByHand, StepEnd.Done], (await bench.RunAsync(request)).Steps.Select(step => step.End!.Value));
    }

    [Fact]
    public async Task A_throttled_call_waits_exactly_as_long_as_Microsoft_says()
    {
        await using var bench = new ExecutionBench();
        var until = Bench.Start + TimeSpan.FromMinutes(7);
        bench.Tenants.Next.Enqueue((_, _, _) => new StepAnswer.Later(until));
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block);
        await bench.WorkAsync();
        bench.Life.Bench.Clock.Advance(until - Bench.Start - TimeSpan.FromTicks(1));
        await bench.WorkAsync();
        Assert.Single(bench.Tenants.Calls);

        bench.Life.Bench.Clock.Advance(TimeSpan.FromTicks(1));
        await bench.WorkAsync();

        Assert.Equal((2, PlanState.Done), (bench.Tenants.Calls.Count, (await bench.RunAsync(request)).State));
    }

    [Fact]
    public async Task A_look_that_is_throttled_says_nothing_of_the_call_before_it()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.SeenAfter = TimeSpan.FromMinutes(2);
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Wipe);
        await bench.WorkAsync();
        bench.Tenants.NextSights.Enqueue(new StepSight.Failed(new StepAnswer.Later(Bench.Start + TimeSpan.FromMinutes(1))));
        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(5))).State);
        Assert.Single(bench.Tenants.Calls);
    }

    [Fact]
    public async Task A_refused_call_halts_for_a_person()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.Next.Enqueue((_, _, _) => new StepAnswer.Refused("Authorization_RequestDenied"));
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block, Revoke);
        await bench.WorkAsync();
        var run = await bench.RunAsync(request);
        Assert.Equal((PlanState.Halted, "Authorization_RequestDenied", 0), (run.State, run.Reason, run.Current));
        Assert.Contains("plan-halted", await bench.Life.AlertsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_of_which_nobody_knows_is_looked_for_before_it_is_repeated(bool applied)
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.Next.Enqueue((_, _, apply) =>
        {
            if (applied) apply();
            return new StepAnswer.Unknown();
        });
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block);

        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(20))).State);

        Assert.Single(bench.Tenants.Applied);
        Assert.Equal(applied ? 1 : 2, bench.Tenants.Calls.Count);
    }

    [Fact]
    public async Task A_wipe_of_which_nobody_knows_is_never_repeated()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.Next.Enqueue((_, _, _) => new StepAnswer.Unknown());
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Wipe);
        var run = await bench.PassAsync(request, TimeSpan.FromMinutes(20));
        Assert.Equal((PlanState.Halted, PlanReasons.Unclear), (run.State, run.Reason));
        Assert.Single(bench.Tenants.Calls);
    }

    [Fact]
    public async Task Nothing_is_called_while_the_stop_switch_is_set()
    {
        await using var bench = new ExecutionBench();
        bench.Stop.Set(true);
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block);
        await bench.PassAsync(request, TimeSpan.FromMinutes(1));
        Assert.Empty(bench.Tenants.Calls);

        bench.Stop.Set(false);
        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromSeconds(10))).State);
    }

    [Fact]
    public async Task Intunes_second_administrator_is_waited_for_and_then_the_same_call_is_sent_with_its_code()
    {
        await using var bench = new ExecutionBench();
        var approved = false;
        StepAnswer Answer(Step step, StepCall call, Action apply)
        {
            bench.Tenants.Next.Enqueue(Answer);
            if (!approved || call.ApprovalCode != "code-1") return new StepAnswer.AwaitsCustomer("code-1");
            apply();
            return new StepAnswer.Taken();
        }

        bench.Tenants.Next.Enqueue(Answer);
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Wipe);
        await bench.PassAsync(request, TimeSpan.FromHours(5), TimeSpan.FromMinutes(15));
        Assert.Equal(StepWait.CustomerAdministrator, (await bench.RunAsync(request)).Steps[0].WaitsFor);
        Assert.Empty(bench.Tenants.Applied);
        // Art. 10; Reading: the customer owes the answer, and is told of the new date when it has come.
        Assert.True((await bench.NowAsync(request)).State.IsPaused);
        var due = (await bench.NowAsync(request)).State.Due!.At;
        approved = true;

        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromHours(1), TimeSpan.FromMinutes(15))).State);
        Assert.Single(bench.Tenants.Applied);
        Assert.True((await bench.NowAsync(request)).Journal.Length < 30);
        Assert.False((await bench.NowAsync(request)).State.IsPaused);
        Assert.True((await bench.NowAsync(request)).State.Due!.At > due);
    }

    [Fact]
    public async Task Without_the_second_administrator_it_ends_after_three_days()
    {
        await using var bench = new ExecutionBench();
        for (var i = 0; i < 400; i++) bench.Tenants.Next.Enqueue((_, _, _) => new StepAnswer.AwaitsCustomer("code-1"));
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Wipe);
        var run = await bench.PassAsync(request, TimeSpan.FromDays(4), TimeSpan.FromHours(1));
        Assert.Equal((PlanState.Halted, PlanReasons.NoSecondAdministrator), (run.State, run.Reason));
    }
}
