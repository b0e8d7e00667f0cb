using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LiteDB;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// Finds rows by random values: a table of buckets, each one document. An index over random keys would touch pages all over the file for
/// each row and slows down with every row stored; a bucket costs one page, however many there are. A hit is a hint: whoever looks up reads
/// the row and compares.
/// </summary>
/// <param name="buckets">The collection.</param>
/// <param name="salt">Of this file alone, so that nobody can aim at one bucket.</param>
internal sealed class Lookups(ILiteCollection<BsonDocument> buckets, byte[] salt)
{
    public const string Name = "lookups";
    private const int BucketCount = 1 << 14;
    private const int TagLength = 12;
    private const int HeadLength = TagLength + sizeof(ushort);

    // Growing in steps keeps a bucket in its page; the unused end is zero.
    private const int Step = 256;

    /// <summary>The keys under a term.</summary>
    public List<string> Find(string term)
    {
        var (bucket, tag) = Place(term);
        return [.. Entries(Load(bucket)).Where(entry => entry.Tag.AsSpan().SequenceEqual(tag)).Select(entry => entry.Key)];
    }

    /// <summary>Leads a term to a row.</summary>
    /// <param name="term">The term.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="replaces">For a term that leads to one row: whether the new row takes the place of that one.</param>
    public void Put(Term term, string key, Func<string, bool> replaces)
    {
        var (bucket, tag) = Place(term.Text);
        var stored = Load(bucket);
        var entries = Entries(stored);
        var same = entries.FindIndex(entry => entry.Tag.AsSpan().SequenceEqual(tag) && (term.Keeps is not TermKeeps.All || entry.Key == key));
        if (same >= 0)
        {
            if (entries[same].Key == key || !replaces(entries[same].Key)) return;
            entries.RemoveAt(same);
        }

        entries.Add(new Entry(tag, key));
        var document = Checked.Document(Name, bucket, 0, Pack(entries));
        if (stored.Length == 0) buckets.Insert(document);
        else if (!buckets.Update(document)) throw new InvalidOperationException("A bucket has vanished.");
    }

    /// <summary>Reads every bucket.</summary>
    /// <param name="read">Told of each.</param>
    /// <exception cref="RowDamagedException">One is not what was written.</exception>
    public void VerifyAll(Action read)
    {
        foreach (var document in buckets.FindAll())
        {
            Checked.PayloadOf(Name, document);
            read();
        }
    }

    private byte[] Load(int bucket) => buckets.FindById(bucket) is { } document ? Checked.PayloadOf(Name, document) : [];

    private (int Bucket, byte[] Tag) Place(string term)
    {
        var hash = HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(term));
        return (BinaryPrimitives.ReadUInt16BigEndian(hash) % BucketCount, hash[^TagLength..]);
    }

    private static List<Entry> Entries(byte[] bytes)
    {
        var entries = new List<Entry>();
        for (var at = 0; at + HeadLength < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + TagLength));
            if (length == 0) break;
            entries.Add(new Entry(bytes[at..(at + TagLength)], Encoding.UTF8.GetString(bytes, at + HeadLength, length)));
            at += HeadLength + length;
        }

        return entries;
    }

    private static byte[] Pack(List<Entry> entries)
    {
        var used = entries.Sum(entry => HeadLength + Encoding.UTF8.GetByteCount(entry.Key));
        var bytes = new byte[(used / Step * Step) + Step];
        var at = 0;
        foreach (var (tag, key) in entries)
        {
            tag.CopyTo(bytes, at);
            var length = Encoding.UTF8.GetBytes(key, bytes.AsSpan(at + HeadLength));
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + TagLength), (ushort)length);
            at += HeadLength + length;
        }

        return bytes;
    }

    private readonly record struct Entry(byte[] Tag, string Key);
}
