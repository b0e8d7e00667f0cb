using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Mail.Transport;
using SiOne.Bot.MailWatcher.Settings;
using SiOne.Bot.Understanding;

namespace SiOne.Bot.Host.Settings;

/// <summary>Settings that can be used.</summary>
/// <param name="Host">As they were written, demo defaults filled in.</param>
/// <param name="Engine">What the engine needs of them.</param>
/// <param name="Demo">Nothing was configured: invented customers, a folder mailbox and an out folder.</param>
public sealed record UsableSettings(SiOneOptions Host, EngineOptions Engine, bool Demo)
{
    /// <summary>Both Teams bots; null where Teams is off. The demo has its own.</summary>
    public TeamsSettings? Teams { get; init; }

    /// <summary>How technicians sign in to the local page by Entra ID; null: by a one-time code in the demo, else not at all.</summary>
    public SignInSettings? SignIn { get; init; }

    /// <summary>How the customers' tenants are reached; null: they are not. The demo has its own.</summary>
    public GraphSettings? Graph { get; init; }

    /// <summary>Who lets plans run, and how much.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Nobody;

    /// <summary>While this file exists, nothing is changed in any tenant.</summary>
    public string StopSwitchPath => Path.Combine(Host.DataFolder, "stopped");

    /// <summary>Who reads what people ask about their data (Art. 25), by object id in lower case; empty where nobody is named.</summary>
    public ImmutableHashSet<string> DataProtectionReaders =>
        [.. (Host.DataProtection.Readers ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => Connector.Tenants.Normal(id)).OfType<string>()];

    /// <summary>Whether the local page is shown to signed-in technicians alone.</summary>
    public bool AsksForSignIn => Demo || SignIn is not null;

    /// <summary>Where customers' people confirm drafts by one click; null: nowhere. The demo has its own page.</summary>
    public Uri? ConfirmationUrl { get; init; }

    /// <summary>What a person has entered for the figures of SI-ONE's own digest.</summary>
    public ContractFigures Figures => new((decimal?)Host.Digest.LegalRatePercent, (decimal?)Host.Digest.PriceIndex);

    /// <summary>What reads requests.</summary>
    public UnderstandingOptions Understanding => new(AbstainBelow: Host.AbstainBelow);

    /// <summary>The store's file.</summary>
    public string StorePath => Path.Combine(Host.DataFolder, "sione.db");

    /// <summary>The spool's folder.</summary>
    public string SpoolPath => Path.Combine(Host.DataFolder, "spool");

    /// <summary>The folder of the files that people attached in Teams.</summary>
    public string AttachmentsPath => Path.Combine(Host.DataFolder, "attachments");

    /// <summary>How many requests the language model was sent today.</summary>
    public string LanguageModelBudgetPath => Path.Combine(Host.DataFolder, "language-model.budget");

    /// <summary>The folder of every customer version that was ever in force.</summary>
    public string CustomerArchivePath => Path.Combine(Host.DataFolder, "customers-archive");

    /// <summary>The journal of what operators opened, replayed and copied.</summary>
    public string OperatorJournalPath => Path.Combine(Host.DataFolder, "operators.log");

    /// <summary>Where a running host says how verbs reach it.</summary>
    public string OperatorPath => Path.Combine(Host.DataFolder, "operator");

    /// <summary>Whether there is data already, which only the present master key opens.</summary>
    public bool HoldsData => File.Exists(StorePath) || Directory.Exists(SpoolPath);

    /// <summary>The master key's file.</summary>
    public string MasterKeyPath => Host.MasterKeyFile ?? Path.Combine(Host.DataFolder, "master.key");
}

/// <summary>Settings read from configuration: usable ones, or every mistake at once.</summary>
/// <param name="Usable">Null when there are mistakes.</param>
/// <param name="Mistakes">Every mistake.</param>
public sealed record SettingsReading(UsableSettings? Usable, ImmutableArray<SettingMistake> Mistakes);

/// <summary>Reads and validates the settings.</summary>
public static class SettingsReader
{
    private const string Root = "SiOne";
    private static readonly string[] ReadElsewhere = ["Teams", "SignIn", "Mailboxes", "Graph"];

    /// <summary>Reads them. With no mailbox, way out, support address or customers configured, it is the demo.</summary>
    public static SettingsReading Read(IConfiguration configuration)
    {
        var mistakes = new List<SettingMistake>();
        var host = new SiOneOptions();
        var section = configuration.GetSection(Root);
        SettingsBinder.Bind(section, host, mistakes, except: ReadElsewhere);
        foreach (var (name, mailbox) in MailboxSettings.Read(section, mistakes)) host.Mailboxes.Add(name, mailbox);
        var teams = TeamsSettingsReader.Read(configuration, IsDevelopment(configuration));
        var signIn = SignInSettingsReader.Read(configuration, IsDevelopment(configuration), teams);
        var graph = GraphSettingsReader.Read(configuration, teams);
        mistakes.AddRange(teams.Mistakes.Concat(signIn.Mistakes).Concat(graph.Mistakes));
        var demo = host is { SupportAddress: null, Customers: null, Imap: null, MailFolder: null, IntakeKey: null, Smtp: null, OutFolder: null, Mailboxes.Count: 0 };
        if (demo) Demo.DemoSettings.Fill(host, observeOnlyIsSet: section["ObserveOnly"] is { Length: > 0 });
        mistakes.AddRange(Validate(host).Select(mistake => mistake with { Key = $"{Root}:{mistake.Key}" }));
        return mistakes.Count > 0
            ? new SettingsReading(null, [.. mistakes])
            : new SettingsReading(new UsableSettings(host, EngineOptionsOf(host, teamsIsOn: demo || teams.Usable is not null), demo)
            {
                Teams = teams.Usable,
                SignIn = signIn.Usable,
                Graph = graph.Graph,
                Execution = graph.Execution,
                ConfirmationUrl = host.ConfirmationUrl is { Length: > 0 } address ? SignInSettingsReader.PublicUrlOf(address) : null,
            }, []);
    }

    /// <summary>As ASP.NET Core reads it: Production, unless said otherwise.</summary>
    private static bool IsDevelopment(IConfiguration configuration) =>
        string.Equals(configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"], "Development", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SettingMistake> Validate(SiOneOptions host)
    {
        if (!MailAddress.TryParse(host.SupportAddress, out _)) yield return new("SupportAddress", "a mail address, for example support@msp.example");
        if (host.DataProtection.Address is not null && !MailAddress.TryParse(host.DataProtection.Address, out _)) yield return new("DataProtection:Address", "a mail address");
        if (host.DataProtection.Officer is { } officer && (string.IsNullOrWhiteSpace(officer) || officer.Length > 120 || officer.Any(char.IsControl)))
            yield return new("DataProtection:Officer", "a name of at most 120 characters");
        if (host.DataProtection.Readers?.Split(',', StringSplitOptions.TrimEntries).Any(id => Connector.Tenants.Normal(id) is null) is true)
            yield return new("DataProtection:Readers", "object ids in Entra ID, parted by commas");
        if (host.TechnicianAddress is not null && !MailAddress.TryParse(host.TechnicianAddress, out _)) yield return new("TechnicianAddress", "a mail address");
        if (string.IsNullOrWhiteSpace(host.Customers)) yield return new("Customers", "the folder of the customer files");
        if (!host.Watched.Any() && host.MailFolder is null && host.IntakeKey is null)
            yield return new("Imap", "a mailbox here or under Mailboxes, a folder in MailFolder, or an IntakeKey for the program mailwatcher");
        if (host.Watched.Any() && host.MailFolder is not null) yield return new("MailFolder", "nothing, since a mailbox is watched");
        if (host.IntakeKey is { Length: < 32 }) yield return new("IntakeKey", "at least 32 characters");
        if (host.IntakeKey is not null && host.IntakeKey == host.ApiKey) yield return new("IntakeKey", "another key than ApiKey");
        if (host.Smtp is null == host.OutFolder is null) yield return new("Smtp", "either a mail server here, or a folder in OutFolder");
        foreach (var mistake in MailboxSettings.Mistakes(host.Watched).Concat(OfServer("Smtp", host.Smtp))) yield return mistake;
        if (!Uri.TryCreate(host.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
            yield return new("Url", "an address such as http://127.0.0.1:5080 (TLS is a reverse proxy's work)");
        else if (!url.IsLoopback) yield return new("Url", "an address of this machine: a reverse proxy shows the page outside, under SiOne:SignIn:PublicUrl");
        if (host.ConfirmationUrl is { Length: > 0 } page && SignInSettingsReader.PublicUrlOf(page) is null)
            yield return new("ConfirmationUrl", SignInSettingsReader.PublicUrlExpected("demandes.msp.example"));
        foreach (var mistake in ProofSettings.Mistakes(host).Concat(LanguageModelSettings.Mistakes(host.LanguageModel))) yield return mistake;
        if (host.ApiKey is { Length: < 32 }) yield return new("ApiKey", "at least 32 characters");
        if (host.BackupKey is { Length: < 32 } || (host.BackupKey is { } backups && (backups == host.ApiKey || backups == host.IntakeKey)))
            yield return new("BackupKey", "at least 32 characters, another one than ApiKey and IntakeKey");
        if (StartFromOf(host.StartFrom) is null) yield return new("StartFrom", "now, all, or a date such as 2026-03-01");
        if (host.RetryAfter < TimeSpan.FromSeconds(1) || host.RetryAfter > TimeSpan.FromHours(1))
            yield return new("RetryAfter", "a time from 00:00:01 to 01:00:00");
        if (host.MailboxLease < TimeSpan.FromSeconds(3) || host.MailboxLease > TimeSpan.FromMinutes(10))
            yield return new("MailboxLease", "a time from 00:00:03 to 00:10:00");
        foreach (var mistake in ReadingSettings.Mistakes(host.Readings).Concat(DigestSettings.Mistakes(host.Digest)).Concat(OfNumbers(host))) yield return mistake;
    }

    private static IEnumerable<SettingMistake> OfNumbers(SiOneOptions host)
    {
        if (host.RawRetentionDays is < 3 or > 365) yield return new("RawRetentionDays", "a number of days from 3 to 365");
        if (host.AbstainBelow is not (>= 0 and <= 1)) yield return new("AbstainBelow", "a number from 0 to 1, with a point: 0.7");
        if (host.Caps.AnswersPerSenderPerHour is < 1 or > 1_000_000) yield return new("Caps:AnswersPerSenderPerHour", "a number from 1 to 1000000");
        if (host.Caps.AnswersPerCustomerPerHour is < 1 or > 1_000_000) yield return new("Caps:AnswersPerCustomerPerHour", "a number from 1 to 1000000");
        if (host.Caps.AnswersPerHour is < 1 or > 1_000_000) yield return new("Caps:AnswersPerHour", "a number from 1 to 1000000");
        if (host.Alarm.NoMailHours is < 0 or > 400) yield return new("Alarm:NoMailHours", "a number from 0 to 400");
        if (host.Caps.UnknownAnswersPerHour is < 0 or > 1_000) yield return new("Caps:UnknownAnswersPerHour", "a number from 0 to 1000");
        if (host.Caps.UnknownAlertsPerHour is < 1 or > 1_000) yield return new("Caps:UnknownAlertsPerHour", "a number from 1 to 1000");
    }

    private static IEnumerable<SettingMistake> OfServer(string group, MailServerOptions? server) =>
        server?.Mistakes().Select(mistake => new SettingMistake($"{group}:{mistake.Key}", mistake.Expected)) ?? [];

    private static EngineOptions EngineOptionsOf(SiOneOptions host, bool teamsIsOn) => new()
    {
        SupportAddress = MailAddress.Parse(host.SupportAddress!),
        SupportName = host.SupportName,
        TechnicianAddress = host.TechnicianAddress is { } address ? MailAddress.Parse(address) : null,
        DataProtectionAddress = host.DataProtection.Address is { } rights ? MailAddress.Parse(rights) : null,
        DataProtectionOfficer = host.DataProtection.Officer,
        TechniciansInChat = teamsIsOn,
        ObserveOnly = host.ObserveOnly,
        StartFrom = StartFromOf(host.StartFrom)!,
        RetryAfter = host.RetryAfter,
        MailboxLease = host.MailboxLease,
        RawFor = TimeSpan.FromDays(host.RawRetentionDays),
        NoMailHours = host.Alarm.NoMailHours,
        Digest = DigestSettings.TimetableOf(host.Digest),
        BackupLateAfter = TimeSpan.FromHours(host.Digest.BackupLateHours),
        BackupsAreTold = host.BackupKey is not null,
        AnswersPerSenderPerHour = host.Caps.AnswersPerSenderPerHour,
        AnswersPerCustomerPerHour = host.Caps.AnswersPerCustomerPerHour,
        AnswersPerHour = host.Caps.AnswersPerHour,
        UnknownAnswersPerHour = host.Caps.UnknownAnswersPerHour,
        UnknownAlertsPerHour = host.Caps.UnknownAlertsPerHour,
        Readings = ReadingSettings.Of(host.Readings),
    };

    private static StartFrom? StartFromOf(string text) => text.Trim().ToLowerInvariant() switch
    {
        "now" => StartFrom.Now,
        "all" => StartFrom.All,
        var day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            new StartFrom(StartKind.Date, Domain.Commitments.ParisTime.StartOf(date)),
        _ => null,
    };
}
