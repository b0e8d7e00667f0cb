namespace SiOne.Bot.Stores.LiteDb;

/// <summary>How long the last 1,000 barriers took.</summary>
internal sealed class BarrierTimes
{
    private const int Kept = 1_000;
    private readonly Queue<TimeSpan> _times = new(Kept);
    private readonly Lock _lock = new();

    public void Add(TimeSpan time)
    {
        lock (_lock)
        {
            if (_times.Count == Kept) _times.Dequeue();
            _times.Enqueue(time);
        }
    }

    /// <summary>99 of 100 took no longer; zero before the first.</summary>
    public TimeSpan P99()
    {
        TimeSpan[] times;
        lock (_lock) times = [.. _times];
        Array.Sort(times);
        return times.Length == 0 ? TimeSpan.Zero : times[(times.Length - 1) * 99 / 100];
    }
}
