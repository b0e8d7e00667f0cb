using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>RELIABILITY E63: a process that dies while a wipe can still be called off; the next one has the store alone.</summary>
public sealed class WipeCrashTests
{
    [Fact]
    public async Task E63_A_crash_in_the_window_neither_shortens_it_nor_loses_the_wipe()
    {
        await using var bench = await GraphBench.StartAsync(1);
        var (customer, clock) = (bench.World.Customers[0], bench.Bench.Clock);
        var request = (await bench.AskAsync(customer, Families.Of("phone-lost", customer, clock.GetUtcNow())))[0];
        await bench.ApproveAsync(request);
        var until = (await bench.RunAsync(request)).CancelUntil!.Value;
        for (; clock.GetUtcNow() < until - TimeSpan.FromMinutes(1); clock.Advance(TimeSpan.FromMinutes(1)))
        {
            await bench.WorkAsync();
            bench.World.EndActions();
            await bench.RestartAsync();
        }

        clock.Advance(until - clock.GetUtcNow() - TimeSpan.FromTicks(1));
        await bench.WorkAsync();
        var run = await bench.RunAsync(request);
        Assert.Equal((3, until), (run.Current, run.CancelUntil));
        Assert.Equal(0, Wipes(bench));

        clock.Advance(TimeSpan.FromTicks(1));
        await bench.RestartAsync();
        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromHours(1))).State);
        Assert.Equal(1, Wipes(bench));
        await EffectCheck.HoldsAsync(bench);
    }

    [Fact]
    public async Task Called_off_by_one_process_it_is_never_begun_by_the_next()
    {
        await using var bench = await GraphBench.StartAsync(1);
        var customer = bench.World.Customers[0];
        var request = (await bench.AskAsync(customer, Families.Of("phone-lost", customer, bench.Bench.Clock.GetUtcNow())))[0];
        await bench.ApproveAsync(request);
        await bench.WorkAsync();
        Assert.True((await bench.Desk.CallOffAsync(request.State.Reference, ExecutionBench.Second, CancellationToken.None)).Taken);
        await bench.RestartAsync();
        Assert.Equal(PlanState.Dropped, (await bench.PassAsync(request, TimeSpan.FromHours(1))).State);
        bench.Bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.WorkAsync();
        Assert.Equal(0, Wipes(bench));
    }

    [Theory]
    [InlineData("P14")]
    [InlineData("P15")]
    [InlineData("P16")]
    [InlineData("P17")]
    public async Task E63_A_crash_while_the_phone_is_switched_off_neither_loses_its_wipe_nor_doubles_it(string point)
    {
        await using var bench = await GraphBench.StartAsync(1);
        bench.LocksAtOnce = false;
        var customer = bench.World.Customers[0];
        var request = (await bench.AskAsync(customer, Families.Of("phone-lost", customer, bench.Bench.Clock.GetUtcNow())))[0];
        await bench.ApproveAsync(request);
        bench.KillAt(point);

        var run = await bench.PassAsync(request, TimeSpan.FromHours(2));

        Assert.True(bench.Deaths > 0);
        Assert.Equal((PlanState.Done, 1), (run.State, Wipes(bench)));
        // Lock and place were never fetched: the phone came back to be wiped, and left Intune.
        Assert.Equal([StepEnd.Done, StepEnd.Overtaken, StepEnd.Overtaken, StepEnd.Done], run.Steps.Select(step => step.End!.Value));
        Assert.Equal(4, bench.World.Server.Log.Effects.Count);
        await EffectCheck.HoldsAsync(bench);
    }

    private static int Wipes(GraphBench bench) => bench.World.Server.Log.Effects.Count(effect => effect.Route.EndsWith("/wipe", StringComparison.Ordinal));
}
