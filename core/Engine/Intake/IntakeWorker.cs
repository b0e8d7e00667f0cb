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
        await Task.WhenAll(read.Where(item => item is not Readable).Select(item => EndAsync(item, cancellationToken))
            .Concat(read.OfType<Readable>().Where(item => !order.Waits(item.Row.Key)).Select(item => EndAsync(item, cancellationToken))));
        foreach (var item in read.OfType<Readable>().Where(item => order.Waits(item.Row.Key))) await EndAsync(item, cancellationToken);
        return true;
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
            return new Failed(row);
        }
    }

    private Failed SlowlyRead(IntakeRow row)
    {
        Log.ReadSlowly(log, row.Key.Value, row.Attempts);
        RetryLater();
        return new Failed(row);
    }

    /// <summary>A fault of the disk that lasts a second must not use up every message's attempts.</summary>
    private void RetryLater() => _retryNotBefore = clock.GetUtcNow() + AfterFailure;

    private Task EndAsync(Reading item, CancellationToken cancellationToken) => item switch
    {
        Readable readable => Task.Run(() => ProcessAsync(readable, cancellationToken), cancellationToken),
        Unreadable unreadable => commits.CommitAsync(processor.Quarantine(unreadable.Row, unreadable.Reason), cancellationToken),
        _ => Task.CompletedTask, // It waits for its next attempt.
    };

    private async Task ProcessAsync(Readable item, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 0; attempt < ConflictRetries; attempt++)
                if (await commits.CommitAsync(await processor.ProcessAsync(item.Row, item.Message, cancellationToken), cancellationToken)) return;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StoreUnavailableException or OutOfMemoryException))
        {
            Log.ProcessingFailed(log, item.Row.Key.Value, failure.GetType().Name, item.Row.Attempts);
            RetryLater();
        }
    }

    private abstract record Reading(IntakeRow Row);

    private sealed record Readable(IntakeRow Row, InboundMessage Message) : Reading(Row);

    private sealed record Unreadable(IntakeRow Row, string Reason) : Reading(Row);

    private sealed record Failed(IntakeRow Row) : Reading(Row);

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
