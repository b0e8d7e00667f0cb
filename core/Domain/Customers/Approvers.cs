using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Domain.Customers;

/// <summary>Who at a customer may say yes to a request, in the order in which they are asked.</summary>
public static class Approvers
{
    /// <summary>
    /// Those who are there on that day: administrators before direction, whose time is dearer; where direction decides (Art. 14), direction,
    /// then delegated administrators, then who stands in for one of these. Somebody absent is only asked when nobody else could answer. Empty
    /// where nothing needs a yes, or where the customer has nobody who could give it: then a technician asks.
    /// </summary>
    /// <param name="customer">The customer, in the version of that day.</param>
    /// <param name="asker">Who may ask for the operation.</param>
    /// <param name="day">The day in Paris.</param>
    public static ImmutableArray<Person> Of(Customer customer, Asker asker, DateOnly day)
    {
        if (asker is Asker.Anyone) return [];
        var able = customer.People
            .Where(person => Authority.Of(customer, person, day).MaySayYes(asker))
            .OrderBy(person => Rank(person, asker))
            .ToLookup(person => person.Absence?.Covers(day) ?? false);
        return [.. able[false].DefaultIfNone(able[true])];
    }

    private static int Rank(Person person, Asker asker) => (asker, person.Role, person.DelegatedByDirection) switch
    {
        (Asker.Direction, Role.Direction, _) => 0,
        (Asker.Direction, _, true) => 1,
        (Asker.Direction, _, _) => 2,
        (_, Role.Direction, _) => 1,
        _ => 0,
    };

    private static IEnumerable<Person> DefaultIfNone(this IEnumerable<Person> present, IEnumerable<Person> absent) =>
        present.Any() ? present : absent;
}
