using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Projections;

/// <summary>
/// What lists and pages read: filled after each commit, rebuilt at start. Holds rows and journals, no text. Counts cover everything; the
/// details of the newest messages only.
/// </summary>
/// <param name="keepNewest">How many messages are held with their details.</param>
/// <param name="timetable">Is told of every request; null for none.</param>
/// <param name="changed">Is told of every request, for cards; null for none.</param>
/// <param name="plans">Is told of every request whose plan may have to go on; null for none.</param>
/// <param name="owners">Is told of every request, for what is read by customer; null for none.</param>
public sealed class Board(int keepNewest = 2_000, Timetable? timetable = null, ChangedRequests? changed = null, PlanTimetable? plans = null, CustomerRequests? owners = null) : IDisposable
{
    private const int MostDigests = 100;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OutboxRow> _digests = new(StringComparer.Ordinal);

    // Of every message ever kept: by eight bytes of a hash, since the keys alone would take five times the memory.
    private readonly Dictionary<ulong, LedgerEnd?> _ends = [];
    private readonly int[] _ended = new int[Enum.GetValues<LedgerEnd>().Length];
    private readonly Dictionary<string, BoardEntry> _entries = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset KeptAt, string Key)> _newest = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Raised when a request was made or changed, for the one worker that follows them.</summary>
    public Signal RequestChanged { get; } = new();

    /// <summary>Raised by one at each change.</summary>
    public long Revision { get; private set; }

    /// <summary>Completes at the next change.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate) return _changed.Task;
        }
    }

    /// <summary>Reads the whole store, page by page; requests beside all others, since reading takes the processor rather than the disk.</summary>
    /// <param name="store">The durable memory.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="effect">Is told of every effect, one at a time; null for nobody.</param>
    public async Task RebuildAsync(IStore store, CancellationToken cancellationToken, Action<OutboxRow>? effect = null)
    {
        await Task.WhenAll(
            Task.Run(() => RequestsAsync(store, cancellationToken), cancellationToken),
            Task.Run(() => MessagesAsync(store, effect, cancellationToken), cancellationToken));

        // A request that was read before its message found no entry to stand in.
        foreach (var id in Newest(keepNewest).SelectMany(entry => entry.Row.Requests).Distinct())
            if (await store.FindRequestAsync(id, cancellationToken) is { } document) Apply(document);
    }

    /// <summary>A message was kept, begun or ended.</summary>
    public void Apply(IntakeRow row) => Change(() => Set(row));

    /// <summary>A request was made or changed.</summary>
    public void Apply(RequestDocument document) => Change(() => Set(document));

    /// <summary>An effect was decided or performed.</summary>
    public void Apply(OutboxRow row) => Change(() => Set(row));

    /// <summary>All rows of a committed unit at once: nobody sees a message that has ended without what came of it.</summary>
    public void Apply(StoreUnit unit) => Change(() =>
    {
        foreach (var row in unit.NewIntake.Concat(unit.Intake)) Set(row);
        foreach (var document in unit.Requests) Set(document);
        foreach (var row in unit.NewOutbox.Concat(unit.Outbox)) Set(row);
    });

    /// <inheritdoc/>
    public void Dispose() => RequestChanged.Dispose();

    /// <summary>Something beside messages and requests is new to whoever follows.</summary>
    public void Announce() => Change(() => { });

    /// <summary>The newest messages, newest first.</summary>
    public ImmutableArray<BoardEntry> Newest(int take)
    {
        lock (_gate) return [.. _newest.Reverse().Take(take).Select(item => _entries[item.Key])];
    }

    /// <summary>One message; null when it is not among the newest.</summary>
    public BoardEntry? Find(IntakeKey key)
    {
        lock (_gate) return EntryOf(key);
    }

    /// <summary>Weekly digests that are held or were not delivered, newest first.</summary>
    public ImmutableArray<OutboxRow> Digests()
    {
        lock (_gate) return [.. _digests.Values.OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Key, StringComparer.Ordinal).Take(MostDigests)];
    }

    /// <summary>How many messages ended how.</summary>
    public LedgerCounts Counts()
    {
        lock (_gate)
        {
            int Of(LedgerEnd end) => _ended[(int)end];
            return new LedgerCounts(
                _ends.Count, _ends.Count - _ended.Sum(), Of(LedgerEnd.Requests), Of(LedgerEnd.FollowUp), Of(LedgerEnd.Refused), Of(LedgerEnd.Ignored),
                Of(LedgerEnd.Quarantined));
        }
    }

    private async Task RequestsAsync(IStore store, CancellationToken cancellationToken)
    {
        await foreach (var document in store.AllRequestsAsync(cancellationToken)) Apply(document);
    }

    private async Task MessagesAsync(IStore store, Action<OutboxRow>? effect, CancellationToken cancellationToken)
    {
        await foreach (var row in store.AllIntakeAsync(cancellationToken)) Apply(row);
        await foreach (var row in store.AllOutboxAsync(cancellationToken))
        {
            Apply(row);
            effect?.Invoke(row);
        }
    }

    private void Set(IntakeRow row)
    {
        // The door and the worker tell of the same row from two threads: the newer version stays.
        if (EntryOf(row.Key) is { } shown && shown.Row.Version > row.Version) return;
        var mark = MarkOf(row.Key);
        if (_ends.TryGetValue(mark, out var ended) && ended is { } before) _ended[(int)before]--;
        if (row.End is { } now) _ended[(int)now]++;
        _ends[mark] = row.End;
        _entries[row.Key.Value] = EntryOf(row.Key) is { } known ? known with { Row = row } : new BoardEntry(row, [], []);
        _newest.Add((row.KeptAt, row.Key.Value));
        if (_newest.Count <= keepNewest) return;
        _entries.Remove(_newest.Min.Key);
        _newest.Remove(_newest.Min);
    }

    private void Set(RequestDocument document)
    {
        timetable?.Set(document);
        plans?.Set(document);
        owners?.Set(document);
        changed?.Add(document.Id);
        RequestChanged.Raise();
        foreach (var key in document.State.FollowUps.Prepend(document.State.Intake))
            if (EntryOf(key) is { } entry && !entry.Requests.Any(d => d.Id == document.Id && d.Version > document.Version))
                _entries[key.Value] = entry with { Requests = [.. entry.Requests.Where(d => d.Id != document.Id), document] };
    }

    private void Set(OutboxRow row)
    {
        if (row.Effect.Intake.IsDigest)
        {
            if (row.State is OutboxState.Held or OutboxState.Failed) _digests[row.Key] = row;
            else _digests.Remove(row.Key);
            return;
        }

        if (EntryOf(row.Effect.Intake) is { } entry && !entry.Outbox.Any(o => o.Key == row.Key && o.Version > row.Version))
            _entries[row.Effect.Intake.Value] = entry with { Outbox = [.. entry.Outbox.Where(o => o.Key != row.Key), row] };
    }

    private static ulong MarkOf(IntakeKey key) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key.Value)));

    private BoardEntry? EntryOf(IntakeKey key) => _entries.GetValueOrDefault(key.Value);

    private void Change(Action apply)
    {
        TaskCompletionSource before;
        lock (_gate)
        {
            apply();
            Revision++;
            before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.TrySetResult();
    }
}

/// <summary>One message with what came of it.</summary>
/// <param name="Row">The message.</param>
/// <param name="Requests">The requests that it made or followed up.</param>
/// <param name="Outbox">The effects that it caused.</param>
public sealed record BoardEntry(IntakeRow Row, ImmutableArray<RequestDocument> Requests, ImmutableArray<OutboxRow> Outbox);

/// <summary>How many messages ended how; <paramref name="Seen"/> is the sum of all others.</summary>
/// <param name="Seen">All messages.</param>
/// <param name="Waiting">Not ended yet.</param>
/// <param name="Requests">Made requests.</param>
/// <param name="FollowUps">Spoke of known requests.</param>
/// <param name="Refused">Nobody we know.</param>
/// <param name="Ignored">Automatic, list, duplicate or no request.</param>
/// <param name="Quarantined">Could not be read.</param>
public sealed record LedgerCounts(int Seen, int Waiting, int Requests, int FollowUps, int Refused, int Ignored, int Quarantined);
