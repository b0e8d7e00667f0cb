using System.Globalization;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Stores.Tests;

/// <summary>The process that a test starts and kills, and the measurement of the README.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["open", var path] => Task.FromResult(Open(path)),
        ["write", var path, var first, var dieAt] => WriteAsync(path, int.Parse(first, CultureInfo.InvariantCulture), dieAt),
        ["measure", var mails] => MeasureAsync(int.Parse(mails, CultureInfo.InvariantCulture)),
        _ => Task.FromResult(2),
    };

    private static int Open(string path)
    {
        try
        {
            LiteDbStore.Open(new LiteDbOptions { Path = path }, TimeProvider.System).DisposeAsync().AsTask().GetAwaiter().GetResult();
            return 0;
        }
        catch (StoreUnavailableException cause)
        {
            Console.WriteLine(cause.Message);
            return 75;
        }
    }

    /// <summary>Commits units for ever from a number on and prints each number once it is acknowledged.</summary>
    /// <param name="path">The store.</param>
    /// <param name="first">The first number.</param>
    /// <param name="dieAt">For example <c>store.committed/7</c>: dies at the seventh time; anything else waits for its killer.</param>
    private static async Task<int> WriteAsync(string path, int first, string dieAt)
    {
        var left = dieAt.Split('/') is [_, var times] ? int.Parse(times, CultureInfo.InvariantCulture) : 0;
        var options = new LiteDbOptions
        {
            Path = path,
            Reached = point =>
            {
                if (dieAt.StartsWith(point + "/", StringComparison.Ordinal) && --left == 0) System.Diagnostics.Process.GetCurrentProcess().Kill();
            },
        };
        await using var store = LiteDbStore.Open(options, TimeProvider.System);
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var n = Interlocked.Increment(ref next);
                if (await store.CommitAsync(KillTests.Unit(n), CancellationToken.None) is not CommitResult.Committed) return;
                lock (Console.Out) Console.WriteLine(n.ToString(CultureInfo.InvariantCulture));
            }
        })));
        return 1;
    }

    private static async Task<int> MeasureAsync(int mails)
    {
        using var folder = new TempFolder();
        await using var store = LiteDbStore.Open(new LiteDbOptions { Path = folder.File }, TimeProvider.System);
        for (var done = 0; done < mails; done += mails / 5)
            Console.WriteLine(await Throughput.RunAsync(store, done + 1, mails / 5, together: 50));
        Console.WriteLine(await Throughput.RunAsync(store, mails + 1, 200, together: 1));
        Console.WriteLine(await Throughput.ReadsAsync(store, mails));
        return 0;
    }
}
