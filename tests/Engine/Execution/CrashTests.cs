using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using static SiOne.Bot.Engine.Tests.Execution.ExecutionBench;

namespace SiOne.Bot.Engine.Tests.Execution;

/// <summary>RELIABILITY E60, E62: the process dies at each boundary of each step, before and after its effect; every effect comes about exactly once.</summary>
public sealed class CrashTests
{
    public static TheoryData<string, int> Boundaries
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var point in new[] { "P14", "P15", "P16", "P17" })
                for (var step = 1; step <= 3; step++) rows.Add(point, step);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public async Task A_crash_at_a_boundary_loses_and_doubles_nothing(string point, int step)
    {
        await using var bench = new ExecutionBench();
        bench.KillAt(point, step);
        var member = new PlannedStep(new Step.SetMembership(new GroupRef(new Guid("0d000000-0000-4000-8000-000000000001"), "Compta"), Paul, Member: false), "membre", "plus membre");
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block, Revoke, member);
        await bench.WorkAsync();
        bench.Restart();

        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(30))).State);

        Assert.Equal([Block.Does, Revoke.Does, member.Does], bench.Tenants.Applied.Select(applied => applied.Step));
        Assert.All(bench.Tenants.Applied, applied => Assert.Equal(Tenant, applied.Tenant));
        await bench.Life.AddsUpAsync();
    }

    [Theory]
    [InlineData("P14")]
    [InlineData("P15")]
    [InlineData("P16")]
    public async Task A_password_that_died_with_the_process_is_made_anew_and_only_the_last_one_is_shown(string point)
    {
        await using var bench = new ExecutionBench();
        bench.KillAt(point);
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Reset);
        await bench.WorkAsync();
        bench.Restart();

        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(30))).State);

        var last = bench.Tenants.Calls.Last(call => call.Call.Password is not null).Call.Password;
        Assert.Equal(last, bench.Shelf.Take(request.Id));
        Assert.Null(bench.Shelf.Take(request.Id));
    }

    [Fact]
    public async Task A_cut_after_the_reset_was_applied_makes_another_password()
    {
        await using var bench = new ExecutionBench();
        bench.Tenants.Next.Enqueue((_, _, apply) =>
        {
            apply();
            return new StepAnswer.Unknown();
        });
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Reset);
        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(30))).State);
        var passwords = bench.Tenants.Calls.Select(call => call.Call.Password).ToArray();
        Assert.Equal((2, passwords[1]), (passwords.Distinct().Count(), bench.Shelf.Take(request.Id)));
    }

    [Fact]
    public async Task An_account_whose_first_password_was_lost_gets_another_and_is_made_once()
    {
        await using var bench = new ExecutionBench();
        bench.KillAt("P15");
        var made = new AccountRef("lea.martel@nova.example", null);
        var create = new PlannedStep(new Step.CreateAccount(made, "Léa Martel", "Léa", "Martel", "FR", "m-1"), null, "créé");
        var manager = new PlannedStep(new Step.SetManager(made, Paul), null, "Paul");
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), create, manager);
        await bench.WorkAsync();
        bench.Restart();

        Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(30))).State);

        Assert.Single(bench.Tenants.Applied, applied => applied.Step is Step.CreateAccount);
        var account = made with { Id = ScriptedTenants.Created };
        Assert.Contains(bench.Tenants.Applied, applied => applied.Step == new Step.ResetPassword(account));
        Assert.Contains(bench.Tenants.Applied, applied => applied.Step == new Step.SetManager(account, Paul));
        Assert.NotNull(bench.Shelf.Take(request.Id));
    }
}
