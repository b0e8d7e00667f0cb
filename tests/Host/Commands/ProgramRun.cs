using System.Diagnostics;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Commands;

/// <summary>Runs the built program as a process: settings come from the environment, which is one for all tests of a process.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private readonly Process _process;

    private ProgramRun(Process process) => _process = process;

    public static ProgramRun Start(string folder, string verb, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.HostProgram, .. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
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

    public static async Task<Verb> VerbAsync(string folder, string verb, params (string Key, string Value)[] settings)
    {
        await using var run = Start(folder, verb, settings);
        var output = run._process.StandardOutput.ReadToEndAsync();
        var error = run._process.StandardError.ReadToEndAsync();
        await run._process.WaitForExitAsync().WithinAsync(what: verb);
        return new Verb(run._process.ExitCode, await output, await error);
    }

    /// <summary>Waits for the first line of data.</summary>
    public async Task SaysAsync() => Assert.NotNull(await _process.StandardOutput.ReadLineAsync().WithinAsync());

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

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
