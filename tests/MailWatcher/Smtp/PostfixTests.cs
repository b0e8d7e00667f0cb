using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Smtp;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.Smtp;

public sealed class PostfixTests
{
    private static readonly MailAddress Support = MailAddress.Parse("support@msp.example");

    [Fact]
    public async Task A_mail_lies_byte_for_byte_in_the_mailbox_of_its_recipient()
    {
        var (postfix, mailbox) = await FreshAsync();
        await using var sender = new SmtpSender(OptionsFor(postfix), TimeProvider.System);
        var mail = Encoding.UTF8.GetBytes(
            TestMail.Of("Re: votre demande", ".\n..\n.un point\nÉté à 14 h 10\n" + new string('x', 990) + "\n  \t\nfin  ")
                .Replace("Subject:", "X-Folded: a\r\n\tb  c\r\nsubject:", StringComparison.Ordinal));

        var outcome = await sender.SendAsync(mail, Support, MailAddress.Parse(mailbox.Address), default);

        Assert.Equal(new SendOutcome.Accepted(250), outcome);
        var delivered = (await mailbox.WaitForAsync(1))[0];
        Assert.True(delivered.AsSpan().EndsWith(mail), Encoding.UTF8.GetString(delivered));
        Assert.StartsWith("Return-Path: <support@msp.example>", Encoding.UTF8.GetString(delivered), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_null_reverse_path_reaches_the_recipient_as_such()
    {
        var (postfix, mailbox) = await FreshAsync();
        await using var sender = new SmtpSender(OptionsFor(postfix), TimeProvider.System);

        Assert.IsType<SendOutcome.Accepted>(
            await sender.SendAsync(TestMail.Bytes("Automatique"), default, MailAddress.Parse(mailbox.Address), default));

        Assert.StartsWith("Return-Path: <>", Encoding.UTF8.GetString((await mailbox.WaitForAsync(1))[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_to_be_one_and_sends_nothing()
    {
        var (postfix, mailbox) = await FreshAsync();
        var options = OptionsFor(postfix);
        options.Password = "wrong";
        await using var sender = new SmtpSender(options, TimeProvider.System);

        Assert.Equal(
            new SendOutcome.Unreachable(SendFailure.SignInRefused),
            await sender.SendAsync(TestMail.Bytes("Une"), Support, MailAddress.Parse(mailbox.Address), default));
    }

    [Fact]
    public async Task Without_a_sign_in_the_server_relays_nothing()
    {
        var (postfix, mailbox) = await FreshAsync();
        var options = OptionsFor(postfix);
        (options.User, options.Password) = ("", "");
        await using var sender = new SmtpSender(options, TimeProvider.System);

        Assert.Equal(
            new SendOutcome.Refused(554),
            await sender.SendAsync(TestMail.Bytes("Une"), Support, MailAddress.Parse(mailbox.Address), default));
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_refused()
    {
        var (postfix, mailbox) = await FreshAsync();
        var options = OptionsFor(postfix);
        options.TrustedCertificate = null;
        await using var sender = new SmtpSender(options, TimeProvider.System);

        Assert.Equal(
            new SendOutcome.Unreachable(SendFailure.CertificateRefused),
            await sender.SendAsync(TestMail.Bytes("Une"), Support, MailAddress.Parse(mailbox.Address), default));
    }

    private static async Task<(PostfixServer Postfix, TestMailbox Mailbox)> FreshAsync() =>
        (await SharedServers.PostfixAsync(), (await SharedServers.DovecotAsync()).Mailbox(DovecotServer.NewAddress()));

    private static SmtpOptions OptionsFor(PostfixServer postfix) => new()
    {
        Host = "127.0.0.1",
        Port = postfix.Port,
        User = Support.Value,
        Password = DovecotServer.Password,
        TrustedCertificate = postfix.Certificate,
    };
}
