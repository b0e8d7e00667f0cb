using System.Text.Json.Serialization;

namespace SiOne.Bot.Scenarios.Hosting;

/// <summary>What the local page reads, as far as scenarios look at it.</summary>
internal sealed record BoardView(CountsView Counts, IReadOnlyList<MessageView> Messages)
{
    /// <summary>The message of a kind of end; there must be one alone.</summary>
    public MessageView Only(string end) => Assert.Single(Messages, message => message.End == end);
}

internal sealed record CountsView(int Seen, int Waiting, int Requests, int FollowUps, int Refused, int Ignored, int Quarantined);

internal sealed record MessageView(
    string Key, string Subject, string? End, string? Reason, IReadOnlyList<RequestView> Requests, IReadOnlyList<EffectView> Effects);

internal sealed record RequestView(string Reference, string Operation, string Verdict, string State, DateTimeOffset? DueAt);

internal sealed record EffectView(string Key, string Kind, string State, string? Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BoardView))]
internal sealed partial class BoardJson : JsonSerializerContext;
