using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Digests;

/// <summary>Where a reader decides what waits for them: an address for each of these requests, which stands for this reader alone.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="links">The addresses.</param>
public sealed class WaitingLinks(IStore store, ConfirmationLinks links)
{
    /// <summary>The addresses by request; none for what waits for somebody else.</summary>
    public async Task<ImmutableDictionary<string, Uri>> OfAsync(Person reader, IEnumerable<DigestWaiting> waiting, CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<string, Uri>(StringComparer.Ordinal);
        foreach (var one in waiting.Where(one => one.State is RequestState.Draft))
        {
            // A draft is confirmed by who made it (Art. 9).
            if (await store.FindRequestAsync(one.Request, cancellationToken) is { } document && document.State.PersonId == reader.Id && links.For(one.Request) is { } address)
                found[one.Request.Value] = new Uri(address);
        }

        return found.ToImmutable();
    }
}
