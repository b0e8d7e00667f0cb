using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.Tests;

/// <summary>Rows as the engine makes them.</summary>
internal static class Samples
{
    public const string Box = "0a1b2c3d4e5f";
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static IntakeKey MailKey(uint uid, string mailbox = Box, uint uidValidity = 7) =>
        new(string.Create(CultureInfo.InvariantCulture, $"m.{mailbox}.{uidValidity:D10}.{uid:D10}"));

    public static IntakeRow Mail(uint uid, string mailbox = Box, uint uidValidity = 7, string? content = null) => new()
    {
        Key = MailKey(uid, mailbox, uidValidity),
        Channel = Channel.Mail,
        Mailbox = mailbox,
        UidValidity = uidValidity,
        Uid = uid,
        ReceivedAt = Noon.AddSeconds(uid),
        KeptAt = Noon.AddSeconds(uid + 2),
        ContentHash = Hash(content ?? $"{mailbox}/{uidValidity}/{uid}"),
        Size = 4_321,
    };

    public static IntakeRow Handed(string key) => new()
    {
        Key = new IntakeKey(key),
        Channel = Channel.Application,
        ReceivedAt = Noon,
        KeptAt = Noon,
        ContentHash = Hash(key),
        Size = 200,
    };

    public static IntakeRow Next(this IntakeRow row, LedgerEnd? end = null) => row with
    {
        Version = row.Version + 1,
        Attempts = row.Attempts + 1,
        End = end,
        Reason = end is null ? null : "done",
        EndedAt = end is null ? null : Noon.AddHours(1),
    };

    public static string Id(int n) => $"01KAVX0000{n.ToString("D16", CultureInfo.InvariantCulture)}";

    public static RequestReference Reference(int n) => RequestReference.Of(SHA256.HashData(BitConverter.GetBytes(n)));

    public static RequestDocument Request(int n, int version = 1, RequestReference? reference = null)
    {
        var called = reference ?? Reference(n);
        var due = new Due(Noon.AddDays(2), Noon.AddDays(2), Noon.AddDays(2));
        ImmutableArray<FoundUnder> findings = [new("subscribed", "14"), new("valid-channel", "9")];
        var state = new Request
        {
            Reference = called,
            Conversation = new ConversationId(Id(n)),
            Intake = MailKey((uint)n),
            CustomerId = "menuiserie-exemple",
            PersonId = "p1",
            Channel = Channel.Mail,
            ReceivedAt = Noon,
            OperationId = "licence.arrival",
            EffectiveOn = new DateOnly(2026, 12, 1),
            Verdict = Verdict.Accepted,
            Findings = findings,
            Promise = Promise.Commitment,
            Due = due,
            Pauses = [new Pause(Noon, Noon.AddHours(1)), new Pause(Noon.AddHours(2), null)],
            FollowUps = [MailKey(77)],
        };
        var journal = Enumerable.Range(1, version).Select(number => new JournalEntry(number, Noon.AddMinutes(number), number switch
        {
            1 => new RequestEvent.Received(
                called, state.Conversation, state.Intake, state.CustomerId, state.PersonId, Channel.Mail, Noon, state.OperationId, 0.93, false,
                state.EffectiveOn, false),
            2 => new RequestEvent.Decided(Verdict.Accepted, findings, Promise.Commitment, due, Noon, "0123456789ab", Noon, state.EffectiveOn, true),
            3 => new RequestEvent.ClockPaused(Noon, Verdict.AwaitDetails),
            _ => new RequestEvent.FollowedUp(MailKey(77), Noon),
        }));
        return new RequestDocument(new RequestId(Id(n)), version, state, [.. journal]);
    }

    public static Conversation Talk(int n, int version = 1, params string[] inbound) => new()
    {
        Id = new ConversationId(Id(n)),
        Version = version,
        CustomerId = "menuiserie-exemple",
        Requests = [new RequestId(Id(n))],
        InboundIds = [.. inbound.Select(Hash)],
        NextOrder = version + 1,
    };

    public static OutboxRow Answer(string key, int conversation = 1, int order = 1, DateTimeOffset? notBefore = null) => new()
    {
        Key = key,
        Conversation = new ConversationId(Id(conversation)),
        Order = order,
        Effect = new Effect.AnswerSender(MailKey(1), [new RequestId(Id(1)), new RequestId(Id(2))]),
        CreatedAt = Noon,
        NotBefore = notBefore ?? Noon,
    };

    public static TextRow Text(string key, params byte[] bytes) => new(key, [.. bytes]);

    public static ErasedText Erased(string key, int minutes = 0) => new(key, Noon.AddMinutes(minutes), "erasure-1");

    public static MailboxRow Mailbox(string id, int version = 1, uint cursor = 10) => new()
    {
        Id = id,
        Version = version,
        UidValidity = 7,
        Cursor = cursor,
        Since = Noon,
        StartedAt = Noon,
    };

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Records with arrays compare by reference, so their JSON is compared.</summary>
    public static void Same<T>(T expected, T? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
    }
}
