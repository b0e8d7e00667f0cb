using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Demo;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Hosting;

/// <summary>The running product: engine, watcher, HTTP door, local page.</summary>
public sealed class SiOneHost : IAsyncDisposable
{
    private SiOneHost(WebApplication app, EngineParts parts)
    {
        App = app;
        Parts = parts;
    }

    /// <summary>The web application.</summary>
    public WebApplication App { get; }

    /// <summary>The engine.</summary>
    public EngineParts Parts { get; }

    /// <summary>Where it listens.</summary>
    public string Url => App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Opens the store, starts the workers and listens.</summary>
    /// <param name="settings">Usable settings.</param>
    /// <param name="directory">The customers.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="points">Commit points.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public static async Task<SiOneHost> StartAsync(
        UsableSettings settings, ICustomerDirectory directory, TimeProvider clock, CommitPoints points, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.WebHost.UseUrls(UsableUrl(settings));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 256 * 1024;
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Logging.SetMinimumLevel(settings.Demo ? LogLevel.Warning : LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        var logs = LoggerFactory.Create(logging => logging.AddJsonConsole().SetMinimumLevel(settings.Demo ? LogLevel.Warning : LogLevel.Information));
        var parts = await EngineParts.OpenAsync(settings, directory, clock, logs, points, cancellationToken);
        var watching = Watching.Of(settings, parts, clock, logs, points);
        builder.Services.AddHostedService(services => new Workers(
            parts, watching.RunAsync, services.GetRequiredService<IHostApplicationLifetime>(), logs.CreateLogger<Workers>()));

        var app = builder.Build();
        app.UseMiddleware<LocalOnly>();
        app.MapHealth(parts, watching);
        app.MapDoor(parts, clock);
        app.MapBoard(parts, clock);
        if (settings.Demo) DemoMails.PlaceIn(settings.Host.MailFolder!);
        await app.StartAsync(cancellationToken);
        return new SiOneHost(app, parts);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await Parts.DisposeAsync();
    }

    /// <summary>The demo must start even where its port is taken; a configured address is never changed.</summary>
    private static string UsableUrl(UsableSettings settings)
    {
        if (!settings.Demo || settings.Host.Url != new HostOptions().Url) return settings.Host.Url;
        try
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, new Uri(settings.Host.Url).Port);
            probe.Start();
            return settings.Host.Url;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return "http://127.0.0.1:0";
        }
    }
}
