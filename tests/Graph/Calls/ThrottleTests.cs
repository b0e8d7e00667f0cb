using System.Net;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Tests.Executors;

namespace SiOne.Bot.Graph.Tests.Calls;

/// <summary>Waiting as Microsoft says (RELIABILITY E71), and what a lost answer means (E60).</summary>
public sealed class ThrottleTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task E71_Nothing_is_sent_before_the_instant_that_Retry_After_names_and_then_it_is()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        customers.Server.Faults.On("PATCH", "users/**", tenant).Throttle(TimeSpan.FromSeconds(17));
        var until = Customers.Start.AddSeconds(17);
        Assert.Equal(new StepAnswer.Later(until), await customers.DoAsync(tenant, step));
        var calls = customers.Server.Log.Calls.Count;
        customers.Clock.Advance(TimeSpan.FromSeconds(17) - TimeSpan.FromTicks(1));
        Assert.Equal(new StepAnswer.Later(until), await customers.DoAsync(tenant, step));
        Assert.Equal(new StepSight.Failed(new StepAnswer.Later(until)), await customers.LookAsync(tenant, step));
        Assert.Equal(calls, customers.Server.Log.Calls.Count);
        customers.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        Assert.Equal(1, customers.EffectsOn(tenant));
    }

    [Fact]
    public async Task E71_A_date_is_kept_as_well()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        customers.Server.Faults.On("GET", "users/**", tenant, times: 9).ThrottleUntil(Midnight);
        Assert.Equal(new StepSight.Failed(new StepAnswer.Later(Midnight)), await customers.LookAsync(tenant, Acts.Make("block-sign-in", tenant)));
    }

    [Fact]
    public async Task E71_A_throttled_customer_slows_no_other()
    {
        await using var customers = await Customers.StartAsync();
        var (slow, quick) = (customers.Add("atelier.example"), customers.Add("atelier.example"));
        slow.Throttled = TimeSpan.FromHours(1);
        Assert.IsType<StepAnswer.Later>(await customers.DoAsync(slow, Acts.Make("block-sign-in", slow)));
        var step = Acts.Make("block-sign-in", quick);
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(quick, step));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(quick, step));
    }

    [Fact]
    public async Task A_customer_whose_calls_all_hang_takes_no_other_ones_place()
    {
        await using var customers = await Customers.StartAsync();
        var (stuck, quick) = (customers.Add("atelier.example"), customers.Add("atelier.example"));
        var release = new TaskCompletionSource();
        customers.Server.Faults.On("PATCH", "users/**", stuck, times: 4).HoldAfter(release.Task);
        var step = Acts.Make("block-sign-in", stuck);
        var hanging = Enumerable.Range(0, 4).Select(_ => customers.DoAsync(stuck, step)).ToList();
        var other = Acts.Make("block-sign-in", quick);
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(quick, other));
        Assert.All(hanging, call => Assert.False(call.IsCompleted));
        release.SetResult();
        Assert.All(await Task.WhenAll(hanging), answer => Assert.IsType<StepAnswer.Taken>(answer));
    }

    [Fact]
    public async Task Without_a_word_of_how_long_the_setting_says()
    {
        await using var customers = await Customers.StartAsync(settings => settings with { BackOff = TimeSpan.FromSeconds(12) });
        var tenant = customers.Add();
        customers.Server.Faults.On("PATCH", "users/**", tenant).Unavailable();
        Assert.Equal(new StepAnswer.Later(Customers.Start.AddSeconds(12)), await customers.DoAsync(tenant, Acts.Make("block-sign-in", tenant)));
    }

    [Fact]
    public async Task E60_A_gateway_that_gave_up_may_have_passed_the_call_on()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        customers.Server.Faults.On("PATCH", "users/**", tenant).GatewayTimeoutAfter(customers.Clock);
        Assert.IsType<StepAnswer.Unknown>(await customers.DoAsync(tenant, step));
        Assert.IsType<StepSight.Holds>(await customers.LookAsync(tenant, step));
        Assert.Equal(1, customers.EffectsOn(tenant));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task E60_A_servers_fault_leaves_a_change_unknown_and_a_look_for_later(HttpStatusCode status)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        customers.Server.Faults.On("PATCH", "users/**", tenant).Refuse(status, "UnknownError", "");
        Assert.IsType<StepAnswer.Unknown>(await customers.DoAsync(tenant, step));
        customers.Server.Faults.On("GET", "users/*", tenant).Refuse(status, "UnknownError", "");
        Assert.Equal(new StepSight.Failed(new StepAnswer.Later(Customers.Start.AddSeconds(30))), await customers.LookAsync(tenant, step));
    }

    [Fact]
    public async Task E60_A_call_that_takes_too_long_is_unknown_after_its_time()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        var release = new TaskCompletionSource();
        customers.Server.Faults.On("PATCH", "users/**", tenant).HoldAfter(release.Task);
        var answer = customers.DoAsync(tenant, step);
        await Until(() => customers.EffectsOn(tenant) == 1);
        Assert.False(answer.IsCompleted);
        customers.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<StepAnswer.Unknown>(await answer);
        Assert.IsType<StepSight.Holds>(await customers.LookAsync(tenant, step));
        release.SetResult();
    }

    [Fact]
    public async Task A_look_that_was_cut_is_made_once_more_and_a_second_time_is_for_later()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        customers.Server.Faults.On("GET", "users/*", tenant).CutBefore();
        Assert.IsType<StepSight.ToDo>(await customers.LookAsync(tenant, step));
        customers.Server.Faults.On("GET", "users/*", tenant, times: 2).CutBefore();
        Assert.Equal(new StepSight.Failed(new StepAnswer.Later(Customers.Start.AddSeconds(30))), await customers.LookAsync(tenant, step));
    }

    [Fact]
    public async Task A_token_service_that_is_not_there_means_later_and_nothing_was_sent()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        customers.Server.Faults.On("POST", "*/oauth2/**", tenant).Unavailable(TimeSpan.FromSeconds(9));
        Assert.Equal(new StepAnswer.Later(Customers.Start.AddSeconds(9)), await customers.DoAsync(tenant, Acts.Make("block-sign-in", tenant)));
        Assert.DoesNotContain(customers.Server.Log.Calls, call => call.Path.StartsWith("/v1.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_service_that_breaks_off_leaves_a_refusal_as_Graph_gave_it()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        customers.Server.Faults.On("POST", "*/oauth2/**", tenant).CutBefore();
        Assert.Equal(new StepAnswer.Later(Customers.Start.AddSeconds(30)), await customers.DoAsync(tenant, step));
        customers.Server.Faults.On("PATCH", "users/**", tenant).Refuse(HttpStatusCode.Forbidden, "Authorization_RequestDenied", "");
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, new Step.RevokeSessions(((Step.SetSignIn)step).Account)));
        customers.Server.Faults.On("POST", "*/oauth2/**", tenant).CutBefore();
        Assert.Equal(new StepAnswer.Refused("Authorization_RequestDenied"), await customers.DoAsync(tenant, step));
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_not_told_that_anything_failed()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var release = new TaskCompletionSource();
        customers.Server.Faults.On("PATCH", "users/**", tenant).HoldAfter(release.Task);
        using var stop = new CancellationTokenSource();
        var answer = customers.Sut.DoAsync(Guid.Parse(tenant.Id), Acts.Make("block-sign-in", tenant), new StepCall("k"), stop.Token);
        await Until(() => customers.EffectsOn(tenant) == 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        release.SetResult();
    }

    private static async Task Until(Func<bool> holds)
    {
        while (!holds()) await Task.Yield();
    }
}
