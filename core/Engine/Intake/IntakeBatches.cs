using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Intake;

/// <summary>
/// Stop 3 for many: kept messages are begun with one commit and read side by side. New ones are begun together; one that failed before is begun
/// alone, so that a message which kills the process is found out and quarantined without taking others with it.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="reader">Reads one.</param>
/// <param name="processor">Makes the unit that quarantines.</param>
/// <param name="commits">Begins and quarantines.</param>
/// <param name="options">MaxAttempts.</param>
/// <param name="clock">The clock.</param>
/// <param name="points">Commit points.</param>
/// <param name="log">Where warnings go.</param>
internal sealed partial class IntakeBatches(
    IStore store, MessageReader reader, MessageProcessor processor, UnitCommits commits, EngineOptions options, TimeProvider clock, CommitPoints points, ILogger log)
{
    private const int Batch = 50;
    private DateTimeOffset _retryNotBefore;

    /// <summary>The pause after a failure: one of the disk that lasts a second must not use up every message's attempts.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Whether what failed waits for its next attempt.</summary>
    public bool Rests => clock.GetUtcNow() < _retryNotBefore;

    /// <summary>Begins that pause.</summary>
    public void RetryLater() => _retryNotBefore = clock.GetUtcNow() + AfterFailure;

    /// <summary>Begins what waits, while no other message is in hand. Null: nothing does. Empty: look again.</summary>
    public async Task<ImmutableArray<BegunMessage>?> BeginAsync(CancellationToken cancellationToken)
    {
        var waiting = await store.ListWaitingIntakeAsync("", Batch, cancellationToken);
        if (Fresh(waiting) is { IsEmpty: false } fresh) return await BegunAsync(fresh, cancellationToken);
        if (waiting.IsEmpty || Rests) return null;
        if (waiting[0].Attempts < options.MaxAttempts) return await BegunAsync([waiting[0]], cancellationToken);
        await commits.CommitAsync(processor.Quarantine(waiting[0], "gave-up"), cancellationToken);
        return [];
    }

    /// <summary>Begins new ones while others, begun before, are being decided. Null: there are none.</summary>
    public async Task<ImmutableArray<BegunMessage>?> BeginAheadAsync(CancellationToken cancellationToken) =>
        Fresh(await store.ListWaitingIntakeAsync("", 2 * Batch, cancellationToken)) is { IsEmpty: false } fresh ? await BegunAsync(fresh, cancellationToken) : null;

    private static ImmutableArray<IntakeRow> Fresh(ImmutableArray<IntakeRow> waiting) => [.. waiting.Where(row => row.Attempts == 0).Take(Batch)];

    private async Task<ImmutableArray<BegunMessage>?> BegunAsync(ImmutableArray<IntakeRow> rows, CancellationToken cancellationToken)
    {
        var begun = rows.Select(row => row with { Version = row.Version + 1, Attempts = row.Attempts + 1 }).ToImmutableArray();
        if (!await commits.CommitAsync(new StoreUnit { Intake = begun }, cancellationToken)) return [];
        var read = await ReadAsync(begun, cancellationToken);
        points.Reached("P7");
        return read;
    }

    /// <summary>On threads of its own: the reader waits for its workers, and on the pool's threads that would keep the store's and the mail server's answers waiting.</summary>
    private async Task<ImmutableArray<BegunMessage>> ReadAsync(ImmutableArray<IntakeRow> rows, CancellationToken cancellationToken)
    {
        var read = new BegunMessage[rows.Length];
        var last = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(rows.Length, Environment.ProcessorCount)).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var i = Interlocked.Increment(ref last); i < rows.Length; i = Interlocked.Increment(ref last)) read[i] = Read(rows[i]);
            },
            cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return [.. read];
    }

    private BegunMessage Read(IntakeRow row)
    {
        try
        {
            return reader.Read(row) switch
            {
                MailReading.Message message => new BegunMessage.Readable(row, message.Value),
                // A machine that stands still for seconds makes the best mail slow: it is tried alone before it is put aside.
                MailReading.Unreadable { Reason: MailReading.TooSlow } when row.Attempts < options.MaxAttempts => SlowlyRead(row),
                MailReading.Unreadable unreadable => new BegunMessage.Unreadable(row, unreadable.Reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Log.ReadingFailed(log, row.Key.Value, failure.GetType().Name, row.Attempts);
            RetryLater();
            return new BegunMessage.Unread(row);
        }
    }

    private BegunMessage.Unread SlowlyRead(IntakeRow row)
    {
        Log.ReadSlowly(log, row.Key.Value, row.Attempts);
        RetryLater();
        return new BegunMessage.Unread(row);
    }

    private static partial class Log
    {
        [LoggerMessage(1102, LogLevel.Warning, "Message {Key} could not be read ({Failure}), attempt {Attempt}.")]
        public static partial void ReadingFailed(ILogger logger, string key, string failure, int attempt);

        [LoggerMessage(1104, LogLevel.Warning, "Message {Key} took too long to read, attempt {Attempt}.")]
        public static partial void ReadSlowly(ILogger logger, string key, int attempt);
    }
}

/// <summary>A message whose attempt is counted, and what reading it gave.</summary>
/// <param name="Row">As begun.</param>
internal abstract record BegunMessage(IntakeRow Row)
{
    /// <summary>It was read.</summary>
    public sealed record Readable(IntakeRow Row, InboundMessage Message) : BegunMessage(Row);

    /// <summary>It will never be read.</summary>
    public sealed record Unreadable(IntakeRow Row, string Reason) : BegunMessage(Row);

    /// <summary>It waits for its next attempt.</summary>
    public sealed record Unread(IntakeRow Row) : BegunMessage(Row);
}
