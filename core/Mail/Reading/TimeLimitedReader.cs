using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Reads each mail in a worker that is left behind when it takes too long, since a parser cannot be stopped from outside. Such a mail is
/// <c>too-slow</c>, which is tried again before it goes to quarantine. So many may be left behind at once and no more; beyond that reading fails until one ends,
/// and the mail is tried again later.
/// </summary>
/// <param name="inner">The reader.</param>
/// <param name="limit">The longest a mail may take.</param>
/// <param name="mostAbandoned">Workers that may be left behind at a time: each may hold a core and its mail's memory.</param>
public sealed class TimeLimitedReader(IMailReader inner, TimeSpan limit, int mostAbandoned) : IMailReader, IDisposable
{
    private readonly ConcurrentStack<Worker> _idle = [];
    private int _abandoned;
    private bool _disposed;

    /// <summary>With five seconds for a mail and four workers that may be left behind.</summary>
    /// <param name="inner">The reader.</param>
    public TimeLimitedReader(IMailReader inner)
        : this(inner, TimeSpan.FromSeconds(5), 4)
    {
    }

    /// <summary>Workers left behind that have not ended.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Too many workers are left behind.</exception>
    public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Abandoned >= mostAbandoned) throw new InvalidOperationException("Too many mails take too long to read.");
        var worker = _idle.TryPop(out var idle) ? idle : new Worker(inner, () => Interlocked.Decrement(ref _abandoned));
        if (worker.TryRead(raw, receivedAt, limit, () => Interlocked.Increment(ref _abandoned)) is not { } reading) return new MailReading.Unreadable(MailReading.TooSlow);
        if (_disposed || _idle.Count >= Environment.ProcessorCount) worker.Dispose();
        else _idle.Push(worker);
        return reading;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var worker)) worker.Dispose();
    }

    /// <summary>A thread that reads one mail at a time.</summary>
    private sealed class Worker : IDisposable
    {
        private const int Idle = 0, Reading = 1, Done = 2, Left = 3;
        private readonly IMailReader _inner;
        private readonly Action _ended;
        private readonly SemaphoreSlim _work = new(0);
        private readonly SemaphoreSlim _done = new(0);
        private ReadOnlyMemory<byte> _raw;
        private DateTimeOffset _receivedAt;
        private MailReading? _result;
        private ExceptionDispatchInfo? _failure;
        private int _state;
        private volatile bool _stop;

        public Worker(IMailReader inner, Action ended)
        {
            (_inner, _ended) = (inner, ended);
            new Thread(Run) { IsBackground = true, Name = "mail reader" }.Start();
        }

        /// <summary>Null when the time was up; then the worker is of no use any more and ends by itself.</summary>
        public MailReading? TryRead(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt, TimeSpan limit, Action left)
        {
            (_raw, _receivedAt, _result, _failure) = (raw, receivedAt, null, null);
            Volatile.Write(ref _state, Reading);
            _work.Release();
            if (!_done.Wait(limit))
            {
                left();
                if (Interlocked.CompareExchange(ref _state, Left, Reading) == Reading) return null;
                // It ended in the last moment.
                _ended();
                _done.Wait();
            }

            Volatile.Write(ref _state, Idle);
            _failure?.Throw();
            return _result;
        }

        public void Dispose()
        {
            _stop = true;
            _work.Release();
        }

        private void Run()
        {
            while (true)
            {
                _work.Wait();
                if (_stop) return;
                try
                {
                    _result = _inner.Read(_raw, _receivedAt);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    _failure = ExceptionDispatchInfo.Capture(e);
                }

                if (Interlocked.CompareExchange(ref _state, Done, Reading) == Left)
                {
                    _ended();
                    return;
                }

                _done.Release();
            }
        }
    }
}
