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

    private readonly Expressions _expressions = new();

    /// <summary>The keys under a term.</summary>
    public List<string> Find(string term)
    {
        var (bucket, tag) = Place(term);
        return buckets.Find(_expressions[StoreFile.OneKey, bucket]).FirstOrDefault() is { } document ? Stored(document).Find(tag) : [];
    }

    /// <summary>Leads terms to rows, all of them stored already.</summary>
    /// <param name="led">In their order.</param>
    public void Put(IReadOnlyList<LedTerm> led)
    {
        if (led.Count == 0) return;
        var places = led.Select(one => Place(one.Term.Text)).ToList();
        var stored = Load(places.Select(place => place.Bucket).Distinct()).ToDictionary(document => document[Checked.Id].AsInt32, Stored);
        var (inserted, updated) = (new Dictionary<int, Bucket>(), new Dictionary<int, Bucket>());
        for (var i = 0; i < led.Count; i++)
        {
            var (number, tag) = places[i];
            var changed = stored.ContainsKey(number) ? updated : inserted;
            var bucket = stored.GetValueOrDefault(number) ?? inserted.GetValueOrDefault(number) ?? new Bucket([]);
            if (bucket.Put(tag, led[i])) changed[number] = bucket;
        }

        if (inserted.Count > 0) buckets.Insert(Documents(inserted));
        if (updated.Count > 0 && buckets.Update(Documents(updated)) != updated.Count) throw new InvalidOperationException("A bucket has vanished.");
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
        return (BinaryPrimitives.ReadUInt16BigEndian(hash) % BucketCount, hash[^Bucket.TagLength..]);
    }

    /// <exception cref="RowDamagedException">The bucket is not what was written.</exception>
    private static Bucket Stored(BsonDocument document) => new(Checked.PayloadOf(Name, document));

    private static List<BsonDocument> Documents(Dictionary<int, Bucket> changed) => [.. changed.Select(pair => Checked.Document(Name, pair.Key, 0, pair.Value.Packed))];
}

/// <summary>A term that leads to a row.</summary>
/// <param name="Term">The term.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Replaces">For a term that leads to one row: whether the new row takes the place of that one.</param>
internal sealed record LedTerm(Term Term, string Key, Func<string, bool> Replaces);
