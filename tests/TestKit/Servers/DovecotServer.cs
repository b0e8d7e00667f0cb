using System.Diagnostics;
using SiOne.Bot.TestKit.Network;

namespace SiOne.Bot.TestKit.Servers;

/// <summary>
/// A real Dovecot on 127.0.0.1. Every address in the world has a mailbox in it with password <see cref="Password"/>; tests share a server and
/// use a fresh address each.
/// </summary>
public sealed class DovecotServer : IAsyncDisposable
{
    public const string Password = "test";

    private static int _addresses;
    private readonly TempFolder _folder = new();
    private readonly string? _capability;
    private readonly string? _introspection;
    private int[] _ports = FreePort.Some(4);
    private ServerProcess? _process;

    private DovecotServer(string? capability, string? introspection) => (_capability, _introspection) = (capability, introspection);

    public int ImapPort => _ports[0];

    public int ImapsPort => _ports[1];

    public int LmtpPort => _ports[2];

    /// <summary>Where Dovecot checks sign-ins for Postfix.</summary>
    public int AuthPort => _ports[3];

    /// <summary>Where certificate and key lie.</summary>
    public string CertificateFolder => _folder.File("etc");

    /// <summary>PEM file of the server's own certificate, made out to localhost and 127.0.0.1.</summary>
    public string Certificate => _folder.File("etc", "cert.pem");

    /// <summary>Process id of Dovecot's master.</summary>
    public int Pid => _process?.ServerPid ?? throw new InvalidOperationException("The server is stopped.");

    /// <summary>Starts one.</summary>
    /// <param name="capability">What it says it can do instead of everything, for example <c>IMAP4rev1 UIDPLUS</c>.</param>
    /// <param name="introspection">Where it asks what a token is worth, <see cref="TokenServer.IntrospectionUrl"/>; null when it takes none.</param>
    public static async Task<DovecotServer> StartAsync(string? capability = null, string? introspection = null)
    {
        ServerProcess.Require("dovecot", "doveadm", "openssl");
        var server = new DovecotServer(capability, introspection);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await server.StartAgainAsync();
                return server;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody else took one of the ports in between.
                server._ports = FreePort.Some(4);
            }
        }
    }

    /// <summary>An address that no other test uses.</summary>
    public static string NewAddress(string domain = "client.example") =>
        $"p{Interlocked.Increment(ref _addresses)}-{Environment.ProcessId}@{domain}";

    /// <summary>Ends it in an orderly way: clients get a BYE. The mails stay for <see cref="StartAgainAsync"/>.</summary>
    public Task StopAsync() => EndAsync(orderly: true);

    /// <summary>Kills it: connections break.</summary>
    public Task KillAsync() => EndAsync(orderly: false);

    /// <summary>Starts it again on the same ports with the same mails.</summary>
    public async Task StartAgainAsync()
    {
        string[] ports = [.. _ports.Select(p => p.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        _process = await ServerProcess.StartAsync("dovecot.sh", [_folder.Path, .. ports, _capability ?? "", _introspection ?? ""]);
    }

    /// <summary>Gives an address one more password, from now on.</summary>
    public void AddPassword(string address, string password) =>
        File.AppendAllText(_folder.File("etc", "users"), $"{address}:{{PLAIN}}{password}::::::\n");

    /// <summary>Runs Dovecot's own administration tool.</summary>
    public async Task DoveadmAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("doveadm", ["-c", _folder.File("etc", "dovecot.conf"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("doveadm could not be started.");
        var errors = await process.StandardError.ReadToEndAsync().WithinAsync();
        await process.WaitForExitAsync().WithinAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"doveadm {string.Join(' ', arguments)}: {errors}");
    }

    /// <summary>A client of an address's mailbox, to put mail in and to look what is there.</summary>
    public TestMailbox Mailbox(string address) => new(ImapPort, address, Password);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task EndAsync(bool orderly)
    {
        if (_process is null) return;
        await _process.EndAsync(orderly);
        await _process.DisposeAsync();
        _process = null;
    }
}
