using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Manifest;

/// <summary>One input that cannot be used.</summary>
/// <param name="Key">Its key below <c>SiOne</c>, for example <c>Teams:PublicUrl</c>.</param>
/// <param name="Expected">What was expected. Never quotes the value.</param>
public sealed record InputMistake(string Key, string Expected);

/// <summary>What the packages are made from, as it was configured: nothing here is trusted before <see cref="Mistakes"/> is empty.</summary>
public sealed partial record ManifestInput
{
    private const int MostCompanyName = 32; // developer.name in the schema.

    private const int MostUrl = 2048;

    /// <summary>The app id of the customers' bot, a GUID (Azure Bot: "Microsoft App ID").</summary>
    public string? CustomersAppId { get; init; }

    /// <summary>The app id of the technicians' bot, a GUID; another one than the customers'.</summary>
    public string? TechniciansAppId { get; init; }

    /// <summary>Where Teams reaches the product: <c>https://</c> and a host name, nothing more.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Who offers the apps, as Teams shows it; at most 32 characters.</summary>
    public string? CompanyName { get; init; }

    /// <summary>Their web site, https.</summary>
    public string? WebsiteUrl { get; init; }

    /// <summary>Their page on personal data, https.</summary>
    public string? PrivacyUrl { get; init; }

    /// <summary>Their terms of use, https.</summary>
    public string? TermsUrl { get; init; }

    /// <summary>The support address, named in the customers' app's description.</summary>
    public string? SupportAddress { get; init; }

    /// <summary>The packages' version, three numbers. Teams takes a changed package for an update only under a higher one.</summary>
    public string? Version { get; init; }

    /// <summary>All that is missing or cannot be used, at once.</summary>
    public ImmutableArray<InputMistake> Mistakes() => [.. Examine()];

    /// <summary>The bot behind an app. Only when there are no mistakes.</summary>
    internal Guid BotOf(TeamsApp app) => Guid.ParseExact(app is TeamsApp.Customers ? CustomersAppId! : TechniciansAppId!, "D");

    /// <summary>The host name behind <see cref="PublicUrl"/>. Only when there are no mistakes.</summary>
    internal string PublicHost => new Uri(PublicUrl!).IdnHost;

    private IEnumerable<InputMistake> Examine()
    {
        if (!IsAppId(CustomersAppId)) yield return new("Teams:Customers:AppId", "the app id of the customers' bot, a GUID");
        if (!IsAppId(TechniciansAppId)) yield return new("Teams:Technicians:AppId", "the app id of the technicians' bot, a GUID");
        else if (IsAppId(CustomersAppId) && BotOf(TeamsApp.Customers) == BotOf(TeamsApp.Technicians))
            yield return new("Teams:Technicians:AppId", "another app id than the customers' bot's");
        if (!IsPublic(PublicUrl)) yield return new("Teams:PublicUrl", "https:// and the public host name, without path and port, for example https://assistant.msp.example");
        if (CompanyName is not { Length: > 0 and <= MostCompanyName } name || Typography.OneLine(name) != name)
            yield return new("Teams:CompanyName", $"the company's name, one line of at most {MostCompanyName} characters");
        if (!IsPage(WebsiteUrl)) yield return new("Teams:WebsiteUrl", "an https address");
        if (!IsPage(PrivacyUrl)) yield return new("Teams:PrivacyUrl", "an https address");
        if (!IsPage(TermsUrl)) yield return new("Teams:TermsUrl", "an https address");
        if (!MailAddress.TryParse(SupportAddress, out _)) yield return new("SupportAddress", "a mail address, for example support@msp.example");
        if (Version is null || !ThreeNumbers().IsMatch(Version)) yield return new("Teams:PackageVersion", "three numbers such as 1.0.0");
    }

    private static bool IsAppId(string? text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;

    private static bool IsPage(string? text) =>
        text is { Length: <= MostUrl } && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0 && url.Host.Length > 0 && Typography.OneLine(text) == text;

    // Teams loads nothing from a bare address or from this machine, and an Azure Bot posts to port 443.
    private static bool IsPublic(string? text) =>
        IsPage(text) && new Uri(text!) is { HostNameType: UriHostNameType.Dns, IsDefaultPort: true, IsLoopback: false, PathAndQuery: "/", Fragment: "" } url
        && url.IdnHost.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ThreeNumbers();
}
