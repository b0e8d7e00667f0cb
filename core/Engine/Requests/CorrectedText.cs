using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Requests;

/// <summary>
/// What the reader may learn of a correction: the message's words with nobody in them, and the operation before and after. It lies sealed under a
/// key of its own beside the request's other texts, is kept as long as they are, and goes with them.
/// </summary>
/// <param name="Subject">The subject, redacted; empty where there was none.</param>
/// <param name="Text">What the person newly wrote, redacted.</param>
/// <param name="Before">The operation that the reader had proposed.</param>
/// <param name="After">The operation that the technician gave.</param>
public sealed record CorrectedText(string Subject, string Text, string Before, string After)
{
    /// <summary>Under which key it lies: whoever erases a request erases this too.</summary>
    public static string Key(RequestId id) => $"request/{id}/correction";

    /// <summary>What was kept of a request's correction; null when nothing was, or when it was erased.</summary>
    public static async Task<CorrectedText?> ReadAsync(TextVault vault, RequestId id, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(Key(id), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, CorrectedTextJson.Default.CorrectedText)
            : null;

    /// <summary>The bytes that are sealed.</summary>
    internal byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, CorrectedTextJson.Default.CorrectedText);
}

/// <summary>Source-generated JSON of corrections.</summary>
[JsonSerializable(typeof(CorrectedText))]
internal sealed partial class CorrectedTextJson : JsonSerializerContext;
