using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Customers;

/// <summary>The customers in memory, unchanging; each look-up takes the same time however many there are.</summary>
public sealed class CustomerDirectory : ICustomerDirectory
{
    private readonly FrozenDictionary<string, Customer> _byId;
    private readonly FrozenDictionary<string, Sender> _byAddress;
    private readonly FrozenDictionary<string, Customer> _byDomain;

    /// <summary>
    /// A directory of these customers. What two of them claim (an address, a domain) ties to neither; an address claimed by two people of
    /// one customer ties to the customer alone.
    /// </summary>
    /// <param name="customers">The customers, in any order.</param>
    /// <exception cref="ArgumentException">Two of them have one id.</exception>
    public CustomerDirectory(ImmutableArray<Customer> customers)
    {
        All = [.. customers.OrderBy(customer => customer.Id, StringComparer.Ordinal)];
        _byId = Unique(All);
        _byAddress = All
            .SelectMany(customer => customer.People.SelectMany(person => person.Addresses.Select(address => (customer, person, address))))
            .GroupBy(listed => MailDomains.Canonical(listed.address) ?? "", StringComparer.Ordinal)
            .Where(same => same.Key.Length > 0)
            .ToFrozenDictionary(same => same.Key, same => Owner([.. same.Select(l => (l.customer, l.person))]), StringComparer.Ordinal);
        _byDomain = All
            .SelectMany(customer => customer.Domains.Select(domain => (customer, domain: MailDomains.Canonical(domain) ?? "")))
            .Where(listed => listed.domain.Length > 0 && !MailDomains.IsShared(listed.domain))
            .GroupBy(listed => listed.domain, listed => listed.customer, StringComparer.Ordinal)
            .Where(same => same.DistinctBy(customer => customer.Id, StringComparer.Ordinal).Count() == 1)
            .ToFrozenDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ImmutableArray<Customer> All { get; }

    /// <inheritdoc/>
    public Customer? Find(string customerId) => _byId.GetValueOrDefault(customerId);

    /// <inheritdoc/>
    public Sender Identify(MailAddress address, bool proven)
    {
        if (MailDomains.Canonical(address) is not { } canonical) return Sender.Unknown with { Proven = proven };
        if (_byAddress.TryGetValue(canonical, out var listed)) return listed with { Proven = proven, Address = address };
        var owner = _byDomain.GetValueOrDefault(canonical[(canonical.LastIndexOf('@') + 1)..]);
        return new Sender(owner, Person: null, proven) { Address = address };
    }

    private static FrozenDictionary<string, Customer> Unique(ImmutableArray<Customer> all) =>
        all.DistinctBy(customer => customer.Id, StringComparer.Ordinal).Count() == all.Length
            ? all.ToFrozenDictionary(customer => customer.Id, StringComparer.Ordinal)
            : throw new ArgumentException("Two customers have one id.", nameof(all));

    private static Sender Owner(ImmutableArray<(Customer Customer, Person Person)> claims)
    {
        var customers = claims.Select(claim => claim.Customer).DistinctBy(customer => customer.Id, StringComparer.Ordinal).ToArray();
        if (customers.Length > 1) return Sender.Unknown;
        var people = claims.Select(claim => claim.Person).DistinctBy(person => person.Id, StringComparer.Ordinal).ToArray();
        return new Sender(customers[0], people.Length == 1 ? people[0] : null, Proven: false);
    }
}
