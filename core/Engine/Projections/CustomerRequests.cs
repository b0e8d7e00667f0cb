using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Projections;

/// <summary>Which requests belong to which customer; filled after each commit, rebuilt at start. Holds ids and instants alone. Safe for several threads.</summary>
public sealed class CustomerRequests
{
    private readonly Lock _gate = new();

    // Ids grow with time, so that nearly each is put at the end, and of every request ever made a list takes half of a tree's memory.
    private readonly Dictionary<string, SortedList<string, Known>> _of = new(StringComparer.Ordinal);

    /// <summary>Reads the whole store once.</summary>
    public static async Task<CustomerRequests> ReadAsync(IStore store, CancellationToken cancellationToken)
    {
        var read = new CustomerRequests();
        await foreach (var document in store.AllRequestsAsync(cancellationToken)) read.Set(document);
        return read;
    }

    /// <summary>A request was made or changed. An older version that comes late changes nothing.</summary>
    public void Set(RequestDocument document)
    {
        var last = document.State.State.IsEnded() ? document.Journal[^1].At : DateTimeOffset.MaxValue;
        lock (_gate)
        {
            if (!_of.TryGetValue(document.State.CustomerId, out var own)) _of[document.State.CustomerId] = own = new(StringComparer.Ordinal);
            if (!own.TryGetValue(document.Id.Value, out var known) || known.Version < document.Version)
                own[document.Id.Value] = new Known(document.Version, document.Journal[0].At, last);
        }
    }

    /// <summary>A customer's requests, oldest first, without those that were over and at rest before an instant.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="since">The instant, UTC.</param>
    public ImmutableArray<RequestId> Of(string customerId, DateTimeOffset since)
    {
        lock (_gate) return _of.TryGetValue(customerId, out var own)
            ? [.. own.Where(pair => pair.Value.Last >= since).Select(pair => new RequestId(pair.Key))]
            : [];
    }

    /// <summary>When the customer's first request was taken in, UTC; null while there is none.</summary>
    public DateTimeOffset? FirstAt(string customerId)
    {
        lock (_gate) return _of.TryGetValue(customerId, out var own) ? own.Values.Min(known => known.TakenInAt) : null;
    }

    /// <param name="Version">The version that was seen.</param>
    /// <param name="TakenInAt">When it was taken in, UTC.</param>
    /// <param name="Last">When something last happened to it, UTC; the end of time while it is not over.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Known(int Version, DateTimeOffset TakenInAt, DateTimeOffset Last);
}
