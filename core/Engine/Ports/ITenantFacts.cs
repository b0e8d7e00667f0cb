using System.Collections.Immutable;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Engine.Ports;

/// <summary>What the weekly digest tells of a customer's tenant. Reads alone; what is not proven to be of that tenant is refused.</summary>
public interface ITenantFacts
{
    /// <summary>Reads licences and Microsoft's announcements. A tenant that cannot be read gives facts that say so, never an exception.</summary>
    /// <param name="tenant">The customer's tenant.</param>
    /// <param name="since">Announcements changed before are none of this digest, UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<TenantFacts> ReadAsync(Guid tenant, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>What was read.</summary>
/// <param name="Products">Licences that are paid for; no free and no trial ones, which Art. 17 does not count.</param>
/// <param name="Announcements">Announcements about services that the customer uses (Art. 14), newest first.</param>
/// <param name="Unread">Why nothing was read: a short machine reason; null when it was.</param>
public sealed record TenantFacts(ImmutableArray<DigestProduct> Products, ImmutableArray<DigestAnnouncement> Announcements, string? Unread);
