using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Stores;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>Everything that the product stored of one mail, to be stored again as that of other mails: same documents, same sizes, other keys.</summary>
internal sealed class Pattern
{
    private readonly IntakeRow _row;
    private readonly Conversation _conversation;
    private readonly ImmutableArray<RequestReference> _references;
    private readonly ImmutableArray<string> _requests;
    private readonly ImmutableArray<string> _effects;
    private readonly ImmutableArray<(string Key, byte[] Bytes)> _texts;

    private Pattern(
        IntakeRow row, Conversation conversation, ImmutableArray<RequestDocument> requests, ImmutableArray<OutboxRow> effects,
        ImmutableArray<(string Key, byte[] Bytes)> texts)
    {
        (_row, _conversation, _texts) = (row, conversation, texts);
        _references = [.. requests.Select(document => document.State.Reference)];
        _requests = [.. requests.Select(document => JsonSerializer.Serialize(document with { Version = 1 }, StoreJson.Default.RequestDocument))];
        _effects = [.. effects.Select(effect => JsonSerializer.Serialize(effect with { Version = 1 }, StoreJson.Default.OutboxRow))];
    }

    /// <summary>What stands now in the store of a mail; null when it made no request.</summary>
    public static async Task<Pattern?> ReadAsync(EngineParts parts, IntakeRow row)
    {
        if (row.End is not LedgerEnd.Requests) return null;
        var requests = new List<RequestDocument>();
        foreach (var id in row.Requests) requests.Add((await parts.Store.FindRequestAsync(id, CancellationToken.None))!);
        var conversation = (await parts.Store.FindConversationAsync(requests[0].State.Conversation, CancellationToken.None))!;
        var effects = await parts.Store.ListOutboxOfAsync(conversation.Id, CancellationToken.None);
        var texts = ImmutableArray.CreateBuilder<(string, byte[])>();
        foreach (var key in effects.SelectMany<OutboxRow, string>(effect => [Outgoing.TextKey(effect.Key), Outgoing.BytesKey(effect.Key)])
            .Concat(requests.SelectMany(document => document.State.TextKeys.Prepend($"request/{document.Id}/details"))).Prepend(KeptText.Key(row.Key)))
            if (await parts.Vault.ReadBytesAsync(key, CancellationToken.None) is { } bytes) texts.Add((key, bytes));
        return new Pattern(row, conversation, [.. requests], effects, texts.ToImmutable());
    }

    /// <summary>The same of another mail.</summary>
    /// <param name="mailbox">The mailbox's short id.</param>
    /// <param name="uidValidity">Its UIDVALIDITY.</param>
    /// <param name="uid">The mail's UID.</param>
    /// <param name="at">When it came and was done.</param>
    /// <param name="vault">Seals the texts anew: they are bound to their keys.</param>
    public StoredMail As(string mailbox, uint uidValidity, uint uid, DateTimeOffset at, TextVault vault)
    {
        var key = new IntakeKey(string.Create(CultureInfo.InvariantCulture, $"m.{mailbox}.{uidValidity:D10}.{uid:D10}"));
        var conversation = DeterministicIds.Conversation(key, at);
        var ids = _row.Requests.Select((_, ordinal) => DeterministicIds.Request(key, at, ordinal)).ToImmutableArray();
        string Renamed(string text)
        {
            var renamed = new StringBuilder(text).Replace(_row.Key.Value, key.Value).Replace(_conversation.Id.Value, conversation.Value);
            for (var i = 0; i < ids.Length; i++)
                renamed.Replace(_row.Requests[i].Value, ids[i].Value).Replace(_references[i].Value, DeterministicIds.Reference(key, i).Value);
            return renamed.ToString();
        }

        var ended = _row with
        {
            Key = key,
            Version = 1,
            Mailbox = mailbox,
            UidValidity = uidValidity,
            Uid = uid,
            ReceivedAt = at,
            KeptAt = at,
            EndedAt = at,
            ContentHash = Hash($"content {key}"),
            Requests = ids,
        };
        return new StoredMail(ended)
        {
            Conversation = _conversation with { Id = conversation, Version = 1, Requests = ids, InboundIds = [.. _conversation.InboundIds.Select((_, n) => Hash($"{key} {n}"))] },
            Requests = [.. _requests.Select(json => JsonSerializer.Deserialize(Renamed(json), StoreJson.Default.RequestDocument)!)],
            Effects = [.. _effects.Select(json => At(JsonSerializer.Deserialize(Renamed(json), StoreJson.Default.OutboxRow)!, at))],
            Texts = [.. _texts.Select(text => vault.Seal(Renamed(text.Key), text.Bytes))],
        };
    }

    private static OutboxRow At(OutboxRow row, DateTimeOffset at) => row with
    {
        CreatedAt = at,
        NotBefore = at,
        FirstTriedAt = row.FirstTriedAt is null ? null : at,
        DoneAt = row.DoneAt is null ? null : at,
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The rows of one mail.</summary>
/// <param name="Ended">The message, at its end.</param>
internal sealed record StoredMail(IntakeRow Ended)
{
    public required Conversation Conversation { get; init; }

    public required ImmutableArray<RequestDocument> Requests { get; init; }

    public required ImmutableArray<OutboxRow> Effects { get; init; }

    public required ImmutableArray<TextRow> Texts { get; init; }

    /// <summary>The message as it was kept, before it was begun.</summary>
    public IntakeRow Kept => Ended with { Attempts = 0, End = null, Reason = null, EndedAt = null, Requests = [] };
}
