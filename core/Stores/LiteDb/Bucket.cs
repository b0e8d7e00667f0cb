using System.Buffers.Binary;
using System.Text;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// The entries of one bucket, packed one behind the other: tag, length of the key, key. They stay packed: of the many that share a bucket by chance,
/// only those of a wanted tag are ever looked at.
/// </summary>
internal sealed class Bucket
{
    /// <summary>How long a tag is.</summary>
    public const int TagLength = 12;

    private const int HeadLength = TagLength + sizeof(ushort);

    // Growing in steps keeps a bucket in its page; the unused end is zero.
    private const int Step = 256;

    private byte[] _packed;
    private int _used;

    /// <summary>A bucket.</summary>
    /// <param name="packed">As it was stored, and belongs to the bucket from now on; empty for a new one.</param>
    public Bucket(byte[] packed)
    {
        _packed = packed;
        while (_used + HeadLength < packed.Length && LengthAt(_used) > 0) _used = Behind(_used);
    }

    /// <summary>What is to be stored.</summary>
    public byte[] Packed => _packed;

    /// <summary>The keys under a tag, in the order in which they were put.</summary>
    public List<string> Find(ReadOnlySpan<byte> tag)
    {
        var keys = new List<string>();
        for (var at = 0; at < _used; at = Behind(at))
            if (IsAt(at, tag)) keys.Add(KeyAt(at));
        return keys;
    }

    /// <summary>Leads a tag to a row.</summary>
    /// <returns>Whether the bucket is another one now.</returns>
    public bool Put(ReadOnlySpan<byte> tag, LedTerm led)
    {
        for (var at = 0; at < _used; at = Behind(at))
        {
            if (!IsAt(at, tag) || KeyAt(at) is not { } key || (led.Term.Keeps is TermKeeps.All && key != led.Key)) continue;
            if (key == led.Key || !led.Replaces(key)) return false;
            Remove(at);
            break;
        }

        Append(tag, led.Key);
        return true;
    }

    private void Remove(int at)
    {
        var behind = Behind(at);
        _packed.AsSpan(behind, _used - behind).CopyTo(_packed.AsSpan(at));
        _used -= behind - at;
        _packed.AsSpan(_used).Clear();
    }

    private void Append(ReadOnlySpan<byte> tag, string key)
    {
        var length = Encoding.UTF8.GetByteCount(key);
        var used = _used + HeadLength + length;
        Array.Resize(ref _packed, (used / Step * Step) + Step);
        tag.CopyTo(_packed.AsSpan(_used));
        BinaryPrimitives.WriteUInt16BigEndian(_packed.AsSpan(_used + TagLength), (ushort)length);
        Encoding.UTF8.GetBytes(key, _packed.AsSpan(_used + HeadLength));
        _used = used;
    }

    private bool IsAt(int at, ReadOnlySpan<byte> tag) => _packed.AsSpan(at, TagLength).SequenceEqual(tag);

    private string KeyAt(int at) => Encoding.UTF8.GetString(_packed, at + HeadLength, LengthAt(at));

    private int LengthAt(int at) => BinaryPrimitives.ReadUInt16BigEndian(_packed.AsSpan(at + TagLength));

    private int Behind(int at) => at + HeadLength + LengthAt(at);
}
