using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Executors;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestGraph.Faults;

namespace SiOne.Bot.Graph.Tests.Executors;

/// <summary>Each kind of step as the engine goes through it: look, do, look again; also when an answer is lost.</summary>
public sealed class ActTests
{
    /// <summary>Devices answer later; a file, a group or a licence at once.</summary>
    private static readonly string[] OnDevices = ["locate", "lock", "wipe", "retire"];

    public static TheoryData<string> All => [.. Acts.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Is_to_do_then_done_then_read_back_by_one_effect(string name)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make(name, tenant);
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, step));
        Assert.Equal(0, customers.EffectsOn(tenant));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        AssertDone(name, await customers.LookAsync(tenant, step));
        var effect = Assert.Single(customers.Server.Log.Effects);
        Assert.Equal(customers.AppOf(AllExecutors.Of(step)!.Power), effect.AppId);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Looks_by_reading_alone_with_the_reading_app(string name)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make(name, tenant);
        await customers.LookAsync(tenant, step);
        var calls = customers.Server.Log.Calls.Where(call => call.Path.StartsWith("/v1.0/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(("GET", customers.AppOf(PowerClass.Reading)), (call.Method, call.AppId)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Cut_before_it_was_applied_is_unknown_and_still_to_do(string name)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make(name, tenant);
        foreach (var fault in FaultsOnWrites(customers, tenant)) fault.CutBefore();
        Assert.IsType<StepAnswer.Unknown>(await customers.DoAsync(tenant, step));
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, step));
        Assert.Equal(0, customers.EffectsOn(tenant));
        Assert.Equal(1, WritesOn(customers, tenant));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Cut_after_it_was_applied_is_unknown_and_found_done(string name)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make(name, tenant);
        foreach (var fault in FaultsOnWrites(customers, tenant)) fault.CutAfter();
        Assert.IsType<StepAnswer.Unknown>(await customers.DoAsync(tenant, step));
        AssertDone(name, await customers.LookAsync(tenant, step));
        Assert.Equal(1, customers.EffectsOn(tenant));
        Assert.Equal(1, WritesOn(customers, tenant));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Is_still_to_do_as_long_as_reads_are_late(string name)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make(name, tenant);
        foreach (var fault in FaultsOnWrites(customers, tenant)) fault.LateFor(TimeSpan.FromSeconds(40));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, step));
        customers.Clock.Advance(TimeSpan.FromSeconds(41));
        AssertDone(name, await customers.LookAsync(tenant, step));
        Assert.Equal(1, customers.EffectsOn(tenant));
    }

    [Theory]
    [InlineData("set-manager")]
    [InlineData("remove-manager")]
    [InlineData("exchange-licence")]
    [InlineData("join-group")]
    [InlineData("leave-group")]
    [InlineData("block-sign-in")]
    [InlineData("absence")]
    [InlineData("absence-scheduled")]
    [InlineData("redirect")]
    [InlineData("restore-version")]
    public async Task Is_undone_by_the_state_before(string name)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make(name, tenant);
        var before = Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, step)).Before!;
        await customers.DoAsync(tenant, step);
        customers.Clock.Advance(TimeSpan.FromMinutes(10));
        var undoing = customers.Clock.GetUtcNow();
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, before, undoing));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, before));
        Assert.IsType<StepSight.Holds>(await customers.LookAsync(tenant, before, undoing));
    }

    [Theory]
    [InlineData("create-account")]
    [InlineData("revoke-sessions")]
    [InlineData("reset-password")]
    [InlineData("access-pass")]
    [InlineData("wipe")]
    [InlineData("delete-account")]
    public async Task Has_no_way_back(string name)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        Assert.Null(Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, Acts.Make(name, tenant))).Before);
    }

    [Fact]
    public async Task A_step_by_hand_is_not_looked_at_and_not_done()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = new Step.ByHand(HandTask.BuyLicences, "O365_BUSINESS_PREMIUM");
        Assert.IsType<StepSight.Untold>(await customers.LookAsync(tenant, step));
        Assert.Equal(new StepAnswer.Refused("by-hand"), await customers.DoAsync(tenant, step));
        Assert.Empty(customers.Server.Log.Calls);
    }

    [Fact]
    public void Every_step_but_what_is_done_by_hand_has_one_executor()
    {
        var steps = typeof(Step).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Step)) && type != typeof(Step.ByHand)).OrderBy(type => type.Name, StringComparer.Ordinal);
        Assert.Equal(steps, AllExecutors.List.Select(executor => executor.Step).OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Needs_the_permission_that_plans_show_and_no_way_back_that_they_do_not(string name)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make(name, tenant);
        var (fact, executor) = (StepFacts.Of(step), AllExecutors.Of(step)!);
        Assert.Equal((fact.Permission, fact.Reference), (executor.Permission, executor.Page));
        Assert.True(fact.Reversible || ((StepSight.ToDo)await customers.LookAsync(tenant, step)).Before is null);
        Assert.True(!fact.Destructive || executor.Power == PowerClass.Destroying);
    }

    private static IEnumerable<FaultOrder> FaultsOnWrites(Customers customers, GraphTenant tenant) =>
        from method in (string[])["POST", "PATCH", "PUT", "DELETE"]
        from path in (string[])["users", "users/**", "groups/**", "drives/**", "deviceManagement/**"]
        select customers.Server.Faults.On(method, path, tenant);

    private static int WritesOn(Customers customers, GraphTenant tenant) =>
        customers.Server.Log.Calls.Count(call => call.TenantId == tenant.Id && call.Method != "GET" && call.Path.StartsWith("/v1.0/", StringComparison.Ordinal));

    private static void AssertDone(string name, StepSight sight)
    {
        if (OnDevices.Contains(name)) Assert.IsType<StepSight.Pending>(sight);
        else Assert.IsType<StepSight.Holds>(sight);
    }
}
