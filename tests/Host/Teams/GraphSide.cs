using SiOne.Bot.Domain.Execution;
using SiOne.Bot.TestGraph;
using GraphApp = SiOne.Bot.TestGraph.SignIn.GraphApp;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>The tenant of the demo's Premium customer on the test graph, and the settings that reach it.</summary>
internal sealed class GraphSide : IAsyncDisposable
{
    private readonly GraphServer _server;
    private readonly Dictionary<string, GraphApp> _apps;

    private GraphSide(GraphServer server)
    {
        _server = server;
        _apps = new[] { "Reading", "Changing", "Destroying" }.ToDictionary(
            power => power, power => server.AddApp(new GraphApp(Guid.NewGuid().ToString(), power, Guid.NewGuid().ToString("N"))));
        var tenant = server.AddTenant(Guid.Parse(TeamsBench.TenantOf("premium")), ["demo-premium.example"]);
        foreach (var app in _apps.Values) tenant.Grant(app, [.. StepFacts.Needed, .. StepFacts.ToRead, "Domain.Read.All"]);
        var employee = tenant.AddUser("employe@demo-premium.example", "Thomas Jaulin", values => values["usageLocation"] = "FR");
        tenant.Assign(tenant.AddSku("SPB", 5), employee);
        tenant.AddDevice(employee, "Téléphone de Thomas", Serial, values => values["model"] = "iPhone 15");
    }

    /// <summary>The serial number of the employee's phone.</summary>
    public static string Serial => "F17Q2K";

    /// <summary>What was changed in the tenant, as method and route.</summary>
    public IReadOnlyList<string> Effects => [.. _server.Log.Effects.Select(effect => $"{effect.Method} {effect.Route}")];

    public static async Task<GraphSide> StartAsync(TimeProvider clock) => new(await GraphServer.StartAsync(clock));

    /// <summary>The settings of a host that reaches it.</summary>
    public Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?> { ["SiOne:Graph:LoginHost"] = $"{_server.Url}/", ["SiOne:Graph:Host"] = $"{_server.Url}/" };
        foreach (var (power, app) in _apps) (settings[$"SiOne:Graph:{power}:ClientId"], settings[$"SiOne:Graph:{power}:ClientSecret"]) = (app.ClientId, app.Secret);
        return settings;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
