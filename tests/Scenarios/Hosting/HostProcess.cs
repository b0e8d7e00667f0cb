using System.Diagnostics;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Scenarios.Hosting;

/// <summary>The product as its users run it: a process of its own, configured by its environment. What it says goes into files.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StreamWriter _said;

    private HostProcess(Process process, StreamWriter said)
    {
        _process = process;
        _said = said;
    }

    /// <summary>Completes when the process has ended, with all that it said written down.</summary>
    public Task Exited { get; private set; } = Task.CompletedTask;

    public int ExitCode => _process.ExitCode;

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>The most memory that it ever held, in bytes (VmHWM).</summary>
    public long MostMemory => 1024 * long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Starts it without waiting.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="log">File that both of its streams are added to.</param>
    /// <param name="arguments">A verb, or nothing to run.</param>
    public static HostProcess Start(IReadOnlyDictionary<string, string> settings, string log, params string[] arguments) =>
        StartProgram(typeof(SiOneHost).Assembly.Location, settings, log, arguments);

    /// <summary>Starts another program of the product.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="log">File that both of its streams are added to.</param>
    /// <param name="arguments">Its arguments.</param>
    public static HostProcess StartProgram(string program, IReadOnlyDictionary<string, string> settings, string log, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(log),
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var said = new StreamWriter(log, append: true) { AutoFlush = true };
        var host = new HostProcess(Process.Start(start) ?? throw new InvalidOperationException("The host could not be started."), said);
        host.Exited = host.ListenAsync();
        return host;
    }

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> UrlAsync() => new(await _url.Task.WithinAsync(StartLimit, "the host's address"));

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        await Exited.WithinAsync();
        return ExitCode;
    }

    /// <summary>Sends it a signal by name.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("bash", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync().WithinAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await Exited.WithinAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        await Exited;
        _process.Dispose();
        await _said.DisposeAsync();
    }

    private async Task ListenAsync()
    {
        await Task.WhenAll(WriteDownAsync(_process.StandardOutput), WriteDownAsync(_process.StandardError));
        await _process.WaitForExitAsync();
        _url.TrySetException(new InvalidOperationException($"The host ended with {_process.ExitCode} before it listened."));
        _ = _url.Task.Exception; // Nobody may have asked for the address.
    }

    private async Task WriteDownAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            lock (_said) _said.WriteLine(line);
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is var at and >= 0 && !line.StartsWith('{')) _url.TrySetResult(line[at..]);
        }
    }
}
