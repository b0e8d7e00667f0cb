using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Microsoft's announcements in a tenant's message center (https://learn.microsoft.com/graph/api/serviceannouncement-list-messages).</summary>
internal static class Announcements
{
    private const int LongestTitle = 300;
    private static readonly string[] Select = ["id", "title", "services", "lastModifiedDateTime", "actionRequiredByDateTime"];

    /// <summary>Those changed since an instant about services that are used, newest first.</summary>
    /// <param name="reads">The tenant's client.</param>
    /// <param name="since">UTC.</param>
    /// <param name="used">Whether the tenant uses a service, by Microsoft's name for it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<ImmutableArray<DigestAnnouncement>> SinceAsync(
        GraphServiceClient reads, DateTimeOffset since, Func<string, bool> used, CancellationToken cancellationToken)
    {
        var messages = reads.Admin.ServiceAnnouncement.Messages;
        var page = await messages.GetAsync(
            asked => (asked.QueryParameters.Filter, asked.QueryParameters.Select) = ($"lastModifiedDateTime ge {since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}", Select),
            cancellationToken);
        var all = await Pages.AllAsync(page, next => messages.WithUrl(next).GetAsync(cancellationToken: cancellationToken), each => each.Value);
        return
        [
            .. from message in all
               where message is { Id: not null, Title: not null, LastModifiedDateTime: not null } && message.LastModifiedDateTime >= since
               let services = message.Services ?? []
               where services.Exists(used.Invoke)
               orderby message.LastModifiedDateTime descending, message.Id
               select Of(message, services),
        ];
    }

    private static DigestAnnouncement Of(ServiceUpdateMessage message, List<string> services) => new(
        message.Id!, message.Title!.Length <= LongestTitle ? message.Title : $"{message.Title[..LongestTitle]}…", [.. services], message.LastModifiedDateTime!.Value.ToUniversalTime(),
        message.ActionRequiredByDateTime?.ToUniversalTime());
}
