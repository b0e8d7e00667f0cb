using System.Collections.Immutable;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Requests;

/// <summary>When the clock alone will make something of which request; filled after each commit, rebuilt at start. Safe for several threads.</summary>
/// <param name="nextAt">The next instant of a request, UTC; null: never.</param>
public sealed class Timetable(Func<RequestDocument, DateTimeOffset?> nextAt)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Version, DateTimeOffset? At)> _known = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset At, string Id)> _next = [];

    /// <summary>The soonest instant, UTC; null when nothing is to come.</summary>
    public DateTimeOffset? Soonest
    {
        get
        {
            lock (_gate) return _next.Count == 0 ? null : _next.Min.At;
        }
    }

    /// <summary>The soonest instant after another, UTC; null when nothing comes after it.</summary>
    public DateTimeOffset? SoonestAfter(DateTimeOffset now)
    {
        lock (_gate)
        {
            var later = _next.GetViewBetween((now.AddTicks(1), ""), (DateTimeOffset.MaxValue, "\uFFFF"));
            return later.Count == 0 ? null : later.Min.At;
        }
    }

    /// <summary>A request was made or changed. An older version that comes late changes nothing.</summary>
    public void Set(RequestDocument document)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(document.Id.Value, out var known) && known.Version > document.Version) return;
            Put(document.Id.Value, document.Version, nextAt(document));
        }
    }

    /// <summary>Looks at a request again no sooner than that, UTC: it could not be done now.</summary>
    public void PutOff(RequestId id, DateTimeOffset until)
    {
        lock (_gate)
            if (_known.TryGetValue(id.Value, out var known)) Put(id.Value, known.Version, until);
    }

    /// <summary>Whether the time of a request has come.</summary>
    public bool IsDue(RequestId id, DateTimeOffset now)
    {
        lock (_gate) return _known.TryGetValue(id.Value, out var known) && known.At <= now;
    }

    /// <summary>The requests whose time has come, soonest first.</summary>
    public ImmutableArray<RequestId> Due(DateTimeOffset now, int take)
    {
        lock (_gate) return [.. _next.TakeWhile(entry => entry.At <= now).Take(take).Select(entry => new RequestId(entry.Id))];
    }

    private void Put(string id, int version, DateTimeOffset? at)
    {
        if (_known.TryGetValue(id, out var known) && known.At is { } before) _next.Remove((before, id));
        _known[id] = (version, at);
        if (at is { } instant) _next.Add((instant, id));
    }
}
