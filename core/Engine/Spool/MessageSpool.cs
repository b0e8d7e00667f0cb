using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Spool;

/// <summary>
/// The raw messages of all channels, each sealed under a key of its own, as <c>yyyy/mm/dd/KEY</c> by received day (UTC). Written, synced
/// and renamed before any row speaks of it, so the intake can be rebuilt from here.
/// </summary>
public sealed class MessageSpool : IDisposable
{
    private static readonly byte[] Magic = "SIONE-SPOOL-1\n"u8.ToArray();
    private const int KeyBytes = 64 * 1024; // More than any header has.
    private readonly string _root;
    private readonly Sealer _wrap;
    private volatile bool _broken;

    /// <summary>The disk failed under it: it takes nothing more until the next start.</summary>
    public bool Broken => _broken;

    /// <summary>Held by whoever copies the spool: nothing is destroyed meanwhile, so that a copy of store and spool fits together.</summary>
    public SemaphoreSlim Keeping { get; } = new(1, 1);

    /// <summary>A spool below a folder, made when missing.</summary>
    public MessageSpool(string root, MasterKey master)
    {
        _root = root;
        _wrap = new Sealer(master.Derive("spool"));
        CreateFolder(root);
    }

    /// <summary>Writes one message and syncs it; durable only after <see cref="Settle"/> of the days returned. Writing it again replaces it by the same.</summary>
    /// <returns>The folder to flush.</returns>
    /// <exception cref="StoreUnavailableException">The disk failed, now or before.</exception>
    public string Write(IntakeKey key, string channel, RawMail? mail, DateTimeOffset receivedAt, ReadOnlySpan<byte> raw)
    {
        RequireSound();
        try
        {
            return WriteOnce(key, channel, mail, receivedAt, raw);
        }
        catch (IOException failed) when (DiskFault.Is(failed))
        {
            throw Break(failed);
        }
    }

    /// <summary>Makes the names of written messages durable; folders as <see cref="Write"/> returned them.</summary>
    /// <exception cref="StoreUnavailableException">The disk failed, now or before.</exception>
    public void Settle(IEnumerable<string> folders)
    {
        RequireSound();
        try
        {
            Flush(folders);
        }
        catch (IOException failed) when (DiskFault.Is(failed))
        {
            throw Break(failed);
        }
    }

    private void RequireSound()
    {
        if (_broken) throw new StoreUnavailableException("The disk failed under the spool: nothing more is taken in. Look at the disk, then start again.");
    }

    private StoreUnavailableException Break(IOException failed)
    {
        _broken = true;
        return new StoreUnavailableException($"The disk failed under the spool ({failed.Message}): nothing more is taken in. Look at the disk, then start again.", failed);
    }

    private string WriteOnce(IntakeKey key, string channel, RawMail? mail, DateTimeOffset receivedAt, ReadOnlySpan<byte> raw)
    {
        Span<byte> dataKey = stackalloc byte[32];
        RandomNumberGenerator.Fill(dataKey);
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new SpoolHeader
            {
                Key = key.Value,
                Channel = channel,
                Mailbox = mail?.Mailbox,
                UidValidity = mail?.UidValidity ?? 0,
                Uid = mail?.Uid ?? 0,
                ReceivedAt = receivedAt.ToUniversalTime(),
                TooLarge = mail?.TooLarge ?? false,
                WrappedKey = Convert.ToBase64String(_wrap.Seal(dataKey, Encoding.UTF8.GetBytes(key.Value))),
            },
            SpoolJson.Default.SpoolHeader);
        using var sealer = new Sealer(dataKey);
        var body = sealer.Seal(raw, header);
        CryptographicOperations.ZeroMemory(dataKey);

        var path = PathOf(key, receivedAt);
        var folder = Path.GetDirectoryName(path)!;
        CreateFolder(folder);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp"; // Two callers with one key never share a half-written file.
        using (var file = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write, preallocationSize: 0))
        {
            var frame = new byte[Magic.Length + 4 + header.Length + body.Length];
            Magic.CopyTo(frame, 0);
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(Magic.Length), header.Length);
            header.CopyTo(frame, Magic.Length + 4);
            body.CopyTo(frame, Magic.Length + 4 + header.Length);
            RandomAccess.Write(file, frame, 0);
            FileSync.Flush(file);
        }

        File.Move(temporary, path, overwrite: true);
        return folder;
    }

    /// <summary>Takes a message over from another spool under the same master key, sealed as it is; durable only after <see cref="Flush"/>.</summary>
    /// <param name="path">Its file there, known to be sound.</param>
    /// <param name="header">Its header.</param>
    /// <returns>The folder to flush.</returns>
    public string Take(string path, SpoolHeader header)
    {
        var target = PathOf(new IntakeKey(header.Key), header.ReceivedAt);
        CreateFolder(Path.GetDirectoryName(target)!);
        File.Copy(path, target, overwrite: true);
        using var written = File.OpenHandle(target, FileMode.Open, FileAccess.ReadWrite);
        FileSync.Flush(written);
        return Path.GetDirectoryName(target)!;
    }

    /// <summary>Makes the names inside folders durable.</summary>
    public static void Flush(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Distinct(StringComparer.Ordinal)) DirectorySync.Flush(folder);
    }

    /// <summary>Reads a message back.</summary>
    /// <exception cref="FileNotFoundException">It is not there (any more).</exception>
    /// <exception cref="CryptographicException">Altered, or sealed under another master key.</exception>
    public byte[] Read(IntakeKey key, DateTimeOffset receivedAt)
    {
        var frame = File.ReadAllBytes(PathOf(key, receivedAt));
        try
        {
            return Open(key, frame);
        }
        catch (Exception damage) when (damage is JsonException or FormatException)
        {
            throw new CryptographicException("The header of a spooled message was altered.", damage);
        }
    }

    /// <summary>Whether a message is there.</summary>
    public bool Holds(IntakeKey key, DateTimeOffset receivedAt) => File.Exists(PathOf(key, receivedAt));

    /// <summary>Destroys a message for good: first its own key, on the disk, then the file. Nothing happens where there is none.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Destroy(IntakeKey key, DateTimeOffset receivedAt)
    {
        var path = PathOf(key, receivedAt);
        if (!File.Exists(path)) return;
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            // The header bears the wrapped key; without it the rest is noise, whatever the disk keeps of it.
            RandomAccess.Write(file, new byte[Math.Min(RandomAccess.GetLength(file), KeyBytes)], 0);
            FileSync.Flush(file);
        }

        File.Delete(path);
        DirectorySync.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>One message of which only the key is known; null when there is none.</summary>
    public string? PathOf(IntakeKey key) => Files().FirstOrDefault(path => KeyOf(path) == key);

    /// <summary>Every message's file, in no order.</summary>
    public IEnumerable<string> Paths() => Files();

    /// <summary>The keys of all messages there, in no order.</summary>
    public IEnumerable<IntakeKey> Keys() => Files().Select(KeyOf);

    /// <summary>The files of messages written since an instant, in no order.</summary>
    public IEnumerable<string> WrittenSince(DateTimeOffset instant) => Files().Where(path => File.GetLastWriteTimeUtc(path) >= instant.UtcDateTime);

    /// <summary>The key that a file is named after.</summary>
    public static IntakeKey KeyOf(string path) => new(Path.GetFileName(path));

    /// <summary>Reads one file with its header; null when it is damaged or sealed under another master key.</summary>
    public (SpoolHeader Header, byte[] Raw)? TryRead(string path)
    {
        try
        {
            var frame = File.ReadAllBytes(path);
            var raw = Open(KeyOf(path), frame);
            return (HeaderOf(frame), raw);
        }
        catch (Exception damage) when (damage is JsonException or FormatException or CryptographicException or IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _wrap.Dispose();
        Keeping.Dispose();
    }

    private byte[] Open(IntakeKey key, byte[] frame)
    {
        if (frame.Length < Magic.Length + 4 || !frame.AsSpan().StartsWith(Magic)) throw new CryptographicException("Not a spooled message.");
        var length = BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(Magic.Length));
        if (length < 0 || length > frame.Length - Magic.Length - 4) throw new CryptographicException("A spooled message is cut.");
        var header = frame.AsSpan(Magic.Length + 4, length);
        var read = HeaderOf(frame);
        var dataKey = _wrap.Open(Convert.FromBase64String(read.WrappedKey), Encoding.UTF8.GetBytes(key.Value));
        using var sealer = new Sealer(dataKey);
        return sealer.Open(frame.AsSpan(Magic.Length + 4 + length), header);
    }

    private static SpoolHeader HeaderOf(byte[] frame) =>
        JsonSerializer.Deserialize(
            frame.AsSpan(Magic.Length + 4, BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(Magic.Length))), SpoolJson.Default.SpoolHeader)
        ?? throw new JsonException();

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith(".tmp", StringComparison.Ordinal));

    private string PathOf(IntakeKey key, DateTimeOffset receivedAt)
    {
        // The key becomes a file name: nothing that came from outside may steer the path.
        if (key.Value.AsSpan().IndexOfAnyExceptInRange('-', 'z') >= 0 || key.Value.AsSpan().IndexOfAny('/', '\\', ':') >= 0 || key.Value.Contains("..", StringComparison.Ordinal))
            throw new ArgumentException("Not an intake key.", nameof(key));
        var day = receivedAt.ToUniversalTime().ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
        return Path.Combine(_root, day, key.Value);
    }

    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(folder);
        if (parent is not null && !Directory.Exists(parent)) CreateFolder(parent);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (parent is not null) DirectorySync.Flush(parent);
    }
}
