using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace SiOne.Bot.Graph.Calls;

/// <summary>What is kept of a refusal: the code, a short word for machines, and whether it says that the state is there already.</summary>
/// <param name="Code">Graph's code, or the status where there is none.</param>
/// <param name="SaysAlready">The object or reference asked for exists.</param>
internal readonly record struct GraphError(string Code, bool SaysAlready)
{
    private const int MaxDepth = 16;
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");

    /// <summary>Reads a refusal's body; a gateway's page has no code.</summary>
    public static GraphError Of(int status, ReadOnlyMemory<byte> body)
    {
        var fallback = new GraphError(status.ToString(CultureInfo.InvariantCulture), false);
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("error", out var error)
                || error.ValueKind != JsonValueKind.Object) return fallback;
            var code = TextOf(error, "code");
            // Neither has a code of its own: only the English sentence tells them from other bad requests.
            var already = TextOf(error, "message") is { } message && message.Contains("already exist", StringComparison.OrdinalIgnoreCase);
            return new GraphError(IsCode(code) ? code! : fallback.Code, already);
        }
        catch (JsonException)
        {
            return fallback;
        }
    }

    /// <summary>Whether a word can be shown and logged.</summary>
    public static bool IsCode(string? code) => code is { Length: > 0 and <= 64 } && !code.AsSpan().ContainsAnyExcept(Letters);

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
