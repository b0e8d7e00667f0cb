using System.Security.Cryptography.X509Certificates;

namespace SiOne.Bot.Mail.Transport;

/// <summary>
/// Sign-in by OAuth2 client credentials in the place of a password, as Exchange Online wants it: an app of its own, which an administrator lets
/// into the one mailbox.
/// </summary>
public sealed class OAuthOptions
{
    private const string TenantPlace = "{tenant}";

    /// <summary>The tenant of the mailbox, a GUID or a domain. Required.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app's id, a GUID. Required.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's secret; either this or <see cref="CertificateFile"/>. Never logged, never printed.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Path of the app's certificate with its private key, PKCS #12 or PEM; either this or <see cref="ClientSecret"/>.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of that file; null where it has none. Never logged, never printed.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Where tokens are asked for; <c>{tenant}</c> stands for the tenant. https, or http on this machine. Default the public cloud.</summary>
    public string Authority { get; set; } = $"https://login.microsoftonline.com/{TenantPlace}";

    /// <summary>For what a token is asked. Default Exchange Online's.</summary>
    public string Scope { get; set; } = "https://outlook.office365.com/.default";

    /// <summary>The authority with the tenant in it; null when it is no address that a secret may be sent to.</summary>
    internal Uri? Address =>
        Uri.TryCreate(Authority.Replace(TenantPlace, TenantId, StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.Segments.Length == 2
            ? uri
            : null;

    /// <summary>All mistakes at once; empty when they can be used. Reads the certificate file and nothing else.</summary>
    internal IEnumerable<OptionMistake> Mistakes()
    {
        if (TenantId.Length == 0 || TenantId.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')))
            yield return new(nameof(TenantId), "the tenant, a GUID or a domain");
        if (!Guid.TryParseExact(ClientId, "D", out _)) yield return new(nameof(ClientId), "the app's id, a GUID such as 11111111-2222-4333-8444-555555555555");
        if (string.IsNullOrEmpty(ClientSecret) == string.IsNullOrEmpty(CertificateFile))
            yield return new(nameof(ClientSecret), "either a secret here, or a certificate in CertificateFile");
        if (!string.IsNullOrEmpty(CertificateFile) && !ClientCertificate.IsUsable(CertificateFile, CertificatePassword))
            yield return new(nameof(CertificateFile), "a PKCS #12 or PEM file with its private key, and its password in CertificatePassword");
        if (Address is null) yield return new(nameof(Authority), "an https address with one path segment, such as https://login.microsoftonline.com/{tenant}");
        if (!Scope.EndsWith("/.default", StringComparison.Ordinal)) yield return new(nameof(Scope), "a resource followed by /.default");
    }

    /// <summary>The certificate with its private key; null when the file holds none, or the password is another.</summary>
    internal X509Certificate2? LoadCertificate() => ClientCertificate.Load(CertificateFile!, CertificatePassword);
}
