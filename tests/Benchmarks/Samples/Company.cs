using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SiOne.Bot.Benchmarks.Samples;

/// <summary>An invented customer with its people.</summary>
/// <param name="Id">The name of its file, without ending.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">Its subscription level, as customer files spell it.</param>
/// <param name="People">Its people; the first decides, the second administers.</param>
internal sealed record Company(string Id, string Name, string Level, ImmutableArray<Colleague> People)
{
    private const int PeopleEach = 12;
    private static readonly string[] Levels = ["Standard", "Premium", "Serenite"];
    private static readonly string[] Roles = ["direction", "administrator"];

    /// <summary>Its mail domain.</summary>
    public string Domain => $"{Id}.example";

    /// <summary>Its Microsoft 365 tenant.</summary>
    public string TenantId => $"c0de0000-0000-4000-8000-{Id[^3..].PadLeft(12, '0')}";

    /// <summary>Invents companies: the same numbers give the same ones.</summary>
    public static ImmutableArray<Company> Invent(int count, Random random) => [.. Enumerable.Range(1, count).Select(number => One(number, random))];

    /// <summary>Writes the customer files that the product loads.</summary>
    public static void WriteFiles(IEnumerable<Company> companies, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var company in companies) File.WriteAllText(Path.Combine(folder, $"{company.Id}.json"), company.ToJson());
    }

    private static Company One(int number, Random random)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"societe-{number:D3}");
        var people = Enumerable.Range(1, PeopleEach).Select(n => new Colleague(
            $"{random.Pick(Words.FirstNames)} {random.Pick(Words.LastNames)}", string.Create(CultureInfo.InvariantCulture, $"p{n}@{id}.example")));
        return new Company(id, $"{random.Pick(Words.Trades)} {random.Pick(Words.LastNames)}", Levels[number % Levels.Length], [.. people]);
    }

    private string ToJson() => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["name"] = Name,
        ["level"] = Level,
        ["services"] = new[] { "Maintenance", "Phones", "Messaging", "Microsoft365", "Backup", "Backup365" },
        ["domains"] = new[] { Domain },
        ["tenantId"] = TenantId,
        ["people"] = People.Select((person, n) => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = person.Name,
            ["addresses"] = new[] { person.Address },
            ["role"] = n < Roles.Length ? Roles[n] : "employee",
            ["language"] = "fr",
        }),
    });
}

/// <summary>A person of a customer.</summary>
/// <param name="Name">First and last name.</param>
/// <param name="Address">The mail address.</param>
internal sealed record Colleague(string Name, string Address);
