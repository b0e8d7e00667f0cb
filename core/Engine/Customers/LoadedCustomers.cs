using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>What came of loading customer files: every customer, or every mistake.</summary>
public sealed record LoadedCustomers
{
    private LoadedCustomers(ImmutableArray<Customer> customers, ImmutableArray<CustomerMistake> mistakes) =>
        (Customers, Mistakes) = (customers, mistakes);

    /// <summary>The customers by id, in ordinal order; empty as soon as there is one mistake, since half a directory would refuse people wrongly.</summary>
    public ImmutableArray<Customer> Customers { get; }

    /// <summary>All mistakes of all files, by file and line; empty when the files are right.</summary>
    public ImmutableArray<CustomerMistake> Mistakes { get; }

    /// <summary>There is no mistake.</summary>
    public bool Succeeded => Mistakes.IsEmpty;

    internal static LoadedCustomers Of(IEnumerable<Customer> customers, IEnumerable<CustomerMistake> mistakes)
    {
        ImmutableArray<CustomerMistake> found =
            [.. mistakes.OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Line ?? 0)];
        return new LoadedCustomers(found.IsEmpty ? [.. customers.OrderBy(customer => customer.Id, StringComparer.Ordinal)] : [], found);
    }
}
