namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>The machine's clock, moved forward at will. Waits of a second and more, those between attempts, pass twenty times as fast.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int Haste = 20;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <summary>It is later now; whoever waits looks again soon.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private static TimeSpan Hurried(TimeSpan time) => time >= Long ? time / Haste : time;
}
