using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace SiOne.Bot.Host.Connector.Outbound;

/// <summary>Reads why the service refused. Only short words for machines are kept: its sentences may quote names.</summary>
internal static class Codes
{
    private const string Blocked = "MessageWritesBlocked";
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");

    /// <summary>The code, if it is one.</summary>
    public static string? OfCode(string? code) => code is { Length: > 0 and <= 64 } && !code.AsSpan().ContainsAnyExcept(Letters) ? code : null;

    /// <summary>The outcome of an answer that is no success.</summary>
    public static ConnectorOutcome OutcomeOf(HttpStatusCode status, ReadOnlySpan<byte> body, TimeSpan? retryAfter)
    {
        var code = CodeIn(body) ?? ((int)status).ToString(CultureInfo.InvariantCulture);
        return status switch
        {
            HttpStatusCode.NotFound => new ConnectorOutcome.Gone(code),
            // The word is in the code or, documented, in the message.
            HttpStatusCode.Forbidden when body.IndexOf("MessageWritesBlocked"u8) >= 0 => new ConnectorOutcome.Gone(Blocked),
            HttpStatusCode.Unauthorized => new ConnectorOutcome.TryLater(code, retryAfter),
            _ when IsPassing(status) => new ConnectorOutcome.TryLater(code, retryAfter),
            _ => new ConnectorOutcome.Refused(code),
        };
    }

    /// <summary>Trouble that passes: too many calls, a lost race, a server's fault.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
        && status is not HttpStatusCode.NotImplemented;

    private static string? CodeIn(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = ConnectorJson.MaxDepth });
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                ? OfCode(code.GetString())
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null; // A gateway's page.
        }
    }
}
