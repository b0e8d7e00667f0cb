using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;

namespace SiOne.Bot.Engine.Alarms;

/// <summary>What the engine itself can see going wrong.</summary>
/// <param name="store">Its health.</param>
/// <param name="board">The newest messages and what waits to leave.</param>
/// <param name="options">After how many hours of service without a mail.</param>
/// <param name="clock">The clock.</param>
public sealed class EngineAlarms(IStore store, Board board, EngineOptions options, TimeProvider clock)
{
    private const int Looked = 2_000;
    private const long LargestLog = 64L << 20;
    private static readonly TimeSpan SlowestBarrier = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);
    private readonly DateTimeOffset _started = clock.GetUtcNow();
    private readonly ServiceHours _hours = new(usual: options.Readings.ServiceHours);

    /// <summary>Looks.</summary>
    public IEnumerable<Alarm> Look()
    {
        var now = clock.GetUtcNow();
        var newest = board.Newest(Looked);
        if (options.NoMailHours > 0)
        {
            // Before the first mail the start counts: a mailbox that was never reached is silent, too.
            var last = newest.Where(entry => entry.Row.Channel is Channel.Mail).Select(entry => entry.Row.KeptAt).DefaultIfEmpty(_started).Max();
            yield return new Alarm(Alarm.NoMail, null, _hours.Between(last, now) >= TimeSpan.FromHours(options.NoMailHours), TimeSpan.Zero);
        }

        yield return new Alarm(Alarm.OutboxStuck, null, newest.Any(entry => entry.Outbox.Any(row => IsStuck(row, now))), TimeSpan.Zero);
        var health = store.Health;
        yield return new Alarm(Alarm.StoreSlow, null, !health.Healthy || health.BarrierP99 > SlowestBarrier || health.LogBytes > LargestLog, TimeSpan.FromMinutes(1));
    }

    /// <summary>What waits behind an effect that a technician holds back is not stuck: it was never tried, and has a place behind others.</summary>
    private static bool IsStuck(OutboxRow row, DateTimeOffset now) =>
        row.State is OutboxState.Waiting && (row.FirstTriedAt ?? (row.Order <= 1 ? row.ReleasedAt ?? row.CreatedAt : now)) < now - LongestWait;
}
