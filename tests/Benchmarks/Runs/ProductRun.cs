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
/// The product's own engine and watcher, in a process of their own that has just started: settings from the environment, as in service. Ends
/// when every message has ended, and with a mail server also every answer has left; prints what it took as one line of JSON.
/// </summary>
internal static class ProductRun
{
    public const string Verb = "product";

    /// <summary>The environment variable that says how many mails there are.</summary>
    public const string MailsVariable = "SIONE_BENCHMARK_MAILS";

    public static async Task<int> RunAsync()
    {
        var mails = int.Parse(Environment.GetEnvironmentVariable(MailsVariable)!, System.Globalization.CultureInfo.InvariantCulture);
        var read = SettingsReader.Read(HostConfiguration.Build());
        if (read.Usable is not { } settings) throw new InvalidOperationException(string.Join("; ", read.Mistakes));
        var loaded = CustomerFiles.Load(settings.Host.Customers!);
        if (!loaded.Succeeded) throw new InvalidOperationException(string.Join("; ", loaded.Mistakes));

        using var logs = LoggerFactory.Create(logging =>
            logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        using var end = new CancellationTokenSource();
        await using var parts = await EngineParts.OpenAsync(
            settings, new CustomerDirectory(loaded.Customers), TimeProvider.System, logs, CommitPoints.None, activities: null,
            CancellationToken.None);
        var watcher = new ImapWatcher(settings.Host.Imap!, parts.Door, TimeProvider.System, logs.CreateLogger<ImapWatcher>());

        using var process = Process.GetCurrentProcess();
        var (cpu, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        Task[] working =
        [
            Task.Run(() => watcher.RunAsync(end.Token)), Task.Run(() => parts.Intake.RunAsync(end.Token)), Task.Run(() => parts.Outbox.RunAsync(end.Token)),
        ];
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await IsDoneAsync(parts, mails))
            if (Array.Exists(working, task => task.IsCompleted)) throw new InvalidOperationException("A worker ended by itself.");
            else await tick.WaitForNextTickAsync();
        var time = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        var measured = await CountedAsync(parts, new ProductFigures(
            mails, time.TotalSeconds, (process.TotalProcessorTime - cpu).TotalMilliseconds, process.PeakWorkingSet64, 0, 0, 0, 0));
        await end.CancelAsync();
        await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine(JsonSerializer.Serialize(measured));
        return 0;
    }

    private static async Task<bool> IsDoneAsync(EngineParts parts, int mails)
    {
        var counts = parts.Board.Counts();
        if (counts.Seen < mails || counts.Waiting > 0) return false;
        return (await parts.Store.ListDueOutboxAsync(DateTimeOffset.MaxValue, 1, CancellationToken.None)).IsEmpty;
    }

    /// <summary>Counted in the store, not in what the process believes.</summary>
    private static async Task<ProductFigures> CountedAsync(EngineParts parts, ProductFigures figures)
    {
        await foreach (var row in parts.Store.AllIntakeAsync(CancellationToken.None))
            if (row.End is not null) figures = figures with { Ended = figures.Ended + 1 };
        await foreach (var document in parts.Store.AllRequestsAsync(CancellationToken.None)) figures = figures with { Requests = figures.Requests + document.Version };
        await foreach (var row in parts.Store.AllOutboxAsync(CancellationToken.None))
            if (row.Effect is Effect.AnswerSender)
                figures = row.State is OutboxState.Sent ? figures with { Sent = figures.Sent + 1 } : figures with { Queued = figures.Queued + 1 };
        return figures;
    }
}

/// <summary>What one run of the product took.</summary>
/// <param name="Mails">Mails in the mailbox.</param>
/// <param name="Seconds">From the start of the watcher to the last durable end.</param>
/// <param name="CpuMilliseconds">Processor time of the process in that time.</param>
/// <param name="PeakBytes">The process's peak working set.</param>
/// <param name="Ended">Messages that ended.</param>
/// <param name="Requests">Requests made.</param>
/// <param name="Queued">Answers that wait for a release.</param>
/// <param name="Sent">Answers that the mail server has taken.</param>
internal sealed record ProductFigures(
    int Mails, double Seconds, double CpuMilliseconds, long PeakBytes, int Ended, int Requests, int Queued, int Sent)
{
    public double PerSecond => Mails / Seconds;
}
