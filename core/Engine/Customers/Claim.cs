using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Something that only one place of one file may hold, in comparable form.</summary>
/// <param name="Kind">What is claimed, as a mistake names it: "an address", "a domain".</param>
/// <param name="Value">Its comparable form; never printed.</param>
/// <param name="File">The file that claims it.</param>
/// <param name="Key">Where in the file.</param>
/// <param name="Line">The line, from 1; null for the file as a whole.</param>
internal sealed record Claim(string Kind, string Value, string File, string Key, int? Line)
{
    /// <summary>Every claim but the first on one thing is a mistake that says where the first is.</summary>
    public static IEnumerable<CustomerMistake> Conflicts(IEnumerable<Claim> claims) => claims
        .GroupBy(claim => (claim.Kind, claim.Value))
        .SelectMany(same => same.Skip(1).Select(claim => claim.Against(same.First())));

    private CustomerMistake Against(Claim first) =>
        new(File, Key, $"{Kind}, but {Place(first)} has the same") { Line = Line };

    private string Place(Claim first) => (first.Key.Length, string.Equals(first.File, File, StringComparison.Ordinal)) switch
    {
        (0, _) => first.File,
        (_, true) => first.Key,
        _ => $"{first.File} ({first.Key})",
    };
}

/// <summary>What one file gave: its customer unless there are mistakes, and its claims in any case.</summary>
/// <param name="Customer">The customer; null when the file has mistakes.</param>
/// <param name="Claims">What the file claims for itself alone.</param>
/// <param name="Mistakes">What is wrong in it.</param>
internal sealed record ReadFile(Customer? Customer, IReadOnlyList<Claim> Claims, IReadOnlyList<CustomerMistake> Mistakes);
