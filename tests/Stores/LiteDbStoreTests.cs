using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Stores.Tests;

/// <summary>The embedded store keeps what every store keeps.</summary>
public sealed class LiteDbStoreTests : StoreCompliance, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<IStore> OpenFreshAsync() => OpenAgainAsync();

    protected override Task<IStore> OpenAgainAsync() =>
        Task.FromResult<IStore>(LiteDbStore.Open(new LiteDbOptions { Path = _folder.File }, TimeProvider.System));
}
