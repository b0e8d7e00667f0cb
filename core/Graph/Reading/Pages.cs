using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Graph.Models;

namespace SiOne.Bot.Graph.Reading;

/// <summary>Answers that come in pages.</summary>
internal static class Pages
{
    /// <summary>More than any tenant that SI-ONE serves has of anything asked for here; a service that never ends its pages is not followed for ever.</summary>
    private const int Most = 100;

    /// <summary>All of them.</summary>
    /// <param name="first">The first page.</param>
    /// <param name="nextAsync">Fetches the page of an address.</param>
    /// <param name="of">What a page bears.</param>
    public static async Task<List<TItem>> AllAsync<TPage, TItem>(TPage? first, Func<string, Task<TPage?>> nextAsync, Func<TPage, List<TItem>?> of)
        where TPage : BaseCollectionPaginationCountResponse, IParsable
    {
        var all = new List<TItem>();
        var page = first;
        for (var count = 0; page is not null && count < Most; count++)
        {
            all.AddRange(of(page) ?? []);
            page = page.OdataNextLink is { Length: > 0 } next ? await nextAsync(next) : null;
        }
        return all;
    }
}
