using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Routes;

namespace SiOne.Bot.Graph.Tests.Fake;

/// <summary>What the fake refuses, and in which words.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string> Routes
    {
        get
        {
            var routes = new TheoryData<string, string>();
            foreach (var route in RouteTable.All) routes.Add(route.Method, route.Template);
            return routes;
        }
    }

    /// <summary>Method, path, query or body; status and code expected, and a word of the message.</summary>
    public static TheoryData<string, string, string?, HttpStatusCode, string, string> Table => new()
    {
        { "GET", "nothing", null, HttpStatusCode.BadRequest, "BadRequest", "segment 'nothing'" },
        { "GET", "users/{employee}/nothing", null, HttpStatusCode.BadRequest, "BadRequest", "segment 'nothing'" },
        { "GET", "users/{employee}/memberOf/graph.nothing", null, HttpStatusCode.BadRequest, "BadRequest", "segment 'graph.nothing'" },
        { "PUT", "users/{employee}", "{}", HttpStatusCode.MethodNotAllowed, "Request_BadRequest", "not allowed" },
        { "GET", "users/{employee}/assignLicense", null, HttpStatusCode.MethodNotAllowed, "Request_BadRequest", "not allowed" },
        { "GET", "users/{stranger}", null, HttpStatusCode.NotFound, "Request_ResourceNotFound", "does not exist" },
        { "GET", "users/inconnu@autre.example", null, HttpStatusCode.NotFound, "Request_ResourceNotFound", "does not exist" },
        { "PATCH", "users/{stranger}", """{"department":"X"}""", HttpStatusCode.NotFound, "Request_ResourceNotFound", "does not exist" },
        { "DELETE", "users/{stranger}", null, HttpStatusCode.NotFound, "Request_ResourceNotFound", "does not exist" },
        { "GET", "users?$select=id,nothing", null, HttpStatusCode.BadRequest, "BadRequest", "'nothing' on type 'microsoft.graph.user'" },
        { "GET", "users?$filter=nothing eq 'x'", null, HttpStatusCode.BadRequest, "BadRequest", "'nothing' on type 'microsoft.graph.user'" },
        { "GET", "users?$filter=displayName eq x", null, HttpStatusCode.BadRequest, "BadRequest", "Invalid filter clause" },
        { "GET", "users?$filter=displayName eq 'O'Brien'", null, HttpStatusCode.BadRequest, "BadRequest", "Invalid filter clause" },
        { "GET", "users?$filter=displayName ne 'x'", null, HttpStatusCode.BadRequest, "Request_UnsupportedQuery", "ConsistencyLevel" },
        { "GET", "users?$search=\"displayName:x\"", null, HttpStatusCode.BadRequest, "Request_UnsupportedQuery", "ConsistencyLevel" },
        { "GET", "users?$expand=nothing", null, HttpStatusCode.BadRequest, "BadRequest", "'nothing' on type 'microsoft.graph.user'" },
        { "GET", "users?$top=1000", null, HttpStatusCode.BadRequest, "BadRequest", "Invalid page size" },
        { "GET", "users?$nothing=1", null, HttpStatusCode.BadRequest, "BadRequest", "'$nothing' is not supported" },
        { "GET", "users/{employee}?$filter=id eq 'x'", null, HttpStatusCode.BadRequest, "BadRequest", "'$filter' is not supported" },
        { "PATCH", "users/{employee}", "{", HttpStatusCode.BadRequest, "BadRequest", "JSON" },
        { "PATCH", "users/{employee}", "[]", HttpStatusCode.BadRequest, "BadRequest", "JSON object" },
        { "PATCH", "users/{employee}", null, HttpStatusCode.BadRequest, "BadRequest", "Empty Payload" },
        { "PATCH", "users/{employee}", "{}", HttpStatusCode.BadRequest, "Request_BadRequest", "at least one" },
        { "PATCH", "users/{employee}", """{"accountEnabled":true,"accountEnabled":false}""", HttpStatusCode.BadRequest, "BadRequest", "JSON" },
        { "PATCH", "users/{employee}", """{"nothing":1}""", HttpStatusCode.BadRequest, "Request_BadRequest", "'nothing'" },
        { "PATCH", "users/{employee}", """{"accountEnabled":"false"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "'Boolean'" },
        { "PATCH", "users/{employee}", """{"businessPhones":"1"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "Collection(String)" },
        { "PATCH", "users/{employee}", """{"passwordProfile":{"secret":"x"}}""", HttpStatusCode.BadRequest, "Request_BadRequest", "'secret'" },
        { "PATCH", "users/{employee}", """{"passwordProfile":{"password":"court"}}""", HttpStatusCode.BadRequest, "Request_BadRequest", "complexity" },
        { "PATCH", "users/{employee}", """{"id":"x"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "read-only" },
        { "PATCH", "users/{employee}", """{"assignedLicenses":[]}""", HttpStatusCode.BadRequest, "Request_BadRequest", "read-only" },
        { "PATCH", "users/{employee}", """{"createdDateTime":"2026-01-01T00:00:00Z"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "read-only" },
        { "PATCH", "users/{employee}", """{"usageLocation":"France"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "usageLocation" },
        { "PATCH", "users/{employee}", """{"userPrincipalName":"a@ailleurs.example"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "verified domain" },
        { "PATCH", "users/{employee}", """{"userPrincipalName":"direction@client.example"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "already exists" },
        { "PATCH", "users/{employee}", """{"userPrincipalName":"é@client.example"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "userPrincipalName" },
        { "POST", "users/{employee}/assignLicense", """{"addLicenses":[]}""", HttpStatusCode.BadRequest, "BadRequest", "removeLicenses" },
        { "POST", "users/{employee}/assignLicense", """{"addLicenses":[],"removeLicenses":[],"more":1}""", HttpStatusCode.BadRequest, "BadRequest", "'more'" },
        { "POST", "users/{employee}/assignLicense", """{"addLicenses":[],"removeLicenses":["x"]}""", HttpStatusCode.BadRequest, "Request_BadRequest", "'Guid'" },
        { "POST", "users/{employee}/assignLicense", """{"addLicenses":[{"skuId":"33333333-0000-4000-8000-000000000003"}],"removeLicenses":[]}""", HttpStatusCode.BadRequest, "Request_BadRequest", "valid company License" },
        { "POST", "users/{direction}/assignLicense", """{"addLicenses":[],"removeLicenses":["{sku}"]}""", HttpStatusCode.BadRequest, "Request_BadRequest", "corresponding license" },
        { "POST", "users/{employee}/revokeSignInSessions", """{"now":true}""", HttpStatusCode.BadRequest, "BadRequest", "'now'" },
        { "GET", "users/{direction}/mailboxSettings", null, HttpStatusCode.NotFound, "MailboxNotEnabledForRESTAPI", "inactive" },
        { "PATCH", "users/{employee}/mailboxSettings", """{"automaticRepliesSetting":{"status":"perhaps"}}""", HttpStatusCode.BadRequest, "Request_BadRequest", "automaticRepliesStatus" },
        { "PATCH", "users/{employee}/mailboxSettings", """{"userPurpose":"shared"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "read-only" },
        { "POST", "users/{employee}/mailFolders/inbox/messageRules", """{"displayName":"R","sequence":1}""", HttpStatusCode.BadRequest, "ErrorInvalidArgument", "actions" },
        { "POST", "users/{employee}/mailFolders/inbox/messageRules", """{"displayName":"R","sequence":"1","actions":{}}""", HttpStatusCode.BadRequest, "Request_BadRequest", "'Int32'" },
        { "POST", "users/{employee}/authentication/temporaryAccessPassMethods", """{"lifetimeInMinutes":1}""", HttpStatusCode.BadRequest, "BadRequest", "lifetime" },
        { "POST", "groups/{group}/members/$ref", """{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/{stranger}"}""", HttpStatusCode.NotFound, "Request_ResourceNotFound", "does not exist" },
        { "POST", "groups/{group}/members/$ref", """{"@odata.id":"https://elsewhere.example/v1.0/directoryObjects/{employee}"}""", HttpStatusCode.BadRequest, "BadRequest", "URL" },
        { "DELETE", "groups/{group}/members/{employee}/$ref", null, HttpStatusCode.NotFound, "Request_ResourceNotFound", "does not exist" },
        { "GET", "teams/{group}/members", null, HttpStatusCode.NotFound, "NotFound", "No team" },
        { "POST", "teams/{team}/members", """{"@odata.type":"#microsoft.graph.aadUserConversationMember","roles":["boss"]}""", HttpStatusCode.BadRequest, "BadRequest", "role" },
        { "GET", "users/{direction}/drive", null, HttpStatusCode.NotFound, "ResourceNotFound", "mysite" },
        { "GET", "users/{employee}/drive/root:/Documents/Absent.docx", null, HttpStatusCode.NotFound, "itemNotFound", "could not be found" },
        { "POST", "deviceManagement/managedDevices/{phone}/wipe", """{"keepUserData":"no"}""", HttpStatusCode.BadRequest, "Request_BadRequest", "'Boolean'" },
        { "POST", "deviceManagement/managedDevices/{phone}/wipe", """{"now":true}""", HttpStatusCode.BadRequest, "BadRequest", "'now'" },
        { "POST", "deviceManagement/managedDevices/{employee}/remoteLock", null, HttpStatusCode.NotFound, "ResourceNotFound", "was not found" },
        { "POST", "directory/deletedItems/{employee}/restore", null, HttpStatusCode.NotFound, "Request_ResourceNotFound", "does not exist" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task It_refuses(string method, string path, string? body, HttpStatusCode status, string code, string word)
    {
        await using var sample = SampleGraph.InProcess();
        var answer = await sample.SendAsync(method, Named(path, sample), body is null ? null : Named(body, sample), await sample.TokenAsync(sample.Tenant));
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Contains(word, answer.Message, StringComparison.Ordinal);
        Assert.Empty(sample.Server.Log.Effects);
        Assert.Equal((int)status, sample.Server.Log.Calls[^1].Status);
    }

    [Theory]
    [InlineData("accountEnabled")]
    [InlineData("displayName")]
    [InlineData("mailNickname")]
    [InlineData("passwordProfile")]
    [InlineData("userPrincipalName")]
    public async Task Nobody_is_made_without(string property)
    {
        await using var sample = SampleGraph.InProcess();
        var newcomer = SampleGraph.Newcomer();
        newcomer.Remove(property);
        var answer = await sample.CallAsync("POST", "users", newcomer);
        Assert.Equal(("Request_BadRequest", true), (answer.Code, answer.Message!.Contains($"'{property}'", StringComparison.Ordinal)));
        Assert.Equal(2, sample.Tenant.All("user").Count);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Each_route_wants_its_permission(string method, string template)
    {
        await using var sample = SampleGraph.InProcess();
        var route = RouteTable.All.Single(route => route.Method == method && route.Template == template);
        var others = RouteTable.All.SelectMany(other => other.AnyOf).Except(route.AnyOf, StringComparer.Ordinal).ToArray();
        var path = string.Join('/', template.Split('/').Select(segment => segment.StartsWith('{') ? "00000000-0000-4000-8000-00000000000f" : segment));
        var without = await sample.CallAsync(method, path, token: sample.Server.IssueToken(sample.Tenant, roles: others));
        Assert.Equal((HttpStatusCode.Forbidden, "Authorization_RequestDenied"), (without.Status, without.Code));
        foreach (var permission in route.AnyOf)
        {
            var with = await sample.CallAsync(method, path, token: sample.Server.IssueToken(sample.Tenant, roles: [permission]));
            Assert.NotEqual(HttpStatusCode.Forbidden, with.Status);
        }

        Assert.Empty(sample.Server.Log.Effects);
        Assert.StartsWith("https://learn.microsoft.com/graph/api/", route.Page.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_must_be_whole_for_graph_and_in_time()
    {
        await using var sample = SampleGraph.InProcess();
        var good = await sample.TokenAsync(sample.Tenant);
        string[] bad =
        [
            "", "x", "a.b.c", good[..^6] + "AAAAAA", $"{good.Split('.')[0]}.{good.Split('.')[1]}.",
            sample.Server.IssueToken(sample.Tenant, audience: "https://api.botframework.com"), sample.Server.IssueToken(sample.Tenant, life: TimeSpan.FromMinutes(-1)),
        ];
        foreach (var token in bad)
        {
            var answer = await sample.SendAsync("GET", "users", null, token);
            Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"), (answer.Status, answer.Code));
        }

        sample.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await sample.SendAsync("GET", "users", null, good)).Status);
    }

    [Fact]
    public async Task A_tenants_token_sees_that_tenant_alone()
    {
        await using var sample = SampleGraph.InProcess();
        var theirs = await sample.TokenAsync(sample.Other);
        var seen = await sample.CallAsync("GET", "users", token: theirs);
        Assert.Equal(sample.Stranger.Id, (string?)Assert.Single(seen.Value)!["id"]);
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("PATCH", $"users/{sample.Employee.Id}", new JsonObject { ["department"] = "X" }, theirs)).Status);
    }

    private static string Named(string text, SampleGraph sample) => text
        .Replace("{employee}", sample.Employee.Id, StringComparison.Ordinal).Replace("{direction}", sample.Direction.Id, StringComparison.Ordinal)
        .Replace("{stranger}", sample.Stranger.Id, StringComparison.Ordinal).Replace("{group}", sample.Group.Id, StringComparison.Ordinal)
        .Replace("{team}", sample.Team.Id, StringComparison.Ordinal).Replace("{phone}", sample.Phone.Id, StringComparison.Ordinal).Replace("{sku}", sample.SkuId, StringComparison.Ordinal);
}
