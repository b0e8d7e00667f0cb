using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Ports;

/// <summary>Walks through whole collections page by page, so that no store enumerator stays open.</summary>
public static class StorePages
{
    private const int Page = 100;

    /// <summary>Every message, by key.</summary>
    public static IAsyncEnumerable<IntakeRow> AllIntakeAsync(this IStore store, CancellationToken cancellationToken) =>
        WalkAsync(store.ListIntakeAsync, row => row.Key.Value, cancellationToken);

    /// <summary>Every request, by id.</summary>
    public static IAsyncEnumerable<RequestDocument> AllRequestsAsync(this IStore store, CancellationToken cancellationToken) =>
        WalkAsync(store.ListRequestsAsync, document => document.Id.Value, cancellationToken);

    /// <summary>Every effect, by key.</summary>
    public static IAsyncEnumerable<OutboxRow> AllOutboxAsync(this IStore store, CancellationToken cancellationToken) =>
        WalkAsync(store.ListOutboxAsync, row => row.Key, cancellationToken);

    /// <summary>Every text, by key.</summary>
    public static IAsyncEnumerable<TextRow> AllTextsAsync(this IStore store, CancellationToken cancellationToken) =>
        WalkAsync(store.ListTextsAsync, row => row.Key, cancellationToken);

    private static async IAsyncEnumerable<T> WalkAsync<T>(
        Func<string, int, CancellationToken, Task<ImmutableArray<T>>> list, Func<T, string> keyOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = ""; ;)
        {
            var page = await list(after, Page, cancellationToken);
            foreach (var item in page) yield return item;
            if (page.Length < Page) yield break;
            after = keyOf(page[^1]);
        }
    }
}
