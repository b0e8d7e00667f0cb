using System.Globalization;
using SiOne.Bot.MailWatcher;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit.Network;

namespace SiOne.Bot.Scenarios.Watchers;

/// <summary>An installation whose mailbox is watched by the program <c>mailwatcher</c>, which reaches the bot through a proxy.</summary>
internal sealed class WatcherSite : IAsyncDisposable
{
    private const string Key = "an-intake-key-of-at-least-32-characters";
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private HostProcess? _watcher;

    private WatcherSite(Site site, int port)
    {
        Site = site;
        Proxy = new TcpProxy(port);
        foreach (var (key, value) in site.Settings.Where(pair => pair.Key.StartsWith("SiOne__Imap__", StringComparison.Ordinal)).ToList())
        {
            _settings[key] = value;
            site.Settings.Remove(key);
        }

        _settings["SiOne__Imap__PollInterval"] = "00:00:01";
        _settings["SiOne__Imap__BatchSize"] = "2";
        _settings["SiOne__BotUrl"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Proxy.Port}");
        _settings["SiOne__IntakeKey"] = site.Settings["SiOne__IntakeKey"] = Key;
        site.Settings["SiOne__Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
    }

    public Site Site { get; }

    public TcpProxy Proxy { get; }

    public static async Task<WatcherSite> CreateAsync() => new(await Site.CreateAsync(), FreePort.Some(1)[0]);

    public void StartWatcher() => _watcher = HostProcess.StartProgram(typeof(ImapWatcher).Assembly.Location, _settings, Site.LogFile);

    public async Task KillWatcherAsync()
    {
        await _watcher!.KillAsync();
        await _watcher.DisposeAsync();
        _watcher = null;
    }

    /// <summary>Ends it as a service manager does.</summary>
    public async Task StopWatcherAsync()
    {
        Assert.Equal(0, await _watcher!.StopAsync());
        await _watcher.DisposeAsync();
        _watcher = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_watcher is not null) await _watcher.DisposeAsync();
        await Site.DisposeAsync();
        await Proxy.DisposeAsync();
    }
}
