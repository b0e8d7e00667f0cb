using SiOne.Bot.Manifest;

namespace SiOne.Bot.Host.Settings;

/// <summary>What the Teams app packages need besides the bots' app ids; under <c>SiOne:Teams</c>. Only the verb <c>manifest</c> requires it.</summary>
public sealed class ManifestOptions
{
    /// <summary>Where Teams reaches this program: https and a public host name, without path and port.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Who offers the apps, as Teams shows it; at most 32 characters.</summary>
    public string? CompanyName { get; set; }

    /// <summary>The company's web site, https.</summary>
    public string? WebsiteUrl { get; set; }

    /// <summary>The company's page on personal data, https.</summary>
    public string? PrivacyUrl { get; set; }

    /// <summary>The company's terms of use, https.</summary>
    public string? TermsUrl { get; set; }

    /// <summary>The packages' version, three numbers. Default: the program's. Raise it when a setting above has changed, or Teams takes no update.</summary>
    public string PackageVersion { get; set; } = typeof(ManifestOptions).Assembly.GetName().Version!.ToString(3);

    /// <summary>Reads them.</summary>
    public static ManifestOptions Read(IConfiguration configuration)
    {
        var teams = configuration.GetSection("SiOne:Teams");
        var options = new ManifestOptions
        {
            PublicUrl = teams[nameof(PublicUrl)],
            CompanyName = teams[nameof(CompanyName)],
            WebsiteUrl = teams[nameof(WebsiteUrl)],
            PrivacyUrl = teams[nameof(PrivacyUrl)],
            TermsUrl = teams[nameof(TermsUrl)],
        };
        if (teams[nameof(PackageVersion)] is { Length: > 0 } version) options.PackageVersion = version;
        return options;
    }

    /// <summary>All that the packages are made from.</summary>
    /// <param name="customersAppId"><c>SiOne:Teams:Customers:AppId</c>.</param>
    /// <param name="techniciansAppId"><c>SiOne:Teams:Technicians:AppId</c>.</param>
    /// <param name="supportAddress"><c>SiOne:SupportAddress</c>.</param>
    public ManifestInput Input(string? customersAppId, string? techniciansAppId, string? supportAddress) => new()
    {
        CustomersAppId = customersAppId,
        TechniciansAppId = techniciansAppId,
        PublicUrl = PublicUrl,
        CompanyName = CompanyName,
        WebsiteUrl = WebsiteUrl,
        PrivacyUrl = PrivacyUrl,
        TermsUrl = TermsUrl,
        SupportAddress = supportAddress,
        Version = PackageVersion,
    };
}
