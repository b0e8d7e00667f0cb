using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SiOne.Bot.Host.Api;

/// <summary>Reads and refuses request bodies the same way at every endpoint.</summary>
internal static class JsonBody
{
    /// <summary>The body as JSON; null when it is none.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than the server takes; the exception names the status.</exception>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A refusal that names what was expected; with a French sentence where a person reads it.</summary>
    public static IResult Problem(int status, string expected, string? text = null) =>
        Results.Json(new ProblemAnswer(expected, text), ApiJson.Default.ProblemAnswer, statusCode: status);
}
