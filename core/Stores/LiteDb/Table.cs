using System.Text.Json;
using LiteDB;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>One collection: its name, and which indexes it has beside the key.</summary>
internal abstract class Table(string name)
{
    public string Name { get; } = name;

    /// <summary>Expressions by field name. Over the elements of an array: a row with an empty one is not in the index at all.</summary>
    public Dictionary<string, string> Indexes { get; init; } = [];

    /// <summary>The look-up terms that a new version of a row brings over the stored one.</summary>
    public abstract IEnumerable<Term> NewTerms(BsonDocument? stored, PreparedRow row);

    /// <summary>The look-up terms of a stored row.</summary>
    /// <exception cref="RowDamagedException">The document is not what was written.</exception>
    public abstract IEnumerable<Term> TermsOf(BsonDocument stored);

    /// <summary>Which of the fields that stand outside the checksum (indexed ones, the version) are not what the row says.</summary>
    /// <exception cref="RowDamagedException">The document is not what was written.</exception>
    public abstract IEnumerable<string> WrongFields(BsonDocument stored);

    /// <exception cref="RowDamagedException">The document is not what was written.</exception>
    public void Verify(BsonDocument document) => Checked.PayloadOf(Name, document);
}

/// <summary>A collection of rows, each kept as bytes under its key.</summary>
internal sealed class Table<T>(string name) : Table(name)
    where T : class
{
    // A document is rewritten whole at each save, so a large one would slow everybody down.
    private const int MaxPayload = 256 * 1024;

    /// <summary>A row's key.</summary>
    public required Func<T, string> KeyOf { get; init; }

    /// <summary>A row's version.</summary>
    public required Func<T, int> VersionOf { get; init; }

    /// <summary>The bytes of a row.</summary>
    public required Func<T, byte[]> Write { get; init; }

    /// <summary>The row of a key and its bytes; null or <see cref="JsonException"/> when they are none.</summary>
    public required Func<string, byte[], T?> ReadBack { get; init; }

    /// <summary>Adds the indexed fields.</summary>
    public Action<T, BsonDocument> AddFields { get; init; } = static (_, _) => { };

    /// <summary>Under which terms a row is looked up.</summary>
    public Func<T, IEnumerable<Term>> Terms { get; init; } = static _ => [];

    /// <summary>A later version may bring new terms; otherwise only the first one is read for them.</summary>
    public bool TermsGrow { get; init; }

    /// <summary>What the writer will write. Runs on the caller's thread.</summary>
    /// <exception cref="ArgumentException">A key or row that the store cannot hold.</exception>
    public PreparedRow Prepare(T row, WriteKind kind)
    {
        var key = KeyOf(row);
        var version = VersionOf(row);
        Keys.Check(Name, key, Keys.MaxBytes);
        if (kind is WriteKind.New && version != 1) throw new ArgumentException($"A new row of {Name} has version 1.", nameof(row));
        var payload = Write(row);
        if (payload.Length > MaxPayload) throw new ArgumentException($"A row of {Name} exceeds 256 KiB.", nameof(row));
        var document = Checked.Document(Name, key, version, payload);
        AddFields(row, document);
        foreach (var value in Indexes.Keys.Select(field => document[field]).SelectMany(value => value.IsArray ? value.AsArray : [value]))
            Keys.Check(Name, value.AsString, Keys.MaxIndexBytes);
        return new PreparedRow(this, key, version, kind, document, [.. Terms(row)]);
    }

    /// <summary>The row in a document.</summary>
    /// <exception cref="RowDamagedException">It is not what was written.</exception>
    public T Read(BsonDocument document)
    {
        var payload = Checked.PayloadOf(Name, document);
        try
        {
            return ReadBack(document[Checked.Id].AsString, payload) ?? throw new RowDamagedException(Name, document[Checked.Id]);
        }
        catch (JsonException)
        {
            // The cause quotes what it could not read.
            throw new RowDamagedException(Name, document[Checked.Id]);
        }
    }

    public override IEnumerable<Term> TermsOf(BsonDocument stored) => Terms(Read(stored));

    public override IEnumerable<string> WrongFields(BsonDocument stored)
    {
        var row = Read(stored);
        var expected = new BsonDocument();
        AddFields(row, expected);
        if (KeyOf(row) != stored[Checked.Id].AsString) yield return Checked.Id;
        if (VersionOf(row) != stored[Checked.Version].AsInt32) yield return Checked.Version;
        foreach (var (field, value) in expected)
            if (stored[field] != value) yield return field;
    }

    public override IEnumerable<Term> NewTerms(BsonDocument? stored, PreparedRow row) => stored switch
    {
        null => row.Terms,
        _ when TermsGrow => row.Terms.Except(Terms(Read(stored))),
        _ => [],
    };
}

/// <summary>How a row is written.</summary>
internal enum WriteKind
{
    /// <summary>Left as it is when the key exists.</summary>
    New,

    /// <summary>Must follow the stored version by one.</summary>
    Changed,

    /// <summary>Version 1 must not exist; a later one must follow the stored version by one.</summary>
    NewOrChanged,

    /// <summary>Written over what was there.</summary>
    Over,

    /// <summary>Takes the place of the text of its key; nothing where there is none.</summary>
    InPlaceOfText,

    /// <summary>Only the text of its key goes, and nothing takes its place.</summary>
    TextAlone,
}

/// <summary>A row ready to be written.</summary>
internal sealed record PreparedRow(Table Table, string Key, int Version, WriteKind Kind, BsonDocument Document, IReadOnlyList<Term> Terms);
