using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Hosting;

/// <summary>
/// Safe mode (RELIABILITY F81): no watcher, no worker, no bot and no door; the page reads a copy of the store, or where that cannot be read, only says
/// what to do. The store's lock is free again once the copy is made, so that verbs work on what lies there.
/// </summary>
public sealed partial class SafeHost : IAsyncDisposable
{
    private readonly EngineParts? _parts;

    private SafeHost(WebApplication app, EngineParts? parts, OneTimeCodes? codes)
    {
        App = app;
        _parts = parts;
        Codes = codes;
    }

    /// <summary>The web application.</summary>
    public WebApplication App { get; }

    /// <summary>The codes by which technicians sign in to the demo's page; null where there are none.</summary>
    public OneTimeCodes? Codes { get; }

    /// <summary>Where it listens.</summary>
    public string Url => App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What people read of it, in both languages.</summary>
    public Label Says => _parts is null ? SafeModeWords.Damaged : SafeModeWords.Asked;

    /// <summary>Reads what can be read, and listens.</summary>
    /// <param name="settings">Usable settings; from here on they say safe mode.</param>
    /// <param name="customers">The customers, loaded without mistakes.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <exception cref="StoreUnavailableException">Another process works on the data, or this account cannot use it: nothing is wrong with the data.</exception>
    public static async Task<SafeHost> StartAsync(UsableSettings settings, LoadedCustomers customers, TimeProvider clock, CancellationToken cancellationToken)
    {
        settings.Host.SafeMode = true;
        var url = SiOneHost.UsableUrl(settings);
        var logs = SiOneHost.Logs(settings);
        var parts = await ReadAsync(settings, customers, clock, logs, cancellationToken);
        var builder = SiOneHost.Builder(url, logs);
        var access = parts is null ? null : new PageAccess(settings, clock, logs);
        access?.Add(builder.Services);
        var app = builder.Build();
        if (access is null) app.Use(next => new LocalOnly(next, settings.SignIn?.PublicUrl, settings.ConfirmationUrl).InvokeAsync);
        else access.Use(app);
        app.Use(next => new SafeModeGate(next).InvokeAsync);
        app.MapSafeHealth(parts?.Store.Health);
        if (parts is null) app.MapGet("/", () => Results.Content(Notice(SafeModeWords.Damaged), "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable));
        else app.MapBoard(parts, clock);
        await app.StartAsync(cancellationToken);
        return new SafeHost(app, parts, access?.Codes);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (_parts is not null) await _parts.DisposeAsync();
    }

    /// <summary>The engine on a copy of the store, with nobody at work in it; null when what lies there cannot be read.</summary>
    private static async Task<EngineParts?> ReadAsync(UsableSettings settings, LoadedCustomers customers, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var log = logs.CreateLogger<SafeHost>();
        try
        {
            var directory = new CustomerDirectory(customers.Customers, new CustomerArchive(settings.CustomerArchivePath));
            var parts = await EngineParts.OpenAsync(settings, directory, clock, logs, CommitPoints.None, activities: null, cancellationToken);
            Log.Looking(log);
            return parts;
        }
        catch (Exception unreadable) when (unreadable is StoreUnavailableException { Damaged: true } or InvalidDataException or CryptographicException or IOException)
        {
            Log.Unreadable(log, unreadable.Message);
            return null;
        }
    }

    /// <summary>All that is shown where nothing can be read.</summary>
    private static string Notice(Label words) => $"""
        <!DOCTYPE html>
        <html lang="fr"><head><meta charset="utf-8"><title>SiOne.Bot</title></head>
        <body><h1>SiOne.Bot</h1>
        <p role="alert">{WebUtility.HtmlEncode(Typography.Set(words, Language.French))}</p>
        <p lang="en">{WebUtility.HtmlEncode(Typography.Set(words, Language.English))}</p></body></html>
        """;

    private static partial class Log
    {
        [LoggerMessage(2301, LogLevel.Critical, "Safe mode: nothing is taken in, sent or changed until SiOne:SafeMode is taken away and the host started again.")]
        public static partial void Looking(ILogger logger);

        [LoggerMessage(2302, LogLevel.Critical, "Safe mode, and the data cannot be read ({Cause}): restore a backup, or rebuild-from-spool --into DIR. Nothing is taken in, sent or changed.")]
        public static partial void Unreadable(ILogger logger, string cause);
    }
}
