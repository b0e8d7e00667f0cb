using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>
/// Which known conversation a message speaks of. Ids and references are hints that anybody can write: a message joins only if its sender
/// belongs to the conversation's customer.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="messageIds">Verifies our own ids.</param>
public sealed class ConversationFinder(IStore store, MessageIds messageIds)
{
    private const int IdsLookedAt = 20;

    /// <summary>The conversation and the requests meant; null when the message opens a new one.</summary>
    public async Task<KnownConversation?> FindAsync(InboundMessage message, Sender sender, CancellationToken cancellationToken)
    {
        if (sender.Customer is not { } customer || message.From is null) return null;
        foreach (var id in ThreadOf(message))
        {
            var ours = messageIds.Verify(id, message.From.Address);
            var found = ours is { } known
                ? await store.FindConversationAsync(known, cancellationToken)
                : await store.FindConversationByInboundIdAsync(HashOf(id), cancellationToken);
            if (found is null || !string.Equals(found.CustomerId, customer.Id, StringComparison.Ordinal)) continue;
            return new KnownConversation(found, ours is null ? found.Requests : await MeantAsync(found, id, message.From.Address, cancellationToken));
        }

        return await ByReferenceAsync(ReferenceIn(message), customer, cancellationToken);
    }

    /// <summary>The hash under which a Message-ID is looked up. Case matters: ids that differ in case are different mails.</summary>
    public static string HashOf(string messageId) => IntakeKeys.ContentHash(System.Text.Encoding.UTF8.GetBytes(messageId));

    /// <summary>The ids that a message answers, nearest first.</summary>
    public static IEnumerable<string> ThreadOf(InboundMessage message)
    {
        var references = message.References.Reverse();
        return (message.InReplyTo is { } parent ? references.Prepend(parent) : references).Distinct(StringComparer.Ordinal).Take(IdsLookedAt);
    }

    /// <summary>What our mail told of: a yes to one request is none to another of the same conversation.</summary>
    private async Task<ImmutableArray<RequestId>> MeantAsync(Conversation found, string id, MailAddress reader, CancellationToken cancellationToken)
    {
        var answered = (await store.ListOutboxOfAsync(found.Id, cancellationToken))
            .FirstOrDefault(row => string.Equals(messageIds.For(found.Id, row.Key, reader), id, StringComparison.Ordinal));
        return answered?.Effect switch
        {
            Effect.Notify notify => [notify.Request],
            Effect.AnswerSender { Requests.IsEmpty: false } answer => answer.Requests,
            _ => found.Requests,
        };
    }

    /// <summary>In the application there is often no subject; in a mail, a reference inside the text may be quoted from anywhere.</summary>
    private static RequestReference? ReferenceIn(InboundMessage message) => RequestReference.FindIn(message.Subject)
        ?? (message.Channel is Channel.Application ? RequestReference.FindIn(message.Text) : null);

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
public sealed record KnownConversation(Conversation Conversation, ImmutableArray<RequestId> Requests);
