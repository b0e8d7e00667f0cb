using System.Collections.Immutable;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Customers;

/// <summary>What customer and SI-ONE have agreed on about the customer's Microsoft 365 tenant (Art. 14, 16, 17).</summary>
public sealed record TenantTerms
{
    /// <summary>What holds for a customer file that says nothing.</summary>
    public static TenantTerms Default { get; } = new();

    /// <summary>The country that licences are used in: two capital letters (ISO 3166).</summary>
    public string UsageLocation { get; init; } = "FR";

    /// <summary>How the address of somebody who arrives is made of their name.</summary>
    public AddressRule AddressRule { get; init; } = AddressRule.Default;

    /// <summary>The licence of somebody who arrives where none is named, by Microsoft's part number; null: it has to be named.</summary>
    public string? ArrivalLicence { get; init; }

    /// <summary>What a licence costs this customer, by part number; one that is missing has no known price.</summary>
    public ImmutableSortedDictionary<string, Cost> LicencePrices { get; init; } = ImmutableSortedDictionary.Create<string, Cost>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Groups, teams and lists that everybody who arrives belongs to, by name or address.</summary>
    public ImmutableArray<string> ArrivalGroups { get; init; } = [];

    /// <summary>The accounts for an emergency: never a target (RELIABILITY E66).</summary>
    public ImmutableArray<MailAddress> BreakGlass { get; init; } = [];

    /// <summary>Accounts that programs sign in with: never a target (RELIABILITY E66).</summary>
    public ImmutableArray<MailAddress> ServiceAccounts { get; init; } = [];
}
