using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>One try to make a group durable.</summary>
/// <param name="group">The units.</param>
/// <param name="number">The group's number, stored with it.</param>
internal sealed class Attempt(IReadOnlyList<Pending> group, long number)
{
    private readonly CommitResult[] _results = new CommitResult[group.Count];

    public long Number => number;

    public Stage Stage { get; set; }

    /// <summary>Checks every unit before any is written.</summary>
    public void Check(GroupWriter writer)
    {
        writer.Look(group.Select(pending => pending.Unit));
        for (var i = 0; i < group.Count; i++) _results[i] = writer.Check(group[i].Unit);
    }

    public void Complete()
    {
        for (var i = 0; i < group.Count; i++) group[i].Done.TrySetResult(_results[i]);
    }

    public void Fail(Exception cause)
    {
        foreach (var pending in group) pending.Done.TrySetException(cause);
    }
}

/// <summary>How far an attempt came.</summary>
internal enum Stage
{
    /// <summary>Nothing of it can be stored.</summary>
    Writing,

    /// <summary>All or nothing of it is stored.</summary>
    Committing,

    /// <summary>It is stored, unless the process dies.</summary>
    AtBarrier,
}

/// <summary>A unit whose caller waits.</summary>
internal sealed class Pending(PreparedUnit unit, CancellationToken cancellationToken)
{
    private bool _triedAlone;

    public PreparedUnit Unit => unit;

    /// <summary>Runs alone in the place of a unit; null for a unit.</summary>
    public Action<StoreFile>? Alone { get; init; }

    // The caller's code must not run on the writer's thread.
    public TaskCompletionSource<CommitResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether its caller has gone before it was begun.</summary>
    public bool Withdrawn() => cancellationToken.IsCancellationRequested && Done.TrySetCanceled(cancellationToken);

    /// <summary>Whether it was tried alone before.</summary>
    public bool TriedAlone()
    {
        var before = _triedAlone;
        _triedAlone = true;
        return before;
    }
}
