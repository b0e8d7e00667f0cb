using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;

namespace SiOne.Bot.Graph.Tests.Fake;

/// <summary>What a tenant says of itself, its domains and its roles; and that many callers at once do not disturb each other.</summary>
public sealed class DirectoryTests
{
    [Fact]
    public async Task A_tenant_says_who_it_is_and_which_domains_are_its_own()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Tenant.AddUnverifiedDomain("pas-encore.example");
        Assert.Equal(sample.Tenant.Id, (string?)Assert.Single((await sample.CallAsync("GET", "organization")).Value)!["id"]);
        var domains = (await sample.CallAsync("GET", "domains")).Value;
        Assert.Equal([(SampleGraph.Domain, true), ("pas-encore.example", false)], domains.Select(domain => ((string)domain!["id"]!, (bool)domain["isVerified"]!)));
        var newcomer = SampleGraph.Newcomer();
        newcomer["userPrincipalName"] = "nouveau@pas-encore.example";
        Assert.Contains("verified domain", (await sample.CallAsync("POST", "users", newcomer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_are_read_in_both_ways()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Tenant.AssignRole(sample.Direction, Roles.GlobalAdministrator);
        var assignment = Assert.Single((await sample.CallAsync("GET", $"roleManagement/directory/roleAssignments?$filter=principalId eq '{sample.Direction.Id}'")).Value)!;
        Assert.Equal(Roles.GlobalAdministrator, (string?)assignment["roleDefinitionId"]);
        Assert.Empty((await sample.CallAsync("GET", $"roleManagement/directory/roleAssignments?$filter=principalId eq '{sample.Employee.Id}'")).Value);
        var role = (await sample.CallAsync("GET", $"directoryRoles?$filter=roleTemplateId eq '{Roles.GlobalAdministrator}'")).Value[0]!;
        Assert.Equal(sample.Direction.Id, (string?)Assert.Single((await sample.CallAsync("GET", $"directoryRoles/{role["id"]}/members")).Value)!["id"]);
    }

    [Fact]
    public async Task Pages_hold_everybody_once()
    {
        await using var sample = SampleGraph.InProcess();
        for (var at = 0; at < 7; at++) sample.Tenant.AddUser($"p{at}@{SampleGraph.Domain}", $"P {at}");
        var seen = new List<string>();
        var next = "users?$top=4&$select=id&$orderby=displayName";
        while (next is not null)
        {
            var page = await sample.CallAsync("GET", next);
            seen.AddRange(page.Value.Select(user => (string)user!["id"]!));
            next = ((string?)page.Body!["@odata.nextLink"])?.Split("/v1.0/")[1];
        }

        Assert.Equal(9, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(9, seen.Count);
    }

    [Fact]
    public async Task Callers_of_two_tenants_at_once_change_their_own_alone()
    {
        await using var sample = SampleGraph.InProcess();
        string[] tokens = [await sample.TokenAsync(sample.Tenant), await sample.TokenAsync(sample.Other)];
        string[] domains = [SampleGraph.Domain, "autre.example"];
        await Parallel.ForAsync(0, 500, async (at, _) =>
        {
            var newcomer = SampleGraph.Newcomer($"n{at}");
            newcomer["userPrincipalName"] = $"n{at}@{domains[at % 2]}";
            Assert.Equal(HttpStatusCode.Created, (await sample.CallAsync("POST", "users", newcomer, tokens[at % 2])).Status);
        });
        Assert.Equal((252, 251), (sample.Tenant.All("user").Count, sample.Other.All("user").Count));
        Assert.All(sample.Server.Log.Effects, effect => Assert.Equal(effect.TenantId == sample.Tenant.Id, sample.Tenant.Find("user", effect.TargetId) is not null));
    }

    [Fact]
    public async Task The_log_and_the_answers_hold_no_password()
    {
        await using var sample = SampleGraph.InProcess();
        var made = await sample.CallAsync("POST", "users", SampleGraph.Newcomer());
        var read = await sample.CallAsync("GET", $"users/{made.Body!["id"]}?$select=passwordProfile,displayName");
        var kept = sample.Tenant.Find("user", (string)made.Body["id"]!)!.Values;
        JsonNode?[] texts = [made.Body, read.Body, kept];
        Assert.All(texts, text => Assert.DoesNotContain("Longue-phrase-7", text!.ToJsonString(), StringComparison.Ordinal));
        Assert.DoesNotContain("Longue-phrase-7", string.Join('\n', sample.Server.Log.Calls.Select(call => call.ToString())), StringComparison.Ordinal);
    }
}
