using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SiOne.Bot.Mail.Transport;

/// <summary>How a mail server is reached: what IMAP and SMTP have in common.</summary>
public abstract class MailServerOptions
{
    /// <summary>Name or address of the server. Required. The certificate must be made out to it.</summary>
    public string Host { get; set; } = "";

    /// <summary>TCP port, 1 to 65535.</summary>
    public abstract int Port { get; set; }

    /// <summary>How the connection is encrypted.</summary>
    public abstract MailSecurity Security { get; set; }

    /// <summary>Sign-in name.</summary>
    public string User { get; set; } = "";

    /// <summary>A secret: never logged, never printed. Set it by the environment or user secrets, not in a file that is shared.</summary>
    public string Password { get; set; } = "";

    /// <summary>Sign-in by OAuth2 client credentials, in the place of <see cref="Password"/>; null for none.</summary>
    public OAuthOptions? OAuth { get; set; }

    /// <summary>
    /// Path of a PEM file with the certificates to trust, of a private authority or the server's own; read at each connection, so that it can
    /// be renewed while running. Null, the default, for the machine's store.
    /// </summary>
    public string? TrustedCertificate { get; set; }

    /// <summary>The longest silence of the server while an answer is owed: 1 second to 10 minutes. Default 15 seconds.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>All mistakes in these settings at once; empty when they can be used. Reads the certificate file and nothing else.</summary>
    public IEnumerable<OptionMistake> Mistakes() => CommonMistakes().Concat(OwnMistakes());

    /// <summary>The mistakes in what a derived class adds.</summary>
    protected abstract IEnumerable<OptionMistake> OwnMistakes();

    /// <summary>A mistake when the value is outside the range.</summary>
    protected static IEnumerable<OptionMistake> Between(string key, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most) yield return new(key, $"a time from {least:c} to {most:c}");
    }

    /// <summary>A mistake when the value is outside the range.</summary>
    protected static IEnumerable<OptionMistake> Between(string key, long value, long least, long most)
    {
        if (value < least || value > most) yield return new(key, FormattableString.Invariant($"a number from {least} to {most}"));
    }

    private IEnumerable<OptionMistake> CommonMistakes()
    {
        if (string.IsNullOrWhiteSpace(Host)) yield return new(nameof(Host), "the name of the mail server");
        foreach (var mistake in Between(nameof(Port), Port, 1, 65535)) yield return mistake;
        if (!Enum.IsDefined(Security)) yield return new(nameof(Security), "SslOnConnect, StartTls or None");
        if (Security is MailSecurity.None && !IsLoopback(Host))
            yield return new(nameof(Security), "SslOnConnect or StartTls: None is for a server on this machine alone");
        if (User.Length == 0 && Password.Length > 0) yield return new(nameof(User), "the sign-in name that belongs to the password");
        if (User.Length == 0 && OAuth is not null) yield return new(nameof(User), "the mailbox that is signed in to by OAuth");
        if (User.Length > 0 && Password.Length == 0 && OAuth is null)
            yield return new(nameof(Password), "the password that belongs to the sign-in name, or else the group OAuth");
        if (Password.Length > 0 && OAuth is not null) yield return new(nameof(Password), "no password, since the group OAuth is set");
        foreach (var mistake in OAuth?.Mistakes() ?? []) yield return mistake with { Key = $"{nameof(OAuth)}:{mistake.Key}" };
        if (!CertificateFileIsUsable())
            yield return new(nameof(TrustedCertificate), "the path of a readable PEM file with at least one certificate");
        foreach (var mistake in Between(nameof(CommandTimeout), CommandTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)))
            yield return mistake;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    [SuppressMessage("Reliability", "CA2000", Justification = "Certificates without a private key hold nothing that a finalizer may not free.")]
    private bool CertificateFileIsUsable()
    {
        if (TrustedCertificate is null) return true;
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(TrustedCertificate);
            return found.Count > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>How the connection to a mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte (IMAP 993, submission 465; RFC 8314).</summary>
    SslOnConnect,

    /// <summary>Plain greeting, then TLS before anything else is said; never goes on without it.</summary>
    StartTls,

    /// <summary>No encryption; accepted for a server on this machine alone.</summary>
    None,
}

/// <summary>One mistake in the settings.</summary>
/// <param name="Key">The setting, as the property is named.</param>
/// <param name="Expected">What was expected there. Never quotes the value.</param>
public sealed record OptionMistake(string Key, string Expected);
