namespace SiOne.Bot.Engine.Outbox;

/// <summary>How often something happened lately, by name. What is older than a window is forgotten, names that nobody asks for any more included.</summary>
/// <param name="clock">The clock.</param>
/// <param name="longest">The longest window that is asked for.</param>
internal sealed class RateWindows(TimeProvider clock, TimeSpan longest)
{
    private const int NamesBetweenSweeps = 10_000;
    private readonly Dictionary<string, Queue<DateTimeOffset>> _happened = new(StringComparer.Ordinal);
    private int _sweepAt = NamesBetweenSweeps;

    /// <summary>How often within the last such time; always the same for one name, since what is older is forgotten.</summary>
    public int Count(string name, TimeSpan within)
    {
        if (!_happened.TryGetValue(name, out var instants)) return 0;
        Forget(instants, within);
        if (instants.Count == 0) _happened.Remove(name);
        return instants.Count;
    }

    /// <summary>It happens now, or, in order, at an instant.</summary>
    public void Add(string name, DateTimeOffset? at = null)
    {
        if (_happened.Count >= _sweepAt) Sweep();
        if (!_happened.TryGetValue(name, out var instants)) _happened[name] = instants = new Queue<DateTimeOffset>();
        instants.Enqueue(at ?? clock.GetUtcNow());
    }

    private void Forget(Queue<DateTimeOffset> instants, TimeSpan within)
    {
        var since = clock.GetUtcNow() - within;
        while (instants.TryPeek(out var oldest) && oldest < since) instants.Dequeue();
    }

    private void Sweep()
    {
        foreach (var (name, instants) in _happened)
        {
            Forget(instants, longest);
            if (instants.Count == 0) _happened.Remove(name);
        }

        _sweepAt = _happened.Count + NamesBetweenSweeps;
    }
}
