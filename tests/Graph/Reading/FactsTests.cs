using System.Text.Json.Nodes;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.TestGraph;

namespace SiOne.Bot.Graph.Tests.Reading;

/// <summary>What the weekly digest reads of a tenant.</summary>
public sealed class FactsTests
{
    private static readonly DateTimeOffset LastWeek = Customers.Start.AddDays(-7);

    [Fact]
    public async Task Licences_that_are_paid_for_are_told_by_their_names()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddSku("SPB", enabled: 12, consumedElsewhere: 11);
        tenant.AddSku("O365_BUSINESS_ESSENTIALS", enabled: 3, consumedElsewhere: 1);
        tenant.AddSku("O365_BUSINESS_ESSENTIALS", enabled: 2, consumedElsewhere: 2);
        tenant.AddSku("FLOW_FREE", enabled: 10_000, consumedElsewhere: 4);
        tenant.AddSku("NEW_PRODUCT_2031", enabled: 1);
        var ended = tenant.AddSku("SPE_E3", enabled: 5);
        tenant.Change("subscribedSku", ended.Id, values => values["capabilityStatus"] = "Suspended");

        var facts = await ReadAsync(customers, tenant);
        Assert.Null(facts.Unread);
        Assert.Equal(
            [new("Microsoft 365 Business Premium", 12, 11), new("Microsoft 365 Business Basic", 5, 3), new("NEW_PRODUCT_2031", 1, 0)], facts.Products.AsEnumerable());
    }

    [Fact]
    public async Task Announcements_are_those_since_then_about_services_in_use_newest_first()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddSku("SPB", 12, 3, "EXCHANGE_S_STANDARD", "TEAMS1");
        tenant.AddSku("POWER_BI_PRO", 1, 0, "BI_AZURE_P2"); // Bought, and nobody has it.
        var due = Customers.Start.AddDays(40);
        tenant.AddAnnouncement("MC1", "Mail", LastWeek.AddHours(1), ["Exchange Online"], values => values["actionRequiredByDateTime"] = due.ToString("O"));
        tenant.AddAnnouncement("MC2", "Meetings", LastWeek.AddDays(2), ["Microsoft Teams", "Power BI"]);
        tenant.AddAnnouncement("MC3", "Reports", LastWeek.AddDays(2), ["Power BI"]);
        tenant.AddAnnouncement("MC4", "Old", LastWeek.AddSeconds(-1), ["Exchange Online"]);
        tenant.AddAnnouncement("MC5", "A name of tomorrow", LastWeek.AddDays(1), ["Microsoft Something"]);

        var facts = await ReadAsync(customers, tenant);
        Assert.Equal(["MC2", "MC5", "MC1"], facts.Announcements.Select(told => told.Id));
        Assert.Equal(due, facts.Announcements[2].ActBy);
        Assert.Null(facts.Announcements[0].ActBy);
        Assert.Equal(["Microsoft Teams", "Power BI"], facts.Announcements[0].Services.AsEnumerable());
        Assert.Equal(LastWeek.AddDays(2), facts.Announcements[0].PublishedAt);
    }

    [Fact]
    public async Task Every_page_is_read()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        for (var at = 0; at < 250; at++) tenant.AddAnnouncement($"MC{at:0000}", $"Announcement {at}", LastWeek.AddMinutes(at), ["Microsoft 365 suite"]);

        var facts = await ReadAsync(customers, tenant);
        Assert.Equal(250, facts.Announcements.Select(told => told.Id).Distinct().Count());
        Assert.Equal("MC0249", facts.Announcements[0].Id);
        Assert.True(customers.Server.Log.Calls.Count(call => call.Path.EndsWith("/admin/serviceAnnouncement/messages", StringComparison.Ordinal)) > 1);
    }

    [Fact]
    public async Task Without_the_permission_licences_are_told_and_the_rest_is_said_to_be_missing()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddSku("SPB", enabled: 12, consumedElsewhere: 11);
        tenant.Revoke(customers.RegistrationOf(PowerClass.Reading), AppPermissions.ToReadAnnouncements);
        tenant.AddAnnouncement("MC1", "Mail", Customers.Start, ["Exchange Online"]);

        var facts = await ReadAsync(customers, tenant);
        Assert.Equal("consent-missing", facts.Unread);
        Assert.Equal(12, Assert.Single(facts.Products).Owned);
        Assert.Empty(facts.Announcements);
    }

    [Fact]
    public async Task A_tenant_that_is_no_customers_is_not_read()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddSku("SPB", enabled: 12);
        customers.Known.Clear();

        var facts = await ReadAsync(customers, tenant);
        Assert.Equal("wrong-tenant", facts.Unread);
        Assert.True(facts is { Products.IsEmpty: true, Announcements.IsEmpty: true });
        Assert.Empty(customers.Server.Log.Calls);
    }

    [Theory]
    [InlineData("subscribedSkus")]
    [InlineData("admin/serviceAnnouncement/messages")]
    public async Task A_throttled_tenant_says_so_and_is_asked_no_more(string path)
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddSku("SPB", enabled: 12);
        customers.Server.Faults.On("GET", path, tenant, times: 9).Throttle(TimeSpan.FromMinutes(5));

        Assert.NotNull((await ReadAsync(customers, tenant)).Unread);
        var calls = customers.Server.Log.Calls.Count;
        Assert.NotNull((await ReadAsync(customers, tenant)).Unread);
        Assert.Equal(calls, customers.Server.Log.Calls.Count);
    }

    [Fact]
    public async Task A_title_of_any_length_is_cut()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        tenant.AddAnnouncement("MC1", new string('x', 5_000), Customers.Start, ["Microsoft 365 suite"], values => values["tags"] = new JsonArray("Updated message"));
        Assert.Equal(301, Assert.Single((await ReadAsync(customers, tenant)).Announcements).Title.Length);
    }

    private static Task<TenantFacts> ReadAsync(Customers customers, GraphTenant tenant) =>
        customers.Sut.ReadAsync(Guid.Parse(tenant.Id), LastWeek, CancellationToken.None);
}
