using System.Net;
using SiOne.Bot.TestGraph.State;

namespace SiOne.Bot.Graph.Tests.Fake;

/// <summary>Each thing that can be ordered to go wrong.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_throttled_call_does_nothing_and_says_how_long_to_wait()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Server.Faults.On("POST", "users").Throttle(TimeSpan.FromSeconds(90));
        sample.Server.Faults.On("POST", "users").ThrottleUntil(sample.Clock.GetUtcNow().AddMinutes(5));
        var seconds = await sample.CallAsync("POST", "users", SampleGraph.Newcomer());
        var date = await sample.CallAsync("POST", "users", SampleGraph.Newcomer());
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(90)), (seconds.Status, seconds.Response.Headers.RetryAfter!.Delta));
        Assert.Equal(sample.Clock.GetUtcNow().AddMinutes(5), date.Response.Headers.RetryAfter!.Date);
        Assert.Empty(sample.Server.Log.Effects);
        Assert.Equal(HttpStatusCode.Created, (await sample.CallAsync("POST", "users", SampleGraph.Newcomer())).Status);
    }

    [Fact]
    public async Task A_tenant_is_throttled_alone()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Tenant.Throttled = TimeSpan.FromSeconds(30);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await sample.CallAsync("GET", "users")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("GET", "users", token: await sample.TokenAsync(sample.Other))).Status);
        sample.Tenant.Throttled = null;
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("GET", "users")).Status);
    }

    [Fact]
    public async Task A_service_that_is_away_does_nothing()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Server.Faults.On("*", "users/**", sample.Tenant, times: 2).Unavailable();
        sample.Server.Faults.On("DELETE", "users/*").GatewayTimeout();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sample.CallAsync("DELETE", $"users/{sample.Employee.Id}")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sample.CallAsync("GET", $"users/{sample.Employee.Id}/memberOf")).Status);
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await sample.CallAsync("DELETE", $"users/{sample.Employee.Id}")).Status);
        Assert.Empty(sample.Server.Log.Effects);
    }

    [Fact]
    public async Task The_sign_in_service_can_be_away_for_one_tenant()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Server.Faults.On("POST", $"{sample.Tenant.Id}/oauth2/v2.0/token").Unavailable(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await sample.SignInAsync(sample.Other.Id)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sample.SignInAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await sample.SignInAsync()).Status);
    }

    [Fact]
    public async Task A_cut_before_leaves_nothing_and_a_cut_after_leaves_all()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Server.Faults.On("POST", "users").CutBefore();
        sample.Server.Faults.On("POST", "users").CutAfter();
        await Assert.ThrowsAsync<HttpRequestException>(() => sample.CallAsync("POST", "users", SampleGraph.Newcomer("un")));
        await Assert.ThrowsAsync<HttpRequestException>(() => sample.CallAsync("POST", "users", SampleGraph.Newcomer("deux")));
        Assert.Null(sample.Tenant.Find("user", $"un@{SampleGraph.Domain}"));
        Assert.NotNull(sample.Tenant.Find("user", $"deux@{SampleGraph.Domain}"));
        Assert.Single(sample.Server.Log.Effects);
        Assert.Equal([0, 0], sample.Server.Log.Calls.Where(call => call.Path == "/v1.0/users").Select(call => call.Status));
    }

    [Fact]
    public async Task A_gateway_that_gives_up_does_not_undo_what_was_done()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Server.Faults.On("POST", "users").GatewayTimeoutAfter(sample.Clock);
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await sample.CallAsync("POST", "users", SampleGraph.Newcomer())).Status);
        Assert.Single(sample.Server.Log.Effects);
    }

    [Fact]
    public async Task An_answer_is_held_back_until_it_is_released()
    {
        await using var sample = SampleGraph.InProcess();
        var release = new TaskCompletionSource();
        sample.Server.Faults.On("POST", "users").HoldAfter(release.Task);
        var call = sample.CallAsync("POST", "users", SampleGraph.Newcomer());
        Assert.False(call.IsCompleted);
        Assert.NotNull(sample.Tenant.Find("user", $"nouveau@{SampleGraph.Domain}"));
        release.SetResult();
        Assert.Equal(HttpStatusCode.Created, (await call).Status);
    }

    [Fact]
    public async Task A_change_is_late_for_reads_and_not_for_the_directory()
    {
        await using var sample = SampleGraph.InProcess();
        var path = $"users/nouveau@{SampleGraph.Domain}";
        sample.Server.Faults.On("POST", "users").LateForReads(2);
        Assert.Equal(HttpStatusCode.Created, (await sample.CallAsync("POST", "users", SampleGraph.Newcomer())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("GET", path)).Status);
        Assert.Contains("already exists", (await sample.CallAsync("POST", "users", SampleGraph.Newcomer())).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("GET", path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("GET", path)).Status);
    }

    [Fact]
    public async Task A_change_is_late_by_the_clock()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Server.Faults.On("DELETE", "users/*").LateFor(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("DELETE", $"users/{sample.Employee.Id}")).Status);
        sample.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("GET", $"users/{sample.Employee.Id}")).Status);
        sample.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("GET", $"users/{sample.Employee.Id}")).Status);
    }

    [Fact]
    public async Task A_change_is_late_until_a_signal()
    {
        await using var sample = SampleGraph.InProcess();
        var signal = new TaskCompletionSource();
        sample.Server.Faults.On("DELETE", "users/*").LateUntil(signal.Task);
        await sample.CallAsync("DELETE", $"users/{sample.Employee.Id}");
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("GET", $"users/{sample.Employee.Id}")).Status);
        signal.SetResult();
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("GET", $"users/{sample.Employee.Id}")).Status);
    }

    [Fact]
    public async Task Consent_that_is_withdrawn_stops_tokens_old_and_new()
    {
        await using var sample = SampleGraph.InProcess();
        var old = await sample.TokenAsync(sample.Tenant);
        sample.Tenant.WithdrawConsent();
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("GET", "users", token: old)).Status);
        Assert.Contains("AADSTS700016", (string?)(await sample.SignInAsync()).Body!["error_description"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sample.SignInAsync(sample.Other.Id)).Status);
        sample.Tenant.Grant();
        Assert.Equal(HttpStatusCode.OK, (await sample.SignInAsync()).Status);
    }

    [Fact]
    public async Task Each_call_takes_the_latency_that_was_set()
    {
        await using var sample = SampleGraph.InProcess();
        var token = await sample.TokenAsync(sample.Tenant);
        sample.Server.Latency = TimeSpan.FromMilliseconds(200);
        var call = sample.CallAsync("GET", "users", token: token);
        Assert.False(call.IsCompleted);
        sample.Clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal(HttpStatusCode.OK, (await call).Status);
    }

    [Fact]
    public async Task A_wipe_waits_for_the_second_administrator()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Tenant.Approvals.IsOn = true;
        var path = $"deviceManagement/managedDevices/{sample.Phone.Id}/wipe";
        Assert.Equal(HttpStatusCode.BadRequest, (await sample.CallAsync("POST", path)).Status);
        var first = await sample.CallAsync("POST", path, header: (Approvals.JustificationHeader, "dm9s"));
        var code = Assert.Single(first.Response.Headers.GetValues(Approvals.CodeHeader));
        Assert.Equal((HttpStatusCode.PreconditionFailed, code), (first.Status, Assert.Single(sample.Tenant.Approvals.Waiting)));
        Assert.Equal(HttpStatusCode.Conflict, (await sample.CallAsync("POST", path, header: (Approvals.JustificationHeader, "dm9s"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await sample.CallAsync("POST", path, header: (Approvals.CodeHeader, code))).Status);
        Assert.Empty(sample.Server.Log.Effects);
        sample.Tenant.Approvals.Approve(code);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("POST", path, header: (Approvals.CodeHeader, code))).Status);
        Assert.Equal(sample.Phone.Id, Assert.Single(sample.Server.Log.Effects).TargetId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_approval_dies_by_a_no_or_after_three_days(bool isRejected)
    {
        await using var sample = SampleGraph.InProcess();
        sample.Tenant.Approvals.IsOn = true;
        var path = $"deviceManagement/managedDevices/{sample.Phone.Id}/wipe";
        await sample.CallAsync("POST", path, header: (Approvals.JustificationHeader, "dm9s"));
        var code = Assert.Single(sample.Tenant.Approvals.Waiting);
        if (isRejected) sample.Tenant.Approvals.Reject(code);
        else sample.Tenant.Approvals.Approve(code);
        if (!isRejected) sample.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("POST", path, header: (Approvals.CodeHeader, code))).Status);
        Assert.Empty(sample.Server.Log.Effects);
    }
}
