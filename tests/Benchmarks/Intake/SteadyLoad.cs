using System.Collections.Concurrent;
using System.Diagnostics;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;
using SiOne.Bot.Benchmarks.Runs;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>
/// Single mails at a steady pace into the product's mailbox, over one open connection. Beside it stands a bare client in IDLE on the same
/// mailbox, which says when the server itself tells of a mail; and the product's working set is looked at once a second.
/// </summary>
/// <param name="server">Where the mailbox is.</param>
/// <param name="product">The product, which watches it.</param>
internal sealed class SteadyLoad(DovecotServer server, RunningProduct product)
{
    /// <summary>Mails a second.</summary>
    public const int Pace = 20;

    /// <summary>What comes in these first seconds counts for nothing: code is compiled, caches fill.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    private readonly List<(uint Uid, DateTimeOffset Answered)> _appended = [];
    private readonly ConcurrentQueue<(int Count, DateTimeOffset At)> _notices = [];
    private readonly List<double> _megabytes = [];

    /// <summary>Puts the mails in and waits until the product has ended them all.</summary>
    public async Task<SteadyFigures> RunAsync(IReadOnlyList<byte[]> mails)
    {
        using var writer = await ConnectedAsync(server);
        using var idler = await ConnectedAsync(server);
        await idler.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        idler.Inbox.CountChanged += (_, _) => _notices.Enqueue((idler.Inbox.Count, TimeProvider.System.GetUtcNow()));
        using var end = new CancellationTokenSource();
        var watching = Task.WhenAll(idler.IdleAsync(end.Token), SampleAsync(end.Token));
        await AppendAsync(writer, mails);
        var sampled = _megabytes.Count;
        var figures = await product.EndAsync();
        await end.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var counted = _appended.Select((mail, n) => (mail.Uid, mail.Answered, Number: n + 1)).Skip((int)(Pace * WarmUp.TotalSeconds)).ToList();
        var notices = _notices.ToList();
        return new SteadyFigures(
            figures,
            Times.Of(counted.Select(mail => figures.DurableAt[mail.Uid] - mail.Answered)),
            Times.Of(counted.Where(mail => notices.Exists(notice => notice.Count >= mail.Number))
                .Select(mail => notices.Find(notice => notice.Count >= mail.Number).At - mail.Answered)),
            [.. _megabytes.Take(sampled).Skip((int)WarmUp.TotalSeconds)]);
    }

    /// <summary>The UIDVALIDITY of the mailbox, which is made by asking.</summary>
    public static async Task<uint> UidValidityAsync(DovecotServer server)
    {
        using var client = await ConnectedAsync(server);
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        return client.Inbox.UidValidity;
    }

    private async Task AppendAsync(ImapClient writer, IReadOnlyList<byte[]> mails)
    {
        var started = Stopwatch.GetTimestamp();
        for (var n = 0; n < mails.Count; n++)
        {
            using var message = MimeMessage.Load(new MemoryStream(mails[n]));
            var early = TimeSpan.FromSeconds((double)n / Pace) - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.Zero) await Task.Delay(early);
            var uid = await writer.Inbox!.AppendAsync(new AppendRequest(message)) ?? throw new InvalidOperationException("The server said no UID.");
            _appended.Add((uid.Id, TimeProvider.System.GetUtcNow()));
        }
    }

    private async Task SampleAsync(CancellationToken cancellationToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await second.WaitForNextTickAsync(cancellationToken)) _megabytes.Add(product.WorkingSet / 1e6);
    }

    private static async Task<ImapClient> ConnectedAsync(DovecotServer server)
    {
        var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", server.ImapPort, SecureSocketOptions.None);
        await client.AuthenticateAsync(FilledStore.Address, DovecotServer.Password);
        return client;
    }
}

/// <summary>How the steady load went.</summary>
/// <param name="Product">What the product took.</param>
/// <param name="Durable">From the answer to APPEND until the row was behind its barrier.</param>
/// <param name="Notice">From the answer to APPEND until the server told a bare client in IDLE.</param>
/// <param name="Megabytes">The product's working set, one sample a second.</param>
internal sealed record SteadyFigures(ProductFigures Product, Times Durable, Times Notice, IReadOnlyList<double> Megabytes);

/// <summary>Times in milliseconds.</summary>
/// <param name="Count">How many.</param>
/// <param name="P50">Half took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
internal sealed record Times(int Count, double P50, double P99)
{
    public static Times Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToList();
        return sorted.Count == 0 ? new Times(0, double.NaN, double.NaN) : new Times(sorted.Count, At(0.50), At(0.99));

        double At(double share) => sorted[(int)((sorted.Count - 1) * share)];
    }
}
