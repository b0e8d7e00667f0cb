using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// The one thread that writes: LiteDB's transactions belong to a thread, and two writers break its free-page list. All units that wait are
/// one transaction and one barrier.
/// </summary>
internal sealed partial class Writer
{
    private const int GroupSize = 64;
    private const int Waiting = 1_024;
    private const int Attempts = 3;
    private readonly Channel<Pending[]> _queue = Channel.CreateBounded<Pending[]>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private readonly Session _session;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Action<string> _reached;
    private readonly Thread _thread;
    private long _group;
    private int _failures;
    private volatile bool _suspect;
    private volatile bool _refused;
    private volatile string? _broken;

    public Writer(Session session, TimeProvider clock, ILogger log, Action<string>? reached)
    {
        (_session, _clock, _log, _reached) = (session, clock, log, reached ?? (static _ => { }));
        _group = session.File.LastGroup;
        _thread = new Thread(Run) { Name = "LiteDB writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>How long the barriers take.</summary>
    public BarrierTimes Times { get; } = new();

    /// <summary>The last unit was not refused by the file.</summary>
    public bool Healthy => _broken is null && !_refused;

    /// <summary>Why the store was given up; null while it works.</summary>
    public string? Broken => _broken;

    /// <summary>Waits until a unit is durable.</summary>
    public Task<CommitResult> CommitAsync(PreparedUnit unit, CancellationToken cancellationToken) => QueueAsync(new Pending(unit, cancellationToken), cancellationToken);

    /// <summary>Begins units that are written with one barrier, as far as none of them fails.</summary>
    public IReadOnlyList<Task<CommitResult>> CommitTogether(IReadOnlyList<PreparedUnit> units, CancellationToken cancellationToken)
    {
        if (units.Count == 0) return [];
        Pending[] together = [.. units.Select(unit => new Pending(unit, cancellationToken))];
        var queued = QueueAsync(together, cancellationToken);
        return [.. together.Select(pending => DoneAsync(queued, pending, cancellationToken))];
    }

    /// <summary>Runs between two groups, with everything committed in the data file and nobody reading or writing.</summary>
    /// <exception cref="IOException">What the action throws of it; the store goes on.</exception>
    public Task AloneAsync(Action<StoreFile> action, CancellationToken cancellationToken) =>
        QueueAsync(new Pending(new PreparedUnit([]), cancellationToken) { Alone = action }, cancellationToken);

    private Task<CommitResult> QueueAsync(Pending pending, CancellationToken cancellationToken) =>
        DoneAsync(QueueAsync([pending], cancellationToken), pending, cancellationToken);

    private async Task QueueAsync(Pending[] together, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.Writer.WriteAsync(together, cancellationToken);
        }
        catch (ChannelClosedException cause)
        {
            throw new StoreUnavailableException("The store is being closed.", cause);
        }
    }

    private static async Task<CommitResult> DoneAsync(Task queued, Pending pending, CancellationToken cancellationToken)
    {
        await queued;
        return await pending.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>A reader met a failure of the file: it is opened again before the next unit.</summary>
    public void Suspect()
    {
        _suspect = true;
        _queue.Writer.TryWrite([new Pending(new PreparedUnit([]), CancellationToken.None)]);
    }

    /// <summary>Takes no more units and waits for those that are queued.</summary>
    /// <returns>Whether all were written in time.</returns>
    public bool Close(TimeSpan within)
    {
        _queue.Writer.TryComplete();
        return _thread.Join(within);
    }

    private void Run()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var group = new List<Pending>(GroupSize);
            Pending? alone = null;
            while (alone is null && group.Count < GroupSize && _queue.Reader.TryRead(out var together))
                foreach (var pending in together)
                    if (pending.Withdrawn()) continue;
                    else if (pending.Alone is null) group.Add(pending);
                    else alone = pending;
            if (_suspect && _broken is null && Recover()) _suspect = false;
            Process(group);
            if (alone is not null) RunAlone(alone);
        }
    }

    private void RunAlone(Pending pending)
    {
        Exception? fault = null;
        try
        {
            if (_broken is not null) throw new StoreUnavailableException(_broken);
            _session.Alone(() =>
            {
                _session.File.Barrier();
                try
                {
                    pending.Alone!(_session.File);
                }
                catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
                {
                    fault = cause; // Of where it writes to, not of the store's file.
                }
            });
        }
#pragma warning disable CA1031 // As below: the file is opened again, and the caller is told.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            fault = Failure.Of(cause);
            if (DiskFault.Is(cause)) GiveUp("The disk failed under the store");
            else if (_broken is null) Recover();
        }

        if (fault is null) pending.Done.TrySetResult(CommitResult.Committed);
        else pending.Done.TrySetException(fault);
    }

    private void Process(List<Pending> group)
    {
        if (group.Count == 0) return;
        var attempt = new Attempt(group, _group + 1);
        try
        {
            if (_broken is not null) throw new StoreUnavailableException(_broken);
            Try(attempt);
            _failures = 0;
            _refused = false;
            attempt.Complete();
            return;
        }
        catch (StoreUnavailableException cause)
        {
            attempt.Fail(cause);
            return;
        }
        catch (RowDamagedException cause)
        {
            _session.Hold(static file => file.Rollback());
            Log.Damaged(_log, cause.Message);
            if (group.Count == 1)
            {
                attempt.Fail(cause.ForCaller());
                return;
            }
        }
#pragma warning disable CA1031 // LiteDB throws what it likes; whatever it is, the file is opened again and asked what it holds.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            Log.Failed(_log, attempt.Stage, Failure.Describe(cause));
            if (DiskFault.Is(cause))
            {
                // A second fsync would say yes to pages that the kernel has dropped: nothing is asked of this file again.
                GiveUp("The disk failed under the store");
                attempt.Fail(new StoreUnavailableException(_broken!));
                return;
            }

            if (Recovered(attempt, cause))
            {
                attempt.Complete();
                return;
            }

            if (group.Count == 1 && group[0].TriedAlone())
            {
                _refused = true;
                attempt.Fail(Failure.Of(cause));
                return;
            }
        }

        foreach (var pending in group) Process([pending]);
    }

    private void Try(Attempt attempt) => _session.Hold(file =>
    {
        file.Begin();
        var writer = new GroupWriter(file);
        attempt.Check(writer);
        if (!writer.HasWrites)
        {
            file.Rollback();
            return;
        }

        writer.Write();
        file.Mark(attempt.Number, writer.Added);
        _reached("store.written");
        _session.Alone(() =>
        {
            var started = _clock.GetTimestamp();
            attempt.Stage = Stage.Committing;
            file.Commit();
            _reached("store.committed");
            attempt.Stage = Stage.AtBarrier;
            file.Barrier();
            Times.Add(_clock.GetElapsedTime(started));
        });
        _group = attempt.Number;
        _reached("store.barrier");
    });

    /// <summary>Opens the file again after a failure.</summary>
    /// <returns>Whether the attempt turned out to be stored: an exception may follow a commit that succeeded.</returns>
    private bool Recovered(Attempt attempt, Exception cause)
    {
        // What fails before the commit is the fault of a unit as long as the file opens again. A full disk is no fault of the store, and gets room again.
        if (attempt.Stage is not Stage.Writing && !DiskFault.IsFull(cause) && ++_failures >= Attempts)
        {
            GiveUp();
            return false;
        }

        return Recover() && _group == attempt.Number;
    }

    private bool Recover()
    {
        for (var n = 1; n <= Attempts; n++)
            try
            {
                _session.Reopen();
                _session.Hold(file =>
                {
                    _group = file.LastGroup;
                    foreach (var damaged in file.DamagedTail()) Log.Damaged(_log, damaged);
                });
                Log.Reopened(_log, _group);
                return true;
            }
#pragma warning disable CA1031 // As above: it is tried again, and then given up.
            catch (Exception cause)
#pragma warning restore CA1031
            {
                Log.NotReopened(_log, n, Failure.Describe(cause));
                if (DiskFault.IsFull(cause))
                {
                    // Closed until the next unit or reader has it tried again.
                    _suspect = _refused = true;
                    return false;
                }

                if (DiskFault.Is(cause)) break;
            }

        GiveUp();
        return false;
    }

    private void GiveUp(string why = "The store failed three times in a row")
    {
        _broken = $"{why} and takes nothing more: look at the disk and the log, then start again.";
        _session.Close();
        Log.GivenUp(_log);
    }

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Error, "The store failed while {Stage}: {Cause}. It is opened again.")]
        public static partial void Failed(ILogger logger, Stage stage, string cause);

        [LoggerMessage(6002, LogLevel.Error, "{Damage}")]
        public static partial void Damaged(ILogger logger, string damage);

        [LoggerMessage(6003, LogLevel.Warning, "The store is open again, at group {Group}.")]
        public static partial void Reopened(ILogger logger, long group);

        [LoggerMessage(6004, LogLevel.Error, "The store cannot be opened again, attempt {Attempt}: {Cause}.")]
        public static partial void NotReopened(ILogger logger, int attempt, string cause);

        [LoggerMessage(6005, LogLevel.Critical, "The store is given up: it takes and shows nothing more until the next start.")]
        public static partial void GivenUp(ILogger logger);
    }
}
