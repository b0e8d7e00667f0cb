using System.Globalization;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.MailWatcher;
using SiOne.Bot.MailWatcher.Handing;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit.Network;

namespace SiOne.Bot.Scenarios.Watchers;

/// <summary>An installation whose mailbox is watched by the program <c>mailwatcher</c>, which reaches the bot through a proxy.</summary>
internal sealed class WatcherSite : IAsyncDisposable
{
    private const string Key = "an-intake-key-of-at-least-32-characters";
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly HttpClient _http;
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

        _http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        Intake = new HttpIntake(_http, Key);
        _settings["SiOne__Imap__PollInterval"] = "00:00:01";
        _settings["SiOne__Imap__BatchSize"] = "2";
        _settings["SiOne__BotUrl"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Proxy.Port}");
        _settings["SiOne__IntakeKey"] = site.Settings["SiOne__IntakeKey"] = Key;
        site.Settings["SiOne__Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
    }

    public Site Site { get; }

    public TcpProxy Proxy { get; }

    /// <summary>The mailbox as both programs name it.</summary>
    public MailboxIdentity Mailbox => new("127.0.0.1", Site.Support, "INBOX");

    /// <summary>The bot's intake door.</summary>
    public HttpIntake Intake { get; }

    public static async Task<WatcherSite> CreateAsync() => new(await Site.CreateAsync(), FreePort.Some(1)[0]);

    public void StartWatcher() => _watcher = HostProcess.StartProgram(typeof(ImapWatcher).Assembly.Location, _settings, Site.LogFile);

    public async Task KillWatcherAsync()
    {
        await _watcher!.KillAsync();
        await _watcher.DisposeAsync();
        _watcher = null;
    }

    /// <summary>Another watcher of the same mailbox, under a name of its own; what it says goes into a file of its own.</summary>
    public HostProcess StartHolder(string holder) => HostProcess.StartProgram(
        typeof(ImapWatcher).Assembly.Location, new Dictionary<string, string>(_settings, StringComparer.Ordinal) { ["SiOne__Holder"] = holder }, LogOf(holder));

    /// <summary>How often a holder has said it.</summary>
    public int Said(string holder, string text) => File.ReadLines(LogOf(holder)).Count(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until a holder says it.</summary>
    public Task SaysAsync(string holder, string text) => Site.UntilAsync(() => Task.FromResult(Said(holder, text) > 0), $"{holder} says: {text}");

    /// <summary>The first mail in the mailbox, as a watcher would hand it in.</summary>
    public async Task<RawMail> LateMailAsync()
    {
        var mails = await Site.SupportMailbox.WaitForAsync(1);
        var uid = (await Site.SupportMailbox.UidsAsync())[0];
        return new RawMail(Mailbox, await Site.SupportMailbox.UidValidityAsync(), uid, TimeProvider.System.GetUtcNow(), mails[0]);
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
        _http.Dispose();
    }

    private string LogOf(string holder) => Path.Combine(Path.GetDirectoryName(Site.LogFile)!, $"{holder}.log");
}
