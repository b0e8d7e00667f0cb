using System.Diagnostics;
using System.Text;

namespace SiOne.Bot.TestKit.Servers;

/// <summary>
/// A start script in the foreground. The server lives as long as the script's standard input: when the test process ends, in whatever way,
/// the kernel closes the pipe, and the script kills its own server and removes the folder.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _script;

    private ServerProcess(Process script, int serverPid) => (_script, ServerPid) = (script, serverPid);

    public int ServerPid { get; }

    /// <summary>Fails loudly when a program of a server is missing: a test that did not run must not look like one that passed.</summary>
    public static void Require(params ReadOnlySpan<string> programs)
    {
        string[] folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')];
        foreach (var program in programs)
            if (!folders.Any(f => File.Exists(Path.Combine(f, program))))
                throw new InvalidOperationException(
                    $"'{program}' is missing. The tests talk to real mail servers: apt-get install -y --no-install-recommends " +
                    "dovecot-imapd dovecot-lmtpd postfix openssl");
        if (!Environment.IsPrivilegedProcess)
            throw new InvalidOperationException("The mail servers of the tests switch users: run the tests as root, in a container for example.");
    }

    public static async Task<ServerProcess> StartAsync(string script, params string[] arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Servers", script);
        var start = new ProcessStartInfo("/bin/bash", [path, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{script} could not be started.");
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, e) => errors.AppendLine(e.Data);
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync().WithinAsync();
        if (line is not null && line.StartsWith("ready ", StringComparison.Ordinal))
            return new ServerProcess(process, int.Parse(line.AsSpan(6), System.Globalization.CultureInfo.InvariantCulture));
        await process.WaitForExitAsync().WithinAsync();
        process.Dispose();
        throw new InvalidOperationException($"{script} failed: {errors}");
    }

    /// <summary>Ends the server: in an orderly way, or at once as a power cut does. Its folder stays.</summary>
    public async Task EndAsync(bool orderly)
    {
        if (_script.HasExited) return;
        await _script.StandardInput.WriteLineAsync(orderly ? "stop" : "kill");
        await _script.StandardInput.FlushAsync();
        await _script.WaitForExitAsync().WithinAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync(orderly: false);
        _script.Dispose();
    }
}
