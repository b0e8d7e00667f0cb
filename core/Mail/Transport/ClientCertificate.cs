using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SiOne.Bot.Mail.Transport;

/// <summary>The certificate by which an app of ours proves itself to a sign-in service.</summary>
public static class ClientCertificate
{
    /// <summary>Whether there is one to load; nothing of it is kept.</summary>
    /// <param name="file">PKCS #12 or PEM.</param>
    /// <param name="password">Its password; null or empty where it has none.</param>
    public static bool IsUsable(string file, string? password)
    {
        using var certificate = Load(file, password);
        return certificate is not null;
    }

    /// <summary>The certificate with its private key; null when the file holds none, cannot be read, or the password is another.</summary>
    /// <param name="file">PKCS #12 or PEM.</param>
    /// <param name="password">Its password; null or empty where it has none.</param>
    public static X509Certificate2? Load(string file, string? password)
    {
        X509Certificate2? found = null;
        try
        {
            found = X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12
                ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
                : string.IsNullOrEmpty(password)
                    ? X509Certificate2.CreateFromPemFile(file)
                    : X509Certificate2.CreateFromEncryptedPemFile(file, password);
            if (found.HasPrivateKey) return found;
        }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // The same to the caller as a file without a key.
        }

        found?.Dispose();
        return null;
    }
}
