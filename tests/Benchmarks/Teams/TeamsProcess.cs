using System.Diagnostics;
using System.Text.RegularExpressions;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Benchmarks.Teams;

/// <summary>A program that prints its address and then serves: the product itself, or the bare endpoint.</summary>
internal sealed partial class TeamsProcess : IAsyncDisposable
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private TeamsProcess(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>The last line of its log that is more than information.</summary>
    public string LastWarning { get; private set; } = "none";

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The product as it is built, with these settings; its log is written and thrown away.</summary>
    public static Task<TeamsProcess> ProductAsync(string folder, IEnumerable<KeyValuePair<string, string>> settings) =>
        StartAsync(new ProcessStartInfo("dotnet", [Repository.HostProgram]) { WorkingDirectory = folder }, settings);

    /// <summary>The bare endpoint, with the same kind of garbage collection as the product.</summary>
    public static Task<TeamsProcess> BareAsync() => StartAsync(
        new ProcessStartInfo(Environment.ProcessPath!, [.. Runs.ProductProcess.Self(), BareEndpoint.Verb]), [KeyValuePair.Create("DOTNET_gcServer", "1")]);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<TeamsProcess> StartAsync(ProcessStartInfo start, IEnumerable<KeyValuePair<string, string>> settings)
    {
        (start.UseShellExecute, start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true, true);
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("SiOne", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Start);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? "";
        if (!Address().IsMatch(line)) throw new InvalidOperationException($"The process said no address: {line}");
        var started = new TeamsProcess(process, new Uri(Address().Match(line).Value));
        process.ErrorDataReceived += (_, said) =>
        {
            if (said.Data?.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal) is false) started.LastWarning = said.Data;
        };
        process.BeginErrorReadLine();
        return started;
    }

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
