using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>What came of loading customer files: every customer, or every mistake.</summary>
public sealed record LoadedCustomers
{
    private LoadedCustomers(ImmutableArray<ReadFile> files, ImmutableArray<CustomerMistake> mistakes, string fingerprint)
    {
        (Files, Mistakes, Fingerprint) = (files, mistakes, fingerprint);
        Customers = [.. files.Select(file => file.Customer!)];
    }

    /// <summary>
    /// Every version of every customer, by id in ordinal order and then by the day from which it holds; empty as soon as there is one mistake,
    /// since half a directory would refuse people wrongly.
    /// </summary>
    public ImmutableArray<Customer> Customers { get; }

    /// <summary>All mistakes of all files, by file and line; empty when the files are right.</summary>
    public ImmutableArray<CustomerMistake> Mistakes { get; }

    /// <summary>There is no mistake.</summary>
    public bool Succeeded => Mistakes.IsEmpty;

    /// <summary>The files of <see cref="Customers"/>, in the same order.</summary>
    internal ImmutableArray<ReadFile> Files { get; }

    /// <summary>Which state of the files this is.</summary>
    internal string Fingerprint { get; }

    internal static LoadedCustomers Of(string fingerprint, IEnumerable<ReadFile> files, IEnumerable<CustomerMistake> mistakes)
    {
        ImmutableArray<CustomerMistake> found =
            [.. mistakes.OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Line ?? 0)];
        return new LoadedCustomers(
            found.IsEmpty ? [.. files.OrderBy(file => file.Name.Id, StringComparer.Ordinal).ThenBy(file => file.Name.ValidFrom ?? DateOnly.MinValue)] : [],
            found, fingerprint);
    }
}
