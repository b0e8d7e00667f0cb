using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Something that only one place of one file may hold, in comparable form.</summary>
/// <param name="Kind">What is claimed, as a mistake names it: "an address", "a domain".</param>
/// <param name="Value">Its comparable form; never printed.</param>
/// <param name="File">The file that claims it.</param>
/// <param name="Key">Where in the file.</param>
/// <param name="Line">The line, from 1; null for the file as a whole.</param>
internal sealed record Claim(string Kind, string Value, CustomerFileName File, string Key, int? Line)
{
    /// <summary>Every claim that an earlier one excludes is a mistake that says where that one is.</summary>
    public static IEnumerable<CustomerMistake> Conflicts(IEnumerable<Claim> claims, FilePeriods periods) =>
        from same in claims.GroupBy(claim => (claim.Kind, claim.Value))
        from pair in same.Select((claim, at) => (claim, First: same.Take(at).FirstOrDefault(first => Excludes(first.File, claim.File, periods))))
        where pair.First is not null
        select pair.claim.Against(pair.First);

    /// <summary>Versions of one customer may share what they claim, and so may two customers one after the other.</summary>
    private static bool Excludes(CustomerFileName first, CustomerFileName second, FilePeriods periods) =>
        ReferenceEquals(first, second) || (!first.IsOfSameCustomer(second) && periods.Overlap(first, second));

    private CustomerMistake Against(Claim first) =>
        new(File.File, Key, $"{Kind}, but {(ReferenceEquals(first.File, File) ? first.Key : $"{first.File.File} ({first.Key})")} has the same") { Line = Line };
}

/// <summary>What one file gave: its customer unless there are mistakes, and its claims in any case.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="Customer">The customer; null when the file has mistakes.</param>
/// <param name="Claims">What the file claims for itself alone.</param>
/// <param name="Mistakes">What is wrong in it.</param>
internal sealed record ReadFile(
    CustomerFileName Name, ReadOnlyMemory<byte> Bytes, Customer? Customer, IReadOnlyList<Claim> Claims, IReadOnlyList<CustomerMistake> Mistakes);
