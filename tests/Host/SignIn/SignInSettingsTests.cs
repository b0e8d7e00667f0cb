using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.SignIn;
using SiOne.Bot.MailWatcher.Settings;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.SignIn;

public sealed class SignInSettingsTests
{
    private static readonly TeamsReading NoTeams = new(null, []);

    [Fact]
    public void Without_the_section_nobody_is_asked_to_sign_in()
    {
        var reading = Read([]);
        Assert.Null(reading.Usable);
        Assert.Empty(reading.Mistakes);
    }

    [Fact]
    public void An_empty_section_is_a_mistake_and_not_an_open_page() =>
        Assert.Contains(Read(new(StringComparer.Ordinal) { ["SiOne:SignIn"] = null }).Mistakes, mistake => mistake.Key == "SiOne:SignIn:TenantId");

    [Fact]
    public void Good_settings_are_read()
    {
        var usable = Read(Good()).Usable!;
        Assert.Equal($"https://login.microsoftonline.com/{FakeEntra.Tenant}/v2.0", usable.Authority.AbsoluteUri);
        Assert.Equal(TechnicianRole.Lead, usable.Technicians[FakeEntra.Lead]);
        Assert.Null(usable.PublicUrl);
        Assert.DoesNotContain(FakeEntra.Secret, usable.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TenantId", "msp.example")]
    [InlineData("TenantId", "common")]
    [InlineData("TenantId", null)]
    [InlineData("ClientId", "page")]
    [InlineData("ClientSecret", null)]
    [InlineData("CertificateFile", "missing.pfx", "ClientSecret", "CertificateFile")]
    [InlineData("Authority", "http://login.example")]
    [InlineData("Authority", "http://127.0.0.1:56150")]
    [InlineData("PublicUrl", "http://support.msp.example")]
    [InlineData("PublicUrl", "https://support.msp.example/page")]
    [InlineData("PublicUrl", "https://me@support.msp.example")]
    [InlineData("Technicians:nobody", "Lead", "Technicians")]
    [InlineData("Technicians:1ead0000-0000-4000-8000-000000000002", "Boss", "Technicians:1ead0000-0000-4000-8000-000000000002")]
    [InlineData("Technicians:1ead0000-0000-4000-8000-000000000002", "1", "Technicians:1ead0000-0000-4000-8000-000000000002")]
    [InlineData("Technicians:" + FakeEntra.Lead, null, "Technicians", "Technicians:" + FakeEntra.Lead)]
    [InlineData("Password", "x")]
    public void What_cannot_be_used_is_named(string key, string? value, params string[] named)
    {
        var settings = Good();
        if (value is null) settings.Remove($"SiOne:SignIn:{key}");
        else settings[$"SiOne:SignIn:{key}"] = value;
        var reading = Read(settings);
        Assert.Null(reading.Usable);
        var keys = reading.Mistakes.Select(mistake => mistake.Key).ToArray();
        Assert.Contains(keys, one => (named.Length == 0 ? [key] : named).Any(name => one == $"SiOne:SignIn:{name}"));
        Assert.DoesNotContain(reading.Mistakes, mistake => mistake.ToString().Contains(FakeEntra.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_Teams_says_who_is_a_technician_nothing_else_does()
    {
        var teams = new TeamsReading(null, [new SettingMistake("SiOne:Teams:Issuer", "x")]);
        Assert.Equal(["SiOne:SignIn:Technicians"], Read(Good(), teams).Mistakes.Select(mistake => mistake.Key));
        var without = Good();
        without.Remove($"SiOne:SignIn:Technicians:{FakeEntra.Lead}");
        Assert.Equal(["SiOne:SignIn:Technicians"], Read(without).Mistakes.Select(mistake => mistake.Key));
    }

    [Fact]
    public async Task A_certificate_signs_who_the_page_is()
    {
        using var folder = new TempFolder();
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=page", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllBytes(folder.File("page.pfx"), certificate.Export(X509ContentType.Pkcs12, "word"));
        var settings = Good();
        settings.Remove("SiOne:SignIn:ClientSecret");
        (settings["SiOne:SignIn:CertificateFile"], settings["SiOne:SignIn:CertificatePassword"]) = (folder.File("page.pfx"), "word");
        var read = Assert.IsType<BotCredential.Certificate>(Read(settings).Usable!.Credential).Value;

        var assertion = ClientAssertion.Make(FakeEntra.ClientId, "https://login.example/token", read, TimeProvider.System.GetUtcNow());
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            IssuerSigningKey = new X509SecurityKey(certificate),
            TryAllIssuerSigningKeys = true,
            ValidIssuer = FakeEntra.ClientId,
            ValidAudience = "https://login.example/token",
            ValidAlgorithms = ["PS256"],
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        var token = (JsonWebToken)result.SecurityToken;
        Assert.Equal(FakeEntra.ClientId, token.Subject);
        Assert.Equal(Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)), token.GetHeaderValue<string>("x5t#S256"));
        Assert.NotEqual(token.Id, new JsonWebToken(ClientAssertion.Make(FakeEntra.ClientId, "https://login.example/token", read, TimeProvider.System.GetUtcNow())).Id);
    }

    [Fact]
    public void What_is_blank_gives_no_way_to_sign_in()
    {
        using var folder = new TempFolder();
        var settings = Good();
        settings["SiOne:SignIn:CertificateFile"] = " ";
        var read = Read(settings);
        Assert.Empty(read.Mistakes);
        Assert.IsType<BotCredential.Secret>(read.Usable!.Credential);
        settings["SiOne:SignIn:ClientSecret"] = " ";
        settings["SiOne:SignIn:CertificateFile"] = TestCertificate.In(folder);
        Assert.IsType<BotCredential.Certificate>(Read(settings).Usable!.Credential);
    }

    private static Dictionary<string, string?> Good() => new(StringComparer.Ordinal)
    {
        ["SiOne:SignIn:TenantId"] = FakeEntra.Tenant.ToUpperInvariant(),
        ["SiOne:SignIn:ClientId"] = FakeEntra.ClientId,
        ["SiOne:SignIn:ClientSecret"] = FakeEntra.Secret,
        [$"SiOne:SignIn:Technicians:{FakeEntra.Lead}"] = "lead",
    };

    private static SignInReading Read(Dictionary<string, string?> settings, TeamsReading? teams = null) =>
        SignInSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), development: false, teams ?? NoTeams);
}
