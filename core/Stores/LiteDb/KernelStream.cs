using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>A file of LiteDB's whose writes reach the kernel at once, which outlives the process, and which asks the disk when its kind says so.</summary>
/// <param name="path">The file; made for its owner alone when missing.</param>
internal abstract class KernelStream(string path) : Stream
{
    // Without a buffer: what is written is the kernel's.
    private readonly FileStream _file = new(path, OpenOptions());
    private bool _unsynced;
    private bool _failed;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => _file.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count)
    {
        _unsynced = true;
        _file.Write(buffer, offset, count);
    }

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void SetLength(long value)
    {
        _unsynced = true;
        _file.SetLength(value);
    }

    /// <summary>What was written is on the disk. After one failure it never is: a second fsync says yes to pages that the kernel has dropped.</summary>
    protected void Sync()
    {
        if (_failed) throw new IOException("A file of the store was not synced, and is not relied on before the next start.");
        if (!_unsynced) return;
        _failed = true;
        FileSync.Flush(_file.SafeFileHandle);
        _failed = _unsynced = false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }

    private static FileStreamOptions OpenOptions()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

/// <summary>
/// The write-ahead log. LiteDB asks for a flush after nearly every page of it, which made a commit some hundred times fsync. Here the disk is asked
/// once, before the first read after a write. A checkpoint reads the log before it writes the data file, so nothing is overwritten there that the log
/// could not restore.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class LogStream(string path) : KernelStream(path)
{
    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Sync();
        return base.Read(buffer, offset, count);
    }
}

/// <summary>The data file: LiteDB flushes it at the end of a checkpoint, before it empties the log. Its own stream would not hear that the disk failed (<see cref="FileSync"/>).</summary>
/// <param name="path">The file.</param>
internal sealed class DataStream(string path) : KernelStream(path)
{
    public override void Flush() => Sync();
}
