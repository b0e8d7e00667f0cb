using SiOne.Bot.TestGraph.Faults;

namespace SiOne.Bot.TestGraph.State;

/// <summary>What reads see of a tenant while its latest changes have not reached them. Guarded by its tenant's lock.</summary>
internal sealed class LateReads
{
    private readonly Queue<Pending> _pending = new();

    /// <summary>From here on reads see that state, until the lateness is over.</summary>
    public void Hide(TenantState before, Lateness lateness, DateTimeOffset now) =>
        _pending.Enqueue(new Pending(before, lateness.Time is { } time ? now + time : null, lateness.Signal) { Reads = lateness.Reads });

    /// <summary>What a read sees now; counts as one read.</summary>
    public TenantState View(TenantState current, DateTimeOffset now)
    {
        while (_pending.TryPeek(out var first) && first.IsOver(now)) _pending.Dequeue();
        if (!_pending.TryPeek(out var open)) return current;
        open.Reads--;
        return open.Before;
    }

    private sealed record Pending(TenantState Before, DateTimeOffset? End, Task? Signal)
    {
        public int? Reads { get; set; }

        public bool IsOver(DateTimeOffset now) => Reads <= 0 || End <= now || Signal?.IsCompleted == true;
    }
}
