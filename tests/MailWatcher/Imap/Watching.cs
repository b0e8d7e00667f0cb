using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Transport;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.Imap;

/// <summary>A watcher that runs until disposed.</summary>
internal sealed class Watching : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;

    public Watching(ImapOptions options, IMailIntake intake, TimeProvider? clock = null)
    {
        Watcher = new ImapWatcher(options, intake, clock ?? TimeProvider.System, Log);
        _run = Watcher.RunAsync(_stop.Token);
    }

    public ImapWatcher Watcher { get; }

    public RecordingLogger<ImapWatcher> Log { get; } = new();

    public WatcherStatus Status => Watcher.Status;

    public Task UntilAsync(Func<WatcherStatus, bool> holds) => Deadline.UntilAsync(() => holds(Status));

    /// <summary>As at the instant of a crash: nothing more is done after this.</summary>
    public void Stop() => _stop.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.WithinAsync();
        _stop.Dispose();
    }

    /// <summary>Options for an address: TLS, the server's own certificate, long intervals so that IDLE alone brings news.</summary>
    public static ImapOptions OptionsFor(DovecotServer server, string address) => new()
    {
        Host = "127.0.0.1",
        Port = server.ImapsPort,
        User = address,
        Password = DovecotServer.Password,
        TrustedCertificate = server.Certificate,
        ReconnectAfter = TimeSpan.FromMilliseconds(20),
        ReconnectAtMost = TimeSpan.FromMilliseconds(200),
    };

    /// <summary>The same without TLS, through a port of the test's choice.</summary>
    public static ImapOptions PlainOptions(int port, string address) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Security = MailSecurity.None,
        User = address,
        Password = DovecotServer.Password,
        ReconnectAfter = TimeSpan.FromMilliseconds(20),
        ReconnectAtMost = TimeSpan.FromMilliseconds(200),
    };
}
