using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Customers;

/// <summary>The keys and words of a customer file. The loader reads by them, and a test holds customer.schema.json to them.</summary>
public static class CustomerFileShape
{
    /// <summary>Keys of the file itself.</summary>
    public static ImmutableArray<string> CustomerKeys { get; } =
        ["$schema", "name", "level", "services", "weekend", "domains", "tenantId", "suspended", "terminatedOn", "people"];

    /// <summary>Keys of <c>weekend</c>.</summary>
    public static ImmutableArray<string> WeekendKeys { get; } = ["saturday", "sunday", "holidays"];

    /// <summary>Keys of <c>suspended</c>.</summary>
    public static ImmutableArray<string> SuspendedKeys { get; } = ["since", "reason"];

    /// <summary>Keys of each of <c>people</c>.</summary>
    public static ImmutableArray<string> PersonKeys { get; } = ["id", "name", "addresses", "role", "delegatedByDirection", "language"];

    /// <summary>The words for <c>level</c>.</summary>
    public static FrozenDictionary<string, Level> Levels { get; } = Named<Level>(name => name);

    /// <summary>The words for <c>services</c>.</summary>
    public static FrozenDictionary<string, Service> Services { get; } = Named<Service>(name => name);

    /// <summary>The words for <c>role</c>.</summary>
    public static FrozenDictionary<string, Role> Roles { get; } = Named<Role>(name => name.ToLowerInvariant());

    /// <summary>The words for <c>language</c>.</summary>
    public static FrozenDictionary<string, Language> Languages { get; } =
        new Dictionary<string, Language>(StringComparer.Ordinal) { ["fr"] = Language.French, ["en"] = Language.English }
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<string, T> Named<T>(Func<string, string> word) where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(value => word(value.ToString()), StringComparer.Ordinal);
}
