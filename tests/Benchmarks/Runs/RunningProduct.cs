using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>A process of the product that takes mail in.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);
    private readonly Process _process;
    private readonly double _startSeconds;

    private RunningProduct(Process process, double startSeconds) => (_process, _startSeconds) = (process, startSeconds);

    /// <summary>Its working set now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it takes mail in.</summary>
    public static async Task<RunningProduct> StartAsync(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token);
        return double.TryParse(line, CultureInfo.InvariantCulture, out var seconds)
            ? new RunningProduct(process, seconds)
            : throw new InvalidOperationException("The product's process did not start.");
    }

    /// <summary>Waits until the mails of the warm-up have ended; nothing is watched until <see cref="GoOnAsync"/>.</summary>
    public async Task WarmedUpAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        if (await _process.StandardOutput.ReadLineAsync(limit.Token) != ProductRun.WarmedUp) throw new InvalidOperationException("The product's process did not warm up.");
    }

    /// <summary>Starts the clock and the watcher.</summary>
    public Task GoOnAsync() => _process.StandardInput.WriteLineAsync("go on");

    /// <summary>What it took, once all mails have ended.</summary>
    public async Task<ProductFigures> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var line = await _process.StandardOutput.ReadLineAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        var figures = _process.ExitCode == 0 && line is not null ? JsonSerializer.Deserialize<ProductFigures>(line) : null;
        return figures is null ? throw new InvalidOperationException($"The product's process ended with {_process.ExitCode}.") : figures with { StartSeconds = _startSeconds };
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
