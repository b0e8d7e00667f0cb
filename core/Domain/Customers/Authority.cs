using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Domain.Customers;

/// <summary>What somebody may decide on a day: by their own role, and as the substitute of those who are absent on it.</summary>
/// <param name="Role">The role that counts; a substitute for direction counts as direction.</param>
/// <param name="SpeaksForDirection">May decide on teams and lists: direction, or an administrator whom direction has delegated (Art. 14).</param>
public sealed record Authority(Role Role, bool SpeaksForDirection)
{
    /// <summary>Administrator or direction.</summary>
    public bool IsAdministrator => Role is Role.Administrator or Role.Direction;

    /// <summary>Whether this is enough to say yes to what that level of asker may ask for.</summary>
    public bool MaySayYes(Asker asker) => asker is Asker.Direction ? SpeaksForDirection : IsAdministrator;

    /// <summary>
    /// The authority of a person on a day in Paris. An absence takes nothing from the absent one, who may still write; it lends to the
    /// substitute, and a substitute's substitute is lent nothing: nobody has named them. Whoever may decide nothing by themself is lent nothing.
    /// </summary>
    /// <param name="customer">The customer with its people; null for an unknown sender.</param>
    /// <param name="person">The person; null for an employee who is not listed.</param>
    /// <param name="day">The day; null for the person's own authority.</param>
    public static Authority Of(Customer? customer, Person? person, DateOnly? day)
    {
        if (person is null) return Own(Role.Employee, delegated: false);
        var own = Own(person.Role, person.DelegatedByDirection);
        return customer is null || day is not { } today
            ? own
            : AbsentFor(customer, person, today).Aggregate(own, (held, absent) => held.With(Own(absent.Role, absent.DelegatedByDirection)));
    }

    /// <summary>Those whom a person stands in for on that day.</summary>
    internal static ImmutableArray<Person> AbsentFor(Customer customer, Person person, DateOnly day) => person.MayDecide
        ? [.. customer.People.Where(other => other.MayDecide && other.Id != person.Id
            && other.Absence is { } absence && absence.Covers(day) && absence.SubstituteId == person.Id)]
        : [];

    private static Authority Own(Role role, bool delegated) => new(role, role is Role.Direction || (role is Role.Administrator && delegated));

    private Authority With(Authority lent) =>
        new(lent.Role is Role.Direction ? Role.Direction : Role, SpeaksForDirection || lent.SpeaksForDirection);
}
