using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization.Metadata;
using LiteDB;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>All collections. Keys grow with time, so that rows written together lie together.</summary>
internal static class Tables
{
    /// <summary>Holds the message's key while it waits, and nothing afterwards: a few waiting among many ended are found at once.</summary>
    public const string Waiting = "waiting";

    /// <summary>Holds instant and key while an effect waits, and nothing afterwards.</summary>
    public const string Due = "due";

    /// <summary>Holds conversation, order and key.</summary>
    public const string Place = "place";

    public static readonly Table<IntakeRow> Intake = new("intake")
    {
        KeyOf = row => row.Key.Value,
        VersionOf = row => row.Version,
        Write = ToJson(StoreJson.Default.IntakeRow),
        ReadBack = FromJson(StoreJson.Default.IntakeRow),
        Indexes = { [Waiting] = $"$.{Waiting}[*]" },
        AddFields = (row, document) => document[Waiting] = Only(row.End is null ? row.Key.Value : null),
        Terms = row => [Term.Content(row.Mailbox, row.ContentHash)],
    };

    public static readonly Table<RequestDocument> Requests = new("requests")
    {
        KeyOf = row => row.Id.Value,
        VersionOf = row => row.Version,
        Write = ToJson(StoreJson.Default.RequestDocument),
        ReadBack = FromJson(StoreJson.Default.RequestDocument),
        Terms = row => [Term.Reference(row.State.Reference)],
    };

    public static readonly Table<Conversation> Conversations = new("conversations")
    {
        KeyOf = row => row.Id.Value,
        VersionOf = row => row.Version,
        Write = ToJson(StoreJson.Default.Conversation),
        ReadBack = FromJson(StoreJson.Default.Conversation),
        Terms = row => row.InboundIds.Select(Term.Inbound).Distinct(),
        TermsGrow = true,
    };

    public static readonly Table<OutboxRow> Outbox = new("outbox")
    {
        KeyOf = row => row.Key,
        VersionOf = row => row.Version,
        Write = ToJson(StoreJson.Default.OutboxRow),
        ReadBack = FromJson(StoreJson.Default.OutboxRow),
        Indexes = { [Due] = $"$.{Due}[*]", [Place] = $"$.{Place}" },
        AddFields = (row, document) =>
        {
            document[Due] = Only(row.State is OutboxState.Waiting ? $"{Instant(row.NotBefore)}|{row.Key}" : null);
            document[Place] = $"{PlaceOf(row.Conversation)}{row.Order.ToString("D10", CultureInfo.InvariantCulture)}|{row.Key}";
        },
    };

    public static readonly Table<MailboxRow> Mailboxes = new("mailboxes")
    {
        KeyOf = row => row.Id,
        VersionOf = row => row.Version,
        Write = ToJson(StoreJson.Default.MailboxRow),
        ReadBack = FromJson(StoreJson.Default.MailboxRow),
    };

    public static readonly Table<TextRow> Texts = new("texts")
    {
        KeyOf = row => row.Key,
        VersionOf = _ => 0,
        Write = row => ImmutableCollectionsMarshal.AsArray(row.Sealed) ?? [],
        ReadBack = (key, bytes) => new TextRow(key, ImmutableCollectionsMarshal.AsImmutableArray(bytes)),
    };

    /// <summary>What stands in the place of erased texts, under the same keys.</summary>
    public static readonly Table<ErasedText> Erased = new("erased")
    {
        KeyOf = row => row.Key,
        VersionOf = _ => 0,
        Write = ToJson(StoreJson.Default.ErasedText),
        ReadBack = FromJson(StoreJson.Default.ErasedText),
    };

    public static IEnumerable<Table> All => [Intake, Requests, Conversations, Outbox, Mailboxes, Texts, Erased];

    /// <summary>An instant as text that sorts.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture);

    /// <summary>What the places of a conversation begin with.</summary>
    public static string PlaceOf(ConversationId conversation) => $"{conversation.Value}|";

    /// <summary>The key of a mail with a UID; the known UIDs of a mailbox are read as a range of keys.</summary>
    public static string MailKey(string mailbox, uint uidValidity, uint uid) =>
        string.Create(CultureInfo.InvariantCulture, $"m.{mailbox}.{uidValidity:D10}.{uid:D10}");

    private static BsonArray Only(string? value) => value is null ? [] : [value];

    private static Func<T, byte[]> ToJson<T>(JsonTypeInfo<T> json) => row => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(row, json);

    private static Func<string, byte[], T?> FromJson<T>(JsonTypeInfo<T> json) =>
        (_, bytes) => System.Text.Json.JsonSerializer.Deserialize(bytes, json);
}
