using System.Net;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tests.Executors;
using SiOne.Bot.TestGraph;

namespace SiOne.Bot.Graph.Tests.Calls;

/// <summary>What the customer has agreed to, and takes back.</summary>
public sealed class ConsentTests
{
    private static readonly StepAnswer Missing = new StepAnswer.Refused("consent-missing");

    [Fact]
    public async Task E71_Consent_withdrawn_while_a_token_still_holds_is_for_a_person()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        await customers.LookAsync(tenant, step);
        foreach (var power in Enum.GetValues<PowerClass>()) tenant.WithdrawConsent(customers.RegistrationOf(power));
        Assert.Equal(Missing, await customers.DoAsync(tenant, step with { }));
        Assert.Equal(new StepSight.Failed(Missing), await customers.LookAsync(tenant, step));
        Assert.Equal(1, customers.EffectsOn(tenant));
    }

    [Fact]
    public async Task A_tenant_that_never_agreed_gives_no_token()
    {
        await using var customers = await Customers.StartAsync();
        var id = Guid.NewGuid();
        var tenant = customers.Server.AddTenant(id, ["atelier.example"]);
        customers.Known.Add(id);
        Assert.Equal(Missing, await customers.DoAsync(tenant, Acts.Make("block-sign-in", tenant)));
        Assert.Empty((await customers.Sut.GrantedAsync(id, PowerClass.Changing, CancellationToken.None)).Granted!);
    }

    [Fact]
    public async Task A_permission_taken_back_is_missing_consent()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.Revoke(customers.RegistrationOf(PowerClass.Changing), "GroupMember.ReadWrite.All");
        Assert.Equal(Missing, await customers.DoAsync(tenant, Acts.Make("join-group", tenant)));
    }

    [Fact]
    public async Task A_refusal_with_all_permissions_granted_keeps_Graphs_code()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("reset-password", tenant);
        tenant.AssignRole(tenant.Find("user", Acts.Address)!, TestGraph.State.Roles.GlobalAdministrator);
        Assert.Equal(new StepAnswer.Refused("Authorization_RequestDenied"), await customers.DoAsync(tenant, step));
    }

    [Fact]
    public async Task A_token_that_Graph_refuses_is_fetched_anew_for_the_next_call()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        customers.Server.Faults.On("PATCH", "users/**", tenant).Refuse(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", "");
        Assert.Equal(new StepAnswer.Refused("InvalidAuthenticationToken"), await customers.DoAsync(tenant, step));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        Assert.Equal(2, SignIns(customers, tenant));
    }

    [Fact]
    public async Task A_token_serves_until_shortly_before_its_end()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        for (var at = 0; at < 3; at++) await customers.DoAsync(tenant, step);
        Assert.Equal(1, SignIns(customers, tenant));
        customers.Clock.Advance(TimeSpan.FromHours(2));
        Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(tenant, step));
        Assert.Equal(2, SignIns(customers, tenant));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_granted_is_read_from_the_directory_or_the_tokens(bool mayReadApplications)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        if (!mayReadApplications) tenant.Revoke(customers.RegistrationOf(PowerClass.Reading), "Application.Read.All");
        tenant.Revoke(customers.RegistrationOf(PowerClass.Changing), "MailboxSettings.ReadWrite");
        var reading = await GrantedAsync(customers, tenant, PowerClass.Reading);
        Assert.Equal(mayReadApplications, reading.Contains(AppPermissions.ToReadGrants));
        var missing = AppPermissions.Compare(PowerClass.Reading, reading.Append("Mail.Read").ToHashSet());
        Assert.Empty(missing.Missing);
        Assert.Equal("Mail.Read", Assert.Single(missing.Surplus));
        var changing = await GrantedAsync(customers, tenant, PowerClass.Changing);
        Assert.Equal("MailboxSettings.ReadWrite", Assert.Single(AppPermissions.Compare(PowerClass.Changing, changing).Missing));
        Assert.Contains("DeviceManagementManagedDevices.PrivilegedOperations.All", await GrantedAsync(customers, tenant, PowerClass.Destroying));
        Assert.DoesNotContain("DeviceManagementManagedDevices.PrivilegedOperations.All", changing);
    }

    [Fact]
    public async Task What_an_app_was_granted_is_not_known_where_nobody_answers_or_its_key_is_refused()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        customers.Server.Faults.On("POST", $"{tenant.Id}/oauth2/v2.0/token").Unavailable();
        var unreachable = await customers.Sut.GrantedAsync(Guid.Parse(tenant.Id), PowerClass.Changing, CancellationToken.None);
        Assert.Equal((null, ""), (unreachable.Granted, unreachable.Code));
        var apps = customers.Settings.Apps.ToDictionary(app => app.Key, app => app.Value with { Credential = new GraphCredential.Secret("wrong") });
        using var wrong = new GraphTenants(customers.Settings with { Apps = apps }, customers.Known.Contains, customers.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<GraphTenants>.Instance);
        var refused = await wrong.GrantedAsync(Guid.Parse(tenant.Id), PowerClass.Changing, CancellationToken.None);
        Assert.Null(refused.Granted);
        Assert.StartsWith("AADSTS", refused.Code, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlySet<string>> GrantedAsync(Customers customers, GraphTenant tenant, PowerClass power) =>
        (await customers.Sut.GrantedAsync(Guid.Parse(tenant.Id), power, CancellationToken.None)).Granted!;

    private static int SignIns(Customers customers, GraphTenant tenant) =>
        customers.Server.Log.Calls.Count(call => call.Path == $"/{tenant.Id}/oauth2/v2.0/token");
}
