using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Digests;

/// <summary>No tenant is reached, since nothing says how: digests tell what the customer file says.</summary>
public sealed class NoTenantFacts : ITenantFacts
{
    /// <inheritdoc/>
    public Task<TenantFacts> ReadAsync(Guid tenant, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(new TenantFacts([], [], CustomerDigest.NotConfigured));
}
