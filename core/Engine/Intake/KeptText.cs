using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>What is kept of a message's words: masked, sealed, under a key of its own so that it can be erased.</summary>
public sealed record KeptText
{
    /// <summary>The longest text that is kept, in characters; the whole stays in the spool.</summary>
    public const int MaxCharacters = 60_000;

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

    /// <summary>What a technician should know of it besides its words.</summary>
    public ReadingFlags Flags { get; init; }

    /// <summary>Subject and text, one below the other.</summary>
    public string Words() => string.Join('\n', new[] { Subject, Text }.Where(part => part.Length > 0));

    /// <summary>Under which key it lies.</summary>
    public static string Key(IntakeKey intake) => $"intake/{intake}/text";

    /// <summary>What is kept of a message.</summary>
    public static KeptText Of(InboundMessage message) => new()
    {
        From = message.From?.Address.Value,
        FromName = message.From?.Name,
        Subject = Cut(message.Subject, 1_000),
        Text = Cut(message.Text, MaxCharacters),
        Attachments = [.. message.Attachments.Take(100).Select(attachment => Cut(attachment.Name, 255))],
        MaskedSecrets = message.MaskedSecrets,
        Flags = message.Flags,
    };

    /// <summary>What is kept of a message; null when it was never read, or was erased.</summary>
    public static async Task<KeptText?> ReadAsync(TextVault vault, IntakeKey intake, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(Key(intake), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, KeptTextJson.Relaxed.KeptText)
            : null;

    private static string Cut(string text, int characters) => text.Length <= characters ? text : text[..characters];
}

/// <summary>Source-generated JSON of kept texts.</summary>
[JsonSerializable(typeof(KeptText))]
public sealed partial class KeptTextJson : JsonSerializerContext
{
    /// <summary>Letters as they are: escaped ones would take six bytes each, and the longest text must stay under a row's limit.</summary>
    public static KeptTextJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
