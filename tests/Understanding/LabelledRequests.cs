using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>The development set.</summary>
internal static class LabelledRequests
{
    public static DateTimeOffset ReceivedAt { get; } = new(2026, 3, 11, 9, 0, 0, TimeSpan.FromHours(1));

    public static IReadOnlyList<LabelledMessage> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "requests.jsonl")).Select(Parse)];

    private static LabelledMessage Parse(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        return new LabelledMessage(
            int.Parse(json.GetProperty("id").GetString()![1..], CultureInfo.InvariantCulture),
            new MessageToUnderstand(
                json.GetProperty("channel").GetString() == "mail" ? Channel.Mail : Channel.Application,
                json.TryGetProperty("subject", out var subject) ? subject.GetString()! : "",
                json.GetProperty("body").GetString()!,
                ReceivedAt),
            [.. json.GetProperty("expect").EnumerateArray().Select(expected => new ExpectedRequest(
                expected.GetProperty("operation").GetString()!,
                expected.GetProperty("person").GetString(),
                expected.GetProperty("date").GetString() is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                expected.GetProperty("urgent").GetBoolean()))]);
    }
}

/// <summary>A message and what it asks for.</summary>
internal sealed record LabelledMessage(int Id, MessageToUnderstand Message, IReadOnlyList<ExpectedRequest> Expected);

/// <summary>One labelled request.</summary>
internal sealed record ExpectedRequest(string Operation, string? Person, DateOnly? Date, bool Urgent)
{
    public string Category => Operation[..Operation.IndexOf('.', StringComparison.Ordinal)];
}
