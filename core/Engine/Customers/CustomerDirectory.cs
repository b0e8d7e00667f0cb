using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Customers;

/// <summary>The customers in memory, unchanging; each look-up takes the same time however many there are.</summary>
public sealed class CustomerDirectory : ICustomerDirectory
{
    private readonly FrozenDictionary<string, ImmutableArray<Customer>> _versions;
    private readonly FrozenDictionary<string, ImmutableArray<(Customer Customer, Person Person)>> _byAddress;
    private readonly FrozenDictionary<string, ImmutableArray<Customer>> _byDomain;
    private readonly FrozenDictionary<Guid, ImmutableArray<Customer>> _byTenant;
    private readonly ImmutableArray<string> _ids;
    private readonly CustomerArchive? _archive;

    /// <summary>
    /// A directory of these customers. What two of them list on one day (an address, a domain) ties to neither; an address listed for two
    /// people of one customer ties to the customer alone.
    /// </summary>
    /// <param name="customers">The customers in all their versions, in any order.</param>
    /// <param name="archive">Where versions that were once loaded are found; null without any.</param>
    /// <exception cref="ArgumentException">Two versions of one customer hold from the same day.</exception>
    public CustomerDirectory(ImmutableArray<Customer> customers, CustomerArchive? archive = null)
    {
        _archive = archive;
        _versions = customers
            .GroupBy(customer => customer.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, InOrder, StringComparer.Ordinal);
        _ids = [.. _versions.Keys.Order(StringComparer.Ordinal)];
        _byAddress = customers
            .SelectMany(customer => customer.People.SelectMany(person => person.Addresses.Select(address => (customer, person, address))))
            .GroupBy(listed => MailDomains.Canonical(listed.address) ?? "", listed => (listed.customer, listed.person), StringComparer.Ordinal)
            .Where(same => same.Key.Length > 0)
            .ToFrozenDictionary(same => same.Key, same => same.ToImmutableArray(), StringComparer.Ordinal);
        _byDomain = customers
            .SelectMany(customer => customer.Domains.Select(domain => (customer, domain: MailDomains.Canonical(domain) ?? "")))
            .Where(listed => listed.domain.Length > 0 && !MailDomains.IsShared(listed.domain))
            .GroupBy(listed => listed.domain, listed => listed.customer, StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => same.Distinct().ToImmutableArray(), StringComparer.Ordinal);
        _byTenant = customers.Where(customer => customer.TenantId is not null)
            .GroupBy(customer => customer.TenantId!.Value)
            .ToFrozenDictionary(same => same.Key, same => same.ToImmutableArray());
    }

    /// <inheritdoc/>
    public ICustomerDirectory Snapshot => this;

    /// <inheritdoc/>
    public ImmutableArray<Customer> All(DateTimeOffset at)
    {
        var day = ParisTime.DateOf(at);
        return [.. _ids.Select(id => InForce(id, day)).OfType<Customer>()];
    }

    /// <inheritdoc/>
    public Customer? Find(string customerId, DateTimeOffset at) => InForce(customerId, ParisTime.DateOf(at));

    /// <inheritdoc/>
    public Customer? FindVersion(string customerId, string version) =>
        _versions.GetValueOrDefault(customerId, []).FirstOrDefault(customer => customer.Version == version) ?? _archive?.Find(customerId, version);

    /// <inheritdoc/>
    public Sender Identify(MailAddress address, bool proven, DateTimeOffset at)
    {
        if (MailDomains.Canonical(address) is not { } canonical) return Sender.Unknown with { Proven = proven };
        var day = ParisTime.DateOf(at);
        return (ByAddress(canonical, day) ?? ByDomain(canonical, day)) with { Proven = proven, Address = address, Day = day };
    }

    /// <inheritdoc/>
    public Sender Identify(SignedInAccount account, MailAddress? address, DateTimeOffset at)
    {
        var day = ParisTime.DateOf(at);
        var sender = _byTenant.GetValueOrDefault(account.TenantId, []).Where(customer => IsInForce(customer, day)).ToArray() switch
        {
            [var customer] => new Sender(customer, PersonOf(customer, account.AccountId, address), Proven: true),
            [] => Sender.Unknown,
            _ => Doubtful,
        };
        return sender with { Proven = true, Address = address, Account = account.AccountId, Day = day };
    }

    /// <summary>Two people with one address are nobody; an account that is listed for one person is never another's.</summary>
    private static Person? PersonOf(Customer customer, Guid account, MailAddress? address)
    {
        if (customer.People.FirstOrDefault(person => person.EntraId == account) is { } listed) return listed;
        if (address is not { } known || MailDomains.Canonical(known) is not { } canonical) return null;
        var named = customer.People.Where(person => person.Addresses.Any(own => string.Equals(MailDomains.Canonical(own), canonical, StringComparison.Ordinal))).ToArray();
        return named is [{ EntraId: null } only] ? only : null;
    }

    private static ImmutableArray<Customer> InOrder(IEnumerable<Customer> versions)
    {
        ImmutableArray<Customer> ordered = [.. versions.OrderBy(customer => customer.ValidFrom ?? DateOnly.MinValue)];
        return ordered.DistinctBy(customer => customer.ValidFrom).Count() == ordered.Length
            ? ordered
            : throw new ArgumentException("Two customers have one id, from the same day.", nameof(versions));
    }

    private Customer? InForce(string id, DateOnly day) =>
        _versions.GetValueOrDefault(id, []).LastOrDefault(customer => (customer.ValidFrom ?? DateOnly.MinValue) <= day);

    private bool IsInForce(Customer version, DateOnly day) => ReferenceEquals(InForce(version.Id, day), version);

    private Sender? ByAddress(string canonical, DateOnly day)
    {
        var listed = _byAddress.GetValueOrDefault(canonical, []).Where(claim => IsInForce(claim.Customer, day)).ToArray();
        if (listed.Length == 0) return null;
        var owner = listed[0].Customer;
        if (listed.Any(claim => claim.Customer.Id != owner.Id)) return Doubtful;
        return new Sender(owner, listed.All(claim => claim.Person.Id == listed[0].Person.Id) ? listed[0].Person : null, Proven: false);
    }

    private Sender ByDomain(string canonical, DateOnly day)
    {
        var at = canonical.LastIndexOf('@');
        var domain = canonical[(at + 1)..];
        if (OwnersOf(domain, day) is { Length: > 0 } owners)
            return owners.Length == 1 ? new Sender(owners[0], Person: null, Proven: false) : Doubtful;
        return IsAlias(canonical, at, day) || IsBelowOne(domain, day) ? Doubtful : Sender.Unknown;
    }

    private Customer[] OwnersOf(string domain, DateOnly day) =>
        [.. _byDomain.GetValueOrDefault(domain, []).Where(customer => IsInForce(customer, day))];

    /// <summary>name+tag@ where name@ is listed: most providers deliver both to one person, some do not.</summary>
    private bool IsAlias(string canonical, int at, DateOnly day) =>
        canonical.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && plus < at && ByAddress(canonical[..plus] + canonical[at..], day) is not null;

    /// <summary>A sub-domain may be the company's, or that of a supplier who hosts something for it.</summary>
    private bool IsBelowOne(string domain, DateOnly day)
    {
        for (var dot = domain.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = domain.IndexOf('.', dot + 1))
            if (OwnersOf(domain[(dot + 1)..], day).Length > 0) return true;
        return false;
    }

    private static Sender Doubtful { get; } = Sender.Unknown with { Ambiguous = true };
}
