using System.Buffers;
using System.Globalization;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Files and their versions.</summary>
internal static class Files
{
    /// <summary>What no name in SharePoint holds, and what would mean another thing in an address.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?|");

    private static readonly string[] Item = ["id", "name", "file", "parentReference"];

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>All versions, newest first: the first is the current one.</summary>
    public static async Task<List<DriveItemVersion>> VersionsAsync(GraphServiceClient reads, string drive, string item, CancellationToken cancellationToken)
    {
        var versions = reads.Drives[drive].Items[item].Versions;
        var page = await versions.GetAsync(cancellationToken: cancellationToken);
        var all = await Pages.AllAsync(page, next => versions.WithUrl(next).GetAsync(cancellationToken: cancellationToken), each => each.Value);
        return [.. all.OrderByDescending(version => NumberOf(version.Id)).ThenByDescending(version => version.LastModifiedDateTime)];
    }

    /// <summary>A file of somebody's OneDrive by its path; null when there is none, or no drive.</summary>
    public static async Task<FoundFile?> FindAsync(GraphServiceClient reads, string userId, string path, CancellationToken cancellationToken)
    {
        var inside = path.Replace('\\', '/').Trim('/');
        if (inside.AsSpan().ContainsAny(Forbidden) || inside.Split('/').Any(part => part is "" or "." or "..")) return null;
        try
        {
            if ((await reads.Users[userId].Drive.GetAsync(asked => asked.QueryParameters.Select = ["id"], cancellationToken))?.Id is not { } drive) return null;
            var item = await reads.Drives[drive].Root.ItemWithPath(inside).GetAsync(asked => asked.QueryParameters.Select = Item, cancellationToken);
            if (item?.Id is not { } id || item.File is null) return null;
            var versions = await VersionsAsync(reads, drive, id, cancellationToken);
            return new FoundFile(path, [.. versions.Select(version => new FileVersionRef(drive, id, version.Id!, "/" + inside, version.LastModifiedDateTime ?? DateTimeOffset.MinValue))]);
        }
        catch (CallFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>SharePoint numbers versions ("12.0"); the greatest is the newest, also where two were written in the same second.</summary>
    private static decimal NumberOf(string? id) => decimal.TryParse(id, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
