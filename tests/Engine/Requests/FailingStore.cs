using System.Collections.Immutable;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>A store that cannot be used for a while, or cannot give one request.</summary>
internal sealed class FailingStore(IStore real) : IStore
{
    public bool Fails { get; set; }

    public RequestId? FailsOn { get; set; }

    /// <summary>The text that was erased.</summary>
    public string? ErasedKey { get; set; }

    /// <summary>The next unit that ends a message is written, and the answer about it is lost.</summary>
    public bool FailsAfterCommit { get; set; }

    /// <summary>Runs before a unit is written, with the store itself.</summary>
    public Func<StoreUnit, IStore, Task>? BeforeCommit { get; set; }

    public StoreHealth Health => real.Health;

    public async Task<CommitResult> CommitAsync(StoreUnit unit, CancellationToken cancellationToken)
    {
        if (Fails) throw new StoreUnavailableException("The disk is full.");
        if (BeforeCommit is { } before) await before(unit, real);
        var result = await real.CommitAsync(unit, cancellationToken);
        if (!FailsAfterCommit || unit.Requests.IsEmpty) return result;
        FailsAfterCommit = false;
        return CommitResult.Conflict;
    }

    public Task<RequestDocument?> FindRequestAsync(RequestId id, CancellationToken cancellationToken) => FailsOn == id
        ? throw new InvalidOperationException("This row is damaged.")
        : real.FindRequestAsync(id, cancellationToken);

    public Task<IntakeRow?> FindIntakeAsync(IntakeKey key, CancellationToken cancellationToken) => real.FindIntakeAsync(key, cancellationToken);

    public Task<IntakeRow?> FindIntakeByContentAsync(string contentHash, string mailbox, CancellationToken cancellationToken) => real.FindIntakeByContentAsync(contentHash, mailbox, cancellationToken);

    public Task<ImmutableArray<IntakeRow>> ListIntakeAsync(string after, int take, CancellationToken cancellationToken) => real.ListIntakeAsync(after, take, cancellationToken);

    public Task<ImmutableArray<IntakeRow>> ListWaitingIntakeAsync(string after, int take, CancellationToken cancellationToken) => real.ListWaitingIntakeAsync(after, take, cancellationToken);

    public Task<ImmutableHashSet<uint>> KnownUidsAsync(string mailbox, uint uidValidity, uint from, uint to, CancellationToken cancellationToken) => real.KnownUidsAsync(mailbox, uidValidity, from, to, cancellationToken);

    public Task<ImmutableArray<RequestDocument>> FindRequestsByReferenceAsync(RequestReference reference, CancellationToken cancellationToken) => real.FindRequestsByReferenceAsync(reference, cancellationToken);

    public Task<ImmutableArray<RequestDocument>> ListRequestsAsync(string after, int take, CancellationToken cancellationToken) => real.ListRequestsAsync(after, take, cancellationToken);

    public Task<Conversation?> FindConversationAsync(ConversationId id, CancellationToken cancellationToken) => real.FindConversationAsync(id, cancellationToken);

    public Task<Conversation?> FindConversationByInboundIdAsync(string messageIdHash, CancellationToken cancellationToken) => real.FindConversationByInboundIdAsync(messageIdHash, cancellationToken);

    public Task<OutboxRow?> FindOutboxAsync(string key, CancellationToken cancellationToken) => real.FindOutboxAsync(key, cancellationToken);

    public Task<ImmutableArray<OutboxRow>> ListDueOutboxAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) => real.ListDueOutboxAsync(now, take, cancellationToken);

    public Task<ImmutableArray<OutboxRow>> ListOutboxOfAsync(ConversationId conversation, CancellationToken cancellationToken) => real.ListOutboxOfAsync(conversation, cancellationToken);

    public Task<ImmutableArray<OutboxRow>> ListOutboxAsync(string after, int take, CancellationToken cancellationToken) => real.ListOutboxAsync(after, take, cancellationToken);

    public Task<TextRow?> FindTextAsync(string key, CancellationToken cancellationToken) =>
        key == ErasedKey ? Task.FromResult<TextRow?>(null) : real.FindTextAsync(key, cancellationToken);

    public Task<ImmutableArray<TextRow>> ListTextsAsync(string after, int take, CancellationToken cancellationToken) => real.ListTextsAsync(after, take, cancellationToken);

    public Task<ErasedText?> FindErasedTextAsync(string key, CancellationToken cancellationToken) => real.FindErasedTextAsync(key, cancellationToken);

    public Task<MailboxRow?> FindMailboxAsync(string id, CancellationToken cancellationToken) => real.FindMailboxAsync(id, cancellationToken);

    public ValueTask DisposeAsync() => real.DisposeAsync();
}
