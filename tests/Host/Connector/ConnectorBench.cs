using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Inbound;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Connector;

/// <summary>The connector on a real server, Microsoft's side faked, and a port that remembers what it was handed.</summary>
public sealed class ConnectorBench : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ConnectorBench(FakeTeams teams, EvilListener evil, TeamsSettings settings, ImpatientClock clock)
    {
        Teams = teams;
        Evil = evil;
        Clock = clock;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging(logging => logging.AddProvider(Logs));
        _app = builder.Build();
        Connector = new TeamsConnector(settings, (_, tenant) => KnownTenants.ContainsKey(tenant), clock, _app.Services.GetRequiredService<ILoggerFactory>());
        _app.UseRouting();
        _app.MapActivities(Connector, Turns, clock);
    }

    public FakeTeams Teams { get; }

    public EvilListener Evil { get; }

    public ImpatientClock Clock { get; }

    public TeamsConnector Connector { get; }

    public ConnectorClient Client => Connector.Client;

    public RecordingTurns Turns { get; } = new();

    public RecordingLogs Logs { get; } = new();

    public ConcurrentDictionary<string, bool> KnownTenants { get; } = new(StringComparer.Ordinal);

    public static async Task<ConnectorBench> StartAsync(Action<Dictionary<string, string?>>? change = null)
    {
        var clock = new ImpatientClock();
        var teams = await FakeTeams.StartAsync(clock);
        var evil = await EvilListener.StartAsync();
        var settings = teams.Settings();
        change?.Invoke(settings);
        var reading = TeamsSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), development: true);
        Assert.Empty(reading.Mistakes);
        var bench = new ConnectorBench(teams, evil, reading.Usable!, clock);
        await bench._app.StartAsync();
        teams.BotUrl = new Uri(bench._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        bench.KnownTenants[FakeTeams.TechnicianTenant] = true;
        return bench;
    }

    /// <summary>An employee of a known customer.</summary>
    public FakeUser Employee()
    {
        var tenant = FakeTeams.NewTenant();
        KnownTenants[tenant] = true;
        return Teams.AddCustomerTenant(tenant, "employe@demo-premium.example");
    }

    /// <summary>The stored reference of somebody's chat with the customers' bot.</summary>
    public ConversationReference ReferenceOf(FakeUser user) =>
        new(BotKey.Customers, Teams.ServiceUrl, Teams.PersonalOf(user).Id, user.TenantId) { BotId = Teams.Customers.AccountId, UserId = user.Id };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Connector.Dispose();
        await Evil.DisposeAsync();
        await Teams.DisposeAsync();
    }
}

/// <summary>A port that remembers.</summary>
public sealed class RecordingTurns : ITurns
{
    private readonly ConcurrentQueue<VerifiedActivity> _taken = new();

    public IReadOnlyList<VerifiedActivity> Taken => [.. _taken];

    public Func<VerifiedActivity, InvokeResponse?> Answer { get; set; } = _ => null;

    public Task<InvokeResponse?> TurnAsync(VerifiedActivity turn, CancellationToken cancellationToken)
    {
        _taken.Enqueue(turn);
        return Task.FromResult(Answer(turn));
    }
}

/// <summary>Everything that was logged, by whomever.</summary>
public sealed class RecordingLogs : ILoggerProvider
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(Entries);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel, string)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((logLevel, formatter(state, exception) + exception));
    }
}

/// <summary>A clock that stands still, but for pauses between attempts: those pass at once and are remembered.</summary>
public sealed class ImpatientClock : FakeTimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    public ImpatientClock() : base(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestPause)
        {
            Pauses.Enqueue(dueTime);
            _ = Task.Run(() => Advance(dueTime));
        }

        return timer;
    }
}
