namespace SiOne.Bot.MailWatcher;

/// <summary>Waits that double from the least to the most, shortened by up to half by chance so that many clients do not come back at once.</summary>
internal sealed class Backoff(TimeSpan least, TimeSpan most)
{
    private int _failures;

    public void Reset() => _failures = 0;

    public TimeSpan Next()
    {
        var full = Math.Min(least.Ticks * Math.Pow(2, Math.Min(_failures++, 30)), most.Ticks);
        return TimeSpan.FromTicks(Math.Max(least.Ticks, (long)(full * (1 - (Random.Shared.NextDouble() / 2)))));
    }
}
