using System.Collections.Immutable;
using LiteDB;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// Reads a whole file by every way in which the product finds a row: in order, by key, by each index, by each look-up. LiteDB has no checksum, so a
/// changed byte in an index makes rows vanish without a word; what was counted at each commit must be found again.
/// </summary>
/// <param name="file">The opened file, which nobody else uses.</param>
/// <param name="examine">Looks into a sealed text.</param>
internal sealed class Inspector(StoreFile file, Func<TextRow, string?> examine)
{
    private const int Listed = 100;
    private const string Last = "\uffff";
    private readonly List<string> _mistakes = [];
    private readonly SortedDictionary<string, long> _rows = new(StringComparer.Ordinal);
    private int _found;
    private long _documents;

    public StoreInspection Run(CancellationToken cancellationToken)
    {
        Guard("the list of collections", () =>
        {
            foreach (var name in file.CollectionNames.Except(StoreFile.KnownCollections)) Mistake($"the file holds a collection that is none of the product's ({name.Length} characters)");
        });
        foreach (var table in Tables.All) Inspect(table, cancellationToken);
        Guard(Lookups.Name, () => file.Lookups.VerifyAll(() => _documents++));
        return new StoreInspection(_rows.ToImmutableSortedDictionary(StringComparer.Ordinal), _documents, [.. _mistakes], _found);
    }

    private void Inspect(Table table, CancellationToken cancellationToken)
    {
        var sound = new List<BsonDocument>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Guard(table.Name, () =>
        {
            string? before = null;
            foreach (var document in file[table].Find(Query.All(Query.Ascending)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                _documents++;
                var key = document[Checked.Id].IsString ? document[Checked.Id].AsString : "";
                if (before is not null && string.CompareOrdinal(before, key) >= 0) Mistake($"{table.Name}: two rows are out of order");
                before = key;
                keys.Add(key);
                if (IsSound(table, document)) sound.Add(Indexed(table, document));
            }
        });
        _rows[table.Name] = keys.Count;
        if (file.Rows.GetValueOrDefault(table.Name) is var counted && counted != keys.Count)
            Mistake($"{table.Name}: {keys.Count} rows are found, {counted} were written");
        Guard($"{table.Name} by key", () =>
        {
            foreach (var key in keys)
                if (file[table].FindById(key)?[Checked.Id] != key) Mistake($"{table.Name}: a row is not found by its key");
        });
        foreach (var (index, expression) in table.Indexes) Guard($"{table.Name} by {index}", () => InspectIndex(table, index, expression, sound));
    }

    /// <summary>Checksum, fields outside it, look-ups, and for a text whether it opens.</summary>
    private bool IsSound(Table table, BsonDocument document)
    {
        try
        {
            table.Verify(document);
            foreach (var field in table.WrongFields(document)) Mistake($"{table.Name}: a row's {field} is not what the row says");
            foreach (var term in table.TermsOf(document))
                if (file.Lookups.Find(term.Text) is var found && !(term.Keeps is TermKeeps.All ? found.Contains(document[Checked.Id].AsString) : found.Count > 0))
                    Mistake($"{table.Name}: a row is not found by what it is looked up by");
            if (table == Tables.Texts && examine(Tables.Texts.Read(document)) is { } wrong) Mistake(wrong);
            return true;
        }
#pragma warning disable CA1031 // Whatever a damaged page makes LiteDB throw is one mistake among others.
        catch (Exception cause) when (cause is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            Mistake(cause is RowDamagedException ? cause.Message : $"{table.Name}: {Failure.Describe(cause)}");
            return false;
        }
    }

    private void InspectIndex(Table table, string index, string expression, List<BsonDocument> sound)
    {
        var expected = sound.Where(document => ValuesOf(document[index]).Count > 0).Select(document => document[Checked.Id].AsString).ToHashSet(StringComparer.Ordinal);
        var found = file[table].Find(BsonExpression.Create(AllOf(expression), "", Last)).Select(document => document[Checked.Id].AsString).ToList();
        if (found.Count != expected.Count || !expected.SetEquals(found)) Mistake($"{table.Name}: by {index}, {found.Count} rows are found instead of {expected.Count}");
        foreach (var document in sound)
            foreach (var value in ValuesOf(document[index]))
                if (!file[table].Find(BsonExpression.Create(OneOf(expression), value)).Any(hit => hit[Checked.Id] == document[Checked.Id]))
                    Mistake($"{table.Name}: a row is not found by its {index}");
    }

    private static string AllOf(string expression) => expression.EndsWith("[*]", StringComparison.Ordinal) ? $"{expression} ANY BETWEEN @0 AND @1" : $"{expression} BETWEEN @0 AND @1";

    private static string OneOf(string expression) => expression.EndsWith("[*]", StringComparison.Ordinal) ? $"{expression} ANY = @0" : $"{expression} = @0";

    private static BsonArray ValuesOf(BsonValue field) => field.IsArray ? field.AsArray : field.IsNull ? [] : [field];

    /// <summary>What the indexes are about, without the payload: a whole store would not fit into memory.</summary>
    private static BsonDocument Indexed(Table table, BsonDocument document)
    {
        var kept = new BsonDocument { [Checked.Id] = document[Checked.Id] };
        foreach (var index in table.Indexes.Keys) kept[index] = document[index];
        return kept;
    }

    private void Guard(string what, Action read)
    {
        try
        {
            read();
        }
#pragma warning disable CA1031 // As above.
        catch (Exception cause) when (cause is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            Mistake(cause is RowDamagedException ? cause.Message : $"{what}: cannot be read through ({Failure.Describe(cause)})");
        }
    }

    private void Mistake(string text)
    {
        if (++_found <= Listed) _mistakes.Add(text);
    }
}
