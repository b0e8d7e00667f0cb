using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>The words that name a customer or its people, in whatever case and with or without accents; a redacted text keeps none of them.</summary>
public sealed class NamesToCut
{
    private const int ShortestWord = 2;
    private static readonly ImmutableHashSet<string> Particles = ["de", "du", "des", "la", "le", "les", "et", "sa", "sas", "sarl", "eurl", "sci", "snc"];

    private NamesToCut(ImmutableHashSet<string> people, ImmutableHashSet<string> company) => (People, Company) = (people, company);

    /// <summary>Nobody is known.</summary>
    public static NamesToCut None { get; } = new([], []);

    /// <summary>Words of people's names, folded.</summary>
    internal ImmutableHashSet<string> People { get; }

    /// <summary>Words of the company's name and domains, folded.</summary>
    internal ImmutableHashSet<string> Company { get; }

    /// <summary>What names a customer.</summary>
    /// <param name="customer">With its people.</param>
    /// <param name="others">Names of people beside those listed; null ones do not count.</param>
    public static NamesToCut Of(Customer customer, params IEnumerable<string?> others) => new(
        Words(customer.People.Select(person => person.Name).Concat(others.OfType<string>())),
        Words(customer.Domains.Select(domain => domain.Split('.')[0]).Append(customer.Name).Append(customer.Id)));

    private static ImmutableHashSet<string> Words(IEnumerable<string> names) =>
        [.. names.SelectMany(FoldedWord.AllIn).Where(word => word.Length >= ShortestWord && !Particles.Contains(word))];
}
