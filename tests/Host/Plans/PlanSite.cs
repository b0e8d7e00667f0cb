using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.Tests.Commands;
using SiOne.Bot.Host.Tests.SignIn;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;
using FakeApp = SiOne.Bot.TestGraph.SignIn.GraphApp;

namespace SiOne.Bot.Host.Tests.Plans;

/// <summary>
/// A live host between Microsoft's sides faked: Entra ID for the page, Teams, and Graph with the tenant of one customer of the demo's. In this process, or as
/// the built program.
/// </summary>
internal sealed class PlanSite : IAsyncDisposable
{
    public const string Administrator = "admin@demo-premium.example";
    public const string Leaver = "marc.oullier@demo-premium.example";
    public const string Helper = "bbbbbbbb-2222-4333-8444-555555555555";
    private const string ApiKey = "a-key-of-at-least-thirty-two-characters";
    private const string TenantId = "2e9b83f4-61c7-4d15-8b70-c4f3a0d97b02";

    private readonly TempFolder _folder = new();
    private readonly FakeEntra _entra;
    private readonly FakeTeams _teams;
    private SiOneHost? _host;

    private PlanSite(FakeEntra entra, FakeTeams teams, GraphServer graph)
    {
        (_entra, _teams, Graph) = (entra, teams, graph);
        Tenant = graph.AddTenant(Guid.Parse(TenantId), ["demo-premium.example"]);
    }

    public GraphServer Graph { get; }

    public GraphTenant Tenant { get; }

    /// <summary>Each app's registration.</summary>
    public IReadOnlyDictionary<PowerClass, FakeApp> Apps { get; private init; } = new Dictionary<PowerClass, FakeApp>();

    public PageBrowser Browser { get; private set; } = null!;

    public FakeEntra Entra => _entra;

    public string Folder => _folder.Path;

    /// <summary>What is given to the host, as the environment spells it.</summary>
    public (string Key, string Value)[] Settings(bool asksForSignIn = true) =>
    [
        .. _teams.Settings().Where(pair => pair.Value is not null).Select(pair => (pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value!)),
        .. Apps.SelectMany(app => new[] { ($"SiOne__Graph__{app.Key}__ClientId", app.Value.ClientId), ($"SiOne__Graph__{app.Key}__ClientSecret", app.Value.Secret!) }),
        ("SiOne__Graph__LoginHost", Graph.Url), ("SiOne__Graph__Host", Graph.Url),
        ($"SiOne__Teams__TechnicianRoles__{FakeEntra.Lead}", "Lead"), ($"SiOne__Teams__TechnicianRoles__{Helper}", "Technician"),
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("SiOne__Url", "http://127.0.0.1:0"), ("SiOne__DataFolder", _folder.File("data")), ("SiOne__ApiKey", ApiKey),
        ("SiOne__Customers", Path.Combine(Repository.Root, "bot", "Demo", "Customers")), ("SiOne__SupportAddress", "support@msp.example"),
        ("SiOne__MailFolder", _folder.File("in")), ("SiOne__OutFolder", _folder.File("out")), ("SiOne__ObserveOnly", "false"),
        .. asksForSignIn
            ? new[]
            {
                ("SiOne__SignIn__TenantId", FakeEntra.Tenant), ("SiOne__SignIn__ClientId", FakeEntra.ClientId), ("SiOne__SignIn__ClientSecret", FakeEntra.Secret),
                ("SiOne__SignIn__Authority", _entra.Issuer),
            }
            : [],
    ];

    /// <summary>Microsoft's sides, with everything granted that is needed; no host yet.</summary>
    public static async Task<PlanSite> FakesAsync()
    {
        var graph = await GraphServer.StartAsync();
        var apps = Enum.GetValues<PowerClass>().ToDictionary(power => power, power => graph.AddApp(new FakeApp(Guid.NewGuid().ToString(), $"{power}", $"canary-{Guid.NewGuid():N}")));
        var site = new PlanSite(await FakeEntra.StartAsync(), await FakeTeams.StartAsync(), graph) { Apps = apps };
        foreach (var (power, app) in apps) site.Tenant.Grant(app, [.. AppPermissions.NeededBy(power)]);
        var sku = site.Tenant.AddSku("SPB", enabled: 10);
        var everybody = site.Tenant.AddGroup("Tous", TestGraph.State.GroupKind.Microsoft365, "tous@demo-premium.example");
        foreach (var (address, name) in new[] { (Administrator, "Nadia Keravel"), (Leaver, "Marc Oullier") })
        {
            var user = site.Tenant.AddUser(address, name, values => values["usageLocation"] = "FR");
            site.Tenant.Assign(sku, user);
            site.Tenant.AddMember(everybody, user);
        }

        return site;
    }

    /// <summary>The host in this process, and a technician in charge who is signed in at its page.</summary>
    public static async Task<PlanSite> StartAsync(bool asksForSignIn = true)
    {
        var site = await FakesAsync();
        var read = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(
            site.Settings(asksForSignIn).Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value))).Build());
        Assert.Empty(read.Mistakes);
        site._host = await SiOneHost.StartAsync(read.Usable!, CustomerFiles.Load(read.Usable!.Host.Customers!), TimeProvider.System, CommitPoints.None, CancellationToken.None);
        await site.OpenAsync(site._host.Url, asksForSignIn);
        return site;
    }

    /// <summary>The built program, nobody signed in; with a commit point it kills itself there.</summary>
    public ProgramRun Launch(string? crashAt = null) => ProgramRun.Start(
        _folder.Path, "", [.. Settings(), .. crashAt is null ? Array.Empty<(string, string)>() : [("DOTNET_ENVIRONMENT", "CrashTest"), ("SIONE_CRASH_AT", crashAt)]]);

    /// <summary>The built program, and a technician in charge who is signed in at its page; whoever starts it ends it.</summary>
    public async Task<ProgramRun> RunAsync(string? crashAt = null)
    {
        var run = Launch(crashAt);
        var greeting = await run.SaysAsync();
        await OpenAsync(greeting[greeting.IndexOf("http://127.0.0.1:", StringComparison.Ordinal)..].Split(' ')[0].TrimEnd('.', '/'), asksForSignIn: true);
        return run;
    }

    /// <summary>A request of the customer's administrator by the application; its reference.</summary>
    public async Task<string> AskAsync(string text)
    {
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Address, "/api/requests")) { Content = JsonContent.Create(new { from = Administrator, subject = "Demande", text }) };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
        message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(message);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var key = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString();
        return await FollowAsync(board => board.GetProperty("messages").EnumerateArray().Where(entry => entry.GetProperty("key").GetString() == key)
            .SelectMany(entry => entry.GetProperty("requests").EnumerateArray()).Where(request => request.GetProperty("state").GetString() == "Accepted")
            .Select(request => request.GetProperty("reference").GetString()!).FirstOrDefault());
    }

    public Task<string> AskForArrivalAsync() => AskAsync("Bonjour,\n\nManon Guilbert nous rejoint la semaine prochaine. Merci de créer son compte Microsoft 365.");

    public Task<HttpResponseMessage> PostAsync(string reference, string act, object body) => Browser.PostAsync($"/api/requests/{reference}/plan/{act}", body);

    /// <summary>An act on a plan that is answered.</summary>
    public async Task<JsonElement> ActAsync(string reference, string act, object? body = null)
    {
        using var answer = await PostAsync(reference, act, body ?? new { technician = "Page" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Draws the plan of a request up; its hash.</summary>
    public async Task<string> DrawAsync(string reference)
    {
        var drawn = await ActAsync(reference, "draw");
        Assert.True(drawn.GetProperty("taken").GetBoolean(), drawn.ToString());
        return drawn.GetProperty("plan").GetProperty("hash").GetString()!;
    }

    /// <summary>Draws it up and says yes.</summary>
    public async Task<string> ApproveAsync(string reference)
    {
        var hash = await DrawAsync(reference);
        var answer = await ActAsync(reference, "approve", new { technician = "Page", hash });
        Assert.True(answer.GetProperty("taken").GetBoolean(), answer.ToString());
        return hash;
    }

    /// <summary>Follows the board until the plan of a request is as wanted.</summary>
    public Task<JsonElement> PlanAsync(string reference, Func<JsonElement, bool> wanted) => FollowAsync(board => PlanIn(board, reference) is { } plan && wanted(plan) ? plan : null as JsonElement?)
        .ContinueWith(found => found.Result!.Value, TaskScheduler.Default);

    /// <summary>Follows it until the plan stands so, and offers that.</summary>
    public Task<JsonElement> PlanAsync(string reference, string state, string? act = null) =>
        PlanAsync(reference, plan => plan.GetProperty("state").GetString() == state && (act is null || plan.GetProperty("acts").EnumerateArray().Any(one => one.GetString() == act)));

    public async ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        await Graph.DisposeAsync();
        await _teams.DisposeAsync();
        await _entra.DisposeAsync();
        _folder.Dispose();
    }

    private static JsonElement? PlanIn(JsonElement board, string reference) => board.GetProperty("messages").EnumerateArray()
        .SelectMany(entry => entry.GetProperty("requests").EnumerateArray())
        .Where(request => request.GetProperty("reference").GetString() == reference && request.TryGetProperty("life", out var life) && life.ValueKind is JsonValueKind.Object)
        .Select(request => request.GetProperty("life").TryGetProperty("plan", out var plan) && plan.ValueKind is JsonValueKind.Object ? plan : null as JsonElement?).FirstOrDefault();

    private Task<T> FollowAsync<T>(Func<JsonElement, T?> found) => LookAsync(found).WithinAsync(what: "board");

    private async Task<T> LookAsync<T>(Func<JsonElement, T?> found)
    {
        var seen = -1L;
        while (true)
        {
            var board = await Browser.JsonAsync(seen < 0 ? "/api/board" : $"/api/board?after={seen}");
            if (found(board) is { } here) return here;
            seen = board.GetProperty("revision").GetInt64();
        }
    }

    private async Task OpenAsync(string url, bool asksForSignIn)
    {
        _teams.BotUrl = new Uri(url);
        Browser?.Dispose();
        Browser = new PageBrowser(new Uri(url));
        _entra.RedirectUris.Add(new Uri(Browser.Address, "signin/callback").AbsoluteUri);
        if (asksForSignIn) await Browser.SignInAsync();
    }
}
