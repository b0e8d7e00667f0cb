using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Cards;

/// <summary>Requests whose cards may be out of date: filled after each commit and at start, emptied by the one worker that shows cards.</summary>
public sealed class ChangedRequests : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<RequestId> _changed = [];

    /// <summary>Raised when something was added.</summary>
    public Signal Added { get; } = new();

    /// <summary>A request was made or changed, or has to be looked at again.</summary>
    public void Add(RequestId request)
    {
        lock (_gate) _changed.Add(request);
        Added.Raise();
    }

    /// <summary>All of them, oldest first; they are no longer held.</summary>
    public IReadOnlyList<RequestId> Take()
    {
        lock (_gate)
        {
            RequestId[] taken = [.. _changed.OrderBy(request => request.Value, StringComparer.Ordinal)];
            _changed.Clear();
            // At the start it held every request that is stored.
            _changed.TrimExcess();
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Added.Dispose();
}
