using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Customers;

/// <summary>A company with one contract, its mail domains and its people, as its customer file says.</summary>
public sealed record Customer
{
    /// <summary>The stable identifier: the customer file's name without its ending.</summary>
    public required string Id { get; init; }

    /// <summary>The company's name as people read it.</summary>
    public required string Name { get; init; }

    /// <summary>What is subscribed, and the state of the contract.</summary>
    public required Subscription Subscription { get; init; }

    /// <summary>Mail domains that belong to this customer alone, in lower case. A shared domain (orange.fr, gmail.com) is never among them.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>The Microsoft 365 tenant, if there is one.</summary>
    public Guid? TenantId { get; init; }

    /// <summary>The people known by name. An employee who is not listed is still known by a domain of the customer.</summary>
    public ImmutableArray<Person> People { get; init; } = [];
}

/// <summary>A person of a customer.</summary>
public sealed record Person
{
    /// <summary>Identifier inside the customer; journals hold this, never the name.</summary>
    public required string Id { get; init; }

    /// <summary>First and last name.</summary>
    public required string Name { get; init; }

    /// <summary>Every address the person writes from; the first is where answers go.</summary>
    public required ImmutableArray<MailAddress> Addresses { get; init; }

    /// <summary>The person's role in the company.</summary>
    public Role Role { get; init; } = Role.Employee;

    /// <summary>For an administrator: direction has delegated lists and team membership (Art. 14).</summary>
    public bool DelegatedByDirection { get; init; }

    /// <summary>The language of answers.</summary>
    public Words.Language Language { get; init; }
}

/// <summary>A person's role at the customer.</summary>
public enum Role
{
    /// <summary>Any employee.</summary>
    Employee,

    /// <summary>The contract's "Administrateur du client".</summary>
    Administrator,

    /// <summary>Management ("direction", Art. 14).</summary>
    Direction,
}
