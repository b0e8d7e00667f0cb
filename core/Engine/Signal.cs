namespace SiOne.Bot.Engine;

/// <summary>Wakes one waiting worker; a wake-up while it works is kept for its next wait.</summary>
public sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Lock _gate = new();

    /// <summary>There is something to do.</summary>
    public void Raise()
    {
        lock (_gate)
            if (_wake.CurrentCount == 0) _wake.Release();
    }

    /// <summary>Waits until raised, or until the time is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(atMost, clock);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        try
        {
            await _wake.WaitAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over: the caller looks for itself.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();
}
