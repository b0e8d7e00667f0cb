using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Which messages of a batch speak of another one in it (a reply-all before our answer, the same mail twice) and so must wait.</summary>
public sealed class BatchOrder
{
    private readonly HashSet<IntakeKey> _waiting = [];

    private BatchOrder() { }

    /// <summary>Looks at a batch, oldest first.</summary>
    public static BatchOrder Of(ImmutableArray<(IntakeRow Row, InboundMessage Message)> batch)
    {
        var order = new BatchOrder();
        var ids = batch.Where(item => item.Message.MessageId is not null)
            .ToLookup(item => item.Message.MessageId!, item => item.Row.Key, StringComparer.Ordinal);
        var chats = new HashSet<SignedInAccount>();
        var contents = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, message) in batch)
            // In a chat the order is all that tells what a word is about.
            if (!contents.Add(row.ContentHash) || (message.MessageId is { } own && !seen.Add(own)) || (message.SignedIn is { } account && !chats.Add(account)) || ConversationFinder.ThreadOf(message).Any(id => ids[id].Any(key => key != row.Key)))
                order._waiting.Add(row.Key);
        return order;
    }

    /// <summary>Whether a message must wait for the others.</summary>
    public bool Waits(IntakeKey key) => _waiting.Contains(key);
}
