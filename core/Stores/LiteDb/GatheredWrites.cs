using LiteDB;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// Writes that are handed to LiteDB many at once: each call opens its collection anew, which costs as much as writing a row. One document is never
/// gathered twice, so the order in which the calls are made changes nothing.
/// </summary>
internal sealed class GatheredWrites(StoreFile file)
{
    private readonly Dictionary<(Table Table, Writing Writing), List<BsonDocument>> _gathered = [];
    private readonly HashSet<(Table Table, string Key)> _rows = [];

    /// <summary>How many rows each table has gained by what was flushed.</summary>
    public Dictionary<Table, int> Added { get; } = [];

    /// <summary>Gathers one.</summary>
    public void Add(PreparedRow row, Writing writing)
    {
        if (!_rows.Add((row.Table, row.Key)))
        {
            Flush();
            _rows.Add((row.Table, row.Key));
        }

        if (!_gathered.TryGetValue((row.Table, writing), out var documents)) _gathered[(row.Table, writing)] = documents = [];
        documents.Add(row.Document);
    }

    /// <summary>Writes what is gathered.</summary>
    /// <exception cref="InvalidOperationException">A row that was seen before is not there to be updated.</exception>
    public void Flush()
    {
        foreach (var ((table, writing), documents) in _gathered)
        {
            var inserted = writing switch
            {
                Writing.Insert => file[table].Insert(documents),
                Writing.Upsert => file[table].Upsert(documents),
                Writing.Update => file[table].Update(documents) == documents.Count ? 0 : throw new InvalidOperationException($"A row of {table.Name} has vanished."),
            };
            Added[table] = Added.GetValueOrDefault(table) + inserted;
        }

        _gathered.Clear();
        _rows.Clear();
    }
}

/// <summary>How a document is written.</summary>
internal enum Writing
{
    /// <summary>There is none of its key.</summary>
    Insert,

    /// <summary>There is one of its key.</summary>
    Update,

    /// <summary>There may be one.</summary>
    Upsert,
}
