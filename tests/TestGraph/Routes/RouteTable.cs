using System.Net;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Routes;

/// <summary>Every route, and which of them a path means.</summary>
public static class RouteTable
{
    /// <summary>Every route. A new group of routes is one more line here.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        .. OrganizationRoutes.All,
        .. UserRoutes.All,
        .. UserLinkRoutes.All,
        .. LicenceRoutes.All,
        .. MailboxRoutes.All,
        .. AccessPassRoutes.All,
        .. DriveRoutes.All,
        .. GroupRoutes.All,
        .. TeamRoutes.All,
        .. RoleRoutes.All,
        .. DeletedItemRoutes.All,
        .. DeviceRoutes.All,
        .. AnnouncementRoutes.All,
    ];

    /// <summary>The route that a path means, with the keys in it.</summary>
    /// <exception cref="GraphRefusalException">There is no such path, or not with that method.</exception>
    internal static (Route Route, IReadOnlyDictionary<string, string> Keys) Find(string method, string path)
    {
        var segments = Cut(path);
        var fitting = All.Where(route => route.Segments.Length == segments.Length && route.Fit(segments) == segments.Length).ToList();
        if (fitting.Count == 0)
        {
            var known = Math.Min(All.Max(route => route.Fit(segments)), segments.Length - 1);
            throw GraphRefusalException.BadRequest($"Resource not found for the segment '{segments[known]}'.");
        }

        // A literal segment wins over a key: deletedItems/graph.user over deletedItems/{item}.
        var found = fitting.Where(route => route.Method == method).MaxBy(route => route.Segments.Count(segment => !segment.StartsWith('{')))
            ?? throw new GraphRefusalException(HttpStatusCode.MethodNotAllowed, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
        var keys = found.Segments.Zip(segments).Where(pair => pair.First.StartsWith('{'))
            .ToDictionary(pair => pair.First[1..^1], pair => pair.Second, StringComparer.Ordinal);
        return (found, keys);
    }

    // The path of a file, between colons, becomes one segment; casts may be written in full.
    private static string[] Cut(string path)
    {
        var segments = new List<string>();
        var parts = path.Trim('/').Split('/');
        for (var at = 0; at < parts.Length; at++)
        {
            segments.Add(parts[at].StartsWith("microsoft.graph.", StringComparison.OrdinalIgnoreCase) ? parts[at][10..] : parts[at]);
            if (parts[at] != "root:") continue;
            var end = Array.FindIndex(parts, at + 1, part => part.EndsWith(':'));
            if (end < 0) end = parts.Length - 1;
            segments.Add(string.Join('/', parts[(at + 1)..(end + 1)]).TrimEnd(':'));
            at = end;
        }

        return [.. segments];
    }
}
