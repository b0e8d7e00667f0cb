using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Intake;

/// <summary>
/// Takes kept messages through stops 3 to 7. New ones are begun together; one that failed before is begun alone, so that a message which
/// kills the process is found out and quarantined without taking others with it.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="reader">Stop 3.</param>
/// <param name="processor">Stops 4 to 6.</param>
/// <param name="commits">Stop 7.</param>
/// <param name="arrived">Raised when messages were kept.</param>
/// <param name="options">MaxAttempts.</param>
/// <param name="clock">The clock.</param>
/// <param name="points">Commit points.</param>
/// <param name="log">Where warnings go.</param>
public sealed partial class IntakeWorker(
    IStore store, MessageReader reader, MessageProcessor processor, UnitCommits commits, Signal arrived, EngineOptions options,
    TimeProvider clock, CommitPoints points, ILogger<IntakeWorker> log)
{
    private const int Batch = 50;
    private const int ConflictRetries = 5;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(200);

    private DateTimeOffset _retryNotBefore;

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var rest = LookAgain;
            try
            {
                while (await WorkOnceAsync(cancellationToken)) { }
                if (clock.GetUtcNow() < _retryNotBefore) rest = AfterFailure;
            }
            catch (StoreUnavailableException)
            {
                Log.StoreUnavailable(log);
                rest = AfterFailure;
            }

            await arrived.WaitAsync(rest, clock, cancellationToken);
        }
    }

    /// <summary>Begins one batch and ends it. False: nothing waits.</summary>
    public async Task<bool> WorkOnceAsync(CancellationToken cancellationToken)
    {
        var waiting = await store.ListWaitingIntakeAsync("", Batch, cancellationToken);
        if (waiting.IsEmpty) return false;
        var fresh = waiting.Where(row => row.Attempts == 0).ToImmutableArray();
        var batch = fresh.IsEmpty ? [waiting[0]] : fresh;
        if (fresh.IsEmpty && clock.GetUtcNow() < _retryNotBefore) return false;
        if (batch[0].Attempts >= options.MaxAttempts)
        {
            await commits.CommitAsync(processor.Quarantine(batch[0], "gave-up"), cancellationToken);
            return true;
        }

        var begun = batch.Select(row => row with { Version = row.Version + 1, Attempts = row.Attempts + 1 }).ToImmutableArray();
        if (!await commits.CommitAsync(new StoreUnit { Intake = begun }, cancellationToken)) return true;
        var read = await Task.WhenAll(begun.Select(row => Task.Run(() => Read(row), cancellationToken)));
        points.Reached("P7");

        // Oldest first inside a conversation: what speaks of another message of this batch waits for it.
        var order = BatchOrder.Of([.. read.OfType<Readable>().Select(item => (item.Row, item.Message))]);
        await EndTogetherAsync([.. read.Where(item => item is not Readable readable || !order.Waits(readable.Row.Key))], cancellationToken);
        foreach (var item in read.OfType<Readable>().Where(item => order.Waits(item.Row.Key))) await EndTogetherAsync([item], cancellationToken);
        return true;
    }

    /// <summary>
    /// Decided side by side, and committed with one barrier: a barrier each would keep the readers of the store waiting for most of the time. What
    /// is still undecided after a moment, such as what a language model is asked about, keeps nobody waiting for longer.
    /// </summary>
    private async Task EndTogetherAsync(IReadOnlyList<Reading> items, CancellationToken cancellationToken)
    {
        var deciding = items.Select(item => Task.Run(() => DecideAsync(item, cancellationToken), cancellationToken)).ToList();
        while (deciding.Count > 0)
        {
            await ((Task)Task.WhenAll(deciding)).WaitAsync(Together, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var ended = deciding.Where(task => task.IsCompleted).ToList();
            if (ended.Count == 0) ended.Add(await Task.WhenAny(deciding));
            deciding.RemoveAll(ended.Contains);
            await CommitAsync([.. (await Task.WhenAll(ended)).OfType<Decided>()], cancellationToken);
        }
    }

    /// <summary>Null: it waits for its next attempt.</summary>
    private async Task<Decided?> DecideAsync(Reading item, CancellationToken cancellationToken)
    {
        try
        {
            return item switch
            {
                Readable readable => new Decided(item, await processor.ProcessAsync(readable.Row, readable.Message, cancellationToken)),
                Unreadable unreadable => new Decided(item, processor.Quarantine(unreadable.Row, unreadable.Reason)),
                _ => null,
            };
        }
        catch (Exception failure) when (IsOfOneMessage(failure))
        {
            Failed(item, failure);
            return null;
        }
    }

    private async Task CommitAsync(ImmutableArray<Decided> decided, CancellationToken cancellationToken)
    {
        var begun = commits.CommitTogether([.. decided.Select(one => one.Unit)], cancellationToken);
        await Task.WhenAll(decided.Zip(begun, (one, commit) => EndAsync(one.Item, commit, cancellationToken)));
    }

    /// <summary>One that met somebody else's change is decided anew, by itself.</summary>
    private async Task EndAsync(Reading item, Task<bool> commit, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; !await commit && attempt < ConflictRetries; attempt++)
                if (await DecideAsync(item, cancellationToken) is { } again) commit = commits.CommitAsync(again.Unit, cancellationToken);
                else return;
        }
        catch (Exception failure) when (IsOfOneMessage(failure))
        {
            Failed(item, failure);
        }
    }

    private Reading Read(IntakeRow row)
    {
        try
        {
            return reader.Read(row) switch
            {
                MailReading.Message message => new Readable(row, message.Value),
                // A machine that stands still for seconds makes the best mail slow: it is tried alone before it is put aside.
                MailReading.Unreadable { Reason: MailReading.TooSlow } when row.Attempts < options.MaxAttempts => SlowlyRead(row),
                MailReading.Unreadable unreadable => new Unreadable(row, unreadable.Reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Log.ReadingFailed(log, row.Key.Value, failure.GetType().Name, row.Attempts);
            RetryLater();
            return new Unread(row);
        }
    }

    private Unread SlowlyRead(IntakeRow row)
    {
        Log.ReadSlowly(log, row.Key.Value, row.Attempts);
        RetryLater();
        return new Unread(row);
    }

    /// <summary>A fault of the disk that lasts a second must not use up every message's attempts.</summary>
    private void RetryLater() => _retryNotBefore = clock.GetUtcNow() + AfterFailure;

    private static bool IsOfOneMessage(Exception failure) => failure is not (OperationCanceledException or StoreUnavailableException or OutOfMemoryException);

    private void Failed(Reading item, Exception failure)
    {
        Log.ProcessingFailed(log, item.Row.Key.Value, failure.GetType().Name, item.Row.Attempts);
        RetryLater();
    }

    private abstract record Reading(IntakeRow Row);

    private sealed record Readable(IntakeRow Row, InboundMessage Message) : Reading(Row);

    private sealed record Unreadable(IntakeRow Row, string Reason) : Reading(Row);

    private sealed record Unread(IntakeRow Row) : Reading(Row);

    private sealed record Decided(Reading Item, StoreUnit Unit);

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Warning, "The store cannot be used; messages wait.")]
        public static partial void StoreUnavailable(ILogger logger);

        [LoggerMessage(1102, LogLevel.Warning, "Message {Key} could not be read ({Failure}), attempt {Attempt}.")]
        public static partial void ReadingFailed(ILogger logger, string key, string failure, int attempt);

        [LoggerMessage(1104, LogLevel.Warning, "Message {Key} took too long to read, attempt {Attempt}.")]
        public static partial void ReadSlowly(ILogger logger, string key, int attempt);

        [LoggerMessage(1103, LogLevel.Error, "Message {Key} could not be processed ({Failure}), attempt {Attempt}.")]
        public static partial void ProcessingFailed(ILogger logger, string key, string failure, int attempt);
    }
}
