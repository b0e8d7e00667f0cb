using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;

namespace SiOne.Bot.Host.Connector.Inbound;

/// <summary>
/// A token as it was shown, not yet believed. Only the one shape that Teams' service sends is read: three parts, no key twice, an RSA signature,
/// a key id. Keys inside the token are never looked at.
/// </summary>
internal sealed record BearerToken(string Text, string KeyId, string? ServiceUrl, string? Audience)
{
    private const int Longest = 16 * 1024;
    private const string Scheme = "Bearer ";

    private static readonly FrozenSet<string> Algorithms = new[] { "RS256", "RS384", "RS512" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The algorithms that may sign.</summary>
    public static IEnumerable<string> SignedBy => Algorithms;

    /// <summary>Reads an Authorization header.</summary>
    public static (BearerToken? Token, RefusalReason? Refused) Read(IReadOnlyList<string?> authorization)
    {
        if (authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return (null, RefusalReason.NoToken);
        var text = header[Scheme.Length..].Trim();
        if (text.Length is 0 or > Longest || text.Split('.') is not [var head, var payload, [_, ..]]) return (null, RefusalReason.MalformedToken);
        using var headJson = Part(head);
        using var payloadJson = Part(payload);
        if (headJson is null || payloadJson is null) return (null, RefusalReason.MalformedToken);
        if (Word(headJson, "alg") is not { } algorithm || !Algorithms.Contains(algorithm)) return (null, RefusalReason.Algorithm);
        // "crit" names extensions that must be understood; none is.
        if (headJson.RootElement.TryGetProperty("crit", out _) || Word(headJson, "kid") is not { Length: > 0 } key) return (null, RefusalReason.MalformedToken);
        return (new BearerToken(text, key, Word(payloadJson, "serviceurl"), Word(payloadJson, "aud")), null);
    }

    private static JsonDocument? Part(string base64)
    {
        try
        {
            var json = JsonDocument.Parse(Base64Url.DecodeFromChars(base64), Strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
            json.Dispose();
            return null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>A text; null when it is missing or anything else, as a list of audiences is.</summary>
    private static string? Word(JsonDocument json, string name)
    {
        try
        {
            return json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half of a surrogate pair.
        }
    }
}
