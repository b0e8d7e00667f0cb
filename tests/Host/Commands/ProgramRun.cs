using System.Diagnostics;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Commands;

/// <summary>Runs the built program as a process: settings come from the environment, which is one for all tests of a process.</summary>
internal static class ProgramRun
{
    public static async Task<Verb> VerbAsync(string folder, string verb, params (string Key, string Value)[] settings)
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
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WithinAsync(what: verb);
            return new Verb(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
