using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Mail.Transport;
using SiOne.Bot.MailWatcher.Settings;

namespace SiOne.Bot.Host.Settings;

/// <summary>How plans are carried out, read from configuration.</summary>
/// <param name="Graph">How tenants are reached; null when it is off, or when there are mistakes.</param>
/// <param name="Execution">Who approves, and how much.</param>
/// <param name="Mistakes">Every mistake.</param>
public sealed record GraphReading(GraphSettings? Graph, ExecutionOptions Execution, ImmutableArray<SettingMistake> Mistakes);

/// <summary>Reads and validates the settings under <c>SiOne:Graph</c>.</summary>
public static class GraphSettingsReader
{
    private const string GuidExpected = "a GUID such as 11111111-2222-4333-8444-555555555555";
    private const string AwayExpected = "two days and who approves meanwhile, a person of Persons or an account: 2026-08-03/2026-08-21/PERSON";
    private static readonly string[] ByAccount = [nameof(GraphOptions.Persons), nameof(GraphOptions.Away)];

    /// <summary>Reads them.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="teams">Who the technicians are, and their tenant, as they were read: without them nobody approves.</param>
    public static GraphReading Read(IConfiguration configuration, TeamsReading teams)
    {
        if (configuration.GetSection("SiOne").GetChildren().FirstOrDefault(child => child.Key.Equals("Graph", StringComparison.OrdinalIgnoreCase)) is not { } section)
            return new GraphReading(null, ExecutionOptions.Nobody, []);
        var mistakes = new List<SettingMistake>();
        var options = new GraphOptions();
        SettingsBinder.Bind(section, options, mistakes, except: ByAccount);
        foreach (var child in section.GetSection(nameof(GraphOptions.Persons)).GetChildren()) options.Persons[child.Key] = child.Value?.Trim() ?? "";
        foreach (var child in section.GetSection(nameof(GraphOptions.Away)).GetChildren()) options.Away[child.Key] = child.Value ?? "";
        mistakes.AddRange(Mistakes(options).Select(mistake => mistake with { Key = $"{section.Path}:{mistake.Key}" }));
        if (teams.Usable is { } known) mistakes.AddRange(OfAccounts(options, known).Select(mistake => mistake with { Key = $"{section.Path}:{mistake.Key}" }));
        // Where Teams has mistakes of its own they are told, and this would be told of them.
        else if (teams.Mistakes.IsEmpty) mistakes.Add(new("SiOne:Teams", "the section, since there is SiOne:Graph: who approves is read from its TechnicianRoles"));
        return mistakes.Count > 0 || teams.Usable is null
            ? new GraphReading(null, ExecutionOptions.Nobody, [.. mistakes])
            : new GraphReading(SettingsOf(options), ExecutionOf(options, teams.Usable), []);
    }

    private static IEnumerable<SettingMistake> Mistakes(GraphOptions options)
    {
        (string Key, GraphAppOptions? App)[] apps = [("Reading", options.Reading), ("Changing", options.Changing), ("Destroying", options.Destroying)];
        if (options.Reading is null) yield return new("Reading", "an app that looks: ClientId with CertificateFile or ClientSecret");
        foreach (var mistake in apps.Where(app => app.App is not null).SelectMany(app => OfApp(app.Key, app.App!))) yield return mistake;
        foreach (var twice in apps.Where(app => Tenants.Normal(app.App?.ClientId) is not null).GroupBy(app => Tenants.Normal(app.App!.ClientId)).SelectMany(same => same.Skip(1)))
            yield return new($"{twice.Key}:ClientId", "another app than the others: each class of power has one of its own");
        if (AddressOf(options.LoginHost) is null) yield return new("LoginHost", "an https address, or http on this machine");
        if (AddressOf(options.Host) is null) yield return new("Host", "an https address, or http on this machine");
        if (!options.Scope.EndsWith("/.default", StringComparison.Ordinal)) yield return new("Scope", "a resource followed by /.default");
        if (options.CallTimeout < TimeSpan.FromSeconds(5) || options.CallTimeout > TimeSpan.FromMinutes(5)) yield return new("CallTimeout", "a time from 00:00:05 to 00:05:00");
        if (options.PasswordsPerHour is < 1 or > 100) yield return new("PasswordsPerHour", "a number from 1 to 100");
        if (options.BlocksPerHour is < 1 or > 100) yield return new("BlocksPerHour", "a number from 1 to 100");
        if (options.WipesPerHour is < 1 or > 20) yield return new("WipesPerHour", "a number from 1 to 20");
        if (options.WipeCancelMinutes is < 0 or > 60) yield return new("WipeCancelMinutes", "a number from 0 to 60");
        if (options.UndoHours is < 1 or > 720) yield return new("UndoHours", "a number from 1 to 720");
        if (Protected(options.ProtectedAccounts) is null) yield return new("ProtectedAccounts", "addresses, and domains as @msp.example, separated by commas");
    }

    private static IEnumerable<SettingMistake> OfAccounts(GraphOptions options, TeamsSettings teams)
    {
        var people = TechniciansOf(teams, options.Persons, options.Away).Select(technician => technician.PersonId).ToArray();
        foreach (var (account, person) in options.Persons)
            if (!IsTechnician(account, teams) || string.IsNullOrWhiteSpace(person)) yield return new($"Persons:{account}", "an account of TechnicianRoles as the key, and who it is");
        foreach (var (account, away) in options.Away)
            if (!IsTechnician(account, teams) || AbsenceOf(away) is not { } absence || !people.Contains(absence.SubstituteId, StringComparer.Ordinal)) yield return new($"Away:{account}", $"an account of TechnicianRoles as the key, and {AwayExpected}");
    }

    private static bool IsTechnician(string account, TeamsSettings teams) => Tenants.Normal(account) is { } id && teams.TechnicianRoles.ContainsKey(id);

    private static IEnumerable<SettingMistake> OfApp(string key, GraphAppOptions app)
    {
        if (Tenants.Normal(app.ClientId) is null) yield return new($"{key}:ClientId", GuidExpected);
        if (Given(app.ClientSecret) is null == Given(app.CertificateFile) is null) yield return new($"{key}:CertificateFile", "either a certificate here, or ClientSecret");
        if (Given(app.CertificateFile) is { } file && !ClientCertificate.IsUsable(file, app.CertificatePassword))
            yield return new($"{key}:CertificateFile", "a PKCS #12 or PEM file with its private key, and its password in CertificatePassword");
    }

    private static GraphSettings? SettingsOf(GraphOptions options)
    {
        if (AddressOf(options.LoginHost) is not { } login || AddressOf(options.Host) is not { } graph) return null;
        var apps = new Dictionary<PowerClass, GraphApp>();
        foreach (var (power, app) in new[] { (PowerClass.Reading, options.Reading), (PowerClass.Changing, options.Changing), (PowerClass.Destroying, options.Destroying) })
            if (app is not null && AppOf(app) is { } usable) apps[power] = usable;
        return new GraphSettings { LoginHost = login, GraphHost = graph, Scope = options.Scope, CallTimeout = options.CallTimeout, Apps = apps };
    }

    private static GraphApp? AppOf(GraphAppOptions app)
    {
        if (Tenants.Normal(app.ClientId) is not { } id) return null;
        if (Given(app.ClientSecret) is { } secret) return new GraphApp(Guid.Parse(id), new GraphCredential.Secret(secret));
        return Given(app.CertificateFile) is { } file && ClientCertificate.Load(file, app.CertificatePassword) is { } certificate
            ? new GraphApp(Guid.Parse(id), new GraphCredential.Certificate(certificate))
            : null;
    }

    private static ExecutionOptions ExecutionOf(GraphOptions options, TeamsSettings teams) => new()
    {
        StaffTenant = Guid.Parse(teams.TechnicianTenantId),
        Technicians = TechniciansOf(teams, options.Persons, options.Away),
        Caps = new ApprovalCaps(options.PasswordsPerHour, options.BlocksPerHour, options.WipesPerHour),
        Protected = Protected(options.ProtectedAccounts)!,
        WipeCancelWithin = TimeSpan.FromMinutes(options.WipeCancelMinutes),
        UndoWithin = TimeSpan.FromHours(options.UndoHours),
    };

    /// <summary>The technicians as approvals know them: a lead says yes to plans.</summary>
    internal static ImmutableArray<Technician> TechniciansOf(TeamsSettings teams, IDictionary<string, string> persons, IDictionary<string, string> away) =>
    [
        .. teams.TechnicianRoles.Select(pair => new Technician(
            pair.Key, persons.TryGetValue(pair.Key, out var person) ? person : pair.Key, pair.Value)
        {
            Away = away.TryGetValue(pair.Key, out var days) ? AbsenceOf(days) : null,
        }),
    ];

    private static Absence? AbsenceOf(string text) => text.Split('/') is [var from, var to, { Length: > 0 } who]
        && DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && first <= last
        ? new Absence(first, last, Tenants.Normal(who) ?? who.Trim())
        : null;

    private static ProtectedAccounts? Protected(string text)
    {
        var (addresses, domains) = (new List<MailAddress>(), new List<string>());
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith('@') && part.Length > 3 && part.Contains('.', StringComparison.Ordinal)) domains.Add(part[1..].ToLowerInvariant());
            else if (MailAddress.TryParse(part, out var address)) addresses.Add(address);
            else return null;
        }

        return new ProtectedAccounts { Addresses = [.. addresses], Domains = [.. domains] };
    }

    private static string? Given(string? way) => TeamsSettingsReader.Given(way);

    /// <summary>https, or this machine.</summary>
    private static Uri? AddressOf(string text) => TeamsSettingsReader.AddressOf(text, development: true) is { Query: "" } address ? address : null;
}
