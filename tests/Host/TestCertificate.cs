using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests;

/// <summary>A certificate with its private key, as settings name one.</summary>
internal static class TestCertificate
{
    /// <summary>Writes one without a password.</summary>
    /// <returns>The file.</returns>
    public static string In(TempFolder folder)
    {
        using var key = RSA.Create(2_048);
        using var certificate = new CertificateRequest("CN=app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = folder.File("app.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
        return file;
    }
}
