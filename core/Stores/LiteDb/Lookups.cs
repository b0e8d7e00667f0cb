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

    private readonly Expressions _expressions = new();

    // Growing in steps keeps a bucket in its page; the unused end is zero.
    private const int Step = 256;

    /// <summary>The keys under a term.</summary>
    public List<string> Find(string term)
    {
        var (bucket, tag) = Place(term);
        return Load([bucket]) is [var document] ? [.. Entries(document).Where(entry => entry.Tag.AsSpan().SequenceEqual(tag)).Select(entry => entry.Key)] : [];
    }

    /// <summary>Leads terms to rows, all of them stored already.</summary>
    /// <param name="led">In their order.</param>
    public void Put(IReadOnlyList<LedTerm> led)
    {
        if (led.Count == 0) return;
        var places = led.Select(one => Place(one.Term.Text)).ToList();
        var stored = Load(places.Select(place => place.Bucket).Distinct()).ToDictionary(document => document[Checked.Id].AsInt32, Entries);
        var changed = new Dictionary<int, List<Entry>>();
        for (var i = 0; i < led.Count; i++)
        {
            var (bucket, tag) = places[i];
            if (!changed.TryGetValue(bucket, out var entries)) entries = stored.GetValueOrDefault(bucket) ?? [];
            if (Put(entries, tag, led[i])) changed[bucket] = entries;
        }

        var documents = changed.ToLookup(pair => stored.ContainsKey(pair.Key), pair => Checked.Document(Name, pair.Key, 0, Pack(pair.Value)));
        if (documents[false].Any()) buckets.Insert(documents[false]);
        if (documents[true].Any() && buckets.Update(documents[true]) != documents[true].Count()) throw new InvalidOperationException("A bucket has vanished.");
    }

    /// <returns>Whether the bucket is another one now.</returns>
    private static bool Put(List<Entry> entries, byte[] tag, LedTerm led)
    {
        var same = entries.FindIndex(entry => entry.Tag.AsSpan().SequenceEqual(tag) && (led.Term.Keeps is not TermKeeps.All || entry.Key == led.Key));
        if (same >= 0)
        {
            if (entries[same].Key == led.Key || !led.Replaces(entries[same].Key)) return false;
            entries.RemoveAt(same);
        }

        entries.Add(new Entry(tag, led.Key));
        return true;
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

    private List<BsonDocument> Load(IEnumerable<int> some) => [.. buckets.Find(_expressions[StoreFile.SomeKeys, new BsonArray(some.Select(bucket => new BsonValue(bucket)))])];

    private (int Bucket, byte[] Tag) Place(string term)
    {
        var hash = HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(term));
        return (BinaryPrimitives.ReadUInt16BigEndian(hash) % BucketCount, hash[^TagLength..]);
    }

    /// <exception cref="RowDamagedException">The bucket is not what was written.</exception>
    private static List<Entry> Entries(BsonDocument document)
    {
        var bytes = Checked.PayloadOf(Name, document);
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

/// <summary>A term that leads to a row.</summary>
/// <param name="Term">The term.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Replaces">For a term that leads to one row: whether the new row takes the place of that one.</param>
internal sealed record LedTerm(Term Term, string Key, Func<string, bool> Replaces);
