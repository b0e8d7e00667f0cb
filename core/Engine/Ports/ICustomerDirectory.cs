using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Ports;

/// <summary>Who is whose: the customers and their people.</summary>
public interface ICustomerDirectory
{
    /// <summary>Every customer, by id.</summary>
    ImmutableArray<Customer> All { get; }

    /// <summary>A customer by id; null when there is none.</summary>
    Customer? Find(string customerId);

    /// <summary>
    /// Ties an address to a customer: a listed person first, else a domain that belongs to one customer alone. A sub-domain, a shared
    /// domain or an address listed by two customers ties to nobody.
    /// </summary>
    /// <param name="address">The sender's address.</param>
    /// <param name="proven">Whether the sender's identity is proven; carried into the answer.</param>
    Sender Identify(MailAddress address, bool proven);
}
