using System.CommandLine;
using System.Text.Json;
using SiOne.Bot.Understanding;
using SiOne.Bot.Understanding.Learning;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>train</c>: makes the model file anew from labelled messages, and prints what it reaches.</summary>
/// <param name="output">The model's card, one JSON line.</param>
/// <param name="error">What is being done.</param>
public sealed class TrainCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var data = new Option<string>("--data") { DefaultValueFactory = _ => Path.Combine("core", "Understanding", "Data"), Description = "The folder of labelled messages." };
            var model = new Option<string>("--model") { DefaultValueFactory = _ => Path.Combine("core", "Understanding", "Model", "operations.model"), Description = "The file to write; build again to ship it." };
            var command = new Command("train", "Trains the reader's model from labelled messages (some minutes, one thread, the same data gives the same file).") { data, model };
            var corrections = new CorrectionOptions(output, error);
            corrections.AddTo(command);
            command.SetAction((parsed, cancellationToken) => corrections.AreAsked(parsed)
                ? corrections.RunAsync(parsed, cancellationToken)
                : RunAsync(parsed.GetValue(data)!, parsed.GetValue(model)!, cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(string data, string model, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(data))
        {
            await error.WriteLineAsync($"{data}: no such folder.");
            return CommandLine.WrongUse;
        }

        var card = new ModelTraining(new UnderstandingOptions(), error.WriteLine).Run(data, model, cancellationToken);
        await output.WriteLineAsync(JsonSerializer.Serialize(card, CommandJson.Relaxed.ModelCard));
        return 0;
    }
}
