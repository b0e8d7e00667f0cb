using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>Turns a decision into outbox rows with their sealed words: who is told what, and whether a person must release it first.</summary>
/// <param name="options">Addresses, observe-only, age.</param>
/// <param name="vault">Seals the words.</param>
/// <param name="pseudonyms">Recipients inside keys.</param>
/// <param name="caps">Keeps answers from becoming a relay.</param>
/// <param name="links">Where drafts are confirmed, and requests approved, by one click.</param>
/// <param name="clock">The clock.</param>
public sealed class EffectPlanner(
    EngineOptions options, TextVault vault, Pseudonyms pseudonyms, AnswerCaps caps, ConfirmationLinks links, TimeProvider clock)
{
    private const int AnswerOrdinal = 0;
    private const int InChatOrdinal = 100;
    private const string NoTechnicianAddress = "no-technician-address";

    /// <summary>The one answer to a known sender, by the channel of origin.</summary>
    public PlannedEffect Answer(
        IntakeRow row, InboundMessage message, Sender sender, ConversationId conversation, int order, ImmutableArray<RequestId> requests,
        Answer answer)
    {
        var to = Destination.OfAnswer(message, sender);
        // Whoever chats reads what they themselves caused; a mail could be a forged one.
        var held = WhyHeld(row, message)
            ?? (to.Chat is not null || caps.Allows(KeyOf(row, AnswerOrdinal, to), to.Pseudonym(pseudonyms), sender.Customer!.Id) ? null : AnswerCaps.Reached);
        return Plan(row, conversation, order, AnswerOrdinal, new Effect.AnswerSender(row.Key, requests), to, held, Outgoing(message, to, answer));
    }

    /// <summary>The answer to a mail once more where its sender chats with us: a draft is confirmed there in one click (Art. 9).</summary>
    public PlannedEffect AnswerInChat(
        IntakeRow row, InboundMessage message, ConversationId conversation, ImmutableArray<RequestId> requests, ChatKey chat, Answer answer)
    {
        var to = new Destination(null, chat);
        return Plan(row, conversation, 0, InChatOrdinal, new Effect.AnswerSender(row.Key, requests), to, WhyHeld(row, message), Outgoing(message, to, answer));
    }

    /// <summary>What the caller of a call that was written down has to confirm, in the place of an answer.</summary>
    public PlannedEffect CallWrittenDown(
        IntakeRow row, InboundMessage message, Sender sender, ConversationId conversation, ImmutableArray<RequestId> requests, ChatKey? chat, Notice notice)
    {
        var to = Destination.OfAnswer(message, sender) with { Chat = chat };
        return Plan(row, conversation, 1, AnswerOrdinal, new Effect.AnswerSender(row.Key, requests), to, WhyHeld(row, message), new Outgoing
        {
            To = to.Address?.Value,
            Chat = to.Chat?.Value,
            Notice = notice,
        });
    }

    /// <summary>The neutral answer to an unknown sender; null when the caps leave none.</summary>
    public PlannedEffect? AnswerUnknown(IntakeRow row, InboundMessage message, Answer answer)
    {
        var to = Destination.OfAnswer(message, Sender.Unknown);
        if (message.Authentication is SenderProof.Fail || !caps.AllowsUnknown(KeyOf(row, AnswerOrdinal, to), to.Pseudonym(pseudonyms))) return null;
        return Plan(
            row, DeterministicIds.Conversation(row.Key, row.ReceivedAt), 1, AnswerOrdinal, new Effect.AnswerUnknownSender(row.Key), to, WhyHeld(row, message),
            Outgoing(message, to, answer));
    }

    /// <summary>An alert to the technicians; waits for nothing. Without an address it stays on the local page, where it is listed as held.</summary>
    public PlannedEffect Alert(IntakeRow row, int ordinal, TechnicianAlert alert, ImmutableArray<RequestId> requests)
    {
        return Plan(
            row, DeterministicIds.Conversation(row.Key, row.ReceivedAt), 0, ordinal, new Effect.AlertTechnicians(row.Key, requests, alert.Reason),
            Technicians, WhyUntold, Told(alert));
    }

    /// <summary>The alert about a stranger's message; null when the caps leave none: the page lists the message all the same.</summary>
    /// <param name="row">The message.</param>
    /// <param name="resembles">The customer whose domain the stranger's resembles; null where it resembles none.</param>
    public PlannedEffect? AlertUnknown(IntakeRow row, string? resembles)
    {
        var cause = $"{row.Key}|{TechnicianAlert.UnknownSender}";
        if (caps.AllowsUnknownAlert(cause))
            return Alert(row, 1, new TechnicianAlert(TechnicianAlert.UnknownSender, null, [], row.Key, row.ReceivedAt) { Resembles = resembles }, []);
        return caps.IsTold(cause) ? Alert(row, 1, new TechnicianAlert(TechnicianAlert.UnknownFlood, null, [], row.Key, row.ReceivedAt), []) : null;
    }

    /// <summary>The alert that a cap holds an effect back, once an hour for each cap; null where nothing has to be said.</summary>
    /// <param name="held">The effect.</param>
    /// <param name="message">The message behind it.</param>
    /// <param name="receivedAt">When that was received.</param>
    /// <param name="customer">The customer's name.</param>
    public PlannedEffect? AlertOfCap(PlannedEffect held, IntakeKey message, DateTimeOffset receivedAt, string? customer) =>
        held.Row.Reason is AnswerCaps.Reached && caps.IsTold(held.Row.Key)
            ? Plan(
                $"{held.Row.Key}|capped", held.Row.Conversation, 0, new Effect.AlertTechnicians(message, [], AnswerCaps.Reached), WhyUntold,
                Told(new TechnicianAlert(AnswerCaps.Reached, customer, [], message, receivedAt)))
            : null;

    /// <summary>A notice about a stored request.</summary>
    /// <param name="document">The request, the events behind the notice appended.</param>
    /// <param name="order">Place inside the conversation; 0 waits for nothing.</param>
    /// <param name="ordinal">Which effect of the decision it is.</param>
    /// <param name="effect">What happened, and to whom it is told.</param>
    /// <param name="to">Where the reader is.</param>
    /// <param name="notice">The words.</param>
    /// <param name="thread">The first answer of the conversation, whose thread it joins; null for a thread of its own.</param>
    /// <param name="held">Why it has to wait for a technician; null when it need not.</param>
    /// <param name="cause">Whose message causes it; null when a technician or the clock does. Caps keep a sender from filling others' mailboxes.</param>
    /// <param name="asks">The yes that it asks its reader for; null where it asks for none.</param>
    public PlannedEffect Notice(
        RequestDocument document, int order, int ordinal, Effect.Notify effect, Destination to, Notice notice, Outgoing? thread, string? held,
        Destination? cause, ApprovalAsk? asks = null)
    {
        var key = KeyOf(document, ordinal, to);
        held = options.HeldInAll ?? held;
        if (held is null && cause?.Pseudonym(pseudonyms) is { } sender && !AllowsNotice(key, sender, to, document.State.CustomerId)) held = AnswerCaps.Reached;
        return Plan(key, document.State.Conversation, order, effect, held, new Outgoing
        {
            To = to.Address?.Value,
            Chat = to.Chat?.Value,
            InReplyTo = thread?.InReplyTo,
            References = thread?.References ?? [],
            Notice = notice,
            Asks = asks,
        });
    }

    /// <summary>An alert about a stored request.</summary>
    public PlannedEffect Alert(RequestDocument document, int ordinal, TechnicianAlert alert)
    {
        return Plan(
            KeyOf(document, ordinal, Technicians), document.State.Conversation, 0,
            new Effect.AlertTechnicians(alert.Intake, [document.Id], alert.Reason), WhyUntold, Told(alert));
    }

    /// <summary>An alert to whoever answers for personal data at SI-ONE, by mail alone; null where no address is set: technicians read it on the page.</summary>
    public PlannedEffect? AlertDataProtection(RequestDocument document, int ordinal, TechnicianAlert alert) => options.DataProtectionAddress is not { } address ? null : Plan(
        KeyOf(document, ordinal, new Destination(address)), document.State.Conversation, 0,
        new Effect.AlertDataProtection(alert.Intake, document.Id, alert.Reason), options.HoldAll, new Outgoing { To = address.Value, Alert = alert });

    /// <summary>An alert that an effect could not be delivered; one for each effect.</summary>
    /// <param name="row">The message behind it.</param>
    /// <param name="failed">The effect.</param>
    public PlannedEffect AlertUndelivered(IntakeRow row, OutboxRow failed)
    {
        var about = failed.Effect.About() is { IsEmpty: false } requests ? requests : row.Requests;
        return Plan(
            $"{failed.Key}|undelivered", failed.Conversation, 0, new Effect.AlertTechnicians(row.Key, about, "undelivered"),
            WhyUntold, Told(new TechnicianAlert("undelivered", null, [], row.Key, row.ReceivedAt)));
    }

    /// <summary>How an alarm can be told: each way has a key of its own.</summary>
    public static ImmutableArray<string> AlarmWays { get; } = ["mail", "chat"];

    /// <summary>
    /// An alarm about the product itself, to every place where technicians are: by mail and in their channel, since either may be what is broken.
    /// </summary>
    /// <param name="key">The beginning of its keys.</param>
    /// <param name="reason">Its cause.</param>
    /// <param name="about">Which mailbox; null where there is one alone.</param>
    /// <param name="since">Since when, UTC.</param>
    public ImmutableArray<PlannedEffect> Alarm(string key, string reason, string? about, DateTimeOffset since)
    {
        var intake = new IntakeKey($"{IntakeKey.AlarmPrefix}{reason}");
        var alert = new TechnicianAlert(reason, null, [], intake, since) { IsAlarm = true, About = about };
        return ToTechnicians(key, DeterministicIds.Conversation(new IntakeKey(key), since), new Effect.AlertTechnicians(intake, [], reason), new Outgoing { Alert = alert });
    }

    /// <summary>
    /// A customer's digest to one reader: by mail, and as a card besides where they chat. No cap counts it, since no message causes it.
    /// </summary>
    /// <param name="effect">Whose, and of which week.</param>
    /// <param name="conversation">The row that says that it was made.</param>
    /// <param name="reader">Who, and where.</param>
    /// <param name="sent">What it tells them.</param>
    public ImmutableArray<PlannedEffect> Digest(Effect.SendDigest effect, ConversationId conversation, DigestReaderPlace reader, SentDigest sent)
    {
        var address = reader.Person.Addresses[0];
        var mail = Plan(
            $"{effect.Intake}|1|0|{pseudonyms.Of(address)}", conversation, 0, effect, options.HeldInAll, new Outgoing { To = address.Value, Digest = sent });
        return reader.Chat is not { } chat ? [mail]
            : [mail, Plan($"{effect.Intake}|1|1|{pseudonyms.Of(chat)}", conversation, 0, effect, options.HeldInAll, new Outgoing { Chat = chat.Value, Digest = sent })];
    }

    /// <summary>SI-ONE's own digest, by mail and in the technicians' channel.</summary>
    /// <param name="effect">Of which week.</param>
    /// <param name="conversation">The row that says that it was made.</param>
    /// <param name="facts">What it tells.</param>
    public ImmutableArray<PlannedEffect> OwnDigest(Effect.SendDigest effect, ConversationId conversation, OwnDigest facts) =>
        ToTechnicians($"{effect.Intake}", conversation, effect, new Outgoing { OwnDigest = facts });

    /// <summary>An alert that a customer's digest could not be delivered: no message is behind it.</summary>
    /// <param name="failed">The effect.</param>
    /// <param name="customerId">Whose it is.</param>
    public PlannedEffect AlertUndeliveredDigest(OutboxRow failed, string customerId)
    {
        var alert = new TechnicianAlert("digest-undelivered", customerId, [], failed.Effect.Intake, failed.CreatedAt) { IsAlarm = true };
        return Plan(
            $"{failed.Key}|undelivered", failed.Conversation, 0, new Effect.AlertTechnicians(failed.Effect.Intake, [], alert.Reason), WhyUntold, Told(alert));
    }

    /// <summary>Why nothing may leave in answer to a message until a technician says so; null when it may.</summary>
    public string? WhyHeld(IntakeRow row, InboundMessage message)
    {
        if (options.HeldInAll is { } all) return all;
        if (message.Authentication is SenderProof.Fail) return "sender-failed-dmarc";
        return (row.ReplayedAt ?? row.KeptAt) - row.ReceivedAt > options.AnswerWithin ? "message-too-old" : null;
    }

    /// <summary>The same words by mail, after a chat has refused them for good; null where no address is known.</summary>
    /// <param name="refused">The effect.</param>
    /// <param name="outgoing">Its words.</param>
    public PlannedEffect? ByMail(OutboxRow refused, Outgoing outgoing) => outgoing.To is null
        ? null
        : Plan($"{refused.Key}|mail", refused.Conversation, refused.Order, refused.Effect, held: null, outgoing with { Chat = null });

    private Destination Technicians => new(options.TechnicianAddress ?? options.SupportAddress, options.TechniciansInChat ? ChatKey.Technicians : null);

    private string? WhyUntold => options.HoldAll ?? (options.TechnicianAddress is null && !options.TechniciansInChat ? NoTechnicianAddress : null);

    /// <summary>Both ways, each under a key of its own: the mail where there is an address or nothing else, the channel where there is one.</summary>
    private ImmutableArray<PlannedEffect> ToTechnicians(string key, ConversationId conversation, Effect effect, Outgoing words)
    {
        var planned = ImmutableArray.CreateBuilder<PlannedEffect>();
        if (!options.TechniciansInChat || options.TechnicianAddress is not null)
            planned.Add(Plan($"{key}|{AlarmWays[0]}", conversation, 0, effect, WhyUntold, words with { To = Technicians.Address!.Value.Value }));
        if (options.TechniciansInChat)
            planned.Add(Plan($"{key}|{AlarmWays[1]}", conversation, 0, effect, held: null, words with { Chat = ChatKey.Technicians.Value }));
        return planned.ToImmutable();
    }

    private Outgoing Told(TechnicianAlert alert) => new()
    {
        // The support address would bring the alert back to us as a mail.
        To = options.TechniciansInChat ? options.TechnicianAddress?.Value : Technicians.Address!.Value.Value,
        Chat = Technicians.Chat?.Value,
        Alert = alert,
    };

    private PlannedEffect Plan(
        IntakeRow row, ConversationId conversation, int order, int ordinal, Effect effect, Destination to, string? held, Outgoing outgoing) =>
        Plan(KeyOf(row, ordinal, to), conversation, order, effect, held, outgoing);

    private PlannedEffect Plan(string key, ConversationId conversation, int order, Effect effect, string? held, Outgoing outgoing)
    {
        outgoing = outgoing.WithLinks(effect, links);
        var now = clock.GetUtcNow();
        var outbox = new OutboxRow
        {
            Key = key,
            Conversation = conversation,
            Order = order,
            Effect = effect,
            State = held is null ? OutboxState.Waiting : OutboxState.Held,
            Reason = held,
            CreatedAt = now,
            NotBefore = now,
        };
        return new PlannedEffect(
            outbox, vault.Seal(Engine.Outbox.Outgoing.TextKey(key), JsonSerializer.SerializeToUtf8Bytes(outgoing, OutgoingJson.Default.Outgoing)));
    }

    /// <summary>What tells a sender by mail what became of their message is their answer, and counts as one: else two machines could write to each other for ever.</summary>
    private bool AllowsNotice(string key, string sender, Destination to, string customerId) =>
        to.Pseudonym(pseudonyms) is var reader && sender != reader ? caps.AllowsNotice(key, sender, reader)
        : to.Chat is not null || caps.Allows(key, sender, customerId);

    private string KeyOf(IntakeRow row, int ordinal, Destination to) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Key}|1|{ordinal}|{to.Pseudonym(pseudonyms)}");

    private string KeyOf(RequestDocument document, int ordinal, Destination to) =>
        string.Create(CultureInfo.InvariantCulture, $"{document.Id}|{document.Journal.Length}|{ordinal}|{to.Pseudonym(pseudonyms)}");

    private static Outgoing Outgoing(InboundMessage message, Destination to, Answer answer) => new()
    {
        To = to.Address?.Value,
        Chat = to.Chat?.Value,
        InReplyTo = message.MessageId,
        References = message.References,
        Answer = answer,
    };
}

/// <summary>An effect to commit.</summary>
/// <param name="Row">The outbox row.</param>
/// <param name="Words">Its sealed words.</param>
public sealed record PlannedEffect(OutboxRow Row, TextRow Words);
