using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiOne.Bot.TestGraph.Wire;

/// <summary>A request as it came, over the wire or in process.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">Decoded, from the first slash, without the query.</param>
/// <param name="Query">What stands behind the question mark, still encoded; empty if nothing.</param>
/// <param name="Headers">All headers; names without regard to case.</param>
/// <param name="Body">The text of the body; empty if none.</param>
/// <param name="Origin">Scheme, host and port that were called.</param>
public sealed record GraphRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body, string Origin)
{
    /// <summary>That header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The body as an object; null where there is none.</summary>
    /// <exception cref="GraphRefusalException">It is no JSON object, or is not said to be JSON.</exception>
    public JsonObject? ReadJson()
    {
        if (Body.Length == 0) return null;
        if (Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw GraphRefusalException.BadRequest("Write requests (excluding DELETE) must contain the Content-Type header declaration.");
        try
        {
            return JsonNode.Parse(Body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
                ?? throw GraphRefusalException.BadRequest("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw GraphRefusalException.BadRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
        }
    }
}
