using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What people call Microsoft's licences, and the part numbers that may be meant (Microsoft's list of product names and plan identifiers).</summary>
public static class LicenceNames
{
    private static readonly ImmutableArray<(string Words, ImmutableArray<string> Parts)> Known =
    [
        ("business basic", ["O365_BUSINESS_ESSENTIALS"]),
        ("business essentials", ["O365_BUSINESS_ESSENTIALS"]),
        ("business standard", ["O365_BUSINESS_PREMIUM"]),
        ("business premium", ["SPB"]),
        ("apps for business", ["O365_BUSINESS"]),
        ("apps for enterprise", ["OFFICESUBSCRIPTION"]),
        ("office 365 e1", ["STANDARDPACK"]),
        ("office 365 e3", ["ENTERPRISEPACK"]),
        ("office 365 e5", ["ENTERPRISEPREMIUM"]),
        ("office 365 f3", ["DESKLESSPACK"]),
        ("microsoft 365 e3", ["SPE_E3"]),
        ("microsoft 365 e5", ["SPE_E5"]),
        ("microsoft 365 f3", ["SPE_F1"]),
        ("e1", ["STANDARDPACK"]),
        ("e3", ["ENTERPRISEPACK", "SPE_E3"]),
        ("e5", ["ENTERPRISEPREMIUM", "SPE_E5"]),
        ("f3", ["DESKLESSPACK", "SPE_F1"]),
        ("exchange online plan 1", ["EXCHANGESTANDARD"]),
        ("exchange online plan 2", ["EXCHANGEENTERPRISE"]),
        ("exchange online", ["EXCHANGESTANDARD", "EXCHANGEENTERPRISE"]),
        ("visio plan 2", ["VISIOCLIENT"]),
        ("visio", ["VISIOCLIENT", "VISIO_PLAN1_DEPT"]),
        ("project plan 3", ["PROJECTPROFESSIONAL"]),
        ("power bi pro", ["POWER_BI_PRO"]),
        ("copilot", ["Microsoft_365_Copilot"]),
    ];

    /// <summary>The part numbers that a written name may mean, the longest known name first; the text itself where it is a part number; none for words that nobody knows.</summary>
    /// <param name="written">As written in a request: hostile text.</param>
    public static ImmutableArray<string> PartNumbers(string written)
    {
        var text = written.Trim();
        if (Known.SelectMany(name => name.Parts).FirstOrDefault(part => string.Equals(part, text, StringComparison.OrdinalIgnoreCase)) is { } exact) return [exact];
        var words = $" {string.Join(' ', text.ToLowerInvariant().Split([' ', '\u00A0', '\u202F', '-', '_', '(', ')', ',', '.'], StringSplitOptions.RemoveEmptyEntries))} ";
        var best = Known.Where(name => words.Contains($" {name.Words} ", StringComparison.Ordinal)).OrderByDescending(name => name.Words.Length).FirstOrDefault();
        return best.Parts.IsDefault ? [] : best.Parts;
    }

    /// <summary>Whether a text can be a part number: letters, digits, underscores and hyphens.</summary>
    public static bool IsPartNumber(string text) =>
        text.Length is > 1 and <= 80 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>What a licence costs a customer; null when its file does not say.</summary>
    public static Cost? PriceOf(Customer customer, string partNumber) => customer.Microsoft365.LicencePrices.GetValueOrDefault(partNumber);
}
