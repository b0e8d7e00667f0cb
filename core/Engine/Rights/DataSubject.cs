using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Rights;

/// <summary>Whose data it is about: one person, or a customer with all of its people.</summary>
public sealed record DataSubject
{
    /// <summary>The customer; null for a person of none.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The customer as a whole, and not one person.</summary>
    public bool IsCustomer { get; init; }

    /// <summary>The person's id in the customer file; null for somebody who is not listed, and for a customer.</summary>
    public string? PersonId { get; init; }

    /// <summary>By what the person is found.</summary>
    public PersonTraces Traces { get; init; } = new();

    /// <summary>Whether an address is theirs: the person's, or one that ties to the customer.</summary>
    public bool Owns(MailAddress address) => IsCustomer
        ? Customer!.People.Any(person => person.Addresses.Any(own => Same(own, address))) || Customer.Domains.Contains(address.Domain, StringComparer.OrdinalIgnoreCase)
        : Traces.Addresses.Any(own => MailAddress.TryParse(own, out var parsed) && Same(parsed, address));

    /// <summary>The same of an address as it was kept.</summary>
    public bool Owns(string? address) => MailAddress.TryParse(address, out var parsed) && Owns(parsed);

    /// <summary>Whether an account is theirs: the person's, or one of the customer's tenant.</summary>
    public bool Owns(SignedInAccount account) => IsCustomer
        ? account.TenantId == Customer!.TenantId
        : Traces.Accounts.Contains(account.AccountId) && (Customer?.TenantId is null || account.TenantId == Customer.TenantId);

    /// <summary>With what was found out about the person on the way.</summary>
    public DataSubject With(IEnumerable<string> names, IEnumerable<Guid> accounts) => this with
    {
        Traces = Traces with
        {
            Names = [.. Traces.Names.Union(names, StringComparer.OrdinalIgnoreCase)],
            Accounts = [.. Traces.Accounts.Union(accounts)],
        },
    };

    private static bool Same(MailAddress left, MailAddress right) =>
        left == right || (MailDomains.Canonical(left) is { } canonical && string.Equals(canonical, MailDomains.Canonical(right), StringComparison.Ordinal));
}
