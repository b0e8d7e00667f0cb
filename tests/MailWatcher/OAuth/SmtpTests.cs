using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Smtp;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.OAuth;

/// <summary>Submission by token, with a real Postfix whose sign-ins a real Dovecot checks.</summary>
public sealed class SmtpTests
{
    [Fact]
    public async Task A_mail_leaves_by_token_and_a_revoked_one_is_fetched_anew_once()
    {
        await using var site = await OAuthSite.StartAsync();
        await using var postfix = await PostfixServer.StartAsync(site.Dovecot);
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        var options = site.Smtp(postfix, app);
        options.KeepOpen = TimeSpan.Zero;
        Assert.Empty(options.Mistakes());
        await using var sender = new SmtpSender(options, TimeProvider.System);

        Assert.Equal(new SendOutcome.Accepted(250), await SendAsync(sender, app.Mailbox));
        site.Tokens.Revoke();
        await postfix.StopAsync();
        await postfix.StartAgainAsync();
        Assert.Equal(new SendOutcome.Accepted(250), await SendAsync(sender, app.Mailbox));

        Assert.Equal((2, 0), (site.Tokens.Asked, site.Tokens.Refused));
        Assert.Equal(2, (await site.Dovecot.Mailbox(app.Mailbox).WaitForAsync(2)).Length);
    }

    [Fact]
    public async Task A_sign_in_service_that_is_down_is_asked_once_a_minute_however_many_mails_wait()
    {
        await using var site = await OAuthSite.StartAsync();
        await using var postfix = await PostfixServer.StartAsync(site.Dovecot);
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        site.Tokens.Down = true;
        var clock = new FakeTimeProvider();
        await using var sender = new SmtpSender(site.Smtp(postfix, app), clock);

        for (var mail = 0; mail < 5; mail++) Assert.Equal(new SendOutcome.Unreachable(SendFailure.NoToken), await SendAsync(sender, app.Mailbox));
        Assert.Equal(1, site.Tokens.Asked);
        site.Tokens.Down = false;
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(new SendOutcome.Accepted(250), await SendAsync(sender, app.Mailbox));
    }

    [Fact]
    public async Task A_refused_token_is_not_shown_again_for_a_minute()
    {
        await using var site = await OAuthSite.StartAsync();
        await using var postfix = await PostfixServer.StartAsync(site.Dovecot);
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        var options = site.Smtp(postfix, app);
        options.User = DovecotServer.NewAddress();
        var clock = new FakeTimeProvider();
        await using var sender = new SmtpSender(options, clock);

        for (var mail = 0; mail < 3; mail++) Assert.Equal(new SendOutcome.Unreachable(SendFailure.SignInRefused), await SendAsync(sender, app.Mailbox));

        Assert.Equal(1, site.Tokens.Asked);
    }

    private static Task<SendOutcome> SendAsync(SmtpSender sender, string to) =>
        sender.SendAsync(TestMail.Bytes("Réponse"), MailAddress.Parse("support@msp.example"), MailAddress.Parse(to), default);
}
