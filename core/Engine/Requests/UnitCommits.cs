using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;

namespace SiOne.Bot.Engine.Requests;

/// <summary>Commits a unit, then tells the projection and wakes the outbox.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="board">Is told of what was committed.</param>
/// <param name="decided">Raised when effects were committed.</param>
/// <param name="points">Commit points.</param>
public sealed class UnitCommits(IStore store, Board board, Signal decided, CommitPoints points)
{
    /// <summary>False: somebody else was faster, nothing was written.</summary>
    public Task<bool> CommitAsync(StoreUnit unit, CancellationToken cancellationToken) => ToldAsync(unit, store.CommitAsync(unit, cancellationToken));

    /// <summary>Begins units that do not depend on one another, for one barrier; each task is one unit's, in the same order.</summary>
    public IReadOnlyList<Task<bool>> CommitTogether(IReadOnlyList<StoreUnit> units, CancellationToken cancellationToken) =>
        [.. units.Zip(store.CommitTogether(units, cancellationToken), ToldAsync)];

    private async Task<bool> ToldAsync(StoreUnit unit, Task<CommitResult> commit)
    {
        if (await commit is CommitResult.Conflict) return false;
        board.Apply(unit);
        if (unit.NewOutbox.IsEmpty) return true;
        points.Reached("P9");
        decided.Raise();
        return true;
    }
}
