using LiteDB;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// Writes a group of units into the open transaction: first each unit is checked against what is stored and what the units before it
/// will write, then everything accepted is written.
/// </summary>
internal sealed class GroupWriter(StoreFile file)
{
    private readonly Dictionary<(Table Table, string Key), BsonDocument?> _state = [];
    private readonly List<Step> _steps = [];

    /// <summary>Whether anything is to be written.</summary>
    public bool HasWrites => _steps.Count > 0;

    /// <summary>How many rows each table gains or, below zero, loses, once written.</summary>
    public Dictionary<string, int> Added { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks at once at all rows that units depend on: looking at each by itself costs several times as much.</summary>
    /// <exception cref="RowDamagedException">One of them is damaged.</exception>
    public void Look(IEnumerable<PreparedUnit> units)
    {
        foreach (var rows in units.SelectMany(unit => unit.Rows).Where(row => !IsUnconditional(row.Kind)).ToLookup(row => row.Table, row => row.Key))
        {
            foreach (var key in rows) _state[(rows.Key, key)] = null;
            foreach (var document in file.FindAll(rows.Key, rows.Distinct(StringComparer.Ordinal)))
            {
                rows.Key.Verify(document);
                _state[(rows.Key, document[Checked.Id].AsString)] = document;
            }
        }
    }

    /// <summary>Checks a unit; writes nothing.</summary>
    /// <exception cref="RowDamagedException">A stored row that the unit depends on is damaged.</exception>
    public CommitResult Check(PreparedUnit unit)
    {
        var undo = new List<((Table Table, string Key) Row, BsonDocument? Before)>();
        var first = _steps.Count;
        if (!unit.Fences.All(Holds)) return CommitResult.Conflict;
        foreach (var row in unit.Rows)
        {
            var stored = IsUnconditional(row.Kind) ? null : Stored(row.Table, row.Key);
            if (row.Kind is WriteKind.New && stored is not null) continue;
            if (!Follows(row, stored))
            {
                _steps.RemoveRange(first, _steps.Count - first);
                undo.Reverse();
                foreach (var (key, before) in undo) _state[key] = before;
                return CommitResult.Conflict;
            }

            _steps.Add(new Step(row, stored));
            if (IsUnconditional(row.Kind)) continue;
            undo.Add(((row.Table, row.Key), stored));
            _state[(row.Table, row.Key)] = row.Document;
        }

        return CommitResult.Committed;
    }

    /// <summary>Writes what was accepted.</summary>
    public void Write()
    {
        var writes = new GatheredWrites(file);
        foreach (var (row, stored) in _steps)
            if (row.Kind is WriteKind.InPlaceOfText or WriteKind.TextAlone) Erase(row, writes);
            else writes.Add(row, row.Kind is WriteKind.Over ? Writing.Upsert : stored is null ? Writing.Insert : Writing.Update);
        writes.Flush();
        foreach (var (table, more) in writes.Added) Count(table, more);
        file.Lookups.Put(
        [
            .. _steps.SelectMany(step => step.Row.Table.NewTerms(step.Stored, step.Row)
                .Select(term => new LedTerm(term, step.Row.Key, other => Replaces(term.Keeps, step.Row, other)))),
        ]);
    }

    /// <summary>LiteDB clears the place of a document that it deletes, and of the pages that this empties.</summary>
    private void Erase(PreparedRow row, GatheredWrites writes)
    {
        writes.Flush();
        if (!file[Tables.Texts].Delete(row.Key)) return;
        Count(Tables.Texts, -1);
        if (row.Kind is WriteKind.TextAlone) return;
        Count(row.Table, file[row.Table].Upsert(row.Document) ? 1 : 0);
    }

    private void Count(Table table, int more) => Added[table.Name] = Added.GetValueOrDefault(table.Name) + more;

    private static bool IsUnconditional(WriteKind kind) => kind is WriteKind.Over or WriteKind.InPlaceOfText or WriteKind.TextAlone;

    private static bool Follows(PreparedRow row, BsonDocument? stored) => row.Kind switch
    {
        WriteKind.New or WriteKind.Over or WriteKind.InPlaceOfText or WriteKind.TextAlone => true,
        WriteKind.Changed => stored is not null && stored[Checked.Version].AsInt32 + 1 == row.Version,
        WriteKind.NewOrChanged => (stored is null ? 0 : stored[Checked.Version].AsInt32) + 1 == row.Version,
    };

    private bool Holds(Fence fence) =>
        (Stored(Tables.Mailboxes, fence.Mailbox) is { } stored ? Tables.Mailboxes.Read(stored).Fence : 0) == fence.Number;

    private BsonDocument? Stored(Table table, string key)
    {
        if (_state.TryGetValue((table, key), out var known)) return known;
        var document = file.Find(table, key);
        if (document is not null) table.Verify(document);
        return _state[(table, key)] = document;
    }

    private bool Replaces(TermKeeps keeps, PreparedRow row, string other) => keeps switch
    {
        TermKeeps.All => false,
        TermKeeps.GreatestKey => string.CompareOrdinal(row.Key, other) > 0,
        TermKeeps.Oldest => Age(row.Document).CompareTo(Age(file.Find(Tables.Intake, other)!)) < 0,
    };

    private static (DateTimeOffset Received, DateTimeOffset Kept) Age(BsonDocument document)
    {
        var row = Tables.Intake.Read(document);
        return (row.ReceivedAt, row.KeptAt);
    }

    private readonly record struct Step(PreparedRow Row, BsonDocument? Stored);
}
