using System.Text.Json;
using SiOne.Bot.Host.Commands;

namespace SiOne.Bot.Host.Tests.Commands;

/// <summary>What a verb answered.</summary>
internal sealed record Verb(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement[] Json => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Runs it in this process.</summary>
    public static async Task<Verb> RunAsync(string[] arguments, string input = "")
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(arguments, new StringReader(input), output, error);
        return new Verb(exitCode, output.ToString(), error.ToString());
    }
}
