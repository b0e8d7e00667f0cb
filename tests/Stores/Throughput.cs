using System.Diagnostics;
using System.Globalization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

/// <summary>What a mail costs the store: a new message, two changes of it, a request, a conversation, two effects, three texts of 1 to 4 KB.</summary>
internal static class Throughput
{
    public static async Task<Figures> RunAsync(IStore store, int first, int mails, int together)
    {
        var started = Stopwatch.GetTimestamp();
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, together).Select(_ => Task.Run(async () =>
        {
            for (var n = Interlocked.Increment(ref next); n < first + mails; n = Interlocked.Increment(ref next)) await OneMailAsync(store, n);
        })));
        return new Figures(first + mails - 1, together, mails / Stopwatch.GetElapsedTime(started).TotalSeconds, store.Health);
    }

    public static async Task<string> ReadsAsync(IStore store, int mails)
    {
        const int reads = 5_000;
        var random = new Random(1);
        var found = 0;
        var started = Stopwatch.GetTimestamp();
        for (var n = 0; n < reads; n++)
            if (await store.FindRequestAsync(new RequestId(Id(random.Next(1, mails))), default) is not null) found++;
        var byId = reads / Stopwatch.GetElapsedTime(started).TotalSeconds;
        started = Stopwatch.GetTimestamp();
        for (var n = 0; n < reads; n++)
            if (await store.FindConversationByInboundIdAsync(Hash($"<mail-{random.Next(1, mails)}>"), default) is not null) found++;
        var byTerm = reads / Stopwatch.GetElapsedTime(started).TotalSeconds;
        started = Stopwatch.GetTimestamp();
        var waiting = 0;
        for (var n = 0; n < 100; n++) waiting += (await store.ListWaitingIntakeAsync("", 100, default)).Length;
        var page = Stopwatch.GetElapsedTime(started) / 100;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"reads/s: {byId:F0} by id, {byTerm:F0} by inbound id ({found} of {2 * reads} found); waiting page of {waiting / 100}: {page.TotalMicroseconds:F0} µs");
    }

    private static async Task OneMailAsync(IStore store, int n)
    {
        var mail = Mail((uint)n);
        await CommittedAsync(store, new StoreUnit { NewIntake = [mail] });
        await CommittedAsync(store, new StoreUnit { Intake = [mail.Next()] });
        await CommittedAsync(store, new StoreUnit
        {
            Intake = [mail.Next().Next(LedgerEnd.Requests)],
            Requests = [Request(n)],
            Conversations = [Talk(n, 1, $"<mail-{n}>")],
            NewOutbox = [Answer($"{Id(n)}|1|0", n), Answer($"{Id(n)}|1|1", n, 2)],
            Texts = [.. Enumerable.Range(0, 3).Select(t => Text($"intake/{mail.Key.Value}/{t}", Bytes(n + t)))],
        });
    }

    private static async Task CommittedAsync(IStore store, StoreUnit unit) =>
        Assert.Equal(CommitResult.Committed, await store.CommitAsync(unit, CancellationToken.None));

    private static byte[] Bytes(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(1_024, 4_096)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>What was measured.</summary>
    internal sealed record Figures(int Stored, int Together, double MailsPerSecond, StoreHealth Health)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Stored,7} stored, {Together,2} together: {MailsPerSecond,5:F0} mails/s, barrier p99 {Health.BarrierP99.TotalMilliseconds:F1} ms, log {Health.LogBytes >> 10} KiB");
    }
}
