using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace SiOne.Bot.Cards.Tests.Official;

/// <summary>Runs the official schema and renderer over cards, in Node; installs them the first time.</summary>
internal static class NodeCheck
{
    private static readonly TimeSpan Installing = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Checking = TimeSpan.FromMinutes(2);
    private static readonly Lock Once = new();

    /// <summary>What was found of each card, by its name.</summary>
    public static ImmutableSortedDictionary<string, Checked> Run(IEnumerable<(string Name, string Json)> cards)
    {
        var folder = Directory.CreateTempSubdirectory("sione-cards-");
        try
        {
            foreach (var (name, json) in cards) File.WriteAllText(Path.Combine(folder.FullName, $"{name}.json"), json);
            Install();
            return Start("node", Checking, "check.mjs", folder.FullName).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)
                .ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Checked, StringComparer.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Install()
    {
        lock (Once)
        {
            // npm writes this file last.
            if (!File.Exists(Path.Combine(Here(), "node_modules", ".package-lock.json")))
                Start("npm", Installing, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }

    private static (string Name, Checked Checked) Read(string line)
    {
        using var found = JsonDocument.Parse(line);
        var root = found.RootElement;
        return (
            Path.GetFileNameWithoutExtension(root.GetProperty("file").GetString()!),
            new Checked(
                [.. root.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()!)],
                root.GetProperty("links").GetInt32(), root.GetProperty("mentions").GetInt32(), root.GetProperty("text").GetString()!));
    }

    private static string Start(string program, TimeSpan within, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Here(),
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        process.OutputDataReceived += (_, line) => output.Append(line.Data).Append('\n');
        process.ErrorDataReceived += (_, line) => errors.Append(line.Data).Append('\n');
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(within))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} took longer than {within}.");
        }

        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{errors}");
        return output.ToString();
    }

    private static string Here([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "node");
}

/// <summary>What the official tools found of a card.</summary>
internal sealed record Checked(ImmutableArray<string> Problems, int Links, int Mentions, string Text);
