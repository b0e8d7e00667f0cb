using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Mail.Transport;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;
using SiOne.Bot.TestKit.Network;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.Imap;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_restart_of_the_server_while_idling_loses_nothing(bool orderly)
    {
        await using var server = await DovecotServer.StartAsync();
        var mailbox = server.Mailbox(DovecotServer.NewAddress());
        var intake = new RecordingIntake();
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        await (orderly ? server.StopAsync() : server.KillAsync());
        await watching.UntilAsync(s => s.LastFault is not null);
        await server.StartAgainAsync();
        await mailbox.AppendAsync(TestMail.Of("Suivante"));

        Assert.Single(await intake.WaitForKeptAsync(1));
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(200_001)]
    [InlineData(777_777)]
    public async Task A_connection_cut_in_the_middle_of_a_fetch_leaves_each_mail_whole_and_once(int bytesUntilCut)
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var mails = Enumerable.Range(1, 20).Select(n => TestMail.Bytes($"Mail {n}", string.Join('\n', Enumerable.Repeat("0123456789", 5000)))).ToArray();
        await mailbox.AppendAsync(mails);
        await using var proxy = new TcpProxy(server.ImapPort);
        proxy.CutAfter(bytesUntilCut);
        var intake = new RecordingIntake();
        await using var watching = new Watching(Watching.PlainOptions(proxy.Port, mailbox.Address), intake);

        var kept = await intake.WaitForKeptAsync(20);

        Assert.Equal(WatcherFault.ConnectionLost, watching.Status.LastFault);
        Assert.Equal(mails, kept.OrderBy(m => m.Uid).Select(m => m.Bytes.ToArray()));
    }

    [Fact]
    public async Task A_connection_that_went_dead_without_a_word_is_noticed()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await using var proxy = new TcpProxy(server.ImapPort);
        var options = Watching.PlainOptions(proxy.Port, mailbox.Address);
        (options.PollInterval, options.CommandTimeout) = (TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(500));
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        proxy.Stall();
        await mailbox.AppendAsync(TestMail.Of("Dans le vide"));
        await watching.UntilAsync(s => s.LastFault is WatcherFault.TimedOut);
        proxy.Resume();

        Assert.Single(await intake.WaitForKeptAsync(1));
    }

    [Fact]
    public async Task A_half_closed_connection_is_given_up()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await using var proxy = new TcpProxy(server.ImapPort);
        var intake = new RecordingIntake();
        await using var watching = new Watching(Watching.PlainOptions(proxy.Port, mailbox.Address), intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        proxy.HalfClose();
        await watching.UntilAsync(s => s.LastFault is WatcherFault.ConnectionLost);
        await mailbox.AppendAsync(TestMail.Of("Une"));

        Assert.Single(await intake.WaitForKeptAsync(1));
    }

    [Fact]
    public async Task A_mail_that_breaks_the_connection_each_time_keeps_no_other_waiting()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var poison = await mailbox.AppendAsync(TestMail.Of("Poison", string.Join('\n', Enumerable.Repeat("0123456789", 60_000))));
        var others = await mailbox.AppendAsync(Enumerable.Range(1, 5).Select(n => TestMail.Bytes($"Mail {n}")));
        await using var proxy = new TcpProxy(server.ImapPort);
        var intake = new RecordingIntake();
        intake.BeforeMissing = _ =>
        {
            proxy.CutAfter(100_000);
            return Task.CompletedTask;
        };
        await using var watching = new Watching(Watching.PlainOptions(proxy.Port, mailbox.Address), intake);

        Assert.Equal(others, (await intake.WaitForKeptAsync(5)).Select(m => m.Uid));
        await watching.UntilAsync(s => s.StuckMails == 1);
        intake.BeforeMissing = null;
        proxy.CutAfter(long.MaxValue);

        Assert.Equal(poison, (await intake.WaitForKeptAsync(6))[5].Uid);
        await watching.UntilAsync(s => s.StuckMails == 0);
    }

    [Fact]
    public async Task STARTTLS_with_the_trusted_certificate_is_accepted()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await mailbox.AppendAsync(TestMail.Of("Une"));
        var options = Watching.OptionsFor(server, mailbox.Address);
        (options.Port, options.Security) = (server.ImapPort, MailSecurity.StartTls);
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake);

        Assert.Single(await intake.WaitForKeptAsync(1));
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_refused()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.TrustedCertificate = null;
        await using var watching = new Watching(options, new RecordingIntake());

        await watching.UntilAsync(s => s.LastFault is WatcherFault.CertificateRefused);
        Assert.Null(watching.Status.LastPoll);
    }

    [Fact]
    public async Task The_trusted_certificate_of_another_server_is_refused()
    {
        await using var other = await DovecotServer.StartAsync();
        var (server, mailbox) = await TakingTests.FreshAsync();
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.TrustedCertificate = other.Certificate;
        await using var watching = new Watching(options, new RecordingIntake());

        await watching.UntilAsync(s => s.LastFault is WatcherFault.CertificateRefused);
    }

    [Fact]
    public async Task A_trusted_certificate_made_out_to_another_name_is_refused()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await using var proxy = new TcpProxy(server.ImapsPort, "127.0.0.2");
        var options = Watching.OptionsFor(server, mailbox.Address);
        (options.Host, options.Port) = ("127.0.0.2", proxy.Port);
        await using var watching = new Watching(options, new RecordingIntake());

        await watching.UntilAsync(s => s.LastFault is WatcherFault.CertificateRefused);
    }

    [Fact]
    public async Task A_refused_password_is_tried_once_a_minute_and_the_backlog_taken_after_the_repair()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await mailbox.AppendAsync(TestMail.Of("En attente"));
        await using var proxy = new TcpProxy(server.ImapPort);
        var options = Watching.PlainOptions(proxy.Port, mailbox.Address);
        options.Password = "renewed-4711";
        var clock = new FakeTimeProvider();
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake, clock);
        await watching.UntilAsync(s => s.State is WatcherState.SignInRefused);

        Assert.InRange(watching.Status.RetryAt!.Value - clock.GetUtcNow(), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
        Assert.Equal(1, proxy.Accepted);
        server.AddPassword(mailbox.Address, options.Password);
        // The status is set just before the wait begins: time moves on until the wait has seen it.
        await Deadline.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return intake.Kept.Length == 1;
        });

        Assert.True(clock.GetUtcNow() - clock.Start >= TimeSpan.FromSeconds(60));
        Assert.DoesNotContain(watching.Log.Entries, e => e.Text.Contains(options.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_name_no_address_no_subject_and_no_server()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await mailbox.AppendAsync(TestMail.Of("Confidentiel"));
        await using var proxy = new TcpProxy(server.ImapPort);
        var intake = new RecordingIntake();
        await using var watching = new Watching(Watching.PlainOptions(proxy.Port, mailbox.Address), intake);
        await intake.WaitForKeptAsync(1);
        proxy.Cut();
        await watching.UntilAsync(s => s.LastFault is WatcherFault.ConnectionLost);

        Assert.NotEmpty(watching.Log.Entries);
        Assert.All(watching.Log.Entries, entry =>
        {
            Assert.DoesNotContain("Confidentiel", entry.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(mailbox.Address, entry.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("127.0.0.1", entry.Text, StringComparison.Ordinal);
        });
    }
}
