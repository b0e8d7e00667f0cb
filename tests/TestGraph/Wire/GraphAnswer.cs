using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace SiOne.Bot.TestGraph.Wire;

/// <summary>What goes back to the caller.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON, or null for none.</param>
public sealed record GraphAnswer(HttpStatusCode Status, JsonNode? Body = null)
{
    /// <summary>Headers beside the content type.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nothing is answered: the connection ends.</summary>
    public bool IsCut { get; init; }

    /// <summary>No answer, and the connection ends.</summary>
    public static GraphAnswer Cut { get; } = new(HttpStatusCode.ServiceUnavailable) { IsCut = true };

    /// <summary>204.</summary>
    public static GraphAnswer NoContent { get; } = new(HttpStatusCode.NoContent);

    /// <summary>An error in Graph's shape, with ids that are new each time.</summary>
    public static GraphAnswer Error(HttpStatusCode status, string code, string message, DateTimeOffset now, IReadOnlyDictionary<string, string>? headers = null)
    {
        var inner = new JsonObject
        {
            ["date"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            ["request-id"] = Guid.NewGuid().ToString(),
            ["client-request-id"] = Guid.NewGuid().ToString(),
        };
        var body = new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["innerError"] = inner } };
        return headers is null ? new GraphAnswer(status, body) : new GraphAnswer(status, body) { Headers = headers };
    }
}
