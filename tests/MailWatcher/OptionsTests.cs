using SiOne.Bot.Mail.Smtp;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.MailWatcher.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<ImapOptions>> Wrong() => new()
    {
        { "Host", o => o.Host = " " },
        { "Port", o => o.Port = 0 },
        { "Port", o => o.Port = 65536 },
        { "Security", o => o.Security = MailSecurity.None },
        { "Security", o => o.Security = (MailSecurity)9 },
        { "User", o => o.User = "" },
        { "Password", o => o.Password = "" },
        { "Password", o => o.OAuth = OAuth() },
        { "User", o => (o.User, o.Password, o.OAuth) = ("", "", OAuth()) },
        { "Security", o => (o.Security, o.Password, o.OAuth) = (MailSecurity.None, "", OAuth()) },
        { "OAuth:TenantId", o => o.OAuth = OAuth(a => a.TenantId = "a/b") },
        { "OAuth:ClientId", o => o.OAuth = OAuth(a => a.ClientId = "app") },
        { "OAuth:ClientSecret", o => o.OAuth = OAuth(a => a.ClientSecret = null) },
        { "OAuth:ClientSecret", o => o.OAuth = OAuth(a => a.CertificateFile = "/nowhere/app.pfx") },
        { "OAuth:CertificateFile", o => o.OAuth = OAuth(a => (a.ClientSecret, a.CertificateFile) = (null, "/nowhere/app.pfx")) },
        { "OAuth:Authority", o => o.OAuth = OAuth(a => a.Authority = "http://login.example/{tenant}") },
        { "OAuth:Authority", o => o.OAuth = OAuth(a => a.Authority = "https://login.example/") },
        { "OAuth:Scope", o => o.OAuth = OAuth(a => a.Scope = "Mail.Read") },
        { "TrustedCertificate", o => o.TrustedCertificate = "/nowhere/cert.pem" },
        { "TrustedCertificate", o => o.TrustedCertificate = typeof(OptionsTests).Assembly.Location },
        { "CommandTimeout", o => o.CommandTimeout = TimeSpan.Zero },
        { "Folder", o => o.Folder = "" },
        { "PollInterval", o => o.PollInterval = TimeSpan.FromHours(1) },
        { "IdleReissue", o => o.IdleReissue = TimeSpan.FromMinutes(30) },
        { "MaxMailBytes", o => o.MaxMailBytes = 0 },
        { "BatchSize", o => o.BatchSize = 65 },
        { "AfterKeep", o => o.AfterKeep = (AfterKeep)9 },
        { "MoveTo", o => o.AfterKeep = AfterKeep.Move },
        { "MoveTo", o => (o.AfterKeep, o.MoveTo) = (AfterKeep.Move, "INBOX") },
        { "ReportFolder", o => o.ReportFolder = "INBOX" },
        { "ReconnectAfter", o => o.ReconnectAfter = TimeSpan.Zero },
        { "ReconnectAtMost", o => o.ReconnectAtMost = TimeSpan.FromMilliseconds(1) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named_with_what_was_expected(string key, Action<ImapOptions> spoil)
    {
        var options = Right();
        spoil(options);

        var mistakes = options.Mistakes().ToArray();

        Assert.Contains(mistakes, m => m.Key == key && m.Expected.Length > 0);
        Assert.All(mistakes, m => Assert.DoesNotContain("s3cret", m.Expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Right_settings_have_no_mistake() => Assert.Empty(Right().Mistakes());

    [Fact]
    public void All_mistakes_are_named_at_once() =>
        Assert.Equal(["Host", "User"], new ImapOptions { Password = "s3cret" }.Mistakes().Select(m => m.Key).Distinct().Order());

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void Without_encryption_only_this_machine_may_be_named(string host)
    {
        var options = Right();
        (options.Host, options.Security) = (host, MailSecurity.None);

        Assert.Empty(options.Mistakes());
    }

    [Fact]
    public void An_SMTP_server_may_go_without_a_sign_in_but_not_with_half_of_one()
    {
        Assert.Empty(new SmtpOptions { Host = "smtp.msp.example" }.Mistakes());
        Assert.Equal("Password", Assert.Single(new SmtpOptions { Host = "smtp.msp.example", User = "u" }.Mistakes()).Key);
        Assert.Equal("ReplyTimeout", Assert.Single(new SmtpOptions { Host = "h", ReplyTimeout = TimeSpan.FromHours(1) }.Mistakes()).Key);
        Assert.Equal("KeepOpen", Assert.Single(new SmtpOptions { Host = "h", KeepOpen = TimeSpan.FromMinutes(5) }.Mistakes()).Key);
    }

    [Fact]
    public void A_folder_mailbox_names_its_mistakes() => Assert.Equal(
        ["MaxMailBytes", "Path", "PollInterval", "Settle"],
        new FolderOptions { MaxMailBytes = 1, PollInterval = default, Settle = default }.Mistakes().Select(m => m.Key).Order());

    [Fact]
    public void A_password_or_OAuth_signs_in()
    {
        var options = Right();
        (options.Password, options.OAuth) = ("", OAuth());

        Assert.Empty(options.Mistakes());
        Assert.Equal("Password", Assert.Single(new SmtpOptions { Host = "h", User = "u", Password = "s3cret", OAuth = OAuth() }.Mistakes()).Key);
    }

    private static OAuthOptions OAuth(Action<OAuthOptions>? spoil = null)
    {
        var options = new OAuthOptions { TenantId = "msp.example", ClientId = "11111111-2222-4333-8444-555555555555", ClientSecret = "s3cret" };
        spoil?.Invoke(options);
        return options;
    }

    private static ImapOptions Right() => new() { Host = "imap.msp.example", User = "support@msp.example", Password = "s3cret" };
}
