using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.State;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>A body that only names another object: <c>{"@odata.id": ".../directoryObjects/ID"}</c>.</summary>
internal static class Reference
{
    private static readonly string[] Sets = ["directoryObjects", "users", "groups", "servicePrincipals"];

    /// <summary>The object it names.</summary>
    /// <exception cref="GraphRefusalException">It names none of this tenant.</exception>
    public static GraphObject Read(RouteContext call)
    {
        var body = call.Request.ReadJson() ?? throw GraphRefusalException.BadRequest("Empty Payload. JSON content expected.");
        if (body.Select(property => property.Key).FirstOrDefault(name => name != "@odata.id") is { } unknown) throw GraphRefusalException.Directory($"Invalid property '{unknown}'.");
        return Follow(call, body["@odata.id"]);
    }

    /// <summary>The object at that address.</summary>
    /// <exception cref="GraphRefusalException">It is no address of Graph, or of nothing in this tenant.</exception>
    public static GraphObject Follow(RouteContext call, JsonNode? address)
    {
        var isAddress = Uri.TryCreate((string?)address, UriKind.Absolute, out var uri)
            && (uri.Host == "graph.microsoft.com" || uri.GetLeftPart(UriPartial.Authority) == call.Request.Origin);
        if (!isAddress || Set(uri!.AbsolutePath) is not ({ } set, { } key) || !Sets.Contains(set, StringComparer.Ordinal)) throw GraphRefusalException.BadRequest("Invalid URL format specified in payload.");
        return call.State.Principal(key) ?? throw GraphRefusalException.NotFound(key);
    }

    // .../v1.0/users/ID and .../v1.0/users('ID') are both in use.
    private static (string? Set, string? Key) Set(string path)
    {
        var segments = path.Trim('/').Split('/');
        if (segments is ["v1.0", var called] && called.Split('\'') is [var name, var quoted, ")"]) return (name.TrimEnd('('), quoted);
        return segments is ["v1.0", var set, var key] ? (set, key) : (null, null);
    }
}
