using System.Text;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Smtp;
using SiOne.Bot.Mail.Transport;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Network;

namespace SiOne.Bot.MailWatcher.Tests.Smtp;

public sealed class FaultTests
{
    private static readonly MailAddress Support = MailAddress.Parse("support@msp.example");
    private static readonly MailAddress Lea = MailAddress.Parse("lea@client.example");

    public static TheoryData<string, int> Stages()
    {
        var data = new TheoryData<string, int>();
        foreach (var stage in new[] { "mail", "recipient", "data", "content" })
            foreach (var code in new[] { 421, 450, 452, 550, 554 }) data.Add(stage, code);
        return data;
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_refusal_at_any_stage_is_an_outcome_with_its_code_alone(string stage, int code)
    {
        var answer = FormattableString.Invariant($"{code} said of lea@client.example");
        await using var server = new ScriptedSmtpServer(stage switch
        {
            "mail" => new SmtpScript { Mail = answer },
            "recipient" => new SmtpScript { Recipient = answer },
            "data" => new SmtpScript { Data = answer },
            _ => new SmtpScript { AfterData = answer },
        });
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System);

        var outcome = await SendAsync(sender);

        Assert.Equal(code < 500 ? new SendOutcome.TryLater(code) : new SendOutcome.Refused(code), outcome);
        server.Script = new SmtpScript();
        Assert.Equal(new SendOutcome.Accepted(250), await SendAsync(sender));
    }

    [Fact]
    public async Task A_connection_cut_after_the_content_may_have_delivered_and_says_so()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { AfterData = null });
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System);

        Assert.Equal(new SendOutcome.Unreachable(SendFailure.NoReplyAfterData), await SendAsync(sender));
        Assert.Single(server.Mails);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData("greeting")]
    [InlineData("mail")]
    [InlineData("data")]
    public async Task A_connection_cut_before_the_content_has_delivered_nothing(string stage)
    {
        await using var server = new ScriptedSmtpServer(stage switch
        {
            "greeting" => new SmtpScript { Greeting = null },
            "mail" => new SmtpScript { Mail = null },
            _ => new SmtpScript { Data = null },
        });
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System);

        Assert.Equal(new SendOutcome.Unreachable(SendFailure.NoConnection), await SendAsync(sender));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_late_answer_is_waited_for_and_the_instant_before_it_is_signalled()
    {
        var (late, sent) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new ScriptedSmtpServer(new SmtpScript { Late = late.Task });
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System, sent.SetResult);

        var sending = SendAsync(sender);
        await sent.Task.WithinAsync();
        Assert.False(sending.IsCompleted);
        late.SetResult();

        Assert.Equal(new SendOutcome.Accepted(250), await sending.WithinAsync());
    }

    [Fact]
    public async Task Cancelling_is_not_heard_once_the_content_has_begun()
    {
        var late = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedSmtpServer(new SmtpScript { Late = late.Task });
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System, () =>
        {
            stop.Cancel();
            late.SetResult();
        });

        Assert.Equal(new SendOutcome.Accepted(250), await sender.SendAsync(TestMail.Bytes("Une"), Support, Lea, stop.Token).WithinAsync());
    }

    [Fact]
    public async Task Cancelling_before_the_content_sends_nothing()
    {
        await using var server = new ScriptedSmtpServer();
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => sender.SendAsync(TestMail.Bytes("Une"), Support, Lea, new CancellationToken(canceled: true)));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_that_never_answers_the_content_is_given_up_as_undecided()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Late = new TaskCompletionSource().Task });
        var options = OptionsFor(server);
        options.ReplyTimeout = options.CommandTimeout = TimeSpan.FromMilliseconds(300);
        await using var sender = new SmtpSender(options, TimeProvider.System);

        Assert.Equal(new SendOutcome.Unreachable(SendFailure.NoReplyAfterData), await SendAsync(sender).WithinAsync());
    }

    [Fact]
    public async Task The_answer_to_a_whole_mail_may_take_longer_than_any_other()
    {
        var (late, sent) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new ScriptedSmtpServer(new SmtpScript { Late = late.Task });
        var clock = new FakeTimeProvider();
        await using var sender = new SmtpSender(OptionsFor(server), clock, sent.SetResult);

        var sending = SendAsync(sender);
        await sent.Task.WithinAsync();
        clock.Advance(TimeSpan.FromMinutes(4));
        late.SetResult();

        Assert.Equal(new SendOutcome.Accepted(250), await sending.WithinAsync());
    }

    [Fact]
    public async Task A_server_that_does_not_greet_is_given_up_as_silent()
    {
        await using var server = new ScriptedSmtpServer();
        await using var proxy = new TcpProxy(server.Port);
        proxy.Stall();
        var options = OptionsFor(server);
        (options.Port, options.CommandTimeout) = (proxy.Port, TimeSpan.FromMilliseconds(300));
        await using var sender = new SmtpSender(options, TimeProvider.System);

        Assert.Equal(new SendOutcome.Unreachable(SendFailure.TimedOut), await SendAsync(sender).WithinAsync());
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_no_connection()
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = FreePort.Some(1)[0], Security = MailSecurity.None };
        await using var sender = new SmtpSender(options, TimeProvider.System);

        Assert.Equal(new SendOutcome.Unreachable(SendFailure.NoConnection), await SendAsync(sender));
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_neither_password_nor_mail_where_it_is_demanded()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { Extensions = ["AUTH PLAIN LOGIN"] });
        var options = OptionsFor(server);
        (options.Security, options.User, options.Password) = (MailSecurity.StartTls, "support@msp.example", "test");
        await using var sender = new SmtpSender(options, TimeProvider.System);

        Assert.Equal(new SendOutcome.Unreachable(SendFailure.CertificateRefused), await SendAsync(sender));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_burst_uses_one_connection_and_an_idle_one_is_closed()
    {
        await using var server = new ScriptedSmtpServer();
        var clock = new FakeTimeProvider();
        var options = OptionsFor(server);
        await using var sender = new SmtpSender(options, clock);

        for (var i = 0; i < 3; i++) Assert.IsType<SendOutcome.Accepted>(await SendAsync(sender));
        Assert.Equal(1, server.Connections);
        clock.Advance(options.KeepOpen);
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(sender));

        Assert.Equal(2, server.Connections);
        Assert.Equal(4, server.Mails.Count);
    }

    [Fact]
    public async Task A_kept_connection_that_the_server_has_closed_is_replaced_and_each_mail_goes_once()
    {
        await using var server = new ScriptedSmtpServer(new SmtpScript { CloseAfterMail = true });
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System);

        for (var i = 0; i < 3; i++) Assert.IsType<SendOutcome.Accepted>(await SendAsync(sender));

        Assert.Equal((3, 3), (server.Connections, server.Mails.Count));
    }

    [Fact]
    public async Task Many_at_once_go_one_after_the_other()
    {
        await using var server = new ScriptedSmtpServer();
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(sender))).WithinAsync();

        Assert.All(outcomes, o => Assert.IsType<SendOutcome.Accepted>(o));
        Assert.Equal((1, 20), (server.Connections, server.Mails.Count));
    }

    [Theory]
    [InlineData("Subject: a\n\nun\ndeux\n", "Subject: a\r\n\r\nun\r\ndeux\r\n")]
    [InlineData("Subject: a\r\n\r\nun\rdeux\r\n", "Subject: a\r\n\r\nun\r\ndeux\r\n")]
    [InlineData("Subject: a\r\n\r\nun\n.\nMAIL FROM:<x@evil.example>\n", "Subject: a\r\n\r\nun\r\n.\r\nMAIL FROM:<x@evil.example>\r\n")]
    [InlineData("Subject: a\r\n\r\nsans fin", "Subject: a\r\n\r\nsans fin\r\n")]
    [InlineData("Subject: a\r\n\r\n", "Subject: a\r\n\r\n")]
    public async Task Line_ends_go_out_as_CRLF_and_nothing_else_changes(string rendered, string expected)
    {
        await using var server = new ScriptedSmtpServer();
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System);

        Assert.IsType<SendOutcome.Accepted>(await sender.SendAsync(Encoding.ASCII.GetBytes(rendered), Support, Lea, default));

        Assert.Equal(expected, Encoding.ASCII.GetString(Assert.Single(server.Mails).Content));
    }

    [Fact]
    public async Task Text_of_eight_bits_is_announced()
    {
        await using var server = new ScriptedSmtpServer();
        await using var sender = new SmtpSender(OptionsFor(server), TimeProvider.System);

        await sender.SendAsync(TestMail.Bytes("Une", "Été"), default, Lea, default);

        var mail = Assert.Single(server.Mails);
        Assert.StartsWith("MAIL FROM:<>", mail.Envelope[0], StringComparison.Ordinal);
        Assert.Contains("BODY=8BITMIME", mail.Envelope[0], StringComparison.Ordinal);
        Assert.Equal("RCPT TO:<lea@client.example>", mail.Envelope[1]);
    }

    private static Task<SendOutcome> SendAsync(SmtpSender sender) => sender.SendAsync(TestMail.Bytes("Une"), Support, Lea, default);

    private static SmtpOptions OptionsFor(ScriptedSmtpServer server) =>
        new() { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None };
}
