using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Executors;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tokens;
using SiOne.Bot.TestGraph;
using FakeApp = SiOne.Bot.TestGraph.SignIn.GraphApp;

namespace SiOne.Bot.Graph.Tests;

/// <summary>Customers' tenants on the test graph, with an app registration of each class, and what is tested in front of them.</summary>
internal sealed class Customers : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<PowerClass, FakeApp> _apps;
    private readonly Lines _lines = new();

    private Customers(GraphServer server, FakeTimeProvider clock, Func<GraphSettings, GraphSettings>? set)
    {
        Server = server;
        Clock = clock;
        _apps = Enum.GetValues<PowerClass>().ToDictionary(power => power, power => server.AddApp(new FakeApp(Guid.NewGuid().ToString(), power.ToString(), $"canary-{Guid.NewGuid():N}")));
        var settings = new GraphSettings
        {
            LoginHost = new Uri(server.Url),
            GraphHost = new Uri(server.Url),
            Apps = _apps.ToDictionary(app => app.Key, app => new GraphApp(Guid.Parse(app.Value.ClientId), new GraphCredential.Secret(app.Value.Secret!))),
        };
        Settings = set?.Invoke(settings) ?? settings;
        Sut = new GraphTenants(Settings, Known.Contains, clock, _lines);
    }

    public GraphSettings Settings { get; }

    public GraphServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public GraphTenants Sut { get; }

    public HashSet<Guid> Known { get; } = [];

    public IReadOnlyList<string> Logged => _lines.All;

    public static async Task<Customers> StartAsync(Func<GraphSettings, GraphSettings>? set = null)
    {
        var clock = new FakeTimeProvider(Start);
        return new Customers(await GraphServer.StartAsync(clock), clock, set);
    }

    /// <summary>A customer with everything granted.</summary>
    public GraphTenant Add(params string[] domains)
    {
        var id = Guid.NewGuid();
        var tenant = Server.AddTenant(id, domains.Length > 0 ? domains : ["atelier.example"]);
        foreach (var (power, app) in _apps) tenant.Grant(app, [.. PermissionsOf(power)]);
        Known.Add(id);
        return tenant;
    }

    /// <summary>Another one, whose tokens come from elsewhere.</summary>
    public GraphTenants With(ITenantTokens tokens) => new(Settings, Known.Contains, Clock, _lines, tokens);

    public string AppOf(PowerClass power) => _apps[power].ClientId;

    public FakeApp RegistrationOf(PowerClass power) => _apps[power];

    public Task<StepSight> LookAsync(GraphTenant tenant, Step step, DateTimeOffset? since = null) =>
        Sut.LookAsync(Guid.Parse(tenant.Id), step, since ?? Start, CancellationToken.None);

    public Task<StepAnswer> DoAsync(GraphTenant tenant, Step step, string? approval = null) =>
        Sut.DoAsync(Guid.Parse(tenant.Id), step, new StepCall("req-1|plan|1", Passwords.Canary, approval), CancellationToken.None);

    public int EffectsOn(GraphTenant tenant) => Server.Log.Effects.Count(effect => effect.TenantId == tenant.Id);

    public async ValueTask DisposeAsync()
    {
        Sut.Dispose();
        await Server.DisposeAsync();
    }

    private static IEnumerable<string> PermissionsOf(PowerClass power) => power == PowerClass.Reading
        ? AllExecutors.List.SelectMany(executor => executor.ReadPermissions).Append("Organization.Read.All").Append("Application.Read.All").Append(AppPermissions.ToReadAnnouncements).Distinct()
        // Entra lets an account be enabled only by whoever may read it, too.
        : AllExecutors.List.Where(executor => executor.Power == power).Select(executor => executor.Permission).Append("User.Read.All").Distinct();

    private sealed class Lines : ILogger<GraphTenants>
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lines) return [.. _lines];
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add($"{formatter(state, exception)} {exception}");
        }
    }
}

internal static class Passwords
{
    public const string Canary = "Zq7!cAnArY0042";
}
