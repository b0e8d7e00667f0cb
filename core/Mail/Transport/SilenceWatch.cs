using MailKit;

namespace SiOne.Bot.Mail.Transport;

/// <summary>
/// Cancels when a mail server stays silent for too long while an answer is owed. A total time limit would cut a large mail on a slow line;
/// the time limits of sockets do not apply to asynchronous reads. It sees each read and write as the client's protocol logger and keeps none of them.
/// </summary>
public class SilenceWatch : IProtocolLogger
{
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _expired = new();
    private readonly CancellationToken _token;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private long _lastSign;
    private int _owed;
    private bool _disposed;

    /// <summary>A watch at rest.</summary>
    /// <param name="limit">The longest silence.</param>
    /// <param name="clock">Time for the limit.</param>
    public SilenceWatch(TimeSpan limit, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (Limit, _clock, _token) = (limit, clock, _expired.Token);
        _timer = clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The longest silence; one that is made longer holds from the next look on, at the end of the shorter one.</summary>
    protected TimeSpan Limit { get; set; }

    /// <summary>Cancelled once the limit was exceeded; the connection is then of no more use.</summary>
    public CancellationToken Token => _token;

    /// <summary>Whether the limit was exceeded.</summary>
    public bool Expired => _expired.IsCancellationRequested;

    /// <inheritdoc/>
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>An answer is owed until the returned value is disposed.</summary>
    public IDisposable Owed()
    {
        Arm();
        return new Release(this);
    }

    /// <summary>An answer is owed from now on, until <see cref="Disarm"/>.</summary>
    public void Arm()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _lastSign = _clock.GetTimestamp();
            if (++_owed == 1) _timer.Change(Limit, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The answer has come.</summary>
    public void Disarm()
    {
        lock (_gate)
            if (!_disposed && --_owed == 0) _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void LogConnect(Uri uri) => Sign();

    /// <inheritdoc/>
    public virtual void LogClient(byte[] buffer, int offset, int count) => Sign();

    /// <inheritdoc/>
    public virtual void LogServer(byte[] buffer, int offset, int count) => Sign();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the timer.</summary>
    protected virtual void Dispose(bool disposing)
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }
        _timer.Dispose();
        _expired.Dispose();
    }

    private void Sign() => Volatile.Write(ref _lastSign, _clock.GetTimestamp());

    private void Look()
    {
        lock (_gate)
        {
            if (_disposed || _owed == 0) return;
            var left = Limit - _clock.GetElapsedTime(Volatile.Read(ref _lastSign));
            if (left > TimeSpan.Zero)
            {
                _timer.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }
        }
        try
        {
            _expired.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The connection was given up in the same instant.
        }
    }

    private sealed class Release(SilenceWatch watch) : IDisposable
    {
        private SilenceWatch? _watch = watch;

        public void Dispose() => Interlocked.Exchange(ref _watch, null)?.Disarm();
    }
}
