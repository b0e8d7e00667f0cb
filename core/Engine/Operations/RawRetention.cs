using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Operations;

/// <summary>
/// Destroys raw messages when their time has come (RGPD I; by product rule they lie in the spool for a short time). What a stop cut short is finished at the next look.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="spool">The raw messages.</param>
/// <param name="board">Is told.</param>
/// <param name="options">How long they are kept.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where counts and failures go.</param>
public sealed partial class RawRetention(
    IStore store, MessageSpool spool, Board board, EngineOptions options, TimeProvider clock, ILogger<RawRetention> log)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);
    private readonly RawDestruction _raw = new(store, spool, board);

    /// <summary>When a message's raw bytes are to be destroyed; null while it waits to be read.</summary>
    public static DateTimeOffset? DueAt(IntakeRow row, EngineOptions options) => row.End is null
        ? null
        : (row.ReplayedAt ?? row.KeptAt) + (row.SecretReceived ? options.RawWithSecretFor : options.RawFor);

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await WorkOnceAsync(cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                Log.StoreUnavailable(log);
            }

            await Task.Delay(LookAgain, clock, cancellationToken);
        }
    }

    /// <summary>How many messages are due now; changes nothing.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellationToken)
    {
        var due = 0;
        foreach (var key in spool.Keys())
            if (await store.FindIntakeAsync(key, cancellationToken) is { } row && IsDue(row)) due++;
        return due;
    }

    /// <summary>Destroys what is due now.</summary>
    /// <returns>How many messages.</returns>
    public async Task<int> WorkOnceAsync(CancellationToken cancellationToken)
    {
        var destroyed = 0;
        foreach (var key in spool.Keys())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await store.FindIntakeAsync(key, cancellationToken) is not { } row) continue; // Adopted at the next start.
            if (!IsDue(row)) continue;
            if (await DestroyAsync(row, cancellationToken)) destroyed++;
        }

        if (destroyed > 0) Log.Destroyed(log, destroyed);
        return destroyed;
    }

    private bool IsDue(IntakeRow row) => row.RawDestroyedAt is not null || DueAt(row, options) <= clock.GetUtcNow();

    private async Task<bool> DestroyAsync(IntakeRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await _raw.DestroyAsync(row, clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.NotDestroyed(log, row.Key.Value, failure.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1601, LogLevel.Warning, "The store cannot be used; raw messages are kept longer.")]
        public static partial void StoreUnavailable(ILogger logger);

        [LoggerMessage(1602, LogLevel.Information, "{Count} raw messages were destroyed, as their time had come.")]
        public static partial void Destroyed(ILogger logger, int count);

        [LoggerMessage(1603, LogLevel.Error, "The raw message {Key} could not be destroyed ({Failure}); tried again within an hour.")]
        public static partial void NotDestroyed(ILogger logger, string key, string failure);
    }
}
