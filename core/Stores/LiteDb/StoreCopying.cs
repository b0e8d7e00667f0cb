using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>Copies a store's files: the data file, and the log where something of it is not in the data file yet.</summary>
internal static class StoreCopying
{
    /// <summary>Copies them and waits for the disk.</summary>
    /// <param name="path">The data file; nobody writes it meanwhile.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The copied data file.</returns>
    public static string Copy(string path, string folder)
    {
        foreach (var file in (string[])[path, StoreFile.LogPath(path)])
        {
            if (!File.Exists(file)) continue;
            var copy = Path.Combine(folder, Path.GetFileName(file));
            File.Copy(file, copy);
            using var written = File.OpenHandle(copy, FileMode.Open, FileAccess.ReadWrite);
            FileSync.Flush(written);
        }

        return Path.Combine(folder, Path.GetFileName(path));
    }
}

/// <content>Copies of the store, and a look into every document of one.</content>
public sealed partial class LiteDbStore : IStoreFiles
{
    /// <inheritdoc/>
    public async Task<StoreCopy> CopyToAsync(string folder, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var (copied, rows) = ("", RowCounts.None);
        await _writer.AloneAsync(file => (copied, rows) = (StoreCopying.Copy(_path, folder), file.Rows), cancellationToken);
        return new StoreCopy(copied, rows);
    }

    /// <summary>Keeps everybody out of a store that nobody uses, without opening it: a damaged file stays as it is.</summary>
    /// <param name="options">Where it lies.</param>
    /// <exception cref="StoreUnavailableException">Another process uses it, or the folder cannot be written.</exception>
    public static UnusedStore Hold(LiteDbOptions options) => new(Path.GetFullPath(options.Path));

    /// <summary>
    /// Reads every document of a store that nobody uses, by every way in which the product finds it, and says what is not as it was written. Opening
    /// recovers what a killed process left, so this belongs on a copy.
    /// </summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="examine">Looks into a sealed text; gives what is wrong with it, or null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="StoreUnavailableException">Another process uses it, or it cannot be opened.</exception>
    public static StoreInspection Inspect(LiteDbOptions options, Func<TextRow, string?> examine, CancellationToken cancellationToken)
    {
        options = options with { Path = Path.GetFullPath(options.Path) };
        using var held = StoreLock.Take(options.Path);
        try
        {
            using var file = StoreFile.Open(options);
            return new Inspector(file, examine).Run(cancellationToken);
        }
        catch (Exception cause) when (cause is not (StoreUnavailableException or OperationCanceledException))
        {
            throw new StoreUnavailableException($"{options.Path} cannot be opened ({Failure.Describe(cause)}).", cause);
        }
    }
}

/// <summary>A store that nobody uses while this is held.</summary>
public sealed class UnusedStore : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;

    internal UnusedStore(string path) => (_path, _lock) = (path, StoreLock.Take(path));

    /// <summary>Copies its files; what they hold is not looked at.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <returns>The copied data file.</returns>
    public string CopyTo(string folder) => StoreCopying.Copy(_path, folder);

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
