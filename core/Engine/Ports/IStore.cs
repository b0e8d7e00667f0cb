using System.Collections.Immutable;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Ports;

/// <summary>The durable memory. Both implementations pass one compliance suite. A page holds at most 100 rows.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>
    /// Writes a unit whole or not at all, and returns after the barrier: what it returned as committed survives a killed process.
    /// Safe to repeat: a unit already written gives <see cref="CommitResult.Conflict"/> or changes nothing.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Nothing is known of the unit; read before trying again.</exception>
    Task<CommitResult> CommitAsync(StoreUnit unit, CancellationToken cancellationToken);

    /// <summary>
    /// Begins units that do not depend on one another, so that they wait for one barrier where the store can do that. Each task is that of one unit,
    /// in the same order, and ends as <see cref="CommitAsync(StoreUnit, CancellationToken)"/> of it alone would: none fails for another's sake.
    /// </summary>
    IReadOnlyList<Task<CommitResult>> CommitTogether(IReadOnlyList<StoreUnit> units, CancellationToken cancellationToken) =>
        [.. units.Select(unit => CommitAsync(unit, cancellationToken))];

    /// <summary>A message by key; null when never seen.</summary>
    Task<IntakeRow?> FindIntakeAsync(IntakeKey key, CancellationToken cancellationToken);

    /// <summary>The oldest message with that content in that mailbox; null when there is none.</summary>
    Task<IntakeRow?> FindIntakeByContentAsync(string contentHash, string mailbox, CancellationToken cancellationToken);

    /// <summary>The oldest message with a kept message's content in its mailbox; null when that is the message itself, as it nearly always is.</summary>
    async Task<IntakeRow?> FindRepeatedAsync(IntakeRow row, CancellationToken cancellationToken) =>
        await FindIntakeByContentAsync(row.ContentHash, row.Mailbox, cancellationToken) is { } oldest && oldest.Key != row.Key ? oldest : null;

    /// <summary>Messages in the order of their keys, after a key (empty: from the start).</summary>
    Task<ImmutableArray<IntakeRow>> ListIntakeAsync(string after, int take, CancellationToken cancellationToken);

    /// <summary>Messages that have not ended, in the order of their keys, after a key.</summary>
    Task<ImmutableArray<IntakeRow>> ListWaitingIntakeAsync(string after, int take, CancellationToken cancellationToken);

    /// <summary>Of the UIDs of a mailbox, those that have a row. <paramref name="from"/> and <paramref name="to"/> are inclusive; at most 1,000 apart.</summary>
    Task<ImmutableHashSet<uint>> KnownUidsAsync(string mailbox, uint uidValidity, uint from, uint to, CancellationToken cancellationToken);

    /// <summary>A request by id; null when there is none.</summary>
    Task<RequestDocument?> FindRequestAsync(RequestId id, CancellationToken cancellationToken);

    /// <summary>The requests of that reference; almost always none or one.</summary>
    Task<ImmutableArray<RequestDocument>> FindRequestsByReferenceAsync(RequestReference reference, CancellationToken cancellationToken);

    /// <summary>Requests in the order of their ids, after an id (empty: from the start).</summary>
    Task<ImmutableArray<RequestDocument>> ListRequestsAsync(string after, int take, CancellationToken cancellationToken);

    /// <summary>A conversation by id; null when there is none.</summary>
    Task<Conversation?> FindConversationAsync(ConversationId id, CancellationToken cancellationToken);

    /// <summary>The newest conversation that holds an inbound Message-ID with that hash; null when there is none.</summary>
    Task<Conversation?> FindConversationByInboundIdAsync(string messageIdHash, CancellationToken cancellationToken);

    /// <summary>An effect by key; null when there is none.</summary>
    Task<OutboxRow?> FindOutboxAsync(string key, CancellationToken cancellationToken);

    /// <summary>Waiting effects whose time has come, soonest first.</summary>
    Task<ImmutableArray<OutboxRow>> ListDueOutboxAsync(DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>The effects of a conversation, in order.</summary>
    Task<ImmutableArray<OutboxRow>> ListOutboxOfAsync(ConversationId conversation, CancellationToken cancellationToken);

    /// <summary>Effects in the order of their keys, after a key (empty: from the start).</summary>
    Task<ImmutableArray<OutboxRow>> ListOutboxAsync(string after, int take, CancellationToken cancellationToken);

    /// <summary>A text by key; null when there is none, or it was erased.</summary>
    Task<TextRow?> FindTextAsync(string key, CancellationToken cancellationToken);

    /// <summary>Texts in the order of their keys, after a key (empty: from the start).</summary>
    Task<ImmutableArray<TextRow>> ListTextsAsync(string after, int take, CancellationToken cancellationToken);

    /// <summary>When and under which erasure the text of a key was erased; null when it never was.</summary>
    Task<ErasedText?> FindErasedTextAsync(string key, CancellationToken cancellationToken);

    /// <summary>A mailbox; null when never seen.</summary>
    Task<MailboxRow?> FindMailboxAsync(string id, CancellationToken cancellationToken);

    /// <summary>Facts for health pages.</summary>
    StoreHealth Health { get; }
}

/// <summary>What belongs together is written together. New rows whose key exists are left as they are; changed rows must follow the stored version by one.</summary>
public sealed record StoreUnit
{
    /// <summary>New messages.</summary>
    public ImmutableArray<IntakeRow> NewIntake { get; init; } = [];

    /// <summary>Changed messages.</summary>
    public ImmutableArray<IntakeRow> Intake { get; init; } = [];

    /// <summary>New (version 1) and changed requests.</summary>
    public ImmutableArray<RequestDocument> Requests { get; init; } = [];

    /// <summary>New (version 1) and changed conversations.</summary>
    public ImmutableArray<Conversation> Conversations { get; init; } = [];

    /// <summary>New effects.</summary>
    public ImmutableArray<OutboxRow> NewOutbox { get; init; } = [];

    /// <summary>Changed effects.</summary>
    public ImmutableArray<OutboxRow> Outbox { get; init; } = [];

    /// <summary>Texts, written over what was there.</summary>
    public ImmutableArray<TextRow> Texts { get; init; } = [];

    /// <summary>
    /// Texts that go for good: nothing of their bytes stays in the store's files, and what is said here stays in their place. A key without a text is left
    /// alone; a text may be written anew under it.
    /// </summary>
    public ImmutableArray<ErasedText> ErasedTexts { get; init; } = [];

    /// <summary>New (version 1) and changed mailboxes.</summary>
    public ImmutableArray<MailboxRow> Mailboxes { get; init; } = [];

    /// <summary>Conditions: where one does not hold, nothing is written (<see cref="CommitResult.Conflict"/>).</summary>
    public ImmutableArray<Fence> Fences { get; init; } = [];
}

/// <summary>What came of a unit.</summary>
public enum CommitResult
{
    /// <summary>Durable.</summary>
    Committed,

    /// <summary>A version did not follow the stored one, a version 1 exists already, or a lease has gone: nothing was written. Read again and decide again.</summary>
    Conflict,
}

/// <summary>Facts about a store for operators; no customer data.</summary>
/// <param name="Name">Which store, with its version.</param>
/// <param name="Healthy">It takes writes.</param>
/// <param name="BarrierP99">99th percentile of the last barriers; zero before the first.</param>
/// <param name="LogBytes">Size of the write-ahead log.</param>
public sealed record StoreHealth(string Name, bool Healthy, TimeSpan BarrierP99, long LogBytes);

/// <summary>The store cannot be used: another process holds it, the disk is full, or I/O failed. The message says what to do and quotes no data.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>With a message for the operator.</summary>
    public StoreUnavailableException(string message) : base(message) { }

    /// <summary>With a message for the operator and the cause.</summary>
    public StoreUnavailableException(string message, Exception cause) : base(message, cause) { }

    /// <summary>Without a message.</summary>
    public StoreUnavailableException() { }

    /// <summary>Another process uses the store, and nothing is wrong with it.</summary>
    public bool HeldByAnother { get; init; }

    /// <summary>What the files hold cannot be read as it was written: no new attempt helps, a person restores or rebuilds (RELIABILITY F81).</summary>
    public bool Damaged { get; init; }
}
