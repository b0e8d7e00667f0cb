using System.Collections.Immutable;
using System.Security.Cryptography;
using LiteDB;
using LiteDB.Engine;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>The opened data file: collections, indexes, and the number of the last group that reached it.</summary>
internal sealed class StoreFile : IDisposable
{
    private const int Format = 1;
    private const int TailRows = 20;
    private const long Smallest = 1 << 20;
    private const int SignatureAt = 32;
    private const string MetaName = "meta";
    private const string Value = "value";
    private const string Group = "group";
    internal const string OneKey = "$._id = @0";
    internal const string SomeKeys = "$._id IN @0";
    private static readonly byte[] Signature = "** This is a LiteDB file **"u8.ToArray();
    private readonly LiteEngine _engine;
    private readonly LiteDatabase _database;
    private readonly DataStream _data;
    private readonly LogStream _log;
    private readonly ILiteCollection<BsonDocument> _meta;
    private readonly Dictionary<Table, ILiteCollection<BsonDocument>> _collections;
    private readonly Expressions _expressions = new();
    private ImmutableSortedDictionary<string, long> _rows = RowCounts.None;
    private ImmutableSortedDictionary<string, long> _rowsMarked = RowCounts.None;

    private StoreFile(LiteEngine engine, LiteDatabase database, DataStream data, LogStream log)
    {
        (_engine, _database, _data, _log) = (engine, database, data, log);
        _meta = database.GetCollection(MetaName);
        _collections = Tables.All.ToDictionary(table => table, table => database.GetCollection(table.Name));
        Lookups = CreateAll();
        _rows = _rowsMarked = RowCounts.Of(_meta.FindById(Group));
    }

    public Lookups Lookups { get; }

    /// <summary>The number of the last group that was committed, whether or not its commit said so.</summary>
    public long LastGroup => _meta.FindById(Group)[Value].AsInt64;

    /// <summary>How many rows of each table the last group left. LiteDB counts nothing itself: a row that an index has lost would be missed by nobody.</summary>
    public ImmutableSortedDictionary<string, long> Rows => _rows;

    /// <summary>Every collection in the file, the product's own or not.</summary>
    public IEnumerable<string> CollectionNames => _database.GetCollectionNames();

    /// <summary>The collections that a sound file holds.</summary>
    public static IEnumerable<string> KnownCollections => [.. Tables.All.Select(table => table.Name), Lookups.Name, MetaName];

    /// <summary>Opens or creates the file, recovers what a killed process left, and proves by a write and a barrier that it takes writes.</summary>
    public static StoreFile Open(LiteDbOptions options)
    {
        RefuseForeign(options.Path);

        var data = new DataStream(options.Path);
        var log = new LogStream(LogPath(options.Path));
        LiteEngine? engine = null;
        LiteDatabase? database = null;
        try
        {
            engine = new LiteEngine(new EngineSettings { Filename = options.Path, DataStream = data, LogStream = log, Collation = new Collation("/Ordinal") });

            // A mapper of our own: the global one is shared state.
            database = new LiteDatabase(engine, new BsonMapper());
            database.UtcDate = true;
            database.Timeout = TimeSpan.FromSeconds(30);
            database.CheckpointSize = 1_000;

            // Only after a checkpoint does the file's length say how much is in use, below which LiteDB accepts no limit.
            database.Checkpoint();
            database.LimitSize = Math.Max(options.MaxBytes ?? NinetyPercent(options.Path), Math.Max(Smallest, new FileInfo(options.Path).Length));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(options.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            var file = new StoreFile(engine, database, data, log);
            database.Checkpoint();
            return file;
        }
        catch
        {
            Close(engine, database, data, log);
            throw;
        }
    }

    /// <summary>Where LiteDB keeps its log beside a file.</summary>
    public static string LogPath(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}-log{Path.GetExtension(path)}");

    public ILiteCollection<BsonDocument> this[Table table] => _collections[table];

    /// <summary>The document of a key; null when there is none.</summary>
    public BsonDocument? Find(Table table, string key) => _collections[table].Find(_expressions[OneKey, key]).FirstOrDefault();

    /// <summary>The documents of some keys, as far as there are any.</summary>
    public List<BsonDocument> FindAll(Table table, IEnumerable<string> keys) => [.. _collections[table].Find(_expressions[SomeKeys, new BsonArray(keys.Select(key => new BsonValue(key)))])];

    /// <summary>A page of documents.</summary>
    /// <param name="table">Of which table.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="where">The condition, which is indexed.</param>
    /// <param name="values">Its values.</param>
    public List<BsonDocument> Page(Table table, int take, string where, params ReadOnlySpan<BsonValue> values) => [.. _collections[table].Find(_expressions[where, values], 0, take)];

    /// <summary>Begins the one transaction of the writer's thread.</summary>
    public void Begin()
    {
        if (!_database.BeginTrans()) throw new InvalidOperationException("A transaction is open already.");
    }

    /// <summary>Marks the transaction with its group's number, by which it is recognised after a failure, and with how many rows there are then.</summary>
    public void Mark(long group, IReadOnlyDictionary<string, int> added)
    {
        _rowsMarked = RowCounts.Plus(_rows, added);
        _meta.Upsert(RowCounts.Into(new BsonDocument { [Checked.Id] = Group, [Value] = group }, _rowsMarked));
    }

    /// <summary>Makes the transaction visible; not yet durable.</summary>
    public void Commit()
    {
        // False means that LiteDB has rolled the transaction back by itself.
        if (!_database.Commit()) throw new InvalidOperationException("The transaction was lost.");
        _rows = _rowsMarked;
    }

    /// <summary>Returns when everything committed is in the data file.</summary>
    public void Barrier() => _database.Checkpoint();

    public void Rollback() => _database.Rollback();

    /// <summary>Damaged documents among the last of each collection, where a cut hits first.</summary>
    public List<string> DamagedTail()
    {
        var damaged = new List<string>();
        foreach (var (table, collection) in _collections)
            foreach (var document in collection.Find(Query.All(Query.Descending), 0, TailRows).ToList())
                try
                {
                    table.Verify(document);
                }
                catch (RowDamagedException cause)
                {
                    damaged.Add(cause.Message);
                }

        return damaged;
    }

    public void Dispose()
    {
        Close(_engine, _database, _data, _log);
    }

    private static void Close(LiteEngine? engine, LiteDatabase? database, DataStream data, LogStream log)
    {
        var transactions = engine is null ? [] : LeakedTransactions.Of(engine);
        try
        {
            using (data)
            using (log) database?.Dispose();
        }
        finally
        {
            LeakedTransactions.Forget(transactions);
        }
    }

    private Lookups CreateAll()
    {
        if (_meta.FindById("format") is { } format && format[Value].AsInt32 > Format)
            throw new StoreUnavailableException("The store was written by a newer version of the product: run that one.");
        foreach (var (table, collection) in _collections)
        {
            CreateEmpty(collection);
            foreach (var (index, expression) in table.Indexes) collection.EnsureIndex(index, expression);
        }

        var buckets = _database.GetCollection(Lookups.Name);
        CreateEmpty(buckets);
        Set("format", Format);
        if (_meta.FindById(Group) is not { } last || !RowCounts.AreIn(last))
            // New, or written before rows were counted.
            _meta.Upsert(RowCounts.Into(
                new BsonDocument { [Checked.Id] = Group, [Value] = _meta.FindById(Group)?[Value].AsInt64 ?? 0L },
                _collections.ToImmutableSortedDictionary(pair => pair.Key.Name, pair => pair.Value.LongCount(), StringComparer.Ordinal)));
        if (_meta.FindById("salt") is null) Set("salt", RandomNumberGenerator.GetBytes(16));
        return new Lookups(buckets, _meta.FindById("salt")[Value].AsBinary);
    }

    /// <summary>LiteDB creates a collection at its first write; at a later time that would be one more way to fail.</summary>
    private void CreateEmpty(ILiteCollection<BsonDocument> collection)
    {
        if (_database.CollectionExists(collection.Name)) return;
        collection.Insert(new BsonDocument { [Checked.Id] = "!" });
        collection.Delete("!");
    }

    private void Set(string key, BsonValue value) => _meta.Upsert(new BsonDocument { [Checked.Id] = key, [Value] = value });

    /// <summary>LiteDB cuts a file to whole pages before it looks whether it is one of its own.</summary>
    private static void RefuseForeign(string path)
    {
        if (!File.Exists(path)) return;
        using var file = File.OpenRead(path);
        if (file.Length == 0) return;
        Span<byte> head = stackalloc byte[SignatureAt + Signature.Length];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head[SignatureAt..].SequenceEqual(Signature))
            throw new StoreUnavailableException($"{path} is not a store's file: give the store another path, or move the file away.") { Damaged = true };
    }

    private static long NinetyPercent(string path) =>
        new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(path)! : Path.GetDirectoryName(path)!).TotalSize / 10 * 9;
}
