using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Mail.Transport;
using SiOne.Bot.MailWatcher.Settings;

namespace SiOne.Bot.Host.Settings;

/// <summary>Teams settings read from configuration.</summary>
/// <param name="Usable">Null when Teams is off, or when there are mistakes.</param>
/// <param name="Mistakes">Every mistake.</param>
public sealed record TeamsReading(TeamsSettings? Usable, ImmutableArray<SettingMistake> Mistakes);

/// <summary>Reads and validates the settings of Teams. A section without an app id is a mistake: nothing turns the checks off by being empty.</summary>
public static class TeamsSettingsReader
{
    private static readonly FrozenSet<string> PackageKeys = typeof(ManifestOptions).GetProperties().Select(property => property.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string GuidExpected = "a GUID such as 11111111-2222-4333-8444-555555555555";
    private const string ThreadExpected = "an id such as 19:abc@thread.tacv2";

    /// <summary>Reads them.</summary>
    /// <param name="configuration">All settings; <c>SiOne:Teams</c> is read.</param>
    /// <param name="development">The environment is Development: this machine may stand for Microsoft's.</param>
    public static TeamsReading Read(IConfiguration configuration, bool development)
    {
        // A section that is there and empty is a mistake, not the same as none.
        if (configuration.GetSection("SiOne").GetChildren().FirstOrDefault(child => child.Key.Equals("Teams", StringComparison.OrdinalIgnoreCase)) is not { } section)
            return new TeamsReading(null, []);
        var mistakes = new List<SettingMistake>();
        var options = Bound(section, mistakes);
        mistakes.AddRange(Mistakes(options, development).Select(mistake => mistake with { Key = $"{section.Path}:{mistake.Key}" }));
        return mistakes.Count > 0 ? new TeamsReading(null, [.. mistakes]) : new TeamsReading(Of(options, development), []);
    }

    /// <summary>The roles are keyed by people, so the house's binder, which knows every key, fills all but them.</summary>
    private static TeamsOptions Bound(IConfigurationSection section, List<SettingMistake> mistakes)
    {
        var options = new TeamsOptions();
        var roles = section.GetSection(nameof(TeamsOptions.TechnicianRoles));
        // What the app packages say is read by the verb that makes them.
        var others = section.AsEnumerable().Where(pair => pair.Key != section.Path && !IsBelow(pair.Key, roles.Path) && !PackageKeys.Contains(pair.Key[(section.Path.Length + 1)..]));
        SettingsBinder.Bind(new ConfigurationBuilder().AddInMemoryCollection(others).Build().GetSection(section.Path), options, mistakes);
        foreach (var role in roles.GetChildren()) options.TechnicianRoles[role.Key] = role.Value ?? "";
        return options;
    }

    private static bool IsBelow(string key, string path) =>
        key.Equals(path, StringComparison.OrdinalIgnoreCase) || key.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SettingMistake> Mistakes(TeamsOptions options, bool development)
    {
        if (options.AllowAnonymous && !development) yield return new("AllowAnonymous", "false outside the environment Development");
        foreach (var mistake in OfBot("Customers", options.Customers, options.AllowAnonymous)) yield return mistake;
        foreach (var mistake in OfBot("Technicians", options.Technicians, options.AllowAnonymous)) yield return mistake;
        if (Tenants.Normal(options.Customers?.AppId) is { } app && app == Tenants.Normal(options.Technicians?.AppId))
            yield return new("Technicians:AppId", "another app than the customers' bot has");
        if (Tenants.Normal(options.TechnicianTenantId) is null) yield return new("TechnicianTenantId", GuidExpected);
        if (options.Packages is { Length: > 0 } packages && !Directory.Exists(packages)) yield return new("Packages", "the folder of the app packages that were uploaded, or nothing");
        if (!IsThread(options.TechnicianTeamId)) yield return new("TechnicianTeamId", ThreadExpected);
        if (!IsThread(options.TechnicianChannelId)) yield return new("TechnicianChannelId", ThreadExpected);
        if (LanguageOf(options.TechnicianLanguage) is null) yield return new("TechnicianLanguage", "fr or en");
        foreach (var (person, role) in options.TechnicianRoles)
        {
            if (Tenants.Normal(person) is null) yield return new("TechnicianRoles", $"as each key {GuidExpected}");
            if (RoleOf(role) is null) yield return new($"TechnicianRoles:{person}", string.Join(" or ", Enum.GetNames<TechnicianRole>()));
        }

        foreach (var mistake in OfAddresses(options, development)) yield return mistake;
    }

    private static IEnumerable<SettingMistake> OfAddresses(TeamsOptions options, bool development)
    {
        var here = development ? ", or an address of this machine such as http://127.0.0.1:56150" : "";
        if (TrustedHosts.Parse(options.ServiceHosts, development, wildcards: false) is null)
            yield return new("ServiceHosts", $"exact host names separated by commas{here}");
        if (TrustedHosts.Parse(options.FileHosts, development, wildcards: true) is null)
            yield return new("FileHosts", $"host names separated by commas, *. for any name below{here}");
        if (AddressOf(options.OpenIdMetadata, development) is null) yield return new("OpenIdMetadata", $"an https address{here}");
        if (AddressOf(options.LoginHost, development) is not { PathAndQuery: "/" }) yield return new("LoginHost", $"https and a host, without a path{here}");
        if (string.IsNullOrWhiteSpace(options.Issuer)) yield return new("Issuer", "the issuer of the service's tokens");
        if (!options.Scope.EndsWith("/.default", StringComparison.Ordinal)) yield return new("Scope", "a resource followed by /.default");
    }

    private static IEnumerable<SettingMistake> OfBot(string key, BotOptions? bot, bool anonymous)
    {
        if (Tenants.Normal(bot?.AppId) is null) yield return new($"{key}:AppId", GuidExpected);
        if (Tenants.Normal(bot?.TenantId) is null) yield return new($"{key}:TenantId", GuidExpected);
        var given = new[] { bot?.ClientSecret, bot?.CertificateFile, bot?.ManagedIdentityClientId }.Count(way => Given(way) is not null);
        if (given > 1 || (given == 0 && !anonymous)) yield return new($"{key}:ClientSecret", "one of ClientSecret, CertificateFile and ManagedIdentityClientId");
        if (Given(bot?.CertificateFile) is { } file && !ClientCertificate.IsUsable(file, bot!.CertificatePassword))
            yield return new($"{key}:CertificateFile", "a PKCS #12 or PEM file with its private key, and its password in CertificatePassword");
        if (Given(bot?.ManagedIdentityClientId) is { } identity && (Tenants.Normal(identity) is not { } id || id != Tenants.Normal(bot!.AppId)))
            yield return new($"{key}:ManagedIdentityClientId", "the same GUID as AppId");
    }

    /// <summary>The settings; only without mistakes.</summary>
    private static TeamsSettings Of(TeamsOptions options, bool development) => new()
    {
        Customers = BotOf(options.Customers!),
        Technicians = BotOf(options.Technicians!),
        TechnicianTenantId = Tenants.Normal(options.TechnicianTenantId)!,
        TechnicianTeamId = options.TechnicianTeamId!,
        TechnicianChannelId = options.TechnicianChannelId!,
        TechnicianLanguage = LanguageOf(options.TechnicianLanguage)!.Value,
        TechnicianRoles = options.TechnicianRoles.ToImmutableDictionary(pair => Tenants.Normal(pair.Key)!, pair => RoleOf(pair.Value)!.Value, StringComparer.Ordinal),
        ServiceHosts = TrustedHosts.Parse(options.ServiceHosts, development, wildcards: false)!,
        FileHosts = TrustedHosts.Parse(options.FileHosts, development, wildcards: true)!,
        OpenIdMetadata = AddressOf(options.OpenIdMetadata, development)!,
        Issuer = options.Issuer,
        LoginHost = AddressOf(options.LoginHost, development)!,
        Scope = options.Scope,
        AllowAnonymous = options.AllowAnonymous,
        Packages = options.Packages,
    };

    private static BotSettings BotOf(BotOptions bot) => new(
        Tenants.Normal(bot.AppId)!, Tenants.Normal(bot.TenantId)!, (Given(bot.ClientSecret), Given(bot.CertificateFile), Given(bot.ManagedIdentityClientId)) switch
        {
            ({ } secret, _, _) => new BotCredential.Secret(secret),
            (_, { } file, _) => new BotCredential.Certificate(ClientCertificate.Load(file, bot.CertificatePassword)!),
            (_, _, { } identity) => new BotCredential.ManagedIdentity(Tenants.Normal(identity)!),
            _ => null,
        });

    /// <summary>A way of signing in as it was given; null where it is blank, which gives none.</summary>
    internal static string? Given(string? way) => string.IsNullOrWhiteSpace(way) ? null : way;

    /// <summary>An https address; in Development also one of this machine.</summary>
    internal static Uri? AddressOf(string address, bool development) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (development && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp))
            ? uri
            : null;

    private static bool IsThread(string? id) => id is not null && id.StartsWith("19:", StringComparison.Ordinal) && !id.Any(char.IsWhiteSpace);

    private static Language? LanguageOf(string text) => text.Trim().ToLowerInvariant() switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>A role by its name alone.</summary>
    internal static TechnicianRole? RoleOf(string text) =>
        Enum.TryParse<TechnicianRole>(text, ignoreCase: true, out var role) && Enum.IsDefined(role) && !char.IsAsciiDigit(text.Trim()[0]) ? role : null;
}
