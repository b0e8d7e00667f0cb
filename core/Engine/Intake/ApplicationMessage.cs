using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Engine.Intake;

/// <summary>What the application hands in over the HTTP door. The caller has signed the sender in and answers for it.</summary>
public sealed record ApplicationMessage
{
    /// <summary>The signed-in sender's address.</summary>
    public required string From { get; init; }

    /// <summary>What the sender wrote.</summary>
    public required string Text { get; init; }

    /// <summary>A title; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>
    /// What was decided on the page behind a signed link; null for anything else. The page alone sets it: the HTTP door refuses it. Not written where
    /// there is none, so that the same message keeps the same bytes.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LinkDecision? Decision { get; init; }
}

/// <summary>Source-generated JSON of the HTTP door.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApplicationMessage))]
public sealed partial class ApplicationJson : JsonSerializerContext;
