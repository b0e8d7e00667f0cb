using System.Globalization;
using SiOne.Bot.TestGraph.Routes;

namespace SiOne.Bot.TestGraph.State;

/// <summary>Versions of files.</summary>
internal static class Files
{
    /// <summary>Puts a version on top, which is from now on what the file holds.</summary>
    public static void AddVersion(GraphObject item, long size, string content, DateTimeOffset at)
    {
        var versions = item.PartsOf("versions");
        var version = new GraphObject("driveItemVersion", $"{(versions.Count + 1).ToString(CultureInfo.InvariantCulture)}.0");
        version.Values["size"] = size;
        version.Values["lastModifiedDateTime"] = UserRoutes.Stamp(at);
        version.Values["_content"] = content;
        versions.Add(version);
        item.Values["size"] = size;
        item.Values["lastModifiedDateTime"] = UserRoutes.Stamp(at);
        item.Values["_content"] = content;
    }
}
