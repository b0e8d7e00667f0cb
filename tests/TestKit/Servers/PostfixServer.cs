using System.Globalization;
using SiOne.Bot.TestKit.Network;

namespace SiOne.Bot.TestKit.Servers;

/// <summary>
/// A real Postfix on 127.0.0.1 for submission (STARTTLS, then the sign-in of any address in <see cref="DovecotServer"/>), which delivers every
/// recipient into that Dovecot.
/// </summary>
public sealed class PostfixServer : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DovecotServer _dovecot;
    private ServerProcess? _process;

    private PostfixServer(DovecotServer dovecot) => _dovecot = dovecot;

    public int Port { get; private set; }

    /// <summary>PEM file of the server's own certificate, made out to localhost and 127.0.0.1.</summary>
    public string Certificate => _dovecot.Certificate;

    /// <summary>Whether every mail that it took has been delivered.</summary>
    public bool IsIdle => new[] { "maildrop", "incoming", "active", "deferred" }.Select(queue => _folder.File("queue", queue))
        .All(queue => !Directory.Exists(queue) || !Directory.EnumerateFiles(queue, "*", SearchOption.AllDirectories).Any());

    public static async Task<PostfixServer> StartAsync(DovecotServer dovecot)
    {
        ArgumentNullException.ThrowIfNull(dovecot);
        ServerProcess.Require("postfix", "openssl");
        var server = new PostfixServer(dovecot);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                server.Port = FreePort.Some(1)[0];
                await server.StartAgainAsync();
                return server;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody else took the port in between.
            }
        }
    }

    /// <summary>Ends it in an orderly way; mails still queued stay for <see cref="StartAgainAsync"/>.</summary>
    public async Task StopAsync()
    {
        if (_process is null) return;
        await _process.EndAsync(orderly: true);
        await _process.DisposeAsync();
        _process = null;
    }

    /// <summary>Starts it again on the same port.</summary>
    public async Task StartAgainAsync() => _process = await ServerProcess.StartAsync(
        "postfix.sh", _folder.Path, Port.ToString(CultureInfo.InvariantCulture), _dovecot.LmtpPort.ToString(CultureInfo.InvariantCulture),
        _dovecot.AuthPort.ToString(CultureInfo.InvariantCulture), _dovecot.CertificateFolder);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }
}
