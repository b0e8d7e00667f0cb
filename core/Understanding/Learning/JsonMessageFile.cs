using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>Reads the development set: JSON lines, every message received on Wednesday 2026-03-11.</summary>
internal static class JsonMessageFile
{
    private static readonly DateTimeOffset ReceivedAt = new(2026, 3, 11, 9, 0, 0, TimeSpan.FromHours(1));

    /// <summary>The messages of a file.</summary>
    /// <exception cref="JsonException">A line is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A field is missing or an operation unknown.</exception>
    public static IEnumerable<LabelledMessage> Read(string author, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length == 0) continue;
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            yield return new LabelledMessage(
                json.GetProperty("id").GetString()!, author,
                new MessageToUnderstand(
                    json.GetProperty("channel").GetString() == "mail" ? Channel.Mail : Channel.Application,
                    json.TryGetProperty("subject", out var subject) ? subject.GetString()! : "",
                    json.GetProperty("body").GetString()!,
                    ReceivedAt),
                [.. json.GetProperty("expect").EnumerateArray().Select(Request)]);
        }
    }

    private static LabelledRequest Request(JsonElement expected) => new(
        AllOperations.Get(expected.GetProperty("operation").GetString()!),
        expected.GetProperty("person").GetString(),
        expected.GetProperty("date").GetString() is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        expected.GetProperty("urgent").GetBoolean(), []);
}
