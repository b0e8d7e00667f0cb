using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Takes kept messages through stops 3 to 7: while a batch of new ones is decided and committed, the next one is read.</summary>
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
    private const int ConflictRetries = 5;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(200);
    private readonly IntakeBatches _batches = new(store, reader, processor, commits, options, clock, points, log);
    private Task<ImmutableArray<BegunMessage>?>? _ahead;

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
                await arrived.WaitAsync(await WorkAsync(cancellationToken), clock, cancellationToken);
        }
        finally
        {
            // It uses the store, which is closed behind us.
            if (Interlocked.Exchange(ref _ahead, null) is Task ahead) await ahead.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Ends one batch. False: nothing waits.</summary>
    public async Task<bool> WorkOnceAsync(CancellationToken cancellationToken)
    {
        var ahead = Interlocked.Exchange(ref _ahead, null);
        var batch = ahead is null ? null : await ahead;
        batch ??= await _batches.BeginAsync(cancellationToken);
        if (batch is not { } begun) return false;
        if (begun.All(item => item.Row.Attempts == 1)) _ahead = _batches.BeginAheadAsync(cancellationToken);

        // Oldest first inside a conversation: what speaks of another message of this batch waits for it.
        var order = BatchOrder.Of([.. begun.OfType<BegunMessage.Readable>().Select(item => (item.Row, item.Message))]);
        await EndTogetherAsync([.. begun.Where(item => !order.Waits(item.Row.Key))], cancellationToken);
        foreach (var item in begun.Where(item => order.Waits(item.Row.Key))) await EndTogetherAsync([item], cancellationToken);
        return true;
    }

    /// <summary>Until nothing waits.</summary>
    /// <returns>After how long to look again at the latest.</returns>
    private async Task<TimeSpan> WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await WorkOnceAsync(cancellationToken)) { }
            return _batches.Rests ? IntakeBatches.AfterFailure : LookAgain;
        }
        catch (StoreUnavailableException)
        {
            Log.StoreUnavailable(log);
            return IntakeBatches.AfterFailure;
        }
    }

    /// <summary>
    /// Decided side by side, and committed with one barrier: a barrier each would keep the readers of the store waiting for most of the time. What
    /// is still undecided after a moment, such as what a language model is asked about, keeps nobody waiting for longer.
    /// </summary>
    private async Task EndTogetherAsync(IReadOnlyList<BegunMessage> items, CancellationToken cancellationToken)
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
    private async Task<Decided?> DecideAsync(BegunMessage item, CancellationToken cancellationToken)
    {
        try
        {
            return item switch
            {
                BegunMessage.Readable readable => new Decided(item, await processor.ProcessAsync(readable.Row, readable.Message, cancellationToken)),
                BegunMessage.Unreadable unreadable => new Decided(item, processor.Quarantine(unreadable.Row, unreadable.Reason)),
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
    private async Task EndAsync(BegunMessage item, Task<bool> commit, CancellationToken cancellationToken)
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

    private static bool IsOfOneMessage(Exception failure) => failure is not (OperationCanceledException or StoreUnavailableException or OutOfMemoryException);

    private void Failed(BegunMessage item, Exception failure)
    {
        Log.ProcessingFailed(log, item.Row.Key.Value, failure.GetType().Name, item.Row.Attempts);
        _batches.RetryLater();
    }

    private sealed record Decided(BegunMessage Item, StoreUnit Unit);

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Warning, "The store cannot be used; messages wait.")]
        public static partial void StoreUnavailable(ILogger logger);

        [LoggerMessage(1103, LogLevel.Error, "Message {Key} could not be processed ({Failure}), attempt {Attempt}.")]
        public static partial void ProcessingFailed(ILogger logger, string key, string failure, int attempt);
    }
}
