using System.Collections.Immutable;
using LiteDB;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// The store in one LiteDB file, for one process. Safe against the death of the process; after a power cut, intake is rebuilt from the spool.
/// Reads run on the caller's thread and wait for one another and for a group that is being written.
/// </summary>
public sealed partial class LiteDbStore : IStore
{
    private const int Page = 100;
    private const uint MaxUidRange = 1_000;
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(10);
    private static readonly string Product = $"LiteDB {typeof(LiteDatabase).Assembly.GetName().Version?.ToString(3)}";
    private readonly FileStream _lock;
    private readonly string _path;
    private readonly FileInfo _logFile;
    private readonly Session _session;
    private readonly Writer _writer;
    private int _disposed;

    private LiteDbStore(FileStream @lock, LiteDbOptions options, TimeProvider clock, ILogger log)
    {
        (_lock, _path) = (@lock, options.Path);
        _logFile = new FileInfo(StoreFile.LogPath(options.Path));
        _session = new Session(options);
        foreach (var damage in _session.File.DamagedTail()) Log.Damaged(log, damage);
        _writer = new Writer(_session, clock, log, options.Reached);
    }

    /// <inheritdoc/>
    public StoreHealth Health
    {
        get
        {
            _logFile.Refresh();
            return new StoreHealth(
                Product, _writer.Healthy && _disposed == 0, _writer.Times.P99(), _logFile.Exists ? _logFile.Length : 0);
        }
    }

    /// <summary>Opens or creates a store and takes its lock for the life of the object.</summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="clock">Times the barriers.</param>
    /// <param name="log">Failures and recoveries; no customer data. Null for none.</param>
    /// <exception cref="StoreUnavailableException">Another process holds it, or the file cannot be opened; the message says what to do.</exception>
    public static LiteDbStore Open(LiteDbOptions options, TimeProvider clock, ILogger<LiteDbStore>? log = null)
    {
        options = options with { Path = Path.GetFullPath(options.Path) };
        var @lock = StoreLock.Take(options.Path);
        try
        {
            return new LiteDbStore(@lock, options, clock, log ?? NullLogger<LiteDbStore>.Instance);
        }
        catch (Exception cause) when (cause is not StoreUnavailableException)
        {
            @lock.Dispose();
            throw new StoreUnavailableException(
                $"{options.Path} cannot be opened ({Failure.Describe(cause)}): check disk and rights; if it is damaged, restore a backup or rebuild from the spool.",
                cause)
            { Damaged = Failure.IsDamage(cause) };
        }
        catch
        {
            @lock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A key or row that the store cannot hold: nothing was written.</exception>
    public Task<CommitResult> CommitAsync(StoreUnit unit, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return _writer.CommitAsync(PreparedUnit.Of(unit), cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Task<CommitResult>> CommitTogether(IReadOnlyList<StoreUnit> units, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var prepared = new PreparedUnit?[units.Count];
        var refused = new ArgumentException?[units.Count];
        Parallel.For(0, units.Count, i =>
        {
            try
            {
                prepared[i] = PreparedUnit.Of(units[i]);
            }
            catch (ArgumentException cause)
            {
                refused[i] = cause;
            }
        });
        var begun = new Queue<Task<CommitResult>>(_writer.CommitTogether([.. prepared.OfType<PreparedUnit>()], cancellationToken));
        return [.. refused.Select(cause => cause is null ? begun.Dequeue() : Task.FromException<CommitResult>(cause))];
    }

    /// <inheritdoc/>
    public Task<IntakeRow?> FindIntakeAsync(IntakeKey key, CancellationToken cancellationToken) =>
        FindAsync(Tables.Intake, key.Value, cancellationToken);

    /// <inheritdoc/>
    public Task<IntakeRow?> FindIntakeByContentAsync(string contentHash, string mailbox, CancellationToken cancellationToken) => FindAllAsync(
        Tables.Intake, Term.Content(mailbox, contentHash), but: null,
        rows => rows.FirstOrDefault(row => row.ContentHash == contentHash && row.Mailbox == mailbox), cancellationToken);

    /// <inheritdoc/>
    public Task<IntakeRow?> FindRepeatedAsync(IntakeRow row, CancellationToken cancellationToken) => FindAllAsync(
        Tables.Intake, Term.Content(row.Mailbox, row.ContentHash), row.Key.Value,
        rows => rows.FirstOrDefault(found => found.ContentHash == row.ContentHash && found.Mailbox == row.Mailbox), cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<IntakeRow>> ListIntakeAsync(string after, int take, CancellationToken cancellationToken) =>
        ListAsync(Tables.Intake, ByKey, after, take, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<IntakeRow>> ListWaitingIntakeAsync(string after, int take, CancellationToken cancellationToken) =>
        ListAsync(Tables.Intake, StillWaiting, after, take, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">They are more than 1,000 apart.</exception>
    public Task<ImmutableHashSet<uint>> KnownUidsAsync(
        string mailbox, uint uidValidity, uint from, uint to, CancellationToken cancellationToken)
    {
        if (from > to) return Task.FromResult(ImmutableHashSet<uint>.Empty);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to - from, MaxUidRange, nameof(to));
        var (low, high) = (Tables.MailKey(mailbox, uidValidity, from), Tables.MailKey(mailbox, uidValidity, to));
        return ReadAsync(
            file => file[Tables.Intake].Query().Where(BsonExpression.Create("$._id BETWEEN @0 AND @1", low, high)).Select("$._id").ToDocuments()
                .Select(document => document[Checked.Id].AsString).ToList(),
            keys => keys

                // A mailbox whose own id looks like numbers may lie in between.
                .Where(key => key.Length == low.Length)
                .Select(key => uint.Parse(key.AsSpan(key.Length - 10), System.Globalization.CultureInfo.InvariantCulture))
                .ToImmutableHashSet(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RequestDocument?> FindRequestAsync(RequestId id, CancellationToken cancellationToken) =>
        FindAsync(Tables.Requests, id.Value, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<RequestDocument>> FindRequestsByReferenceAsync(
        RequestReference reference, CancellationToken cancellationToken) => FindAllAsync(
            Tables.Requests, Term.Reference(reference), but: null,
            rows => rows.Where(request => request.State.Reference == reference).OrderBy(request => request.Id.Value, StringComparer.Ordinal).ToImmutableArray(),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<RequestDocument>> ListRequestsAsync(string after, int take, CancellationToken cancellationToken) =>
        ListAsync(Tables.Requests, ByKey, after, take, cancellationToken);

    /// <inheritdoc/>
    public Task<Conversation?> FindConversationAsync(ConversationId id, CancellationToken cancellationToken) =>
        FindAsync(Tables.Conversations, id.Value, cancellationToken);

    /// <inheritdoc/>
    public Task<Conversation?> FindConversationByInboundIdAsync(string messageIdHash, CancellationToken cancellationToken) => FindAllAsync(
        Tables.Conversations, Term.Inbound(messageIdHash), but: null,
        rows => rows.FirstOrDefault(found => found.InboundIds.Contains(messageIdHash)), cancellationToken);

    /// <inheritdoc/>
    public Task<OutboxRow?> FindOutboxAsync(string key, CancellationToken cancellationToken) =>
        FindAsync(Tables.Outbox, key, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<OutboxRow>> ListDueOutboxAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) =>
        ListAsync(Tables.Outbox, UntilDue, Tables.Instant(now) + "}", take, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<OutboxRow>> ListOutboxAsync(string after, int take, CancellationToken cancellationToken) =>
        ListAsync(Tables.Outbox, ByKey, after, take, cancellationToken);

    /// <inheritdoc/>
    public async Task<ImmutableArray<OutboxRow>> ListOutboxOfAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<OutboxRow>();
        var (after, end) = (Tables.PlaceOf(conversation), Tables.PlaceOf(conversation) + "}");
        while (true)
        {
            var page = await ReadAsync(
                file => file.Page(Tables.Outbox, Page, ByPlace, after, end), static page => page, cancellationToken);
            var rows = page.Where(document => document[Tables.Place].AsString != after).ToList();
            all.AddRange(rows.Select(Tables.Outbox.Read));
            if (page.Count < Page) return all.DrainToImmutable();
            after = rows[^1][Tables.Place].AsString;
        }
    }

    /// <inheritdoc/>
    public Task<TextRow?> FindTextAsync(string key, CancellationToken cancellationToken) =>
        FindAsync(Tables.Texts, key, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<TextRow>> ListTextsAsync(string after, int take, CancellationToken cancellationToken) =>
        ListAsync(Tables.Texts, ByKey, after, take, cancellationToken);

    /// <inheritdoc/>
    public Task<ErasedText?> FindErasedTextAsync(string key, CancellationToken cancellationToken) =>
        FindAsync(Tables.Erased, key, cancellationToken);

    /// <inheritdoc/>
    public Task<MailboxRow?> FindMailboxAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(Tables.Mailboxes, id, cancellationToken);

    /// <summary>Writes what is queued, at most 10 seconds long, and frees the lock.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;

        // A writer that hangs in the kernel keeps file and lock; the end of the process frees them.
        if (!await Task.Run(() => _writer.Close(CloseWithin))) return;
        await Task.Run(_session.Close);
        await _lock.DisposeAsync();
    }
}
