using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.AssignLicense;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions.Authentication;

namespace SiOne.Bot.Graph.Tests.Fake;

/// <summary>Microsoft's own client and sign-in library against the fake, over the wire.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task Microsofts_client_makes_licenses_and_reads_a_user()
    {
        await using var sample = await SampleGraph.OverTheWireAsync();
        using var graph = await ClientAsync(sample);
        var made = await graph.Users.PostAsync(new User
        {
            AccountEnabled = true,
            DisplayName = "Nouveau venu",
            MailNickname = "nouveau",
            UserPrincipalName = $"nouveau@{SampleGraph.Domain}",
            UsageLocation = "FR",
            PasswordProfile = new PasswordProfile { Password = "Longue-phrase-7", ForceChangePasswordNextSignIn = true },
        });
        await graph.Users[made!.Id].AssignLicense.PostAsync(new AssignLicensePostRequestBody
        {
            AddLicenses = [new AssignedLicense { SkuId = Guid.Parse(sample.SkuId), DisabledPlans = [] }],
            RemoveLicenses = [],
        });
        var read = await graph.Users[$"nouveau@{SampleGraph.Domain}"].GetAsync(request => request.QueryParameters.Select = ["id", "assignedLicenses", "accountEnabled"]);
        Assert.Equal(made.Id, read!.Id);
        Assert.Equal(Guid.Parse(sample.SkuId), Assert.Single(read.AssignedLicenses!).SkuId);
        Assert.Equal(["users", "users/{user}/assignLicense"], sample.Server.Log.Effects.Select(effect => effect.Route));
    }

    [Fact]
    public async Task Microsofts_client_reads_what_is_refused()
    {
        await using var sample = await SampleGraph.OverTheWireAsync();
        using var graph = await ClientAsync(sample);
        var refused = await Assert.ThrowsAsync<ODataError>(() => graph.Users["personne@client.example"].GetAsync());
        Assert.Equal("Request_ResourceNotFound", refused.Error!.Code);
        Assert.Equal((int)HttpStatusCode.NotFound, refused.ResponseStatusCode);
    }

    [Fact]
    public async Task Microsofts_client_walks_pages_links_casts_files_and_devices()
    {
        await using var sample = await SampleGraph.OverTheWireAsync();
        using var graph = await ClientAsync(sample);
        await graph.Groups[sample.Group.Id].Members.Ref.PostAsync(new ReferenceCreate { OdataId = $"https://graph.microsoft.com/v1.0/directoryObjects/{sample.Employee.Id}" });
        var groups = await graph.Users[sample.Employee.Id].MemberOf.GraphGroup.GetAsync();
        Assert.Equal(sample.Group.Id, Assert.Single(groups!.Value!).Id);
        var with = await graph.Users[sample.Employee.Id].GetAsync(request => request.QueryParameters.Expand = ["manager($select=id,displayName)"]);
        Assert.Equal("Direction", Assert.IsType<User>(with!.Manager).DisplayName);
        var drive = await graph.Users[sample.Employee.Id].Drive.GetAsync();
        var file = await graph.Drives[drive!.Id].Root.ItemWithPath("Documents/Devis.docx").GetAsync();
        var versions = await graph.Drives[drive.Id].Items[file!.Id].Versions.GetAsync();
        Assert.Equal(["2.0", "1.0"], versions!.Value!.Select(version => version.Id));
        await graph.Drives[drive.Id].Items[file.Id].Versions["1.0"].RestoreVersion.PostAsync();
        Assert.Equal("avant-hier", sample.Tenant.FindFile(sample.Employee, "Documents/Devis.docx").Text("_content"));
        await graph.DeviceManagement.ManagedDevices[sample.Phone.Id].RemoteLock.PostAsync();
        var phone = await graph.DeviceManagement.ManagedDevices[sample.Phone.Id].GetAsync();
        Assert.Equal(ActionState.Pending, Assert.Single(phone!.DeviceActionResults!).ActionState);
        var first = await graph.Users.GetAsync(request => request.QueryParameters.Top = 1);
        var rest = await graph.Users.WithUrl(first!.OdataNextLink!).GetAsync();
        Assert.NotEqual(Assert.Single(first.Value!).Id, Assert.Single(rest!.Value!).Id);
    }

    [Fact]
    public async Task A_cut_after_the_change_is_a_broken_connection_and_one_effect()
    {
        await using var sample = await SampleGraph.OverTheWireAsync();
        sample.Server.Faults.On("POST", "users").CutAfter();
        await Assert.ThrowsAsync<HttpRequestException>(() => sample.CallAsync("POST", "users", SampleGraph.Newcomer()));
        Assert.NotNull(sample.Tenant.Find("user", $"nouveau@{SampleGraph.Domain}"));
        Assert.Single(sample.Server.Log.Effects);
    }

    private static async Task<GraphServiceClient> ClientAsync(SampleGraph sample)
    {
        using var http = new HttpClient(new PlainHttp { InnerHandler = new SocketsHttpHandler { UseProxy = false } });
        var app = ConfidentialClientApplicationBuilder.Create(sample.Server.App.ClientId).WithClientSecret(sample.Server.App.Secret)
            .WithAuthority(new UriBuilder(sample.Server.Url) { Scheme = Uri.UriSchemeHttps, Path = sample.Tenant.Id }.Uri.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false).WithHttpClientFactory(new OneClient(http)).Build();
        var token = await app.AcquireTokenForClient(["https://graph.microsoft.com/.default"]).ExecuteAsync();
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return new GraphServiceClient(client, new BaseBearerTokenAuthenticationProvider(new OneToken(token.AccessToken)), $"{sample.Server.Url}/v1.0");
    }

    // MSAL writes https whatever it is told.
    private sealed class PlainHttp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = Uri.UriSchemeHttp }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }

    private sealed class OneToken(string token) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(token);
    }
}
