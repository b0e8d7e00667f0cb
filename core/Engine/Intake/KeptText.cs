using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>What is kept of a message's words: masked, sealed, under a key of its own so that it can be erased.</summary>
public sealed record KeptText
{
    /// <summary>The sender's address; null when there was not exactly one.</summary>
    public string? From { get; init; }

    /// <summary>The sender's display name; null when there was none.</summary>
    public string? FromName { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>What the person newly wrote.</summary>
    public required string Text { get; init; }

    /// <summary>Names of the attached parts.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>How many secrets were masked.</summary>
    public int MaskedSecrets { get; init; }

    /// <summary>Under which key it lies.</summary>
    public static string Key(IntakeKey intake) => $"intake/{intake}/text";

    /// <summary>What is kept of a message.</summary>
    public static KeptText Of(InboundMessage message) => new()
    {
        From = message.From?.Address.Value,
        FromName = message.From?.Name,
        Subject = Cut(message.Subject, 1_000),
        Text = Cut(message.Text, TextVault.MaxCharacters),
        Attachments = [.. message.Attachments.Take(100).Select(attachment => Cut(attachment.Name, 255))],
        MaskedSecrets = message.MaskedSecrets,
    };

    private static string Cut(string text, int characters) => text.Length <= characters ? text : text[..characters];
}

/// <summary>Source-generated JSON of kept texts.</summary>
[JsonSerializable(typeof(KeptText))]
public sealed partial class KeptTextJson : JsonSerializerContext;
