namespace SiOne.Bot.Manifest.Tests;

public sealed class InputTests
{
    internal static readonly string[] AllKeys =
    [
        "Teams:Customers:AppId", "Teams:Technicians:AppId", "Teams:PublicUrl", "Teams:CompanyName", "Teams:WebsiteUrl", "Teams:PrivacyUrl", "Teams:TermsUrl",
        "SupportAddress", "Teams:PackageVersion",
    ];

    public static TheoryData<string> Keys => [.. AllKeys];

    [Fact]
    public void Nothing_configured_names_every_key_and_builds_nothing()
    {
        var built = AppPackage.BuildAll(new ManifestInput());
        Assert.Empty(built.Packages);
        Assert.Equal(AllKeys, built.Mistakes.Select(mistake => mistake.Key));
    }

    [Fact]
    public void A_whole_input_has_no_mistakes() => Assert.Empty(A.Input.Mistakes());

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_missing_key_is_named_alone(string key)
    {
        var mistake = Assert.Single(With(key, null).Mistakes());
        Assert.Equal(key, mistake.Key);
        Assert.Equal(mistake, Assert.Single(With(key, "").Mistakes()));
    }

    [Theory]
    [InlineData("Teams:Customers:AppId", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Teams:Customers:AppId", "{6f1c8a52-0d0e-4c7b-9a51-2f6b7f3f5a01}")]
    [InlineData("Teams:Customers:AppId", "6f1c8a520d0e4c7b9a512f6b7f3f5a01")]
    [InlineData("Teams:Technicians:AppId", "customers")]
    [InlineData("Teams:Technicians:AppId", A.CustomersBot)]
    [InlineData("Teams:PublicUrl", "http://bot.msp.example")]
    [InlineData("Teams:PublicUrl", "https://bot.msp.example:8443")]
    [InlineData("Teams:PublicUrl", "https://bot.msp.example/teams")]
    [InlineData("Teams:PublicUrl", "https://bot.msp.example/?a=b")]
    [InlineData("Teams:PublicUrl", "https://bot.msp.example/#a")]
    [InlineData("Teams:PublicUrl", "https://me@bot.msp.example")]
    [InlineData("Teams:PublicUrl", "https://192.0.2.1")]
    [InlineData("Teams:PublicUrl", "https://[2001:db8::1]")]
    [InlineData("Teams:PublicUrl", "https://localhost")]
    [InlineData("Teams:PublicUrl", "https://bot")]
    [InlineData("Teams:PublicUrl", "bot.msp.example")]
    [InlineData("Teams:CompanyName", "Une société dont le nom est trop long")]
    [InlineData("Teams:CompanyName", "MSP\nExemple")]
    [InlineData("Teams:CompanyName", " MSP")]
    [InlineData("Teams:WebsiteUrl", "http://msp.example")]
    [InlineData("Teams:PrivacyUrl", "javascript:alert(1)")]
    [InlineData("Teams:TermsUrl", "https://user:secret@msp.example/")]
    [InlineData("SupportAddress", "nobody")]
    [InlineData("Teams:PackageVersion", "2.0")]
    [InlineData("Teams:PackageVersion", "1.0.0-beta")]
    [InlineData("Teams:PackageVersion", "1.0.01")]
    [InlineData("Teams:PackageVersion", "1.0.0\n")]
    public void What_cannot_be_used_is_refused_by_its_key_and_never_quoted(string key, string value)
    {
        var built = AppPackage.BuildAll(With(key, value));
        Assert.Empty(built.Packages);
        var mistake = Assert.Single(built.Mistakes);
        Assert.Equal(key, mistake.Key);
        Assert.DoesNotContain(value, mistake.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bot.msp.example/", "bot.msp.example")]
    [InlineData("https://Bot.MSP.example:443", "bot.msp.example")]
    [InlineData("https://support.angoulême.example", "support.xn--angoulme-p1a.example")]
    public void The_domain_is_the_host_as_the_network_writes_it(string url, string host) => Assert.Equal(host, (A.Input with { PublicUrl = url }).PublicHost);

    private static ManifestInput With(string key, string? value) => key switch
    {
        "Teams:Customers:AppId" => A.Input with { CustomersAppId = value },
        "Teams:Technicians:AppId" => A.Input with { TechniciansAppId = value },
        "Teams:PublicUrl" => A.Input with { PublicUrl = value },
        "Teams:CompanyName" => A.Input with { CompanyName = value },
        "Teams:WebsiteUrl" => A.Input with { WebsiteUrl = value },
        "Teams:PrivacyUrl" => A.Input with { PrivacyUrl = value },
        "Teams:TermsUrl" => A.Input with { TermsUrl = value },
        "SupportAddress" => A.Input with { SupportAddress = value },
        "Teams:PackageVersion" => A.Input with { Version = value },
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Not a key."),
    };
}
