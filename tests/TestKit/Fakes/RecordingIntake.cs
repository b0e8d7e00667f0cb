using System.Collections.Immutable;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.TestKit.Fakes;

/// <summary>
/// An intake in memory that keeps the port's rules and holds its caller to them: it throws on a batch that is empty or too long, on UIDs that it
/// was not asked about or has, on an unsorted search, on mails for a folder that was not opened. It outlives watchers, as a store does.
/// </summary>
public sealed class RecordingIntake : IMailIntake
{
    private const int LongestBatch = 64;
    private readonly Lock _gate = new();
    private readonly Dictionary<(uint Validity, uint Uid), RawMail> _rows = [];
    private readonly Dictionary<uint, uint> _cursors = [];
    private readonly HashSet<(uint Validity, uint Uid)> _asked = [];
    private ImmutableArray<RawMail> _kept = [];
    private DateTimeOffset? _since;
    private string? _holder;
    private long _fence;
    private TaskCompletionSource _changed = New();

    /// <summary>Where a mailbox never seen starts; null for its UIDNEXT, else mails from this instant on.</summary>
    public DateTimeOffset? StartFrom { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>For how long a lease is given.</summary>
    public TimeSpan LeaseLength { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Runs before a batch is kept; may look at the server, or throw as a store does that is full.</summary>
    public Func<ImmutableArray<RawMail>, Task>? BeforeKeep { get; set; }

    /// <summary>Runs after a batch was kept and before the watcher hears of it; throws to imitate a crash in that instant.</summary>
    public Func<ImmutableArray<RawMail>, Task>? AfterKeep { get; set; }

    /// <summary>Runs when the missing UIDs are known and before the watcher hears of them.</summary>
    public Func<ImmutableArray<uint>, Task>? BeforeMissing { get; set; }

    /// <summary>Everything kept, in order.</summary>
    public ImmutableArray<RawMail> Kept
    {
        get
        {
            lock (_gate) return _kept;
        }
    }

    /// <summary>How often the whole folder was looked at.</summary>
    public int Looks { get; private set; }

    public Task<MailboxLease?> LeaseAsync(MailboxIdentity mailbox, string holder, long fence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (fence == 0 ? _holder is not null && _holder != holder : fence != _fence) return Task.FromResult<MailboxLease?>(null);
            if (fence == 0) (_holder, _fence) = (holder, _fence + 1);
            return Task.FromResult<MailboxLease?>(new MailboxLease(_fence, LeaseLength));
        }
    }

    public Task ReleaseAsync(MailboxIdentity mailbox, long fence, CancellationToken cancellationToken)
    {
        lock (_gate)
            if (fence == _fence) _holder = null;
        return Task.CompletedTask;
    }

    /// <summary>Somebody else takes the mailbox, as one may whose own lease has ended.</summary>
    public void TakeAway()
    {
        lock (_gate) (_holder, _fence) = ("somebody else", _fence + 1);
    }

    public Task<MailboxPosition> OpenAsync(MailboxIdentity mailbox, uint uidValidity, uint uidNext, long fence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Require(fence);
            if (!_cursors.TryGetValue(uidValidity, out var cursor))
            {
                if (_cursors.Count == 0) _since = StartFrom;
                _cursors[uidValidity] = cursor = _cursors.Count == 0 && StartFrom is null ? uidNext - 1 : 0;
            }
            return Task.FromResult(new MailboxPosition(cursor, _since));
        }
    }

    public async Task<ImmutableArray<uint>> MissingAsync(
        MailboxIdentity mailbox, uint uidValidity, ImmutableArray<uint> present, long fence, CancellationToken cancellationToken)
    {
        ImmutableArray<uint> missing;
        lock (_gate)
        {
            Require(fence);
            var cursor = _cursors[uidValidity];
            if (!present.Order().Distinct().SequenceEqual(present)) throw new ArgumentException("Not ascending.", nameof(present));
            if (present.Any(u => u <= cursor)) throw new ArgumentException("At or below the cursor.", nameof(present));
            missing = [.. present.Where(u => !_rows.ContainsKey((uidValidity, u)))];
            foreach (var uid in missing) _asked.Add((uidValidity, uid));
            // Whatever is not present is expunged; the first one without a row holds the cursor.
            if (present.Length > 0) _cursors[uidValidity] = missing.IsEmpty ? present[^1] : missing[0] - 1;
            Looks++;
        }
        if (BeforeMissing is { } hook) await hook(missing);
        Changed();
        return missing;
    }

    public async Task KeepAsync(ImmutableArray<RawMail> mails, long fence, CancellationToken cancellationToken)
    {
        if (BeforeKeep is { } before) await before(mails);
        lock (_gate)
        {
            Require(fence);
            if (mails.Length is 0 or > LongestBatch) throw new ArgumentException("Empty or too long.", nameof(mails));
            foreach (var mail in mails)
            {
                if (!_asked.Contains((mail.UidValidity, mail.Uid))) throw new ArgumentException("Not asked for.", nameof(mails));
                if (!_rows.TryAdd((mail.UidValidity, mail.Uid), mail)) throw new ArgumentException("Kept twice.", nameof(mails));
            }
            _kept = _kept.AddRange(mails);
        }
        if (AfterKeep is { } after) await after(mails);
        Changed();
    }

    /// <summary>Waits until as many mails are kept, and gives all of them.</summary>
    public async Task<ImmutableArray<RawMail>> WaitForKeptAsync(int count, TimeSpan? limit = null)
    {
        await WaitAsync(() => _kept.Length >= count, limit);
        return Kept;
    }

    /// <summary>Waits until the folder was looked at as many times more.</summary>
    public Task WaitForLooksAsync(int more = 1)
    {
        var start = Looks;
        return WaitAsync(() => Looks >= start + more, null);
    }

    private void Require(long fence)
    {
        if (fence != _fence) throw new StaleLeaseException();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WaitAsync(Func<bool> condition, TimeSpan? limit)
    {
        var end = Task.Delay(limit ?? Deadline.Default, TimeProvider.System);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (condition()) return;
                changed = _changed.Task;
            }
            if (await Task.WhenAny(changed, end) == end)
                throw new TimeoutException($"In vain: {Kept.Length} mails kept, {Looks} looks.");
        }
    }

    private void Changed()
    {
        lock (_gate)
        {
            _changed.TrySetResult();
            _changed = New();
        }
    }
}
