using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Operations;

/// <summary>Messages that could not be read: which, why, and back into the queue once the cause is gone.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="spool">The raw messages.</param>
/// <param name="journal">Every replay is written down before it is done.</param>
/// <param name="board">Is told; null where no page is shown.</param>
/// <param name="arrived">Wakes the intake; null where none runs.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where replays are told.</param>
public sealed partial class QuarantineDesk(
    IStore store, MessageSpool spool, OperatorJournal journal, Board? board, Signal? arrived, TimeProvider clock, ILogger<QuarantineDesk> log)
{
    private const int ConflictRetries = 5;

    /// <summary>Nobody reads what is put back before the next start.</summary>
    public bool WaitsForStart => arrived is null;

    /// <summary>Every quarantined message, by key.</summary>
    public IAsyncEnumerable<IntakeRow> ListAsync(CancellationToken cancellationToken) =>
        store.AllIntakeAsync(cancellationToken).Where(row => row.End is LedgerEnd.Quarantined);

    /// <summary>A message, and what became of its raw bytes; null when never seen.</summary>
    public async Task<(IntakeRow Row, RawState Raw)?> FindAsync(IntakeKey key, CancellationToken cancellationToken) =>
        await store.FindIntakeAsync(key, cancellationToken) is { } row ? (row, StateOf(row)) : null;

    /// <summary>
    /// Puts a message back to be read as if for the first time, with all of its attempts. It counts as taken in now: what is older than a day is
    /// answered only once a technician says so.
    /// </summary>
    /// <param name="key">Which message.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Before it is written only.</param>
    public async Task<ReplayOutcome> ReplayAsync(IntakeKey key, string by, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < ConflictRetries; attempt++)
        {
            if (await store.FindIntakeAsync(key, cancellationToken) is not { } row) return ReplayOutcome.NoSuchMessage;
            if (row.End is not LedgerEnd.Quarantined) return ReplayOutcome.NotQuarantined;
            if (StateOf(row) is not RawState.Kept) return ReplayOutcome.RawGone;
            if (attempt == 0) journal.Append(by, "quarantine-replay", key.Value);
            var again = row with
            {
                Version = row.Version + 1,
                Attempts = 0,
                End = null,
                Reason = null,
                EndedAt = null,
                Requests = [],
                ReplayedAt = clock.GetUtcNow(),
            };
            if (await store.CommitAsync(new StoreUnit { Intake = [again] }, cancellationToken) is CommitResult.Conflict) continue;
            Log.Replayed(log, key.Value);
            board?.Apply(again);
            arrived?.Raise();
            return ReplayOutcome.Replayed;
        }

        return ReplayOutcome.Contended;
    }

    private RawState StateOf(IntakeRow row)
    {
        if (!spool.Holds(row.Key, row.ReceivedAt)) return row.RawDestroyedAt is null ? RawState.Missing : RawState.Destroyed;
        try
        {
            spool.Read(row.Key, row.ReceivedAt);
            return RawState.Kept;
        }
        catch (Exception damage) when (damage is CryptographicException or IOException)
        {
            return RawState.Damaged;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1501, LogLevel.Information, "Message {Key} is put back to be read again.")]
        public static partial void Replayed(ILogger logger, string key);
    }
}

/// <summary>What became of a message's raw bytes.</summary>
public enum RawState
{
    /// <summary>They lie in the spool and open.</summary>
    Kept,

    /// <summary>Destroyed when their time had come.</summary>
    Destroyed,

    /// <summary>Gone without having been due.</summary>
    Missing,

    /// <summary>There, but altered or sealed under another master key.</summary>
    Damaged,
}

/// <summary>What came of a replay.</summary>
public enum ReplayOutcome
{
    /// <summary>It waits to be read.</summary>
    Replayed,

    /// <summary>Never seen.</summary>
    NoSuchMessage,

    /// <summary>It ended otherwise, or waits.</summary>
    NotQuarantined,

    /// <summary>Its raw bytes cannot be read any more.</summary>
    RawGone,

    /// <summary>Others change it at this moment.</summary>
    Contended,
}
