using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Customers;

/// <summary>The keys and words of a customer file. The loader reads by them, and a test holds customer.schema.json to them.</summary>
public static class CustomerFileShape
{
    /// <summary>Keys of the file itself.</summary>
    public static ImmutableArray<string> CustomerKeys { get; } =
    [
        "$schema", "name", "validFrom", "level", "services", "weekend", "term", "overdueSince", "suspended", "terminatedOn", "overdueEuros", "agreedPrice", "dataAtEnd", "urgentHours",
        "backups", "licences", "officeSoftware", "equipment", "domains", "tenantId", "microsoft365", "dataProtectionContact", "languageModel",
        "trainingAgreedOn", "people",
    ];

    /// <summary>Keys of <c>weekend</c>.</summary>
    public static ImmutableArray<string> WeekendKeys { get; } = ["saturday", "sunday", "holidays", "from", "to"];

    /// <summary>Keys of <c>term</c>.</summary>
    public static ImmutableArray<string> TermKeys { get; } = ["start", "months"];

    /// <summary>Keys of <c>agreedPrice</c>.</summary>
    public static ImmutableArray<string> AgreedPriceKeys { get; } = ["monthlyEuros", "index"];

    /// <summary>Keys of <c>suspended</c>.</summary>
    public static ImmutableArray<string> SuspendedKeys { get; } = ["since", "reason", "decidedBy"];

    /// <summary>Keys of <c>backups</c>.</summary>
    public static ImmutableArray<string> BackupKeys { get; } = ["historyDays", "mail", "servers"];

    /// <summary>Keys of <c>backups.servers</c>.</summary>
    public static ImmutableArray<string> ServerKeys { get; } = ["days", "at"];

    /// <summary>Keys of <c>licences</c>.</summary>
    public static ImmutableArray<string> LicenceKeys { get; } = ["owned", "used", "baseline"];

    /// <summary>Keys of <c>microsoft365</c>.</summary>
    public static ImmutableArray<string> TenantKeys { get; } =
        ["usageLocation", "addressRule", "arrivalLicence", "licencePrices", "arrivalGroups", "breakGlass", "serviceAccounts"];

    /// <summary>Keys of each of <c>microsoft365.licencePrices</c>.</summary>
    public static ImmutableArray<string> PriceKeys { get; } = ["monthlyEuros", "months"];

    /// <summary>Keys of <c>languageModel</c>.</summary>
    public static ImmutableArray<string> LanguageModelKeys { get; } = ["provider", "noticeOn", "agreedOn"];

    /// <summary>Keys of each of <c>people</c>.</summary>
    public static ImmutableArray<string> PersonKeys { get; } =
        ["id", "name", "addresses", "role", "delegatedByDirection", "language", "phones", "entraId", "absence", "digest"];

    /// <summary>Keys of each of a person's <c>phones</c>.</summary>
    public static ImmutableArray<string> PhoneKeys { get; } = ["number", "since"];

    /// <summary>Keys of a person's <c>absence</c>.</summary>
    public static ImmutableArray<string> AbsenceKeys { get; } = ["from", "to", "substitute"];

    /// <summary>The words for <c>level</c>.</summary>
    public static FrozenDictionary<string, Level> Levels { get; } = Named<Level>(name => name);

    /// <summary>The words for <c>services</c>.</summary>
    public static FrozenDictionary<string, Service> Services { get; } = Named<Service>(name => name);

    /// <summary>The words for <c>dataAtEnd</c>.</summary>
    public static FrozenDictionary<string, DataAtEnd> DataAtEnds { get; } = Named<DataAtEnd>(JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>The words for <c>backups.servers.days</c>.</summary>
    public static FrozenDictionary<string, DayOfWeek> Days { get; } = Named<DayOfWeek>(JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>The words for <c>role</c>.</summary>
    public static FrozenDictionary<string, Role> Roles { get; } = Named<Role>(JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>The words for <c>language</c>.</summary>
    public static FrozenDictionary<string, Language> Languages { get; } =
        new Dictionary<string, Language>(StringComparer.Ordinal) { ["fr"] = Language.French, ["en"] = Language.English }
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<string, T> Named<T>(Func<string, string> word) where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(value => word(value.ToString()), StringComparer.Ordinal);
}
