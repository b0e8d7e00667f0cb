using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>Listens at the commit points of the product's process: how often it waited for the disk, and when each batch of rows was durable.</summary>
internal sealed class BarrierLog
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _kept = [];
    private int _barriers;
    private int _begun;

    /// <summary>Batches of rows behind their barrier.</summary>
    public int Kept
    {
        get
        {
            lock (_gate) return _kept.Count;
        }
    }

    /// <summary>Batches begun, read and decided together.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>The store's barriers.</summary>
    public int Barriers => Volatile.Read(ref _barriers);

    /// <summary>Forgets what the start did.</summary>
    public void Begin()
    {
        lock (_gate) _kept.Clear();
        Volatile.Write(ref _begun, 0);
        Volatile.Write(ref _barriers, 0);
    }

    /// <summary>Called by the product.</summary>
    public void Reached(string point)
    {
        switch (point)
        {
            case "P5":
                lock (_gate) _kept.Add(TimeProvider.System.GetUtcNow());
                break;
            case "P7":
                Interlocked.Increment(ref _begun);
                break;
            case "store.barrier":
                Interlocked.Increment(ref _barriers);
                break;
            default:
                break;
        }
    }

    /// <summary>When a row was behind its barrier: one watcher keeps batch after batch, so it is the first one that ended after the row was made.</summary>
    public DateTimeOffset DurableAt(IntakeRow row)
    {
        lock (_gate)
        {
            var found = _kept.BinarySearch(row.KeptAt);
            return _kept[found >= 0 ? found : ~found];
        }
    }
}
