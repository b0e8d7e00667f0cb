using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Connector;

public sealed class TeamsSettingsTests
{
    private const string Guid1 = "11111111-2222-4333-8444-555555555555";
    private const string Guid2 = "99999999-2222-4333-8444-555555555555";

    [Fact]
    public void Without_the_section_Teams_is_off()
    {
        var reading = Read([]);
        Assert.Null(reading.Usable);
        Assert.Empty(reading.Mistakes);
    }

    [Fact]
    public void An_empty_section_is_a_mistake_and_not_an_open_door()
    {
        Dictionary<string, string?> empty = new(StringComparer.Ordinal) { ["SiOne:Teams"] = null };
        Assert.Contains(Read(empty).Mistakes, mistake => mistake.Key == "SiOne:Teams:Customers:AppId");
    }

    [Fact]
    public void Good_settings_are_read_in_one_spelling()
    {
        var settings = Good();
        settings["SiOne:Teams:Customers:AppId"] = Guid1.ToUpperInvariant();
        settings[$"SiOne:Teams:TechnicianRoles:{Guid1.ToUpperInvariant()}"] = "Lead";
        settings[$"SiOne:Teams:TechnicianRoles:{Guid2}"] = "technician";
        var reading = Read(settings);
        Assert.Empty(reading.Mistakes);
        var usable = reading.Usable!;
        Assert.Equal(Guid1, usable.Of(BotKey.Customers).AppId);
        Assert.Equal(Guid2, usable.Of(BotKey.Technicians).AppId);
        Assert.Equal((TechnicianRole.Lead, TechnicianRole.Technician), (usable.TechnicianRoles[Guid1], usable.TechnicianRoles[Guid2]));
        Assert.NotNull(usable.ServiceHosts.Service("https://smba.trafficmanager.net/emea/"));
        Assert.NotNull(usable.ServiceHosts.Service("https://smba.infra.gcc.teams.microsoft.com/gcc"));
        Assert.NotNull(usable.ServiceHosts.Service("https://smba.infra.gov.teams.microsoft.us/gcch"));
        Assert.False(usable.AllowAnonymous);
        Assert.DoesNotContain("s3cret", usable.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", usable.Customers.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Customers:AppId", null)]
    [InlineData("Customers:AppId", "bot")]
    [InlineData("Customers:TenantId", "")]
    [InlineData("Customers:ClientSecret", null)]
    [InlineData("Customers:CertificateFile", "missing.pfx", "Customers:ClientSecret", "Customers:CertificateFile")]
    [InlineData("Customers:ManagedIdentityClientId", Guid2, "Customers:ClientSecret", "Customers:ManagedIdentityClientId")]
    [InlineData("Technicians:AppId", Guid1)]
    [InlineData("TechnicianTenantId", "msp.example")]
    [InlineData("TechnicianTeamId", null)]
    [InlineData("TechnicianChannelId", "general")]
    [InlineData("TechnicianRoles:somebody", "Lead", "TechnicianRoles")]
    [InlineData("TechnicianRoles:" + Guid1, "Boss")]
    [InlineData("TechnicianRoles:" + Guid1, "1")]
    [InlineData("TechnicianRoles:" + Guid1, "")]
    [InlineData("ServiceHosts", "*.trafficmanager.net")]
    [InlineData("ServiceHosts", "http://127.0.0.1:5000")]
    [InlineData("FileHosts", "https://x")]
    [InlineData("OpenIdMetadata", "http://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("LoginHost", "http://127.0.0.1:5000")]
    [InlineData("LoginHost", "https://login.microsoftonline.com/common")]
    [InlineData("Issuer", " ")]
    [InlineData("Scope", "https://api.botframework.com")]
    [InlineData("AllowAnonymous", "true")]
    [InlineData("AllowAnonymous", "perhaps")]
    [InlineData("TechnicianLanguage", "de")]
    [InlineData("TechnicianLanguage", "french")]
    [InlineData("Unknown", "x")]
    public void A_mistake_is_told_by_its_key(string key, string? value, params string[] told)
    {
        var settings = Good();
        settings[$"SiOne:Teams:{key}"] = value;
        var reading = Read(settings);
        Assert.Null(reading.Usable);
        Assert.Equal((told.Length > 0 ? told : [key]).Select(one => $"SiOne:Teams:{one}"), reading.Mistakes.Select(mistake => mistake.Key));
        if (value is { Length: > 3 } and not "true") Assert.DoesNotContain(reading.Mistakes, mistake => mistake.Expected.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, Language.French)]
    [InlineData("fr", Language.French)]
    [InlineData("en", Language.English)]
    [InlineData(" EN ", Language.English)]
    public void The_channel_has_a_language(string? value, Language language)
    {
        var settings = Good();
        if (value is not null) settings["SiOne:Teams:TechnicianLanguage"] = value;
        Assert.Equal(language, Read(settings).Usable!.TechnicianLanguage);
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var settings = Good();
        settings["SiOne:Teams:Customers:AppId"] = "x";
        settings["SiOne:Teams:TechnicianTenantId"] = "x";
        settings["SiOne:Teams:Scope"] = "x";
        Assert.Equal(3, Read(settings).Mistakes.Length);
    }

    [Fact]
    public void Development_may_use_this_machine_and_do_without_credentials()
    {
        var settings = Good();
        settings["SiOne:Teams:AllowAnonymous"] = "true";
        settings["SiOne:Teams:Customers:ClientSecret"] = null;
        settings["SiOne:Teams:ServiceHosts"] = "http://localhost:56150";
        settings["SiOne:Teams:LoginHost"] = "http://127.0.0.1:5000";
        var reading = Read(settings, development: true);
        Assert.Empty(reading.Mistakes);
        Assert.True(reading.Usable!.AllowAnonymous);
        Assert.NotEmpty(Read(settings).Mistakes);
    }

    [Theory]
    [InlineData("pfx", null)]
    [InlineData("pfx", "password")]
    [InlineData("pem", null)]
    [InlineData("pem", "password")]
    public void A_certificate_is_opened_where_it_is_read(string kind, string? password)
    {
        using var folder = new TempFolder();
        using var key = RSA.Create(2_048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(folder.Path, $"bot.{kind}");
        if (kind == "pfx") File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, password));
        else
        {
            var pbe = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000);
            var keyPem = password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, pbe);
            File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + keyPem);
        }

        var settings = Good();
        settings["SiOne:Teams:Customers:ClientSecret"] = null;
        settings["SiOne:Teams:Customers:CertificateFile"] = file;
        settings["SiOne:Teams:Customers:CertificatePassword"] = password;
        var reading = Read(settings);
        Assert.Empty(reading.Mistakes);
        Assert.Equal(certificate.Thumbprint, Assert.IsType<BotCredential.Certificate>(reading.Usable!.Customers.Credential).Value.Thumbprint);
        settings["SiOne:Teams:Customers:CertificatePassword"] = "wrong";
        if (password is not null) Assert.Equal("SiOne:Teams:Customers:CertificateFile", Assert.Single(Read(settings).Mistakes).Key);
    }

    [Fact]
    public void What_is_blank_gives_no_way_to_sign_in()
    {
        using var folder = new TempFolder();
        var settings = Good();
        settings["SiOne:Teams:Customers:ClientSecret"] = " ";
        settings["SiOne:Teams:Customers:CertificateFile"] = TestCertificate.In(folder);
        settings["SiOne:Teams:Technicians:CertificateFile"] = " ";
        settings["SiOne:Teams:Technicians:ManagedIdentityClientId"] = " ";
        var reading = Read(settings);
        Assert.Empty(reading.Mistakes);
        Assert.IsType<BotCredential.Certificate>(reading.Usable!.Customers.Credential);
        Assert.Equal("s3cret", Assert.IsType<BotCredential.Secret>(reading.Usable.Technicians.Credential).Value);
    }

    private static TeamsReading Read(Dictionary<string, string?> settings, bool development = false) =>
        TeamsSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), development);

    private static Dictionary<string, string?> Good() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["SiOne:Teams:Customers:AppId"] = Guid1,
        ["SiOne:Teams:Customers:TenantId"] = Guid1,
        ["SiOne:Teams:Customers:ClientSecret"] = "s3cret",
        ["SiOne:Teams:Technicians:AppId"] = Guid2,
        ["SiOne:Teams:Technicians:TenantId"] = Guid1,
        ["SiOne:Teams:Technicians:ClientSecret"] = "s3cret",
        ["SiOne:Teams:TechnicianTenantId"] = Guid1,
        ["SiOne:Teams:TechnicianTeamId"] = "19:a@thread.tacv2",
        ["SiOne:Teams:TechnicianChannelId"] = "19:b@thread.tacv2",
    };
}
