using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.MailWatcher.Tests.Imap;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;
using SiOne.Bot.TestKit.Network;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.OAuth;

/// <summary>IMAP by token, with a real Dovecot that asks the strict sign-in service what each token is worth.</summary>
public sealed class ImapTests
{
    [Fact]
    public async Task A_mailbox_is_read_with_a_token_for_its_secret()
    {
        await using var site = await OAuthSite.StartAsync();
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        await site.Dovecot.Mailbox(app.Mailbox).AppendAsync(TestMail.Of("Une"));
        var intake = new RecordingIntake();
        await using var watching = new Watching(site.Imap(app), intake);

        Assert.Single(await intake.WaitForKeptAsync(1));
        Assert.Equal((1, 0), (site.Tokens.Asked, site.Tokens.Refused));
        Assert.All(watching.Log.Entries, entry => Assert.DoesNotContain(site.Tokens.Given.Single(), entry.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mailbox_is_read_with_a_token_for_its_certificate(bool pem)
    {
        await using var site = await OAuthSite.StartAsync();
        using var certificate = OAuthSite.NewCertificate();
        using var folder = new TempFolder();
        var file = folder.File(pem ? "app.pem" : "app.pfx");
        if (pem) await File.WriteAllTextAsync(file, $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}");
        else await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "p"));
        var app = site.Tokens.Register(DovecotServer.NewAddress(), certificate);
        await site.Dovecot.Mailbox(app.Mailbox).AppendAsync(TestMail.Of("Une"));
        var options = site.Imap(app);
        (options.OAuth!.CertificateFile, options.OAuth.CertificatePassword) = (file, pem ? null : "p");
        Assert.Empty(options.Mistakes());
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake);

        Assert.Single(await intake.WaitForKeptAsync(1));
    }

    [Theory]
    [InlineData("tenant")]
    [InlineData("client")]
    [InlineData("secret")]
    [InlineData("assertion")]
    [InlineData("scope")]
    public async Task What_the_sign_in_service_refuses_is_tried_once_a_minute_at_most(string wrong)
    {
        await using var site = await OAuthSite.StartAsync();
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        using var folder = new TempFolder();
        using var known = OAuthSite.NewCertificate();
        using var other = OAuthSite.NewCertificate();
        var options = site.Imap(app);
        var oauth = options.OAuth!;
        switch (wrong)
        {
            case "tenant": oauth.TenantId = Guid.NewGuid().ToString(); break;
            case "client": oauth.ClientId = Guid.NewGuid().ToString(); break;
            case "secret": oauth.ClientSecret = "another"; break;
            case "scope": oauth.Scope = "https://graph.microsoft.com/.default"; break;
            default:
                site.Tokens.Change(app with { Secret = null, Certificate = known });
                (oauth.ClientSecret, oauth.CertificateFile) = (null, folder.File("other.pfx"));
                await File.WriteAllBytesAsync(oauth.CertificateFile, other.Export(X509ContentType.Pfx));
                break;
        }

        var clock = new FakeTimeProvider();
        await using var proxy = new TcpProxy(site.Dovecot.ImapsPort);
        options.Port = proxy.Port;
        await using var watching = new Watching(options, new RecordingIntake(), clock);
        await watching.UntilAsync(s => s.State is WatcherState.SignInRefused);

        Assert.Equal(WatcherFault.TokenRefused, watching.Status.LastFault);
        Assert.InRange(watching.Status.RetryAt!.Value - clock.GetUtcNow(), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
        Assert.Equal((1, 0), (site.Tokens.Asked, proxy.Accepted));
    }

    [Fact]
    public async Task A_token_for_another_mailbox_is_refused_by_the_server()
    {
        await using var site = await OAuthSite.StartAsync();
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        var options = site.Imap(app);
        options.User = DovecotServer.NewAddress();
        await using var watching = new Watching(options, new RecordingIntake(), new FakeTimeProvider());

        await watching.UntilAsync(s => s.LastFault is WatcherFault.SignInRefused);
        Assert.Equal(1, site.Tokens.Asked);
    }

    [Fact]
    public async Task A_token_that_was_revoked_in_mid_session_is_fetched_anew_once()
    {
        await using var site = await OAuthSite.StartAsync();
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        await using var proxy = new TcpProxy(site.Dovecot.ImapsPort);
        var options = site.Imap(app);
        options.Port = proxy.Port;
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        site.Tokens.Revoke();
        await site.Dovecot.Mailbox(app.Mailbox).AppendAsync(TestMail.Of("Une"));
        await intake.WaitForKeptAsync(1);
        proxy.Cut();
        await watching.UntilAsync(s => s.LastFault is WatcherFault.ConnectionLost);
        await site.Dovecot.Mailbox(app.Mailbox).AppendAsync(TestMail.Of("Deux"));
        await intake.WaitForKeptAsync(2);

        Assert.Equal((2, 0), (site.Tokens.Asked, site.Tokens.Refused));
    }

    [Theory]
    [InlineData(299, 2)]
    [InlineData(420, 1)]
    public async Task A_token_is_used_again_until_5_minutes_before_its_end(int life, int asked)
    {
        await using var site = await OAuthSite.StartAsync();
        site.Tokens.Life = life;
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        await using var proxy = new TcpProxy(site.Dovecot.ImapsPort);
        var options = site.Imap(app);
        options.Port = proxy.Port;
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        proxy.Cut();
        await watching.UntilAsync(s => s.LastFault is WatcherFault.ConnectionLost);
        await intake.WaitForLooksAsync();

        Assert.Equal(asked, site.Tokens.Asked);
    }

    [Fact]
    public async Task A_sign_in_service_that_is_down_is_asked_once_a_minute_and_the_backlog_taken_afterwards()
    {
        await using var site = await OAuthSite.StartAsync();
        var app = site.Tokens.Register(DovecotServer.NewAddress());
        await site.Dovecot.Mailbox(app.Mailbox).AppendAsync(TestMail.Of("En attente"));
        site.Tokens.Down = true;
        var clock = new FakeTimeProvider();
        var intake = new RecordingIntake();
        await using var watching = new Watching(site.Imap(app), intake, clock);
        await watching.UntilAsync(s => s.State is WatcherState.SignInRefused);

        Assert.Equal((WatcherFault.TokenUnreachable, 1), (watching.Status.LastFault!.Value, site.Tokens.Asked));
        site.Tokens.Down = false;
        await Deadline.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return intake.Kept.Length == 1;
        });

        Assert.True(clock.GetUtcNow() - clock.Start >= TimeSpan.FromSeconds(60));
        Assert.Equal(2, site.Tokens.Asked);
    }
}
