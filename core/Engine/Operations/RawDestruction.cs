using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Operations;

/// <summary>
/// Destroys raw messages: each lies under a key of its own, which is overwritten before the file goes. The ledger keeps the row, which says so first: a stop in between is
/// finished by asking again.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="spool">The raw messages.</param>
/// <param name="board">Is told.</param>
internal sealed class RawDestruction(IStore store, MessageSpool spool, Board board)
{
    /// <summary>Destroys one.</summary>
    /// <param name="found">The message, as it was found.</param>
    /// <param name="at">When it is said to be destroyed, UTC.</param>
    /// <param name="cancellationToken">Stops before the row is written.</param>
    /// <returns>False: it waits to be read, or somebody else was changing its row.</returns>
    /// <exception cref="IOException">The row says so, and the bytes are still there.</exception>
    public async Task<bool> DestroyAsync(IntakeRow found, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await spool.Keeping.WaitAsync(cancellationToken);
        try
        {
            if (await store.FindIntakeAsync(found.Key, cancellationToken) is not { End: not null } row) return false;
            if (row.RawDestroyedAt is null)
            {
                var marked = row with { Version = row.Version + 1, RawDestroyedAt = at };
                if (await store.CommitAsync(new StoreUnit { Intake = [marked] }, cancellationToken) is CommitResult.Conflict) return false;
                board.Apply(marked);
            }

            await Task.Run(() => spool.Destroy(row.Key, row.ReceivedAt), CancellationToken.None);
            return true;
        }
        finally
        {
            spool.Keeping.Release();
        }
    }
}
