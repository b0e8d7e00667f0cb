using System.Collections.Concurrent;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Execution;

/// <summary>When which request's plan has to go on, or expires, and what was approved of late; filled after each commit, rebuilt at start.</summary>
/// <param name="clock">The clock.</param>
public sealed class PlanTimetable(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(2);
    private readonly ConcurrentDictionary<(string Id, string Hash), Approved> _approved = new();

    /// <summary>When which.</summary>
    public Timetable Times { get; } = new(document => PlanAgenda.NextAt(document.State));

    /// <summary>Raised when one changed.</summary>
    public Signal Changed { get; } = new();

    /// <summary>A request was made or changed.</summary>
    public void Set(RequestDocument document)
    {
        // What has no plan never had one: most requests take no memory here.
        if (document.State.Run is not { } run) return;
        Times.Set(document);
        if (!run.Votes.IsEmpty && !run.Capped.IsEmpty && run.Votes[^1].At > clock.GetUtcNow() - Remembered)
            _approved[(document.Id.Value, run.Hash)] = new Approved(document.State.CustomerId, run);
        if (run.IsLive) Changed.Raise();
    }

    /// <summary>The plans with something that is counted, of which a yes was given after an instant.</summary>
    public ImmutableArray<Approved> ApprovedSince(DateTimeOffset instant)
    {
        foreach (var (key, old) in _approved)
            if (old.Run.Votes[^1].At <= clock.GetUtcNow() - Remembered) _approved.TryRemove(key, out _);
        return [.. _approved.Values.Where(approved => approved.Run.Votes[^1].At > instant)];
    }

    /// <inheritdoc/>
    public void Dispose() => Changed.Dispose();
}

/// <summary>A plan that somebody said yes to.</summary>
/// <param name="CustomerId">At which customer.</param>
/// <param name="Run">Where it stands.</param>
public sealed record Approved(string CustomerId, PlanRun Run);
