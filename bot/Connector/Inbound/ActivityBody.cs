using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace SiOne.Bot.Host.Connector.Inbound;

/// <summary>Reads the body of a request as an activity.</summary>
internal static class ActivityBody
{
    /// <summary>The largest body that is read.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = ConnectorJson.MaxDepth };

    /// <summary>The bytes, or why not.</summary>
    public static async Task<(byte[]? Bytes, Refusal? Refused)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request)) return (null, new Refusal(StatusCodes.Status415UnsupportedMediaType, RefusalReason.MediaType));
        if (request.ContentLength > MaxBytes) return (null, TooLarge);
        try
        {
            return await CappedBody.ReadAsync(request.Body, MaxBytes, cancellationToken) is { } bytes ? (bytes, null) : (null, TooLarge);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, new Refusal(refused.StatusCode, refused.StatusCode == TooLarge.Status ? RefusalReason.TooLarge : RefusalReason.Malformed));
        }
    }

    /// <summary>The activity; null when the bytes are none.</summary>
    public static Activity? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return AllTextIsReadable(bytes) && JsonSerializer.Deserialize(bytes, ConnectorJson.Default.Activity) is { Type.Length: > 0 } activity ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Refusal TooLarge => new(StatusCodes.Status413PayloadTooLarge, RefusalReason.TooLarge);

    private static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0 && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Parts that are kept as JSON are read much later; half a surrogate pair must not fail there.</summary>
    private static bool AllTextIsReadable(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Reading);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) _ = reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
