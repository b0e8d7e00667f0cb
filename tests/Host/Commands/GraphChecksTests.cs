using SiOne.Bot.Domain.Words;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Host.Tests.Plans;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Commands;

/// <summary>What <c>check</c> says of each customer's tenant: granted against needed, in both directions (RELIABILITY E73).</summary>
public sealed class GraphChecksTests
{
    [Fact]
    public async Task Without_the_section_it_is_not_configured()
    {
        using var folder = new TempFolder();
        var verb = await ProgramRun.VerbAsync(
            folder.Path, "check", ("SiOne__SupportAddress", "support@msp.example"), ("SiOne__Customers", Path.Combine(Repository.Root, "bot", "Demo", "Customers")),
            ("SiOne__MailFolder", "in"), ("SiOne__OutFolder", "out"));
        Assert.Equal(0, verb.ExitCode);
        Assert.Contains("ok    graph: not configured, SiOne:Graph is not set: what is approved is done by hand", verb.Lines);
    }

    [Fact]
    public async Task What_is_granted_as_needed_is_said_for_each_app_and_other_tenants_that_never_agreed_too()
    {
        await using var site = await PlanSite.FakesAsync();
        var lines = await CheckAsync(site);
        foreach (var power in Enum.GetValues<PowerClass>())
            Assert.Equal($"ok    graph demo-premium, {power}: granted what is needed, {Counted.Plain(AppPermissions.NeededBy(power).Length, "permission", "permissions")}", Of(lines, $"graph demo-premium, {power}:"));
        // The demo's other customers are unknown to this Entra.
        Assert.StartsWith("FAIL", Of(lines, "graph demo-standard, Reading:"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E73_What_is_missing_fails_and_what_is_more_than_needed_warns_each_with_its_remedy()
    {
        await using var site = await PlanSite.FakesAsync();
        site.Tenant.Revoke(site.Apps[PowerClass.Changing], "MailboxSettings.ReadWrite");
        site.Tenant.Revoke(site.Apps[PowerClass.Changing], "Files.ReadWrite.All");
        site.Tenant.Grant(site.Apps[PowerClass.Changing], "Mail.ReadWrite");
        site.Tenant.Grant(site.Apps[PowerClass.Reading], "User.ReadWrite.All", AppPermissions.ToReadGrants);
        site.Tenant.WithdrawConsent(site.Apps[PowerClass.Destroying]);
        var lines = await CheckAsync(site);
        var consent = $"{site.Graph.Url}/{site.Tenant.Id}/adminconsent?client_id=";
        var changing = lines.Where(line => line.Contains("graph demo-premium, Changing:", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, changing.Length);
        Assert.StartsWith("FAIL  graph demo-premium, Changing: missing Files.ReadWrite.All, MailboxSettings.ReadWrite: ", changing[0], StringComparison.Ordinal);
        Assert.EndsWith($"{consent}{site.Apps[PowerClass.Changing].ClientId}", changing[0], StringComparison.Ordinal);
        Assert.StartsWith("warn  graph demo-premium, Changing: more than needed, Mail.ReadWrite: ", changing[1], StringComparison.Ordinal);
        Assert.StartsWith("warn  graph demo-premium, Reading: more than needed, User.ReadWrite.All: ", Of(lines, "graph demo-premium, Reading:"), StringComparison.Ordinal);
        Assert.StartsWith("FAIL  graph demo-premium, Destroying: nothing is granted: ", Of(lines, "graph demo-premium, Destroying:"), StringComparison.Ordinal);
        Assert.EndsWith($"{consent}{site.Apps[PowerClass.Destroying].ClientId}", Of(lines, "graph demo-premium, Destroying:"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_a_service_away_an_app_not_given_and_a_customer_without_a_tenant_are_told_apart()
    {
        await using var site = await PlanSite.FakesAsync();
        using var customers = new TempFolder();
        foreach (var id in (string[])["alone", "without"])
        {
            var tenant = id is "without" ? "" : $"\"tenantId\": \"{site.Tenant.Id}\", ";
            await File.WriteAllTextAsync(customers.File($"{id}.json"), $$"""
                { "name": "{{id}}", "level": "Premium", "services": ["Maintenance", "Microsoft365"], {{tenant}}"domains": ["{{id}}.example"],
                  "people": [{ "name": "Léa Inventée", "addresses": ["lea@{{id}}.example"], "role": "administrator" }] }
                """);
        }

        (string, string)[] wrong = [("SiOne__Customers", customers.Path), ("SiOne__Graph__Changing__ClientSecret", "canary-wrong")];
        var lines = await CheckAsync(site, wrong, without: "SiOne__Graph__Destroying");
        Assert.Matches("^FAIL  graph alone, Changing: refused \\(AADSTS[0-9]+\\): check SiOne:Graph:Changing:ClientId and its CertificateFile or ClientSecret$", Of(lines, "graph alone, Changing:"));
        Assert.StartsWith("ok    graph alone, Reading:", Of(lines, "graph alone, Reading:"), StringComparison.Ordinal);
        Assert.StartsWith("ok    graph Destroying: not configured", Of(lines, "graph Destroying:"), StringComparison.Ordinal);
        Assert.StartsWith("ok    graph without: no tenantId", Of(lines, "graph without:"), StringComparison.Ordinal);

        var away = await CheckAsync(site, [("SiOne__Customers", customers.Path), ("SiOne__Graph__LoginHost", "http://127.0.0.1:9")], without: "SiOne__Graph__Destroying");
        Assert.StartsWith("FAIL  graph alone, Reading: unreachable: check SiOne:Graph:LoginHost", Of(away, "graph alone, Reading:"), StringComparison.Ordinal);
    }

    private static async Task<string[]> CheckAsync(PlanSite site, (string Key, string Value)[]? more = null, string without = "-")
    {
        var settings = site.Settings().Concat(more ?? []).Where(pair => !pair.Item1.StartsWith(without, StringComparison.Ordinal)).ToArray();
        var verb = await ProgramRun.VerbAsync(site.Folder, "check", settings);
        Assert.Empty(verb.Error);
        Assert.Contains(verb.ExitCode, (int[])[0, 1]);
        Assert.DoesNotContain("canary-", verb.Output, StringComparison.Ordinal);
        Assert.Empty(site.Graph.Log.Effects);
        return verb.Lines;
    }

    private static string Of(string[] lines, string what) => Assert.Single(lines, line => line.Contains($" {what}", StringComparison.Ordinal));
}
