using System.Diagnostics;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>How fast something went.</summary>
/// <param name="Count">How many.</param>
/// <param name="Time">In what time.</param>
internal sealed record Speed(int Count, TimeSpan Time)
{
    public double PerSecond => Count / Time.TotalSeconds;

    /// <summary>Measures one run, after a collection so that no earlier run is paid for.</summary>
    public static async Task<Speed> OfAsync(int count, Func<Task> run)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        await run();
        return new Speed(count, Stopwatch.GetElapsedTime(started));
    }
}
