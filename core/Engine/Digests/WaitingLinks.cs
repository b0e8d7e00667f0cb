using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Digests;

/// <summary>Where a reader decides what waits for them: an address for each of these requests, which stands for this reader alone.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="links">The addresses.</param>
/// <param name="options">How long requests wait.</param>
public sealed class WaitingLinks(IStore store, ConfirmationLinks links, EngineOptions options)
{
    /// <summary>What waits, read once for all readers.</summary>
    public async Task<ImmutableArray<RequestDocument>> ReadAsync(IEnumerable<DigestWaiting> waiting, CancellationToken cancellationToken)
    {
        var documents = ImmutableArray.CreateBuilder<RequestDocument>();
        foreach (var one in waiting)
            if (await store.FindRequestAsync(one.Request, cancellationToken) is { } document) documents.Add(document);
        return documents.ToImmutable();
    }

    /// <summary>The addresses by request; none for what waits for somebody else, or for words rather than a click.</summary>
    /// <param name="customer">The customer, as its file says now.</param>
    /// <param name="reader">Whose addresses they are.</param>
    /// <param name="waiting">What waits.</param>
    /// <param name="now">UTC.</param>
    public ImmutableDictionary<string, Uri> Of(Customer customer, Person reader, ImmutableArray<RequestDocument> waiting, DateTimeOffset now)
    {
        var found = ImmutableDictionary.CreateBuilder<string, Uri>(StringComparer.Ordinal);
        foreach (var document in waiting)
            if (AddressOf(document, customer, reader, now) is { } address) found[document.Id.Value] = new Uri(address);
        return found.ToImmutable();
    }

    /// <summary>A draft is confirmed by who made it (Art. 9), a yes given by who would be asked for it (Art. 11, 14).</summary>
    private string? AddressOf(RequestDocument document, Customer customer, Person reader, DateTimeOffset now) => document.State.State switch
    {
        RequestState.Draft when document.State.PersonId == reader.Id => links.For(document.Id),
        RequestState.WaitingForApproval when NoticeReaders.Of(Reader.Approvers, document.State, details: null, customer, ParisTime.DateOf(now))
            .Any(asked => asked.Person?.Id == reader.Id) => links.For(new ApprovalAsk(
                document.Id, ApprovalAsk.VersionOf(document), reader.Id, ApprovalAsk.UntilOf(document.State, customer.Subscription.Weekend, options.LifeTimes, now))),
        _ => null,
    };
}
