using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// The open file, one thread in it at a time. LiteDB 5.0.20 lets a second thread take a page of its cache away while the first one is about to
/// use it: as soon as the file is larger than the cache, two readers get each other's pages. So rows are only fetched here; what they hold is
/// read outside. And whoever read a row may act on it outside, so nobody may see one that a killed process would still lose.
/// </summary>
internal sealed class Session(LiteDbOptions options)
{
    private readonly Lock _gate = new();
    private StoreFile? _file = StoreFile.Open(options);

    /// <summary>The file, for the writer's thread.</summary>
    /// <exception cref="StoreUnavailableException">The last attempt to open it again failed.</exception>
    public StoreFile File => _file ?? throw new StoreUnavailableException("The store's file cannot be opened again: see the log.");

    /// <summary>Reads while nobody else does, and no group is being written.</summary>
    public T Read<T>(Func<StoreFile, T> read)
    {
        lock (_gate) return read(File);
    }

    /// <summary>Keeps readers away while the writer looks and writes.</summary>
    public void Hold(Action<StoreFile> action)
    {
        lock (_gate) action(File);
    }

    /// <summary>Runs without any reader. What fails closes the file before a reader can look at what may not be durable.</summary>
    public void Alone(Action action)
    {
        lock (_gate)
        {
            try
            {
                action();
            }
            catch
            {
                CloseFile();
                throw;
            }
        }
    }

    /// <summary>Closes the file and opens it again.</summary>
    public void Reopen() => Alone(() =>
    {
        CloseFile();
        _file = StoreFile.Open(options);
    });

    /// <summary>Closes the file.</summary>
    public void Close() => Alone(CloseFile);

    private void CloseFile()
    {
        var file = _file;
        _file = null;
        try
        {
            file?.Dispose();
        }
#pragma warning disable CA1031 // Whatever a broken file throws on closing: the next opening reads its log and decides.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
