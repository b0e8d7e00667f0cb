using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Engine.Ports;

/// <summary>
/// Who is whose: the customers and their people, in the versions that hold on the Paris day of an instant. The files may change between two
/// calls; whoever makes several that must agree takes a <see cref="Snapshot"/> first.
/// </summary>
public interface ICustomerDirectory
{
    /// <summary>The directory as it is now; it never changes.</summary>
    ICustomerDirectory Snapshot { get; }

    /// <summary>Every customer of that instant's day, by id.</summary>
    ImmutableArray<Customer> All(DateTimeOffset at);

    /// <summary>A customer by id, in the version of that instant's day; null when there is none.</summary>
    Customer? Find(string customerId, DateTimeOffset at);

    /// <summary>
    /// That version of a customer, whatever the day, so that a decision can be recomputed: one of those loaded, else one that was once loaded
    /// and is archived; null when there is none, or when the archived file is damaged or no longer readable by the present rules.
    /// </summary>
    Customer? FindVersion(string customerId, string version);

    /// <summary>
    /// Ties an address to a customer: a listed person first, else a domain that belongs to one customer alone. A shared domain ties to
    /// nobody; what two customers list, a sub-domain, or an alias (<c>name+tag@</c>) on a shared domain is <see cref="Sender.Ambiguous"/>.
    /// </summary>
    /// <param name="address">The sender's address.</param>
    /// <param name="proven">Whether the sender's identity is proven; carried into the answer.</param>
    /// <param name="at">When they wrote: its day in Paris decides on version and substitutes.</param>
    Sender Identify(MailAddress address, bool proven, DateTimeOffset at);

    /// <summary>
    /// Ties a signed-in account to a customer: by its tenant alone, never by an address. Within that customer the person is the one listed
    /// with that account, else with that address. A tenant that two customers list is <see cref="Sender.Ambiguous"/>.
    /// </summary>
    /// <param name="account">The account, as the authenticated activity names it.</param>
    /// <param name="address">The account's address as the tenant's own directory says; null where it says none.</param>
    /// <param name="at">When they wrote.</param>
    Sender Identify(SignedInAccount account, MailAddress? address, DateTimeOffset at);
}
