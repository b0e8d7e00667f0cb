using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Host.Operations;

/// <summary>The store that an operator's verb is about: of the running host, or one that nobody uses.</summary>
internal interface IOperatedStore
{
    /// <summary>The store at work; null where none is.</summary>
    IStore? Live { get; }

    /// <summary>Copies the data file, with nobody writing meanwhile.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="cancellationToken">Before the copy is begun only.</param>
    /// <returns>The copy.</returns>
    Task<string> CopyToAsync(string folder, CancellationToken cancellationToken);
}

/// <summary>The running host's.</summary>
/// <param name="parts">The engine.</param>
internal sealed class RunningStore(EngineParts parts) : IOperatedStore
{
    public IStore? Live => parts.Store;

    public async Task<string> CopyToAsync(string folder, CancellationToken cancellationToken) => parts.Store is IStoreFiles files
        ? (await files.CopyToAsync(folder, cancellationToken)).Path
        : throw new IOException("This store has no files of its own to be copied: use its own tools.");
}

/// <summary>One that nobody uses, and that nobody can begin to use meanwhile. It is not opened, so that a damaged one stays as it is.</summary>
/// <param name="held">Keeps everybody else out.</param>
internal sealed class RestingStore(UnusedStore held) : IOperatedStore
{
    public IStore? Live => null;

    public Task<string> CopyToAsync(string folder, CancellationToken cancellationToken) => Task.Run(() => held.CopyTo(folder), cancellationToken);
}
