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
    public async Task<bool> CommitAsync(StoreUnit unit, CancellationToken cancellationToken)
    {
        if (await store.CommitAsync(unit, cancellationToken) is CommitResult.Conflict) return false;
        board.Apply(unit);
        if (unit.NewOutbox.IsEmpty) return true;
        points.Reached("P9");
        decided.Raise();
        return true;
    }
}
