using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>Customer files that change while requests wait: people leave, roles go, a contract is suspended.</summary>
internal sealed class ChangingCustomers(params Customer[] customers) : ICustomerDirectory
{
    private ImmutableArray<Customer> _customers = [.. customers];

    private CustomerDirectory Now => new([.. _customers]);

    public ICustomerDirectory Snapshot => Now;

    public void Change(string id, Func<Customer, Customer?> change) =>
        _customers = [.. _customers.Select(customer => customer.Id == id ? change(customer) : customer).OfType<Customer>()];

    /// <summary>Changes one person; null: they have left.</summary>
    public void ChangePerson(string id, string person, Func<Person, Person?> change) => Change(id, customer => customer with
    {
        People = [.. customer.People.Select(one => one.Id == person ? change(one) : one).OfType<Person>()],
    });

    public ImmutableArray<Customer> All(DateTimeOffset at) => Now.All(at);

    public Customer? Find(string customerId, DateTimeOffset at) => Now.Find(customerId, at);

    public Customer? FindVersion(string customerId, string version) => Now.FindVersion(customerId, version);

    public Sender Identify(MailAddress address, bool proven, DateTimeOffset at) => Now.Identify(address, proven, at);

    public Sender Identify(SignedInAccount account, MailAddress? address, DateTimeOffset at) => Now.Identify(account, address, at);
}
