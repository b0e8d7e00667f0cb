using System.Collections.Immutable;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Ports;

/// <summary>A store that is looked at only: whatever would change it is refused before it is begun.</summary>
/// <param name="store">The store, disposed with this.</param>
/// <param name="closed">Called once it is closed.</param>
public sealed class ReadOnlyStore(IStore store, Action closed) : IStore
{
    /// <summary>Takes no writes, so it is not healthy.</summary>
    public StoreHealth Health => store.Health with { Healthy = false };

    /// <summary>Refuses.</summary>
    /// <exception cref="StoreUnavailableException">Always.</exception>
    public Task<CommitResult> CommitAsync(StoreUnit unit, CancellationToken cancellationToken) =>
        Task.FromException<CommitResult>(new StoreUnavailableException("Safe mode: nothing is changed. Take SiOne:SafeMode away for what writes."));

    /// <inheritdoc/>
    public Task<IntakeRow?> FindIntakeAsync(IntakeKey key, CancellationToken cancellationToken) => store.FindIntakeAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<IntakeRow?> FindIntakeByContentAsync(string contentHash, string mailbox, CancellationToken cancellationToken) =>
        store.FindIntakeByContentAsync(contentHash, mailbox, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<IntakeRow>> ListIntakeAsync(string after, int take, CancellationToken cancellationToken) => store.ListIntakeAsync(after, take, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<IntakeRow>> ListWaitingIntakeAsync(string after, int take, CancellationToken cancellationToken) =>
        store.ListWaitingIntakeAsync(after, take, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableHashSet<uint>> KnownUidsAsync(string mailbox, uint uidValidity, uint from, uint to, CancellationToken cancellationToken) =>
        store.KnownUidsAsync(mailbox, uidValidity, from, to, cancellationToken);

    /// <inheritdoc/>
    public Task<RequestDocument?> FindRequestAsync(RequestId id, CancellationToken cancellationToken) => store.FindRequestAsync(id, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<RequestDocument>> FindRequestsByReferenceAsync(RequestReference reference, CancellationToken cancellationToken) =>
        store.FindRequestsByReferenceAsync(reference, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<RequestDocument>> ListRequestsAsync(string after, int take, CancellationToken cancellationToken) => store.ListRequestsAsync(after, take, cancellationToken);

    /// <inheritdoc/>
    public Task<Conversation?> FindConversationAsync(ConversationId id, CancellationToken cancellationToken) => store.FindConversationAsync(id, cancellationToken);

    /// <inheritdoc/>
    public Task<Conversation?> FindConversationByInboundIdAsync(string messageIdHash, CancellationToken cancellationToken) =>
        store.FindConversationByInboundIdAsync(messageIdHash, cancellationToken);

    /// <inheritdoc/>
    public Task<OutboxRow?> FindOutboxAsync(string key, CancellationToken cancellationToken) => store.FindOutboxAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<OutboxRow>> ListDueOutboxAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) => store.ListDueOutboxAsync(now, take, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<OutboxRow>> ListOutboxOfAsync(ConversationId conversation, CancellationToken cancellationToken) => store.ListOutboxOfAsync(conversation, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<OutboxRow>> ListOutboxAsync(string after, int take, CancellationToken cancellationToken) => store.ListOutboxAsync(after, take, cancellationToken);

    /// <inheritdoc/>
    public Task<TextRow?> FindTextAsync(string key, CancellationToken cancellationToken) => store.FindTextAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<TextRow>> ListTextsAsync(string after, int take, CancellationToken cancellationToken) => store.ListTextsAsync(after, take, cancellationToken);

    /// <inheritdoc/>
    public Task<ErasedText?> FindErasedTextAsync(string key, CancellationToken cancellationToken) => store.FindErasedTextAsync(key, cancellationToken);

    /// <inheritdoc/>
    public Task<MailboxRow?> FindMailboxAsync(string id, CancellationToken cancellationToken) => store.FindMailboxAsync(id, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        closed();
    }
}
