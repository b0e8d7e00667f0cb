using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Alarms;

/// <summary>
/// Tells the technicians of what is wrong with the product itself: once for each cause in 24 hours, and one line when it is over. What was told is
/// read back from the outbox, so that a restart tells nothing twice.
/// </summary>
/// <param name="look">What may go wrong, and whether it is.</param>
/// <param name="store">The outbox.</param>
/// <param name="planner">Words to effects.</param>
/// <param name="decided">Raised when there is something to send.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where each alarm goes, too.</param>
public sealed partial class AlarmWorker(
    Func<IEnumerable<Alarm>> look, IStore store, EffectPlanner planner, Signal decided, TimeProvider clock, ILogger<AlarmWorker> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _wrongSince = new(StringComparer.Ordinal);
    private ImmutableArray<string> _active = [];

    /// <summary>What is wrong at this instant and has lasted, by name.</summary>
    public ImmutableArray<string> Active => _active;

    /// <summary>Looks until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                // Health says so; the alert is written once the store takes it.
            }
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <summary>One look at everything.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var alarms = look().ToList();
        var active = ImmutableArray.CreateBuilder<string>();
        var lasting = new List<(Alarm Alarm, DateTimeOffset Since)>();
        foreach (var alarm in alarms)
        {
            if (!alarm.Wrong) _wrongSince.TryRemove(alarm.Name, out _);
            else if (_wrongSince.GetOrAdd(alarm.Name, now) is var since && now - since >= alarm.Patience)
            {
                active.Add(alarm.Name);
                lasting.Add((alarm, since));
            }
        }

        // Health first: it says so even where the store takes no alert.
        _active = active.ToImmutable();
        foreach (var (alarm, since) in lasting) await TellAsync(alarm, since, now, cancellationToken);
        foreach (var alarm in alarms.Where(alarm => !alarm.Wrong)) await TellOverAsync(alarm, now, cancellationToken);
    }

    private async Task TellAsync(Alarm alarm, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await LastAsync(alarm, now, cancellationToken) is { } told && told.CreatedAt > now - Quiet) return;
        Log.Wrong(log, alarm.Name);
        await CommitAsync(planner.Alarm(KeyOf(alarm, now), alarm.Cause, alarm.About, since), cancellationToken);
    }

    private async Task TellOverAsync(Alarm alarm, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await LastAsync(alarm, now, cancellationToken) is not { } told) return;
        var key = $"{KeyOf(alarm, told.CreatedAt)}|over";
        if (await FindAsync(key, cancellationToken) is not null) return;
        Log.Over(log, alarm.Name);
        await CommitAsync(planner.Alarm(key, Alarm.Over(alarm.Cause), alarm.About, now), cancellationToken);
    }

    /// <summary>The last time that it was told, today or yesterday: whoever was told earlier was told again since, or it is over.</summary>
    private async Task<OutboxRow?> LastAsync(Alarm alarm, DateTimeOffset now, CancellationToken cancellationToken) =>
        await FindAsync(KeyOf(alarm, now), cancellationToken) ?? await FindAsync(KeyOf(alarm, now - Quiet), cancellationToken);

    private async Task<OutboxRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        foreach (var way in EffectPlanner.AlarmWays)
            if (await store.FindOutboxAsync($"{key}|{way}", cancellationToken) is { } row) return row;
        return null;
    }

    private async Task CommitAsync(ImmutableArray<PlannedEffect> effects, CancellationToken cancellationToken)
    {
        await store.CommitAsync(
            new StoreUnit { NewOutbox = [.. effects.Select(effect => effect.Row)], Texts = [.. effects.Select(effect => effect.Words)] }, cancellationToken);
        decided.Raise();
    }

    private static string KeyOf(Alarm alarm, DateTimeOffset day) =>
        string.Create(CultureInfo.InvariantCulture, $"alarm|{alarm.Cause}|{alarm.About}|{day.UtcDateTime:yyyyMMdd}");

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Error, "Alarm: {Name}.")]
        public static partial void Wrong(ILogger logger, string name);

        [LoggerMessage(1302, LogLevel.Warning, "Alarm over: {Name}.")]
        public static partial void Over(ILogger logger, string name);
    }
}
