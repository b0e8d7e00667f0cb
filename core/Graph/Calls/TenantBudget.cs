using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Calls;

/// <summary>
/// What one tenant may take of the service: some calls at once, and none before the instant that Microsoft named. Each tenant has its own, so that
/// one throttled customer slows nobody else (RELIABILITY E71).
/// </summary>
internal sealed class TenantBudget(int callsAtOnce, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(callsAtOnce, callsAtOnce);
    private readonly Lock _gate = new();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    /// <summary>Takes a slot; whoever comes before the gate opens is told when, and waits for nothing.</summary>
    /// <exception cref="CallFailedException">The gate is closed.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        await _slots.WaitAsync(cancellationToken);
        try
        {
            ThrowIfClosed(); // Throttled while this one waited.
            return new Slot(_slots);
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    /// <summary>Microsoft named an instant; a later one named before stands.</summary>
    public void CloseUntil(DateTimeOffset instant)
    {
        lock (_gate) _closedUntil = instant > _closedUntil ? instant : _closedUntil;
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    private void ThrowIfClosed()
    {
        DateTimeOffset until;
        lock (_gate) until = _closedUntil;
        if (time.GetUtcNow() < until) throw new CallFailedException(new StepAnswer.Later(until), code: "gate-closed");
    }

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
