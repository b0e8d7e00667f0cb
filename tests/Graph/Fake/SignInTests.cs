using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Identity.Client;
using SiOne.Bot.TestGraph.SignIn;

namespace SiOne.Bot.Graph.Tests.Fake;

/// <summary>The token endpoint, and what its tokens say.</summary>
public sealed class SignInTests
{
    /// <summary>What is sent instead; the status, the error and the number answered.</summary>
    public static TheoryData<string, string?, HttpStatusCode, string, int> Wrong => new()
    {
        { "client_id", "44444444-0000-4000-8000-000000000004", HttpStatusCode.BadRequest, "unauthorized_client", 700016 },
        { "client_secret", "wrong", HttpStatusCode.Unauthorized, "invalid_client", 7000215 },
        { "client_secret", null, HttpStatusCode.Unauthorized, "invalid_client", 7000216 },
        { "grant_type", "password", HttpStatusCode.BadRequest, "unsupported_grant_type", 70003 },
        { "grant_type", null, HttpStatusCode.BadRequest, "invalid_request", 900144 },
        { "scope", "https://api.botframework.com/.default", HttpStatusCode.BadRequest, "invalid_scope", 1002012 },
        { "scope", "User.Read.All", HttpStatusCode.BadRequest, "invalid_scope", 1002012 },
        { "client_assertion", "a.b.c", HttpStatusCode.Unauthorized, "invalid_client", 700027 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Entra_gives_no_token_for(string parameter, string? value, HttpStatusCode status, string error, int number)
    {
        await using var sample = SampleGraph.InProcess();
        var answer = await sample.SignInAsync(change: form =>
        {
            if (value is null) form.Remove(parameter);
            else form[parameter] = value;
        });
        Assert.Equal((status, error), (answer.Status, (string?)answer.Body!["error"]));
        Assert.StartsWith($"AADSTS{number}:", (string?)answer.Body["error_description"], StringComparison.Ordinal);
        Assert.Equal(number, (int)answer.Body["error_codes"]![0]!);
    }

    [Fact]
    public async Task Entra_gives_no_token_for_an_unknown_tenant_or_one_that_never_consented()
    {
        await using var sample = SampleGraph.InProcess();
        var third = sample.Server.AddTenant(Guid.NewGuid(), ["troisieme.example"]);
        Assert.Contains("AADSTS700016", (string?)(await sample.SignInAsync(third.Id)).Body!["error_description"], StringComparison.Ordinal);
        Assert.Contains("AADSTS90002", (string?)(await sample.SignInAsync(Guid.NewGuid().ToString())).Body!["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_says_tenant_audience_app_and_what_was_granted_by_then()
    {
        await using var sample = SampleGraph.InProcess();
        var token = await sample.TokenAsync(sample.Other);
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!;
        Assert.Equal((sample.Other.Id, "https://graph.microsoft.com", sample.Server.App.ClientId), ((string?)claims["tid"], (string?)claims["aud"], (string?)claims["appid"]));
        Assert.Equal("User.ReadWrite.All", (string?)Assert.Single(claims["roles"]!.AsArray()));
        sample.Other.Grant("Files.Read.All");
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("GET", $"users/{sample.Stranger.Id}/drive", token: token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sample.CallAsync("GET", $"users/{sample.Stranger.Id}/drive", token: await sample.TokenAsync(sample.Other))).Status);
    }

    [Fact]
    public async Task A_certificate_is_as_good_as_a_secret_and_another_certificate_is_not()
    {
        await using var sample = SampleGraph.InProcess();
        using var own = Certificate();
        using var foreign = Certificate();
        using var publicHalf = X509CertificateLoader.LoadCertificate(own.Export(X509ContentType.Cert));
        var app = sample.Server.AddApp(new GraphApp(Guid.NewGuid().ToString(), "Effacement", null, publicHalf));
        sample.Tenant.Grant(app, "DeviceManagementManagedDevices.PrivilegedOperations.All");
        var token = await AskAsync(sample, app, own);
        Assert.Equal(HttpStatusCode.NoContent, (await sample.CallAsync("POST", $"deviceManagement/managedDevices/{sample.Phone.Id}/remoteLock", token: token)).Status);
        Assert.Equal(app.ClientId, Assert.Single(sample.Server.Log.Effects).AppId);
        Assert.Equal(HttpStatusCode.Forbidden, (await sample.CallAsync("GET", "users", token: token)).Status);
        var refused = await Assert.ThrowsAsync<MsalServiceException>(() => AskAsync(sample, app, foreign));
        Assert.Contains("AADSTS700027", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_library_reads_before_it_asks_is_there()
    {
        await using var sample = SampleGraph.InProcess();
        using var http = new HttpClient(sample.Server.CreateHandler());
        var told = JsonNode.Parse(await http.GetStringAsync(new Uri($"{sample.Server.Url}/{sample.Tenant.Id}/v2.0/.well-known/openid-configuration")))!;
        Assert.Equal($"{sample.Server.Url}/{sample.Tenant.Id}/oauth2/v2.0/token", (string?)told["token_endpoint"]);
        var keys = JsonNode.Parse(await http.GetStringAsync(new Uri((string)told["jwks_uri"]!)))!["keys"]!;
        var head = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars((await sample.TokenAsync(sample.Tenant)).Split('.')[0]))!;
        Assert.Equal((string?)keys[0]!["kid"], (string?)head["kid"]);
    }

    [Fact]
    public async Task What_was_granted_can_be_read_and_taken_back()
    {
        await using var sample = SampleGraph.InProcess();
        Assert.Contains("User.ReadWrite.All", await GrantedAsync(sample));
        sample.Tenant.Revoke(sample.Server.App, "User.ReadWrite.All");
        Assert.DoesNotContain("User.ReadWrite.All", await GrantedAsync(sample));
    }

    private static async Task<List<string>> GrantedAsync(SampleGraph sample)
    {
        var own = (await sample.CallAsync("GET", $"servicePrincipals?$filter=appId eq '{sample.Server.App.ClientId}'")).Value[0]!;
        var assignments = (await sample.CallAsync("GET", $"servicePrincipals/{own["id"]}/appRoleAssignments?$top=999")).Value;
        var graph = (await sample.CallAsync("GET", $"servicePrincipals/{assignments[0]!["resourceId"]}")).Body!;
        var names = graph["appRoles"]!.AsArray().ToDictionary(role => (string)role!["id"]!, role => (string)role!["value"]!, StringComparer.Ordinal);
        return [.. assignments.Select(assignment => names[(string)assignment!["appRoleId"]!])];
    }

    private static async Task<string> AskAsync(SampleGraph sample, GraphApp app, X509Certificate2 certificate)
    {
        // MSAL dates its assertion by the machine's clock.
        sample.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        using var http = new HttpClient(sample.Server.CreateHandler());
        var client = ConfidentialClientApplicationBuilder.Create(app.ClientId).WithCertificate(certificate)
            .WithAuthority($"https://login.invalid.example/{sample.Tenant.Id}", validateAuthority: false)
            .WithInstanceDiscovery(false).WithHttpClientFactory(new OneClient(http)).Build();
        return (await client.AcquireTokenForClient(["https://graph.microsoft.com/.default"]).ExecuteAsync()).AccessToken;
    }

    private static X509Certificate2 Certificate()
    {
        using var rsa = RSA.Create(2_048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=test", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
