using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Digests;

/// <summary>Customer files that change while the service runs.</summary>
internal sealed class ChangingDirectory(params ImmutableArray<Customer> customers) : ICustomerDirectory
{
    private CustomerDirectory _now = new(customers);

    public ImmutableArray<Customer> Files { get; private set; } = customers;

    public ICustomerDirectory Snapshot => _now;

    public void Put(Customer customer)
    {
        Files = [.. Files.Where(other => other.Id != customer.Id), customer];
        _now = new CustomerDirectory(Files);
    }

    public void Change(string id, Func<Customer, Customer> change) => Put(change(Files.Single(customer => customer.Id == id)));

    public ImmutableArray<Customer> All(DateTimeOffset at) => _now.All(at);

    public Customer? Find(string customerId, DateTimeOffset at) => _now.Find(customerId, at);

    public Customer? FindVersion(string customerId, string version) => _now.FindVersion(customerId, version);

    public Sender Identify(MailAddress address, bool proven, DateTimeOffset at) => _now.Identify(address, proven, at);

    public Sender Identify(SignedInAccount account, MailAddress? address, DateTimeOffset at) => _now.Identify(account, address, at);
}
