namespace SiOne.Bot.Engine.Outbox;

/// <summary>The last effects of which something was decided, so that a repeated decision is the same one.</summary>
internal sealed class RecentEffects
{
    private const int Remembered = 10_000;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public bool Contains(string effect) => _keys.Contains(effect);

    public void Add(string effect)
    {
        if (!_keys.Add(effect)) return;
        _order.Enqueue(effect);
        while (_order.Count > Remembered) _keys.Remove(_order.Dequeue());
    }
}
