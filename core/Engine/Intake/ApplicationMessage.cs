using System.Text.Json.Serialization;

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
}

/// <summary>Source-generated JSON of the HTTP door.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApplicationMessage))]
public sealed partial class ApplicationJson : JsonSerializerContext;
