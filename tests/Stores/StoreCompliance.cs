using System.Collections.Immutable;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.Tests;

/// <summary>What every store keeps. A store inherits this class and says how it is opened.</summary>
public abstract partial class StoreCompliance : IAsyncLifetime
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected IStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await OpenFreshAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    /// <summary>An empty store.</summary>
    protected abstract Task<IStore> OpenFreshAsync();

    /// <summary>The same data again, after the store was closed.</summary>
    protected abstract Task<IStore> OpenAgainAsync();

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAgainAsync();
    }

    protected async Task CommitAsync(StoreUnit unit) => Assert.Equal(CommitResult.Committed, await Store.CommitAsync(unit, None));

    protected async Task ConflictAsync(StoreUnit unit) => Assert.Equal(CommitResult.Conflict, await Store.CommitAsync(unit, None));

    protected static async Task<List<T>> WalkAsync<T>(
        Func<string, int, CancellationToken, Task<ImmutableArray<T>>> list, Func<T, string> keyOf, int take)
    {
        var all = new List<T>();
        for (var after = ""; ;)
        {
            var page = await list(after, take, None);
            Assert.True(page.Length <= Math.Min(take, 100));
            if (page.IsEmpty) return all;
            all.AddRange(page);
            after = keyOf(page[^1]);
        }
    }
}
