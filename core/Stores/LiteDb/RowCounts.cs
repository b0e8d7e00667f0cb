using System.Collections.Immutable;
using LiteDB;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>How many rows each table has, written with every group into the document that bears its number.</summary>
internal static class RowCounts
{
    private const string Field = "rows";

    /// <summary>No table.</summary>
    public static ImmutableSortedDictionary<string, long> None { get; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Whether a document bears counts.</summary>
    public static bool AreIn(BsonDocument document) => document[Field].IsDocument;

    /// <summary>The counts in a document; none where there are none.</summary>
    public static ImmutableSortedDictionary<string, long> Of(BsonDocument document) => AreIn(document)
        ? document[Field].AsDocument.Where(field => field.Value.IsInt64).ToImmutableSortedDictionary(field => field.Key, field => field.Value.AsInt64, StringComparer.Ordinal)
        : None;

    /// <summary>The document with the counts.</summary>
    public static BsonDocument Into(BsonDocument document, ImmutableSortedDictionary<string, long> rows)
    {
        document[Field] = new BsonDocument(rows.ToDictionary(pair => pair.Key, pair => new BsonValue(pair.Value)));
        return document;
    }

    /// <summary>The counts after some rows more.</summary>
    public static ImmutableSortedDictionary<string, long> Plus(ImmutableSortedDictionary<string, long> rows, IReadOnlyDictionary<string, int> added) =>
        added.Aggregate(rows, (sum, more) => sum.SetItem(more.Key, sum.GetValueOrDefault(more.Key) + more.Value));
}
