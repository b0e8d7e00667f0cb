using System.Net;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Xunit;
using SiOne.Bot.TestGraph.State;

namespace SiOne.Bot.Graph.Tests.Fake;

/// <summary>What becomes of people when they are made, changed, licensed and deleted.</summary>
public sealed class PeopleTests
{
    [Fact]
    public async Task A_user_is_made_found_changed_deleted_and_restored()
    {
        await using var sample = SampleGraph.InProcess();
        var made = await sample.CallAsync("POST", "users", SampleGraph.Newcomer());
        var id = (string)made.Body!["id"]!;
        Assert.Null(made.Body["accountEnabled"]);
        Assert.True(sample.Tenant.IsPassword(id, "Longue-phrase-7"));
        Assert.Contains("already exists", (await sample.CallAsync("POST", "users", SampleGraph.Newcomer())).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("PATCH", $"users/{id}", new JsonObject { ["accountEnabled"] = false, ["department"] = "Ventes" })).Status);
        var read = (await sample.CallAsync("GET", $"users/nouveau@{SampleGraph.Domain}?$select=accountEnabled,department,passwordProfile")).Body!;
        Assert.Equal((false, "Ventes", (string?)null), ((bool)read["accountEnabled"]!, (string?)read["department"], read["passwordProfile"]?.ToJsonString()));
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("DELETE", $"users/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("GET", $"users/{id}")).Status);
        Assert.Equal(id, (string?)Assert.Single((await sample.CallAsync("GET", "directory/deletedItems/microsoft.graph.user")).Value)!["id"]);
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("POST", $"directory/deletedItems/{id}/restore")).Status);
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("GET", $"users/nouveau@{SampleGraph.Domain}")).Status);
        Assert.Equal(["users", "users/{user}", "users/{user}", "directory/deletedItems/{item}/restore"], sample.Server.Log.Effects.Select(effect => effect.Route));
        Assert.All(sample.Server.Log.Effects, effect => Assert.Equal((id, sample.Tenant.Id), (effect.TargetId, effect.TenantId)));
    }

    [Fact]
    public async Task A_deleted_user_is_gone_after_thirty_days_and_its_licence_at_once()
    {
        await using var sample = SampleGraph.InProcess();
        await sample.CallAsync("DELETE", $"users/{sample.Employee.Id}");
        Assert.Equal(0, (int)(await sample.CallAsync("GET", "subscribedSkus")).Value[0]!["consumedUnits"]!);
        sample.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("POST", $"directory/deletedItems/{sample.Employee.Id}/restore")).Status);
    }

    [Fact]
    public async Task A_restored_user_has_no_licence_that_others_took_meanwhile()
    {
        await using var sample = SampleGraph.InProcess();
        await sample.CallAsync("DELETE", $"users/{sample.Employee.Id}");
        Assert.Equal(HttpStatusCode.OK, (await AssignAsync(sample, sample.Direction)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AssignAsync(sample, sample.Tenant.AddUser($"tiers@{SampleGraph.Domain}", "Tiers"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("POST", $"directory/deletedItems/{sample.Employee.Id}/restore")).Status);
        var restored = (await sample.CallAsync("GET", $"users/{sample.Employee.Id}?$select=assignedLicenses,licenseAssignmentStates")).Body!;
        Assert.Equal((0, "CountViolation"), (restored["assignedLicenses"]!.AsArray().Count, (string?)restored["licenseAssignmentStates"]![0]!["error"]));
    }

    [Fact]
    public async Task Licences_are_counted_and_run_out()
    {
        await using var sample = SampleGraph.InProcess();
        var third = sample.Tenant.AddUser($"tiers@{SampleGraph.Domain}", "Tiers", values => values["usageLocation"] = null);
        Assert.Equal(HttpStatusCode.OK, (await AssignAsync(sample, sample.Direction)).Status);
        Assert.Contains("usage location", (await AssignAsync(sample, third)).Message, StringComparison.Ordinal);
        await sample.CallAsync("PATCH", $"users/{third.Id}", new JsonObject { ["usageLocation"] = "FR" });
        Assert.Contains("does not have any available licenses", (await AssignAsync(sample, third)).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ReleaseAsync(sample, sample.Employee)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AssignAsync(sample, third)).Status);
        Assert.Equal(2, (int)(await sample.CallAsync("GET", "subscribedSkus")).Value[0]!["consumedUnits"]!);
        Assert.Empty((await sample.CallAsync("GET", $"users/{sample.Employee.Id}/licenseDetails")).Value);
        Assert.Equal("SPB", (string?)Assert.Single((await sample.CallAsync("GET", $"users/{third.Id}/licenseDetails")).Value)!["skuPartNumber"]);
    }

    [Fact]
    public async Task A_licence_of_a_group_cannot_be_taken_from_the_person()
    {
        await using var sample = SampleGraph.InProcess();
        var group = sample.Tenant.AddGroup("Licences", licences: [sample.Sku]);
        sample.Tenant.AddMember(group, sample.Direction);
        Assert.Contains("inherited from a group", (await ReleaseAsync(sample, sample.Direction)).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("DELETE", $"groups/{group.Id}/members/{sample.Direction.Id}/$ref")).Status);
        Assert.Empty((await sample.CallAsync("GET", $"users/{sample.Direction.Id}/licenseDetails")).Value);
    }

    [Fact]
    public async Task A_synchronized_account_is_not_changed_from_the_cloud()
    {
        await using var sample = SampleGraph.InProcess();
        var synced = sample.Tenant.AddUser($"local@{SampleGraph.Domain}", "Local", isSynchronized: true);
        JsonObject[] refused = [Password(), new() { ["accountEnabled"] = false }, new() { ["displayName"] = "X" }];
        foreach (var body in refused) Assert.Contains("on-premises mastered", (await sample.CallAsync("PATCH", $"users/{synced.Id}", body)).Message, StringComparison.Ordinal);
        Assert.Contains("on-premises mastered", (await sample.CallAsync("DELETE", $"users/{synced.Id}")).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("PATCH", $"users/{synced.Id}", new JsonObject { ["usageLocation"] = "FR" })).Status);
    }

    [Fact]
    public async Task Who_holds_a_role_is_out_of_an_apps_reach_until_the_app_holds_a_higher_one()
    {
        await using var sample = SampleGraph.InProcess();
        var admins = sample.Tenant.AddGroup("Administrateurs", more: values => values["isAssignableToRole"] = true);
        sample.Tenant.AddMember(admins, sample.Direction);
        sample.Tenant.AssignRole(admins, Roles.HelpdeskAdministrator);
        var path = $"users/{sample.Direction.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("PATCH", path, Password())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("PATCH", path, new JsonObject { ["accountEnabled"] = false })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("DELETE", path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("POST", $"{path}/authentication/temporaryAccessPassMethods", new JsonObject())).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("PATCH", path, new JsonObject { ["department"] = "X" })).Status);
        var roles = (await sample.CallAsync("GET", $"{path}/transitiveMemberOf/microsoft.graph.directoryRole")).Value;
        Assert.Equal(Roles.HelpdeskAdministrator, (string?)Assert.Single(roles)!["roleTemplateId"]);
        Assert.Empty((await sample.CallAsync("GET", $"{path}/memberOf/graph.directoryRole")).Value);
        sample.Tenant.AssignRole(sample.Server.App, Roles.PrivilegedAuthenticationAdministrator);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("PATCH", path, Password())).Status);
    }

    [Fact]
    public async Task A_password_wants_its_own_permission_or_a_role()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Tenant.Revoke(sample.Server.App, "User-PasswordProfile.ReadWrite.All");
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("PATCH", $"users/{sample.Employee.Id}", Password())).Status);
        sample.Tenant.AssignRole(sample.Server.App, Roles.UserAdministrator);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("PATCH", $"users/{sample.Employee.Id}", Password())).Status);
    }

    [Theory]
    [InlineData("startsWith(displayName,'Emp')", 1)]
    [InlineData("displayName eq 'employé'", 1)]
    [InlineData("accountEnabled eq true and (userPrincipalName eq 'direction@client.example' or displayName eq 'Employé')", 2)]
    [InlineData("displayName in ('Direction','Autre')", 1)]
    [InlineData("assignedLicenses/any(x:x/skuId eq {sku})", 1)]
    [InlineData("displayName eq 'O''Brien'", 0)]
    [InlineData("proxyAddresses/Any(x:x eq 'smtp:employe@client.example')", 0)]
    public async Task People_are_found_by_a_filter(string filter, int count)
    {
        await using var sample = SampleGraph.InProcess();
        var text = Uri.EscapeDataString(filter.Replace("{sku}", sample.SkuId, StringComparison.Ordinal));
        Assert.Equal(count, (await sample.CallAsync("GET", $"users?$filter={text}")).Value.Count);
    }

    [Property(MaxTest = 50)]
    public bool A_quoted_text_in_a_filter_is_that_text_whatever_stands_in_it(NonEmptyString text)
    {
        var sample = SampleGraph.InProcess();
        var name = string.Concat(text.Get.Where(character => !char.IsSurrogate(character)));
        sample.Tenant.Change("user", sample.Employee.Id, values => values["displayName"] = name);
        var filter = Uri.EscapeDataString($"displayName eq '{name.Replace("'", "''", StringComparison.Ordinal)}'");
        var found = sample.CallAsync("GET", $"users?$filter={filter}").GetAwaiter().GetResult();
        return found.Value.Count == 1 && (string?)found.Value[0]!["id"] == sample.Employee.Id;
    }

    [Fact]
    public async Task Advanced_queries_want_their_header()
    {
        await using var sample = SampleGraph.InProcess();
        var found = await sample.CallAsync("GET", "users?$count=true&$filter=displayName ne 'Direction'", header: ("ConsistencyLevel", "eventual"));
        Assert.Equal((1, sample.Employee.Id), ((int)found.Body!["@odata.count"]!, (string?)found.Value[0]!["id"]));
        var searched = await sample.CallAsync("GET", "users?$search=\"displayName:dir\"", header: ("ConsistencyLevel", "eventual"));
        Assert.Equal(sample.Direction.Id, (string?)Assert.Single(searched.Value)!["id"]);
    }

    [Fact]
    public async Task A_manager_is_set_and_dropped_and_sessions_are_revoked()
    {
        await using var sample = SampleGraph.InProcess();
        Assert.Equal(sample.Direction.Id, (string?)(await sample.CallAsync("GET", $"users/{sample.Employee.Id}/manager")).Body!["id"]);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("DELETE", $"users/{sample.Employee.Id}/manager/$ref")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("GET", $"users/{sample.Employee.Id}/manager")).Status);
        var reference = new JsonObject { ["@odata.id"] = $"https://graph.microsoft.com/v1.0/users/{sample.Direction.Id}" };
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("PUT", $"users/{sample.Employee.Id}/manager/$ref", reference)).Status);
        Assert.True((bool)(await sample.CallAsync("POST", $"users/{sample.Employee.Id}/revokeSignInSessions")).Body!["value"]!);
        Assert.Equal("2026-11-23T08:00:00Z", sample.Tenant.Find("user", sample.Employee.Id)!.Text("signInSessionsValidFromDateTime"));
    }

    private static JsonObject Password() => new() { ["passwordProfile"] = new JsonObject { ["password"] = "Nouvelle-phrase-8", ["forceChangePasswordNextSignIn"] = true } };

    private static Task<Answer> AssignAsync(SampleGraph sample, GraphObject user) => sample.CallAsync("POST", $"users/{user.Id}/assignLicense", new JsonObject
    {
        ["addLicenses"] = new JsonArray(new JsonObject { ["skuId"] = sample.SkuId }),
        ["removeLicenses"] = new JsonArray(),
    });

    private static Task<Answer> ReleaseAsync(SampleGraph sample, GraphObject user) => sample.CallAsync("POST", $"users/{user.Id}/assignLicense", new JsonObject
    {
        ["addLicenses"] = new JsonArray(),
        ["removeLicenses"] = new JsonArray(sample.SkuId),
    });
}
