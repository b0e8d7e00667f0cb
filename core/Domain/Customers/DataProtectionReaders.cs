using System.Collections.Immutable;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Customers;

/// <summary>Who at a customer is told what concerns personal data (RGPD V, XI).</summary>
/// <param name="Kind">In which quality.</param>
/// <param name="To">Where, with the listed person behind it; null for a contact who is not listed.</param>
public sealed record DataProtectionReaders(ProtectionReader Kind, ImmutableArray<(MailAddress Address, Person? Person)> To)
{
    /// <summary>A breach: the contact of the customer file, else direction, else administrators. Null: the file lists nobody.</summary>
    public static DataProtectionReaders? OfBreach(Customer customer) =>
        Contact(customer) ?? Those(customer, Role.Direction, askedBy: null) ?? Those(customer, Role.Administrator, askedBy: null);

    /// <summary>A right that one of theirs exercises: the contact, else administrators, else direction; who asked comes only where nobody else is.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="askedBy">The listed person who asked; null for anybody else.</param>
    public static DataProtectionReaders? OfRight(Customer customer, string? askedBy) =>
        Contact(customer) ?? Those(customer, Role.Administrator, askedBy) ?? Those(customer, Role.Direction, askedBy)
        ?? Those(customer, Role.Administrator, askedBy: null) ?? Those(customer, Role.Direction, askedBy: null);

    private static DataProtectionReaders? Contact(Customer customer) => customer.DataProtectionContact is not { } address ? null
        : new(ProtectionReader.Contact, [(address, customer.People.FirstOrDefault(person => person.Addresses.Contains(address)))]);

    private static DataProtectionReaders? Those(Customer customer, Role role, string? askedBy)
    {
        var people = customer.People.Where(person => person.Role == role && !string.Equals(person.Id, askedBy, StringComparison.Ordinal)).ToArray();
        return people.Length == 0 ? null : new(
            role is Role.Direction ? ProtectionReader.Direction : ProtectionReader.Administrators, [.. people.Select(person => (person.Addresses[0], (Person?)person))]);
    }
}
