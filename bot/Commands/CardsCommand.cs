using System.CommandLine;
using SiOne.Bot.Cards.Samples;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>cards</c>: every card with sample data, in both languages, one JSON file each, for designers and for checks. Exit 1 if a file cannot be written.</summary>
/// <param name="output">The paths written.</param>
/// <param name="error">What is wrong with the arguments.</param>
public sealed class CardsCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var folder = new Option<string>("--samples") { Required = true, Description = "The folder to write NAME.fr.json and NAME.en.json to; made if missing." };
            var command = new Command("cards", "Writes every card with sample data, in French and English, exactly as Teams is sent it.") { folder };
            command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(folder)!, cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        if (folder.Length == 0)
        {
            await error.WriteLineAsync("--samples: expected a folder.");
            return CommandLine.WrongUse;
        }

        Directory.CreateDirectory(folder);
        foreach (var (name, json) in CardSamples.All)
        {
            var path = Path.Combine(folder, $"{name}.json");
            await File.WriteAllTextAsync(path, json, cancellationToken);
            await output.WriteLineAsync(path);
        }

        return 0;
    }
}
