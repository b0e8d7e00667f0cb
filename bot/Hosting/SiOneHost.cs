using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Console;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Demo;
using SiOne.Bot.Host.Demo.Graph;
using SiOne.Bot.Host.Demo.Teams;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.SignIn;
using SiOne.Bot.Host.Teams;

namespace SiOne.Bot.Host.Hosting;

/// <summary>The running product: engine, watcher, HTTP door, local page.</summary>
public sealed class SiOneHost : IAsyncDisposable
{
    private readonly OperatorEndpoint _operators;
    private readonly TeamsBots? _teams;
    private readonly DemoTeams? _demo;

    private SiOneHost(WebApplication app, EngineParts parts, OperatorEndpoint operators, TeamsBots? teams, DemoTeams? demo)
    {
        App = app;
        Parts = parts;
        _operators = operators;
        _teams = teams;
        _demo = demo;
    }

    /// <summary>The web application.</summary>
    public WebApplication App { get; }

    /// <summary>The engine.</summary>
    public EngineParts Parts { get; }

    /// <summary>The codes by which technicians sign in to the demo's page; null where there are none.</summary>
    public OneTimeCodes? Codes { get; private init; }

    /// <summary>The demo's Microsoft 365; null outside the demo.</summary>
    private DemoTenants? Tenants { get; init; }

    /// <summary>Where it listens.</summary>
    public string Url => App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Opens the store, starts the workers and listens.</summary>
    /// <param name="settings">Usable settings.</param>
    /// <param name="customers">The customers, loaded without mistakes; their files are followed from here on.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="points">Commit points.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public static async Task<SiOneHost> StartAsync(
        UsableSettings settings, LoadedCustomers customers, TimeProvider clock, CommitPoints points, CancellationToken cancellationToken)
    {
        settings = EffectsHeld.Under(settings);
        var url = UsableUrl(settings);
        if (settings.Demo) settings = settings with { ConfirmationUrl = new Uri(url) };
        var logs = Logs(settings);
        var builder = Builder(url, logs);
        var directory = Customers(settings, customers, clock, logs);
        var demo = settings.Demo ? await DemoTeams.StartAsync(url, customers.Customers, clock, cancellationToken) : null;
        var tenants = demo is null ? null : await DemoTenants.StartAsync(customers.Customers, demo.Settings, clock);
        if (tenants is not null) settings = settings with { Graph = tenants.Graph, Execution = tenants.Execution };
        var bots = demo?.Settings ?? settings.Teams;
        if (bots is not null) PackageChecks.Report(bots, logs.CreateLogger(typeof(PackageChecks)));
        var parts = await OpenAsync(settings, directory, clock, logs, points, bots is null ? null : new ActivityReader(), demo, cancellationToken);
        var teams = bots is null ? null : new TeamsBots(bots, parts, clock, logs);
        var watching = Watching.Of(settings, parts, clock, logs);
        var alarms = parts.AlarmsOn(() => parts.Alarms.Look().Concat(watching.Alarms(parts.Door, clock.GetUtcNow())).Concat(parts.Plans.Desk.Alarms()));
        builder.Services.AddHostedService(services => new Workers(
            parts, alarms, watching.RunAsync, directory.RunAsync, teams is null ? null : teams.RunAsync, services.GetRequiredService<IHostApplicationLifetime>(), logs.CreateLogger<Workers>()));

        var access = new PageAccess(settings, clock, logs);
        access.Add(builder.Services);
        var app = builder.Build();
        access.Use(app);
        app.MapHealth(parts, watching, alarms, directory);
        app.MapDoor(parts, clock);
        app.MapBackups(parts, clock);
        app.MapIntake(parts);
        app.MapDesk(parts, clock);
        new PlanEndpoints(parts).Map(app);
        new StopEndpoints(parts).Map(app);
        app.MapBoard(parts, clock);
        app.MapQuarantine(parts);
        app.MapLinkPages(parts, clock);
        app.MapSubscriptions(parts, clock);
        teams?.Map(app, clock);
        demo?.Map(app);
        var operators = new OperatorEndpoint(app, parts, clock, logs);
        await app.StartAsync(cancellationToken);
        operators.Open(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        if (demo is not null)
        {
            // First everybody has the apps: what the mails bring is then told where people are.
            await demo.Installed.WaitAsync(cancellationToken);
            DemoMails.PlaceIn(settings.Host.MailFolder!);
        }

        return new SiOneHost(app, parts, operators, teams, demo) { Codes = access.Codes, Tenants = tenants };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _operators.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        _teams?.Dispose();
        if (_demo is not null) await _demo.DisposeAsync();
        if (Tenants is not null) await Tenants.DisposeAsync();
        await Parts.DisposeAsync();
    }

    /// <summary>A web host of ours: one address, one way to log, small bodies.</summary>
    internal static WebApplicationBuilder Builder(string url, ILoggerFactory logs)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 256 * 1024;
        });
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        builder.Services.AddSingleton(logs);
        return builder;
    }

    private static async Task<EngineParts> OpenAsync(
        UsableSettings settings, ReloadingCustomers directory, TimeProvider clock, ILoggerFactory logs, CommitPoints points, ActivityReader? activities, DemoTeams? demo,
        CancellationToken cancellationToken)
    {
        try
        {
            return await EngineParts.OpenAsync(settings, directory, clock, logs, points, activities, cancellationToken);
        }
        catch
        {
            if (demo is not null) await demo.DisposeAsync();
            throw;
        }
    }

    private static ReloadingCustomers Customers(UsableSettings settings, LoadedCustomers customers, TimeProvider clock, ILoggerFactory logs)
    {
        DataFolderMode.Claim(settings); // Before the archive writes into it.
        return new ReloadingCustomers(
            settings.Host.Customers!, customers, new CustomerArchive(settings.CustomerArchivePath), clock, logs.CreateLogger<ReloadingCustomers>());
    }

    /// <summary>Structured, on standard error; standard output is for data. No subject, body, name or address is ever a field.</summary>
    internal static ILoggerFactory Logs(UsableSettings settings) => LoggerFactory.Create(logging => logging
        .AddJsonConsole(console => console.UseUtcTimestamp = true)
        .SetMinimumLevel(settings.Demo ? LogLevel.Warning : LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        // What an identity provider says of a failure may name people; EntraSignIn logs its kind.
        .AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.None)
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));

    /// <summary>
    /// The demo must start even where its port is taken, and its mails name its address before it listens; a configured address is never changed.
    /// </summary>
    internal static string UsableUrl(UsableSettings settings)
    {
        if (!settings.Demo || new Uri(settings.Host.Url) is not { IsLoopback: true, HostNameType: UriHostNameType.IPv4 } asked) return settings.Host.Url;
        if (asked.Port == 0) return $"http://127.0.0.1:{FreePort(0)}";
        return settings.Host.Url == new SiOneOptions().Url ? $"http://127.0.0.1:{FreePort(asked.Port)}" : settings.Host.Url;
    }

    /// <summary>That port, or another one where somebody listens on it.</summary>
    private static int FreePort(int wanted)
    {
        try
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, wanted);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (System.Net.Sockets.SocketException) when (wanted != 0)
        {
            return FreePort(0);
        }
    }
}
