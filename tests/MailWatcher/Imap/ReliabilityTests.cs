using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;
using SiOne.Bot.TestKit.Network;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.Imap;

/// <summary>RELIABILITY.md A 12 to A 15, with a real Dovecot.</summary>
public sealed class ReliabilityTests
{
    private const int Times = 20;

    [Fact]
    public async Task A12_a_black_holed_IDLE_is_found_out_and_the_mail_taken_within_75_seconds()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await using var proxy = new TcpProxy(server.ImapPort);
        var clock = new FakeTimeProvider();
        var intake = new RecordingIntake { LeaseLength = TimeSpan.FromHours(1) };
        await using var watching = new Watching(Watching.PlainOptions(proxy.Port, mailbox.Address), intake, clock);
        await watching.UntilAsync(s => s.LastPoll is not null);

        proxy.Stall();
        await mailbox.AppendAsync(TestMail.Of("Dans le vide"));
        var start = clock.GetUtcNow();
        await Deadline.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            if (watching.Status.LastFault is WatcherFault.TimedOut) proxy.Resume();
            return watching.Status.LastFault is WatcherFault.TimedOut;
        });

        // The look that is due every 60 s, and 15 s in which its answer stays out. The tests' clock may run half a second ahead of each.
        Assert.InRange(watching.Status.LastFaultAt!.Value - start, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(77));
        await Deadline.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            return intake.Kept.Length == 1;
        });
    }

    [Fact]
    public async Task A13_sessions_thrown_out_and_restarts_of_the_server_in_a_row_lose_nothing_and_take_nothing_twice()
    {
        await using var server = await DovecotServer.StartAsync();
        var mailbox = server.Mailbox(DovecotServer.NewAddress());
        var intake = new RecordingIntake();
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);
        for (var time = 1; time <= Times; time++)
        {
            await watching.UntilAsync(s => s.State is WatcherState.Watching && s.LastPoll is not null && (s.LastFaultAt is null || s.LastPoll > s.LastFaultAt));
            var before = watching.Status.LastFaultAt;
            if (time % 4 == 0) await server.StopAsync();
            else if (time % 4 == 2) await server.KillAsync();
            else await server.DoveadmAsync("kick", mailbox.Address);
            await watching.UntilAsync(s => s.LastFaultAt is not null && s.LastFaultAt != before);
            if (time % 2 == 0) await server.StartAgainAsync();
            await mailbox.AppendAsync(TestMail.Of($"Mail {time}"));
            await intake.WaitForKeptAsync(time);
        }

        // The intake of the test throws on a mail that is handed in twice.
        Assert.Equal(Times, intake.Kept.Length);
    }

    [Fact]
    public async Task A13_TLS_cut_at_any_byte_of_a_fetch_leaves_each_mail_whole_and_once()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await using var proxy = new TcpProxy(server.ImapsPort);
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.Port = proxy.Port;
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake);
        await watching.UntilAsync(s => s.LastPoll is not null);
        var mails = new List<byte[]>();
        for (var time = 1; time <= Times; time++)
        {
            proxy.CutAfter(RandomNumberGenerator.GetInt32(1, 120_000));
            byte[][] some = [.. Enumerable.Range(1, 3).Select(n => TestMail.Bytes($"Mail {time}-{n}", string.Join('\n', Enumerable.Repeat("0123456789", 4_000))))];
            mails.AddRange(some);
            await mailbox.AppendAsync(some);
            await intake.WaitForKeptAsync(mails.Count);
        }

        Assert.Equal(mails, intake.Kept.OrderBy(mail => mail.Uid).Select(mail => mail.Bytes.ToArray()));
    }

    [Fact]
    public async Task A14_a_password_that_is_wrong_for_10_minutes_is_tried_once_a_minute_at_most_and_the_backlog_taken_afterwards()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await mailbox.AppendAsync(Enumerable.Range(1, 10).Select(n => TestMail.Bytes($"Mail {n}")));
        await using var proxy = new TcpProxy(server.ImapPort);
        var options = Watching.PlainOptions(proxy.Port, mailbox.Address);
        options.Password = "renewed-4712";
        var clock = new FakeTimeProvider();
        var intake = new RecordingIntake { LeaseLength = TimeSpan.FromHours(1) };
        await using var watching = new Watching(options, intake, clock);
        await watching.UntilAsync(s => s.State is WatcherState.SignInRefused);
        await Deadline.UntilAsync(() => Pass() && clock.GetUtcNow() - clock.Start >= TimeSpan.FromMinutes(10));

        Assert.InRange(proxy.Accepted, 1, 11);
        server.AddPassword(mailbox.Address, options.Password);
        await Deadline.UntilAsync(() => Pass() && intake.Kept.Length == 10);

        // Time stands still during an attempt: seconds of the test's clock are a blink of the server's.
        bool Pass()
        {
            if (watching.Status.State is WatcherState.SignInRefused) clock.Advance(TimeSpan.FromSeconds(1));
            return true;
        }
    }

    [Theory]
    [InlineData("Archive", 2)]
    [InlineData("Missing", null)]
    public async Task A15_mails_in_the_folder_that_is_only_counted_are_counted_and_not_read(string folder, int? counted)
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await mailbox.AppendAsync(Enumerable.Range(1, 2).Select(n => TestMail.Bytes($"Indésirable {n}")), folder: "Archive");
        await mailbox.AppendAsync(TestMail.Of("Bon"));
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.ReportFolder = folder;
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        Assert.Equal(counted, watching.Status.Reported);
        Assert.Single(intake.Kept);
        Assert.All((await mailbox.FlagsAsync("Archive")).Values, flags => Assert.DoesNotContain("Seen", flags));
    }
}
