using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;

namespace SiOne.Bot.Graph.Tests.Fake;

/// <summary>What becomes of groups, teams, mailboxes, passes, files and devices.</summary>
public sealed class HoldingTests
{
    [Fact]
    public async Task A_member_joins_once_and_leaves_once()
    {
        await using var sample = SampleGraph.InProcess();
        Assert.Equal(HttpStatusCode.NoContent, (await JoinAsync(sample, sample.Group)).Status);
        Assert.Contains("already exist", (await JoinAsync(sample, sample.Group)).Message, StringComparison.Ordinal);
        var member = Assert.Single((await sample.CallAsync("GET", $"groups/{sample.Group.Id}/members")).Value)!;
        Assert.Equal(("#microsoft.graph.user", sample.Employee.Id), ((string?)member["@odata.type"], (string?)member["id"]));
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("DELETE", $"groups/{sample.Group.Id}/members/{sample.Employee.Id}/$ref")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("DELETE", $"groups/{sample.Group.Id}/members/{sample.Employee.Id}/$ref")).Status);
    }

    [Theory]
    [InlineData(GroupKind.DistributionList, HttpStatusCode.BadRequest, "distribution list")]
    [InlineData(GroupKind.MailEnabledSecurity, HttpStatusCode.BadRequest, "mail-enabled security")]
    [InlineData(GroupKind.Dynamic, HttpStatusCode.BadRequest, "dynamic")]
    [InlineData(GroupKind.Microsoft365, HttpStatusCode.NoContent, null)]
    public async Task The_kind_of_a_group_decides_whether_graph_changes_it(GroupKind kind, HttpStatusCode status, string? word)
    {
        await using var sample = SampleGraph.InProcess();
        var answer = await JoinAsync(sample, sample.Tenant.AddGroup("Liste", kind));
        Assert.Equal(status, answer.Status);
        if (word is not null) Assert.Contains(word, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_synchronized_or_role_assignable_group_is_not_changed()
    {
        await using var sample = SampleGraph.InProcess();
        var synced = sample.Tenant.AddGroup("Locale", more: values => values["onPremisesSyncEnabled"] = true);
        var roles = sample.Tenant.AddGroup("Rôles", more: values => values["isAssignableToRole"] = true);
        Assert.Contains("on-premises mastered", (await JoinAsync(sample, synced)).Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await JoinAsync(sample, roles)).Status);
    }

    [Fact]
    public async Task A_team_takes_a_member_and_an_owner_and_gives_them_up()
    {
        await using var sample = SampleGraph.InProcess();
        var body = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.aadUserConversationMember",
            ["roles"] = new JsonArray("owner"),
            ["user@odata.bind"] = $"https://graph.microsoft.com/v1.0/users('{sample.Employee.Id}')",
        };
        var made = await sample.CallAsync("POST", $"teams/{sample.Team.Id}/members", body);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var again = await sample.CallAsync("POST", $"teams/{sample.Team.Id}/members", body.DeepClone());
        Assert.Equal((HttpStatusCode.Created, (string)made.Body!["id"]!), (again.Status, (string?)again.Body!["id"]));
        Assert.Single(sample.Server.Log.Effects);
        var listed = Assert.Single((await sample.CallAsync("GET", $"teams/{sample.Team.Id}/members")).Value)!;
        Assert.Equal((sample.Employee.Id, "owner", (string)made.Body["id"]!), ((string?)listed["userId"], (string?)listed["roles"]![0], (string?)listed["id"]));
        Assert.Single((await sample.CallAsync("GET", $"groups/{sample.Team.Id}/owners")).Value);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("DELETE", $"teams/{sample.Team.Id}/members/{Uri.EscapeDataString((string)listed["id"]!)}")).Status);
        Assert.Empty((await sample.CallAsync("GET", $"groups/{sample.Team.Id}/members")).Value);
    }

    [Fact]
    public async Task An_absence_is_set_kept_and_checked()
    {
        await using var sample = SampleGraph.InProcess();
        var path = $"users/{sample.Employee.Id}/mailboxSettings";
        Assert.Equal("disabled", (string?)(await sample.CallAsync("GET", path)).Body!["automaticRepliesSetting"]!["status"]);
        Assert.Equal(HttpStatusCode.OK, (await sample.CallAsync("PATCH", path, Replies("scheduled", "2026-12-01T00:00:00", "2026-12-08T00:00:00"))).Status);
        var read = (await sample.CallAsync("GET", path)).Body!["automaticRepliesSetting"]!;
        Assert.Equal(("scheduled", "Absent", "all"), ((string?)read["status"], (string?)read["internalReplyMessage"], (string?)read["externalAudience"]));
        Assert.Equal("ErrorInvalidParameter", (await sample.CallAsync("PATCH", path, Replies("scheduled", "2026-12-08T00:00:00", "2026-12-01T00:00:00"))).Code);
    }

    [Fact]
    public async Task A_mailbox_goes_with_its_licence_and_a_shared_one_stays()
    {
        await using var sample = SampleGraph.InProcess();
        var shared = sample.Tenant.AddUser($"contact@{SampleGraph.Domain}", "Contact", values => values["_sharedMailbox"] = true);
        Assert.Equal("shared", (string?)(await sample.CallAsync("GET", $"users/{shared.Id}/mailboxSettings")).Body!["userPurpose"]);
        await sample.CallAsync("POST", $"users/{sample.Employee.Id}/assignLicense", new JsonObject { ["addLicenses"] = new JsonArray(), ["removeLicenses"] = new JsonArray(sample.SkuId) });
        Assert.Equal("MailboxNotEnabledForRESTAPI", (await sample.CallAsync("GET", $"users/{sample.Employee.Id}/mailboxSettings")).Code);
    }

    [Fact]
    public async Task A_redirection_is_a_rule_that_is_made_listed_and_deleted()
    {
        await using var sample = SampleGraph.InProcess();
        var path = $"users/{sample.Employee.Id}/mailFolders/inbox/messageRules";
        var to = new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = $"direction@{SampleGraph.Domain}" } };
        var made = await sample.CallAsync("POST", path, new JsonObject { ["displayName"] = "Redirection", ["sequence"] = 1, ["actions"] = new JsonObject { ["redirectTo"] = new JsonArray(to) } });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var listed = Assert.Single((await sample.CallAsync("GET", path)).Value)!;
        Assert.Equal($"direction@{SampleGraph.Domain}", (string?)listed["actions"]!["redirectTo"]![0]!["emailAddress"]!["address"]);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("DELETE", $"{path}/{listed["id"]}")).Status);
        Assert.Equal("ErrorItemNotFound", (await sample.CallAsync("DELETE", $"{path}/{listed["id"]}")).Code);
    }

    [Fact]
    public async Task A_temporary_pass_is_told_once_replaced_by_the_next_and_runs_out()
    {
        await using var sample = SampleGraph.InProcess();
        var path = $"users/{sample.Employee.Id}/authentication/temporaryAccessPassMethods";
        var first = await sample.CallAsync("POST", path, new JsonObject { ["lifetimeInMinutes"] = 60, ["isUsableOnce"] = true });
        Assert.Equal((HttpStatusCode.Created, 8), (first.Status, ((string?)first.Body!["temporaryAccessPass"])!.Length));
        var second = await sample.CallAsync("POST", path, new JsonObject { ["lifetimeInMinutes"] = 60 });
        var listed = Assert.Single((await sample.CallAsync("GET", path)).Value)!;
        Assert.Equal(((string)second.Body!["id"]!, (string?)null, true), ((string?)listed["id"], (string?)listed["temporaryAccessPass"], (bool)listed["isUsable"]!));
        sample.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal("Expired", (string?)(await sample.CallAsync("GET", path)).Value[0]!["methodUsabilityReason"]);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("DELETE", $"{path}/{listed["id"]}")).Status);
        Assert.Empty((await sample.CallAsync("GET", path)).Value);
        sample.Tenant.AllowsAccessPasses = false;
        Assert.Equal(HttpStatusCode.BadRequest, (await sample.CallAsync("POST", path, new JsonObject())).Status);
    }

    [Fact]
    public async Task A_restored_version_lies_on_top_and_nothing_is_lost()
    {
        await using var sample = SampleGraph.InProcess();
        var drive = (string)(await sample.CallAsync("GET", $"users/{sample.Employee.Id}/drive")).Body!["id"]!;
        var path = $"drives/{drive}/items/{sample.File.Id}/versions";
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("POST", $"{path}/1.0/restoreVersion")).Status);
        Assert.Equal(["3.0", "2.0", "1.0"], (await sample.CallAsync("GET", path)).Value.Select(version => (string?)version!["id"]));
        Assert.Equal("avant-hier", sample.Tenant.FindFile(sample.Employee, "Documents/Devis.docx").Text("_content"));
        Assert.Equal("itemNotFound", (await sample.CallAsync("POST", $"{path}/9.0/restoreVersion")).Code);
        Assert.Equal(sample.File.Id, (string?)(await sample.CallAsync("GET", $"users/{sample.Employee.Id}/drive/root:/Documents/Devis.docx:")).Body!["id"]);
    }

    [Theory]
    [InlineData("locateDevice", true)]
    [InlineData("remoteLock", true)]
    [InlineData("retire", false)]
    [InlineData("wipe", false)]
    public async Task A_device_takes_an_action_and_ends_it(string action, bool isStillManaged)
    {
        await using var sample = SampleGraph.InProcess();
        var path = $"deviceManagement/managedDevices/{sample.Phone.Id}";
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("POST", $"{path}/{action}")).Status);
        var result = Assert.Single((await sample.CallAsync("GET", path)).Body!["deviceActionResults"]!.AsArray())!;
        Assert.Equal((action, "pending"), ((string?)result["actionName"], (string?)result["actionState"]));
        sample.Tenant.EndAction(sample.Phone, action);
        Assert.Equal(isStillManaged, (await sample.CallAsync("GET", path)).Status is HttpStatusCode.OK);
        Assert.Single(sample.Server.Log.Effects);
    }

    [Fact]
    public async Task Devices_are_found_by_their_holder()
    {
        await using var sample = SampleGraph.InProcess();
        sample.Tenant.AddDevice(sample.Direction, "Autre", "S2");
        string[] paths =
        [
            $"deviceManagement/managedDevices?$filter=userPrincipalName eq '{sample.Employee.Text("userPrincipalName")}'",
            $"deviceManagement/managedDevices?$filter=userId eq '{sample.Employee.Id}'", $"users/{sample.Employee.Id}/managedDevices",
        ];
        foreach (var path in paths) Assert.Equal("F17Q0000TEST", (string?)Assert.Single((await sample.CallAsync("GET", path)).Value)!["serialNumber"]);
    }

    private static Task<Answer> JoinAsync(SampleGraph sample, GraphObject group) => sample.CallAsync(
        "POST", $"groups/{group.Id}/members/$ref", new JsonObject { ["@odata.id"] = $"https://graph.microsoft.com/v1.0/directoryObjects/{sample.Employee.Id}" });

    private static JsonObject Replies(string status, string start, string end) => new()
    {
        ["automaticRepliesSetting"] = new JsonObject
        {
            ["status"] = status,
            ["internalReplyMessage"] = "Absent",
            ["scheduledStartDateTime"] = new JsonObject { ["dateTime"] = start, ["timeZone"] = "Europe/Paris" },
            ["scheduledEndDateTime"] = new JsonObject { ["dateTime"] = end, ["timeZone"] = "Europe/Paris" },
        },
    };
}
