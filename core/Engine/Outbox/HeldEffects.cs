using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>A technician's word on effects that wait for one.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="board">Is told of the decision.</param>
/// <param name="decided">Wakes the outbox.</param>
/// <param name="clock">The clock.</param>
public sealed class HeldEffects(IStore store, Board board, Signal decided, TimeProvider clock)
{
    /// <summary>Lets an effect go out. False: there is none of that key that waits, or somebody else was first.</summary>
    public Task<bool> ReleaseAsync(string key, string by, CancellationToken cancellationToken) => DecideAsync(
        key, row => row with { State = OutboxState.Waiting, Reason = null, DecidedBy = by, NotBefore = clock.GetUtcNow(), ReleasedAt = clock.GetUtcNow() }, cancellationToken);

    /// <summary>Decides that an effect does not go out. False: there is none of that key that waits, or somebody else was first.</summary>
    public Task<bool> DropAsync(string key, string by, CancellationToken cancellationToken) => DecideAsync(
        key, row => row with { State = OutboxState.Dropped, DecidedBy = by, DoneAt = clock.GetUtcNow() }, cancellationToken);

    private async Task<bool> DecideAsync(string key, Func<OutboxRow, OutboxRow> decide, CancellationToken cancellationToken)
    {
        if (await store.FindOutboxAsync(key, cancellationToken) is not { State: OutboxState.Held } row) return false;
        var next = decide(row) with { Version = row.Version + 1 };
        if (await store.CommitAsync(new StoreUnit { Outbox = [next] }, cancellationToken) is CommitResult.Conflict) return false;
        board.Apply(next);
        decided.Raise();
        return true;
    }
}
