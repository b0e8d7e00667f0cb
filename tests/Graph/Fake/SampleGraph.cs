using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestGraph.Routes;
using SiOne.Bot.TestGraph.State;

namespace SiOne.Bot.Graph.Tests.Fake;

/// <summary>What was answered.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Response)
{
    public string? Code => (string?)Body?["error"]?["code"];

    public string? Message => (string?)Body?["error"]?["message"];

    public JsonArray Value => Body!["value"]!.AsArray();
}

/// <summary>A small company in one tenant and a stranger in another, called by hand.</summary>
internal sealed class SampleGraph : IAsyncDisposable
{
    public const string Domain = "client.example";
    private readonly HttpClient _http;

    private SampleGraph(GraphServer server, HttpMessageHandler handler, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        _http = new HttpClient(handler) { BaseAddress = new Uri(server.Url), Timeout = TimeSpan.FromSeconds(30) };
        Tenant = server.AddTenant(Guid.Parse("11111111-0000-4000-8000-000000000001"), [Domain]);
        Other = server.AddTenant(Guid.Parse("22222222-0000-4000-8000-000000000002"), ["autre.example"]);
        Tenant.Grant([.. RouteTable.All.SelectMany(route => route.AnyOf.Take(1)).Distinct(StringComparer.Ordinal), "User.ReadWrite.All", "User-PasswordProfile.ReadWrite.All"]);
        Other.Grant("User.ReadWrite.All");
        Sku = Tenant.AddSku("SPB", enabled: 2);
        Direction = Tenant.AddUser($"direction@{Domain}", "Direction");
        Employee = Tenant.AddUser($"employe@{Domain}", "Employé");
        Stranger = Other.AddUser("inconnu@autre.example", "Inconnu");
        Tenant.SetManager(Employee, Direction);
        Tenant.Assign(Sku, Employee);
        Group = Tenant.AddGroup("Comptabilité");
        Team = Tenant.AddGroup("Équipe", GroupKind.Team, $"equipe@{Domain}");
        Phone = Tenant.AddDevice(Employee, "iPhone", "F17Q0000TEST");
        File = Tenant.AddFile(Employee, "Documents/Devis.docx", (clock.GetUtcNow().AddDays(-2), "avant-hier"), (clock.GetUtcNow().AddDays(-1), "hier"));
    }

    public FakeTimeProvider Clock { get; }

    public GraphServer Server { get; }

    public GraphTenant Tenant { get; }

    public GraphTenant Other { get; }

    public GraphObject Sku { get; }

    public string SkuId => Sku.Text("skuId")!;

    public GraphObject Direction { get; }

    public GraphObject Employee { get; }

    public GraphObject Stranger { get; }

    public GraphObject Group { get; }

    public GraphObject Team { get; }

    public GraphObject Phone { get; }

    public GraphObject File { get; }

    public static SampleGraph InProcess()
    {
        var clock = NewClock();
        var server = GraphServer.InProcess(clock);
        return new SampleGraph(server, server.CreateHandler(), clock);
    }

    public static async Task<SampleGraph> OverTheWireAsync()
    {
        var clock = NewClock();
        return new SampleGraph(await GraphServer.StartAsync(clock), new SocketsHttpHandler { UseProxy = false }, clock);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return Server.DisposeAsync();
    }

    /// <summary>Asks Entra for a token, as MSAL does.</summary>
    public async Task<Answer> SignInAsync(string? tenantId = null, Action<Dictionary<string, string>>? change = null)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Server.App.ClientId,
            ["client_secret"] = Server.App.Secret!,
            ["scope"] = "https://graph.microsoft.com/.default",
        };
        change?.Invoke(form);
        using var content = new FormUrlEncodedContent(form);
        return await ReadAsync(await _http.PostAsync(new Uri($"/{tenantId ?? Tenant.Id}/oauth2/v2.0/token", UriKind.Relative), content));
    }

    /// <summary>A token for a tenant.</summary>
    public async Task<string> TokenAsync(GraphTenant tenant) => (string)(await SignInAsync(tenant.Id)).Body!["access_token"]!;

    /// <summary>Calls Graph with a token for the tenant, or with that one.</summary>
    public async Task<Answer> CallAsync(string method, string path, JsonNode? body = null, string? token = null, (string Name, string Value)? header = null) =>
        await SendAsync(method, path, body?.ToJsonString(), token ?? await TokenAsync(Tenant), header);

    /// <summary>The same with a body that need not be JSON.</summary>
    public async Task<Answer> SendAsync(string method, string path, string? body, string token, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/v1.0/{path}", UriKind.Relative));
        if (token.Length > 0) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (header is { } more) request.Headers.Add(more.Name, more.Value);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await ReadAsync(await _http.SendAsync(request));
    }

    /// <summary>A person who can be made.</summary>
    public static JsonObject Newcomer(string name = "nouveau") => new()
    {
        ["accountEnabled"] = true,
        ["displayName"] = "Nouveau venu",
        ["mailNickname"] = name,
        ["userPrincipalName"] = $"{name}@{Domain}",
        ["usageLocation"] = "FR",
        ["passwordProfile"] = new JsonObject { ["password"] = "Longue-phrase-7", ["forceChangePasswordNextSignIn"] = true },
    };

    private static FakeTimeProvider NewClock() => new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response);
    }
}
