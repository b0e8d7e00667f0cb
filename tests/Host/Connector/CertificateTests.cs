using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Connector;

public sealed class CertificateTests
{
    [Fact]
    public async Task A_bot_may_prove_itself_with_a_certificate()
    {
        using var folder = new TempFolder();
        using var key = RSA.Create(2_048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = folder.File("bot.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "password"));
        await using var bench = await ConnectorBench.StartAsync(settings =>
        {
            settings["SiOne:Teams:Customers:ClientSecret"] = null;
            settings["SiOne:Teams:Customers:CertificateFile"] = file;
            settings["SiOne:Teams:Customers:CertificatePassword"] = "password";
        });
        var reference = bench.ReferenceOf(bench.Employee());
        var hello = new Activity { Type = ActivityTypes.Message, Text = "Bien reçu." };
        Assert.Equal(new ConnectorOutcome.Refused("invalid_client"), await bench.Client.SendAsync(reference, hello, default));
        bench.Teams.Register(bench.Teams.Customers, certificate);
        Assert.IsType<ConnectorOutcome.Done>(await bench.Client.SendAsync(reference, hello, default));
    }
}
