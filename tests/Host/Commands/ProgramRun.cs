using System.Diagnostics;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Commands;

/// <summary>Runs the built program as a process: settings come from the environment, which is one for all tests of a process.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private readonly Process _process;

    private ProgramRun(Process process) => _process = process;

    public static ProgramRun Start(string folder, string verb, params (string Key, string Value)[] settings) => Start(folder, Words(verb), settings, []);

    /// <param name="folder">Its current folder.</param>
    /// <param name="arguments">The verb with its arguments.</param>
    /// <param name="settings">The environment.</param>
    /// <param name="under">A program that runs it, with its own arguments; none for itself.</param>
    public static ProgramRun Start(string folder, string[] arguments, (string Key, string Value)[] settings, string[] under)
    {
        string[] line = [.. under, "dotnet", Repository.HostProgram, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("SiOne", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        foreach (var (key, value) in settings) start.Environment[key] = value;
        return new ProgramRun(Process.Start(start)!);
    }

    public static Task<Verb> VerbAsync(string folder, string verb, params (string Key, string Value)[] settings) => VerbAsync(folder, Words(verb), settings);

    public static async Task<Verb> VerbAsync(string folder, string[] arguments, (string Key, string Value)[] settings, params string[] under)
    {
        await using var run = Start(folder, arguments, settings, under);
        var output = run._process.StandardOutput.ReadToEndAsync();
        var error = run._process.StandardError.ReadToEndAsync();
        await run._process.WaitForExitAsync().WithinAsync(what: string.Join(' ', arguments));
        return new Verb(run._process.ExitCode, await output, await error);
    }

    /// <summary>Waits for the first line of data.</summary>
    public async Task<string> SaysAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WithinAsync();
        Assert.NotNull(line);
        return line;
    }

    /// <summary>Ends it as a service manager does.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        await _process.WaitForExitAsync().WithinAsync();
        return _process.ExitCode;
    }

    /// <summary>Waits for a line of the log that holds a text.</summary>
    public async Task<string> LogsAsync(string text)
    {
        while (true)
        {
            var line = await _process.StandardError.ReadLineAsync().WithinAsync(what: text);
            Assert.NotNull(line);
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        }
    }

    /// <summary>All that it writes from here on until it ends, data and log.</summary>
    public async Task<string> RestAsync()
    {
        var (output, error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        return await output + await error;
    }

    /// <summary>Sends it a signal by name.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("bash", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync().WithinAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string[] Words(string verb) => verb.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
