namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// The write-ahead log. LiteDB asks for a flush after nearly every page of it, which made a commit some hundred times fsync. Here a write
/// reaches the kernel, which outlives the process; the disk is asked once, before the first read after it. A checkpoint reads the log
/// before it writes the data file, so nothing is overwritten there that the log could not restore.
/// </summary>
internal sealed class LogStream(string path) : Stream
{
    // Without a buffer: what is written is the kernel's.
    private readonly FileStream _file = new(path, OpenOptions());
    private bool _unsynced;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    public override void Flush() => _file.Flush();

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_unsynced) _file.Flush(flushToDisk: true);
        _unsynced = false;
        return _file.Read(buffer, offset, count);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _unsynced = true;
        _file.Write(buffer, offset, count);
    }

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void SetLength(long value) => _file.SetLength(value);

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
