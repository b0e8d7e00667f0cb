using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Mail.Transport;
using SiOne.Bot.MailWatcher.Settings;

namespace SiOne.Bot.Host.Settings;

/// <summary>Settings of the technicians' sign-in, read from configuration.</summary>
/// <param name="Usable">Null when there is no such section, or when there are mistakes.</param>
/// <param name="Mistakes">Every mistake.</param>
public sealed record SignInReading(SignInSettings? Usable, ImmutableArray<SettingMistake> Mistakes);

/// <summary>Reads and validates them. A section that is there and empty is a mistake: nothing opens the page by being empty.</summary>
public static class SignInSettingsReader
{
    private const string GuidExpected = "a GUID such as 11111111-2222-4333-8444-555555555555";

    /// <summary>Reads them.</summary>
    /// <param name="configuration">All settings; <c>SiOne:SignIn</c> is read.</param>
    /// <param name="development">The environment is Development: this machine may stand for Microsoft's.</param>
    /// <param name="teams">Teams as it was read.</param>
    public static SignInReading Read(IConfiguration configuration, bool development, TeamsReading teams)
    {
        if (configuration.GetSection("SiOne").GetChildren().FirstOrDefault(child => child.Key.Equals("SignIn", StringComparison.OrdinalIgnoreCase)) is not { } section)
            return new SignInReading(null, []);
        var mistakes = new List<SettingMistake>();
        var options = Bound(section, mistakes);
        mistakes.AddRange(Mistakes(options, development).Concat(OfTechnicians(options, teams)).Select(mistake => mistake with { Key = $"{section.Path}:{mistake.Key}" }));
        return mistakes.Count > 0 ? new SignInReading(null, [.. mistakes]) : new SignInReading(Of(options, development, teams.Usable), []);
    }

    /// <summary>The technicians are keyed by people, so the house's binder, which knows every key, fills all but them.</summary>
    private static SignInOptions Bound(IConfigurationSection section, List<SettingMistake> mistakes)
    {
        var options = new SignInOptions();
        SettingsBinder.Bind(section, options, mistakes, except: [nameof(SignInOptions.Technicians)]);
        foreach (var technician in section.GetSection(nameof(SignInOptions.Technicians)).GetChildren()) options.Technicians[technician.Key] = technician.Value ?? "";
        return options;
    }

    private static IEnumerable<SettingMistake> Mistakes(SignInOptions options, bool development)
    {
        if (Tenants.Normal(options.TenantId) is null) yield return new("TenantId", GuidExpected);
        if (Tenants.Normal(options.ClientId) is null) yield return new("ClientId", GuidExpected);
        if (TeamsSettingsReader.Given(options.ClientSecret) is null == TeamsSettingsReader.Given(options.CertificateFile) is null)
            yield return new("ClientSecret", "one of ClientSecret and CertificateFile");
        if (TeamsSettingsReader.Given(options.CertificateFile) is { } file && !IsUsable(file, options.CertificatePassword))
            yield return new("CertificateFile", "a PKCS #12 or PEM file with its private RSA key, and its password in CertificatePassword");
        if (options.Authority is { Length: > 0 } authority && TeamsSettingsReader.AddressOf(authority, development) is not { Query: "" })
            yield return new("Authority", $"an https address{(development ? ", or an address of this machine such as http://127.0.0.1:56150" : "")}");
        if (options.PublicUrl is { Length: > 0 } address && PublicUrlOf(address) is null)
            yield return new("PublicUrl", PublicUrlExpected("support.msp.example"));
    }

    private static IEnumerable<SettingMistake> OfTechnicians(SignInOptions options, TeamsReading teams)
    {
        var teamsIsOff = teams is { Usable: null, Mistakes: [] };
        if (teamsIsOff && options.Technicians.Count == 0) yield return new("Technicians", "at least one person: nobody could enter");
        if (!teamsIsOff && options.Technicians.Count > 0) yield return new("Technicians", "nothing here: SiOne:Teams:TechnicianRoles says who is a technician");
        if (teams.Usable is { } usable && Tenants.Normal(options.TenantId) is { } tenant && tenant != usable.TechnicianTenantId)
            yield return new("TenantId", "the same as SiOne:Teams:TechnicianTenantId");
        foreach (var (person, role) in options.Technicians)
        {
            if (Tenants.Normal(person) is null) yield return new("Technicians", $"as each key {GuidExpected}");
            if (TeamsSettingsReader.RoleOf(role) is null) yield return new($"Technicians:{person}", string.Join(" or ", Enum.GetNames<TechnicianRole>()));
        }
    }

    /// <summary>The settings; only without mistakes.</summary>
    private static SignInSettings Of(SignInOptions options, bool development, TeamsSettings? teams)
    {
        var tenant = Tenants.Normal(options.TenantId)!;
        return new SignInSettings
        {
            TenantId = tenant,
            ClientId = Tenants.Normal(options.ClientId)!,
            Credential = CredentialOf(options),
            Authority = options.Authority is { Length: > 0 } authority
                ? TeamsSettingsReader.AddressOf(authority, development)!
                : new Uri($"https://login.microsoftonline.com/{tenant}/v2.0"),
            PublicUrl = options.PublicUrl is { Length: > 0 } address ? PublicUrlOf(address) : null,
            Technicians = teams?.TechnicianRoles ?? options.Technicians.ToImmutableDictionary(
                pair => Tenants.Normal(pair.Key)!, pair => TeamsSettingsReader.RoleOf(pair.Value)!.Value, StringComparer.Ordinal),
        };
    }

    private static BotCredential CredentialOf(SignInOptions options) => TeamsSettingsReader.Given(options.CertificateFile) is { } file
        ? new BotCredential.Certificate(ClientCertificate.Load(file, options.CertificatePassword)!)
        : new BotCredential.Secret(options.ClientSecret!);

    /// <summary>Client assertions are signed with RSA.</summary>
    private static bool IsUsable(string file, string? password)
    {
        using var certificate = ClientCertificate.Load(file, password);
        using var key = certificate?.GetRSAPrivateKey();
        return key is not null;
    }
    /// <summary>What an address outside has to be.</summary>
    internal static string PublicUrlExpected(string example) => $"https and a host, without a path, for example https://{example}";

    /// <summary>An address outside; null when it is none.</summary>
    internal static Uri? PublicUrlOf(string address) =>
        TeamsSettingsReader.AddressOf(address, development: false) is { PathAndQuery: "/" } uri ? uri : null;
}
