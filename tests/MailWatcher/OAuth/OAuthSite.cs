using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SiOne.Bot.Mail.Smtp;
using SiOne.Bot.Mail.Transport;
using SiOne.Bot.MailWatcher.Tests.Imap;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.OAuth;

/// <summary>A sign-in service, and a real Dovecot that takes its tokens and asks it what they are worth.</summary>
internal sealed class OAuthSite : IAsyncDisposable
{
    private OAuthSite(TokenServer tokens, DovecotServer dovecot) => (Tokens, Dovecot) = (tokens, dovecot);

    public TokenServer Tokens { get; }

    public DovecotServer Dovecot { get; }

    public static async Task<OAuthSite> StartAsync()
    {
        var tokens = await TokenServer.StartAsync();
        return new OAuthSite(tokens, await DovecotServer.StartAsync(introspection: tokens.IntrospectionUrl));
    }

    public OAuthOptions OptionsOf(MailApp app) =>
        new() { TenantId = app.TenantId, ClientId = app.ClientId, ClientSecret = app.Secret, Authority = Tokens.Authority };

    /// <summary>A mailbox that tokens alone open, by TLS.</summary>
    public ImapOptions Imap(MailApp app)
    {
        var options = Watching.OptionsFor(Dovecot, app.Mailbox);
        (options.Password, options.OAuth) = ("", OptionsOf(app));
        return options;
    }

    public SmtpOptions Smtp(PostfixServer postfix, MailApp app) => new()
    {
        Host = "127.0.0.1",
        Port = postfix.Port,
        User = app.Mailbox,
        OAuth = OptionsOf(app),
        TrustedCertificate = postfix.Certificate,
    };

    public static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2_048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=mail-app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    public async ValueTask DisposeAsync()
    {
        await Dovecot.DisposeAsync();
        await Tokens.DisposeAsync();
    }
}
