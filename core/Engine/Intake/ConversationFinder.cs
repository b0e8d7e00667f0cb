using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>
/// Which known conversation a message speaks of. Ids and references are hints that anybody can write: a message joins only if its sender
/// belongs to the conversation's customer.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="messageIds">Verifies our own ids.</param>
/// <param name="cards">Cards that are answered in a chat.</param>
public sealed class ConversationFinder(IStore store, MessageIds messageIds, CardBook cards)
{
    private const int IdsLookedAt = 20;

    /// <summary>The conversation and the requests meant; null when the message opens a new one.</summary>
    public async Task<KnownConversation?> FindAsync(InboundMessage message, Sender sender, CancellationToken cancellationToken)
    {
        if (sender.Customer is not { } customer) return null;
        if (message.SignedIn is not null) return await InChatAsync(message, customer, cancellationToken);
        if (message.From is null) return null;
        foreach (var id in ThreadOf(message))
        {
            var ours = messageIds.Verify(id, message.From.Address);
            var found = ours is { } known
                ? await store.FindConversationAsync(known, cancellationToken)
                : await store.FindConversationByInboundIdAsync(HashOf(id), cancellationToken);
            if (found is null || !string.Equals(found.CustomerId, customer.Id, StringComparison.Ordinal)) continue;
            return ours is null ? new KnownConversation(found, found.Requests) : await MeantAsync(found, id, message.From.Address, cancellationToken);
        }

        return await ByReferenceAsync(ReferenceIn(message), customer, cancellationToken);
    }

    /// <summary>What a returned mail spoke of. Only a mail that we sent to one of those recipients counts; anybody can write the notice.</summary>
    public async Task<KnownConversation?> FindReturnedAsync(ReturnedMail returned, CancellationToken cancellationToken)
    {
        foreach (var recipient in returned.Recipients)
        {
            if (messageIds.Verify(returned.MessageId, recipient) is not { } id || await store.FindConversationAsync(id, cancellationToken) is not { } found) continue;
            return await MeantAsync(found, returned.MessageId, recipient, cancellationToken);
        }

        return null;
    }

    /// <summary>The hash under which a Message-ID is looked up. Case matters: ids that differ in case are different mails.</summary>
    public static string HashOf(string messageId) => IntakeKeys.ContentHash(System.Text.Encoding.UTF8.GetBytes(messageId));

    /// <summary>The ids that a message answers, nearest first.</summary>
    public static IEnumerable<string> ThreadOf(InboundMessage message)
    {
        var references = message.References.Reverse();
        return (message.InReplyTo is { } parent ? references.Prepend(parent) : references).Distinct(StringComparer.Ordinal).Take(IdsLookedAt);
    }

    /// <summary>What a message is looked up by later: its own id, and the chat in which it was written.</summary>
    public static IEnumerable<string> IdsOf(InboundMessage message)
    {
        if (message.MessageId is { } own) yield return HashOf(own);
        if (message.SignedIn is { } account) yield return HashOf(ChatId(account));
    }

    private static string ChatId(SignedInAccount account) => $"chat/{ChatKey.Of(account)}";

    /// <summary>A card or a message that is answered, a reference, and last what was spoken of before: that is a guess, which the words must bear out.</summary>
    private async Task<KnownConversation?> InChatAsync(InboundMessage message, Customer customer, CancellationToken cancellationToken)
    {
        foreach (var id in ThreadOf(message))
        {
            if (await cards.FindAtAsync(id, cancellationToken) is { Requests: [var first, ..] } card && await store.FindRequestAsync(first, cancellationToken) is { } shown
                && await OwnAsync(shown.State.Conversation, customer, cancellationToken) is { } spoken)
                return new KnownConversation(spoken, [.. card.Requests.Intersect(spoken.Requests)]);
            if (await store.FindConversationByInboundIdAsync(HashOf(id), cancellationToken) is { } found && found.CustomerId == customer.Id)
                return new KnownConversation(found, found.Requests);
        }

        if (await ByReferenceAsync(ReferenceIn(message), customer, cancellationToken) is { } named) return named;
        var last = await store.FindConversationByInboundIdAsync(HashOf(ChatId(message.SignedIn!)), cancellationToken);
        return last is { Requests.IsEmpty: false } && last.CustomerId == customer.Id ? new KnownConversation(last, last.Requests) { Guessed = true } : null;
    }

    private async Task<Conversation?> OwnAsync(ConversationId id, Customer customer, CancellationToken cancellationToken) =>
        await store.FindConversationAsync(id, cancellationToken) is { } found && found.CustomerId == customer.Id ? found : null;

    /// <summary>What our mail told of: a yes to one request is none to another of the same conversation.</summary>
    private async Task<KnownConversation> MeantAsync(Conversation found, string id, MailAddress reader, CancellationToken cancellationToken)
    {
        var answered = (await store.ListOutboxOfAsync(found.Id, cancellationToken))
            .FirstOrDefault(row => string.Equals(messageIds.For(found.Id, row.Key, reader), id, StringComparison.Ordinal));
        return answered?.Effect switch
        {
            Effect.Notify notify => new KnownConversation(found, [notify.Request]) { ToldAt = EffectKeys.Event(answered.Key) },
            Effect.AnswerSender { Requests.IsEmpty: false } answer => new KnownConversation(found, answer.Requests),
            _ => new KnownConversation(found, found.Requests),
        };
    }

    /// <summary>In the application there is often no subject; in a mail, a reference inside the text may be quoted from anywhere.</summary>
    private static RequestReference? ReferenceIn(InboundMessage message) => RequestReference.FindIn(message.Subject)
        ?? (message.Channel.IsApplication() ? RequestReference.FindIn(message.Text) : null);

    private async Task<KnownConversation?> ByReferenceAsync(RequestReference? written, Customer customer, CancellationToken cancellationToken)
    {
        if (written is not { } reference) return null;
        var all = await store.FindRequestsByReferenceAsync(reference, cancellationToken);
        var own = all.Where(document => string.Equals(document.State.CustomerId, customer.Id, StringComparison.Ordinal)).ToList();
        if (own.Count != 1) return null;
        var conversation = await store.FindConversationAsync(own[0].State.Conversation, cancellationToken);
        return conversation is null ? null : new KnownConversation(conversation, [own[0].Id]);
    }
}

/// <summary>A conversation that a message speaks of.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Requests">The requests meant: all of it, or the one whose reference was written.</param>
public sealed record KnownConversation(Conversation Conversation, ImmutableArray<RequestId> Requests)
{
    /// <summary>Nothing in the message names it: it is only what was last spoken of in that chat.</summary>
    public bool Guessed { get; init; }

    /// <summary>The last event that the notice told of to which it replies; null where it replies to none.</summary>
    public int? ToldAt { get; init; }
}
