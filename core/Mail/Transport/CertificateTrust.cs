using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Security;

namespace SiOne.Bot.Mail.Transport;

/// <summary>Which server certificates are trusted: those of the machine's store, or those of one PEM file and no others.</summary>
public static class CertificateTrust
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Sets a client that is not yet connected up to check the server as the options say.</summary>
    /// <exception cref="IOException">The PEM file cannot be read.</exception>
    /// <exception cref="CryptographicException">The PEM file holds no readable certificate.</exception>
    public static void Apply(MailService client, MailServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        client.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        // A revocation list that cannot be reached from behind a firewall would stop the intake of mail.
        client.CheckCertificateRevocation = false;
        client.Timeout = (int)options.CommandTimeout.TotalMilliseconds;
        var roots = new X509Certificate2Collection();
        if (options.TrustedCertificate is { } path) roots.ImportFromPemFile(path);
        client.ServerCertificateValidationCallback = options.TrustedCertificate is null
            // The library's own check would also accept some well-known providers' certificates in spite of errors.
            ? static (_, _, _, errors) => errors == SslPolicyErrors.None
            : (_, certificate, chain, errors) => IsIssuedBy(roots, certificate, chain, errors);
    }

    /// <summary>The option as the mail library calls it.</summary>
    public static SecureSocketOptions ToSocketOptions(this MailSecurity security) => security switch
    {
        MailSecurity.SslOnConnect => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.None => SecureSocketOptions.None,
    };

    private static bool IsIssuedBy(
        X509Certificate2Collection roots, X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        const SslPolicyErrors beyondTrust = SslPolicyErrors.RemoteCertificateNotAvailable | SslPolicyErrors.RemoteCertificateNameMismatch;
        if (certificate is not X509Certificate2 leaf || (errors & beyondTrust) != SslPolicyErrors.None) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        if (presented is not null)
            foreach (var element in presented.ChainElements) chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(leaf);
    }
}
