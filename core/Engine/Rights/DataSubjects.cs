using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Rights;

/// <summary>Finds whom an operator means.</summary>
/// <param name="directory">The customer files.</param>
/// <param name="at">Now, UTC.</param>
public sealed class DataSubjects(ICustomerDirectory directory, DateTimeOffset at)
{
    /// <summary>A customer; null when no file has that id.</summary>
    public DataSubject? Customer(string id) => directory.Find(id, at) is { } customer ? new DataSubject { Customer = customer, IsCustomer = true } : null;

    /// <summary>A person by an address, listed or not, or by the id in a customer file.</summary>
    /// <param name="person">The address, or the id.</param>
    /// <param name="customerId">Which customer; null: found out.</param>
    /// <param name="names">What else they are called, beside what the file and their own messages say.</param>
    /// <returns>The person; or why nobody, or more than one, is meant.</returns>
    public (DataSubject? Subject, string? Trouble) Person(string person, string? customerId, ImmutableArray<string> names)
    {
        var customers = customerId is null ? directory.All(at) : directory.Find(customerId, at) is { } one ? [one] : [];
        if (customerId is not null && customers.IsEmpty) return (null, $"{customerId}: no customer file has this id.");
        if (!MailAddress.TryParse(person, out var address))
        {
            return customers.Where(customer => customer.FindPerson(person) is not null).ToArray() switch
            {
                [var only] => (Listed(only, only.FindPerson(person)!, names), null),
                [] => (null, "--person: nobody listed has this id; give one of their mail addresses."),
                _ => (null, "--person: people of several customers have this id: add --customer."),
            };
        }

        var sender = directory.Identify(address, proven: false, at);
        if (customerId is not null && sender.Customer is { } other && other.Id != customerId) return (null, "--person: this address is another customer's.");
        if (sender is { Customer: { } customer, Person: { } listed }) return (Listed(customer, listed, names), null);
        var of = sender.Customer ?? (customerId is null ? null : customers[0]);
        return (new DataSubject { Customer = of, Traces = new PersonTraces { Addresses = [address.Value], Names = names, Others = Others(of, personId: null) } }, null);
    }

    private static DataSubject Listed(Customer customer, Person person, ImmutableArray<string> names) => new()
    {
        Customer = customer,
        PersonId = person.Id,
        Traces = new PersonTraces
        {
            Addresses = [.. person.Addresses.Select(address => address.Value)],
            Names = [person.Name, .. names],
            Phones = [.. person.Phones.Select(phone => phone.Number)],
            Accounts = person.EntraId is { } account ? [account] : [],
            Others = Others(customer, person.Id),
        },
    };

    private static ImmutableArray<string> Others(Customer? customer, string? personId) =>
        customer is null ? [] : [.. customer.People.Where(person => person.Id != personId).Select(person => person.Name)];
}
