using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.MailWatcher;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>
/// The product's own engine and watcher, in a process of their own that has just started: settings from the environment, as in service. Prints
/// how long the start took; ends when that many new messages have ended, and with a mail server also every answer has left; prints what it took
/// as one line of JSON.
/// </summary>
internal static class ProductRun
{
    public const string Verb = "product";

    /// <summary>The environment variable that says how many mails there are.</summary>
    public const string MailsVariable = "SIONE_BENCHMARK_MAILS";

    /// <summary>The environment variable with the last key that was stored before; messages behind it are the new ones.</summary>
    public const string AfterVariable = "SIONE_BENCHMARK_AFTER";

    /// <summary>The environment variable with the number of mails that have ended before the clock starts.</summary>
    public const string WarmUpVariable = "SIONE_BENCHMARK_WARM_UP";

    /// <summary>Printed once they have; nothing is watched until a line comes in.</summary>
    public const string WarmedUp = "warmed up";

    public static async Task<int> RunAsync()
    {
        var mails = int.Parse(Environment.GetEnvironmentVariable(MailsVariable)!, System.Globalization.CultureInfo.InvariantCulture);
        var warmUp = int.TryParse(Environment.GetEnvironmentVariable(WarmUpVariable), System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : 0;
        var read = SettingsReader.Read(HostConfiguration.Build());
        if (read.Usable is not { } settings) throw new InvalidOperationException(string.Join("; ", read.Mistakes));
        var loaded = CustomerFiles.Load(settings.Host.Customers!);
        if (!loaded.Succeeded) throw new InvalidOperationException(string.Join("; ", loaded.Mistakes));

        using var logs = LoggerFactory.Create(logging =>
            logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        using var end = new CancellationTokenSource();
        var barriers = new BarrierLog();
        await using var parts = await EngineParts.OpenAsync(
            settings, new CustomerDirectory(loaded.Customers), TimeProvider.System, logs, new CommitPoints(barriers.Reached), activities: null,
            CancellationToken.None);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine((TimeProvider.System.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime()).TotalSeconds.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        var stored = parts.Board.Counts().Seen;
        Task[] working = [Task.Run(() => parts.Intake.RunAsync(end.Token)), Task.Run(() => parts.Outbox.RunAsync(end.Token))];
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        if (warmUp > 0)
        {
            await WatchAsync(stored + warmUp);
            Console.WriteLine(WarmedUp);
            await Console.In.ReadLineAsync();
        }

        process.Refresh();
        var (cpu, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        barriers.Begin();
        await WatchAsync(stored + mails);
        var time = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        var measured = await CountedAsync(parts, barriers, new ProductFigures
        {
            Mails = mails,
            Timed = mails - warmUp,
            Seconds = time.TotalSeconds,
            CpuMilliseconds = (process.TotalProcessorTime - cpu).TotalMilliseconds,
            PeakBytes = process.PeakWorkingSet64,
            Kept = barriers.Kept,
            Begun = barriers.Begun,
            Barriers = barriers.Barriers,
        });
        await end.CancelAsync();
        await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine(JsonSerializer.Serialize(measured));
        return 0;

        async Task WatchAsync(int seen)
        {
            using var watched = new CancellationTokenSource();
            var watcher = new ImapWatcher(settings.Host.Imap!, parts.Door, TimeProvider.System, logs.CreateLogger<ImapWatcher>());
            var watching = Task.Run(() => watcher.RunAsync(watched.Token));
            while (!await IsDoneAsync(parts, seen))
                if (Array.Exists([.. working, watching], task => task.IsCompleted)) throw new InvalidOperationException("A worker ended by itself.");
                else await tick.WaitForNextTickAsync();
            await watched.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> IsDoneAsync(EngineParts parts, int seen)
    {
        var counts = parts.Board.Counts();
        if (counts.Seen < seen || counts.Waiting > 0) return false;
        return (await parts.Store.ListDueOutboxAsync(DateTimeOffset.MaxValue, 1, CancellationToken.None)).IsEmpty;
    }

    /// <summary>Counted in the store, not in what the process believes. What was stored before has smaller keys and is left out.</summary>
    private static async Task<ProductFigures> CountedAsync(EngineParts parts, BarrierLog barriers, ProductFigures figures)
    {
        for (var after = Environment.GetEnvironmentVariable(AfterVariable) ?? ""; ;)
        {
            var page = await parts.Store.ListIntakeAsync(after, 100, CancellationToken.None);
            foreach (var row in page) figures = await WithAsync(parts.Store, figures, row, barriers.DurableAt(row));
            if (page.IsEmpty) return figures;
            after = page[^1].Key.Value;
        }
    }

    private static async Task<ProductFigures> WithAsync(IStore store, ProductFigures figures, IntakeRow row, DateTimeOffset durable)
    {
        figures.DurableAt[row.Uid] = durable;
        if (row.End is not null) figures = figures with { Ended = figures.Ended + 1 };
        var answers = ImmutableArray<OutboxRow>.Empty;
        foreach (var id in row.Requests)
        {
            if (await store.FindRequestAsync(id, CancellationToken.None) is not { } document) continue;
            figures = figures with { Requests = figures.Requests + 1 };
            answers = await store.ListOutboxOfAsync(document.State.Conversation, CancellationToken.None);
        }

        return answers.FirstOrDefault(effect => effect.Effect is Effect.AnswerSender && effect.Effect.Intake == row.Key) switch
        {
            null => figures,
            { State: OutboxState.Sent } => figures with { Sent = figures.Sent + 1 },
            _ => figures with { Queued = figures.Queued + 1 },
        };
    }
}

/// <summary>What one run of the product took.</summary>
internal sealed record ProductFigures
{
    /// <summary>From the start of the process until it could take mail in.</summary>
    public double StartSeconds { get; init; }

    /// <summary>Mails in the mailbox.</summary>
    public required int Mails { get; init; }

    /// <summary>Mails after the warm-up, which the times are of.</summary>
    public required int Timed { get; init; }

    /// <summary>From the start of the watcher on a mailbox that holds them all, while nothing else waits, to the last durable end.</summary>
    public required double Seconds { get; init; }

    /// <summary>Processor time of the process in that time.</summary>
    public required double CpuMilliseconds { get; init; }

    /// <summary>The process's peak working set.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>Batches of mails kept: spool, rows, one barrier.</summary>
    public int Kept { get; init; }

    /// <summary>Batches of mails begun, read and decided together.</summary>
    public int Begun { get; init; }

    /// <summary>The store's barriers in all.</summary>
    public int Barriers { get; init; }

    /// <summary>Messages that ended.</summary>
    public int Ended { get; init; }

    /// <summary>Requests made.</summary>
    public int Requests { get; init; }

    /// <summary>Answers that wait for a release.</summary>
    public int Queued { get; init; }

    /// <summary>Answers that the mail server has taken.</summary>
    public int Sent { get; init; }

    /// <summary>When the row of each UID was behind its barrier.</summary>
    public Dictionary<uint, DateTimeOffset> DurableAt { get; init; } = [];

    public double PerSecond => Timed / Seconds;

    /// <summary>Processor time a mail, in milliseconds.</summary>
    public double CpuAMail => CpuMilliseconds / Timed;
}
