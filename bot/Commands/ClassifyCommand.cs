using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Reading;
using SiOne.Bot.Understanding;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>classify</c>: JSON lines in, one line out for each, in order.</summary>
/// <param name="input">Messages.</param>
/// <param name="output">Data.</param>
/// <param name="error">Messages about lines that cannot be read.</param>
public sealed class ClassifyCommand(TextReader input, TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var command = new Command("classify", "Sorts messages: JSON lines {\"id\",\"channel\",\"subject\",\"body\"} on standard input, one line out for each.");
            command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var understanding = new LearnedUnderstanding(SettingsReader.Read(HostConfiguration.Build()).Usable?.Understanding);
        var number = 0;
        var failed = false;
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Read(line) is not { Id: not null } asked)
            {
                failed = true;
                await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {number}: expected a JSON object with id, channel, subject and body."));
                continue;
            }

            var at = asked.ReceivedAt is { } text && InstantText.TryParse(text, out var given) ? given : TimeProvider.System.GetUtcNow();
            var channel = string.Equals(asked.Channel, "mail", StringComparison.OrdinalIgnoreCase) ? Channel.Mail : Channel.Application;
            var message = new MessageToUnderstand(channel, asked.Subject ?? "", NewText.Of(asked.Body ?? "", asked.Subject ?? ""), at);
            var requests = await understanding.UnderstandAsync(message, cancellationToken);
            var answer = new ClassifyAnswer(asked.Id, [.. requests.Select(RequestLine.Of)]);
            await output.WriteLineAsync(JsonSerializer.Serialize(answer, CommandJson.Relaxed.ClassifyAnswer));
        }

        return failed ? 1 : 0;
    }

    private static ClassifyQuestion? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CommandJson.Relaxed.ClassifyQuestion);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
