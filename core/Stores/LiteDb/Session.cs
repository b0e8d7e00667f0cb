using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// The open file, shared by many readers and the one writer. Readers wait between commit and barrier: whoever read a row may act on it
/// outside, so nobody may see one that a killed process would still lose.
/// </summary>
#pragma warning disable CA1001 // Disposing the gate would throw at a reader that still waits; it holds no handle of its own.
internal sealed class Session(LiteDbOptions options)
#pragma warning restore CA1001
{
    private readonly ReaderWriterLockSlim _gate = new();
    private StoreFile? _file = StoreFile.Open(options);

    /// <summary>The file, for the writer's thread.</summary>
    /// <exception cref="StoreUnavailableException">The last attempt to open it again failed.</exception>
    public StoreFile File => _file ?? throw new StoreUnavailableException("The store's file cannot be opened again: see the log.");

    /// <summary>Reads while no barrier is going on.</summary>
    public T Read<T>(Func<StoreFile, T> read)
    {
        _gate.EnterReadLock();
        try
        {
            return read(File);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Runs without any reader. What fails closes the file before a reader can look at what may not be durable.</summary>
    public void Alone(Action action)
    {
        _gate.EnterWriteLock();
        try
        {
            action();
        }
        catch
        {
            CloseFile();
            throw;
        }
        finally
        {
            _gate.ExitWriteLock();
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
