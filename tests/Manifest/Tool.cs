using System.ComponentModel;
using System.Diagnostics;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Manifest.Tests;

/// <summary>What a program said.</summary>
internal sealed record Said(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Runs a program to its end, within a limit, with none of the settings that this process may have.</summary>
internal static class Tool
{
    public static async Task<Said> RunAsync(string program, string[] arguments, string folder, TimeSpan limit, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("SiOne", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        foreach (var (key, value) in settings) start.Environment[key] = value;
        using var process = Begin(start);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WithinAsync(limit, $"{program} {string.Join(' ', arguments)}");
            return new Said(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{start.FileName} is not installed; tests/run.sh installs Debian's packages nodejs and npm.", e);
        }
    }
}
