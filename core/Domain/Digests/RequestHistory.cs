using System.Collections.Immutable;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Digests;

/// <summary>A request as it stood at each moment of its journal.</summary>
public sealed class RequestHistory
{
    private RequestHistory(RequestDocument document, ImmutableArray<HistoryMoment> moments) => (Document, Moments) = (document, moments);

    /// <summary>The request as it is stored.</summary>
    public RequestDocument Document { get; }

    /// <summary>Its moments, in the order of the journal; never empty.</summary>
    public ImmutableArray<HistoryMoment> Moments { get; }

    /// <summary>When it was taken in, UTC: the first line of the journal, which is not before receipt.</summary>
    public DateTimeOffset TakenInAt => Moments[0].At;

    /// <summary>The history that a journal tells.</summary>
    public static RequestHistory Of(RequestDocument document)
    {
        var moments = ImmutableArray.CreateBuilder<HistoryMoment>(document.Journal.Length);
        Request? before = null;
        foreach (var entry in document.Journal)
        {
            var after = RequestDecider.Evolve(before, entry.Event);
            moments.Add(new HistoryMoment(entry.At, entry.Event, before, after));
            before = after;
        }

        return new RequestHistory(document, moments.MoveToImmutable());
    }

    /// <summary>How it stood just before an instant; null before it was taken in.</summary>
    /// <param name="instant">UTC.</param>
    public Request? StateAt(DateTimeOffset instant) => Before(instant).LastOrDefault()?.After;

    /// <summary>What had happened before an instant, UTC.</summary>
    public IEnumerable<HistoryMoment> Before(DateTimeOffset instant) => Moments.TakeWhile(moment => moment.At < instant);
}

/// <summary>One line of a journal with what it made of the request.</summary>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Event">What happened.</param>
/// <param name="Before">As it stood; null before the first line.</param>
/// <param name="After">As it stands.</param>
public sealed record HistoryMoment(DateTimeOffset At, RequestEvent Event, Request? Before, Request After);
