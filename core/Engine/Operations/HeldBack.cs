using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Operations;

/// <summary>Effects of a store whose past nobody knows for sure (restored, rebuilt): what waits may have left long ago, so a person decides.</summary>
public static class HeldBack
{
    /// <summary>Holds everything that waits to leave. Before the outbox is begun.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reason">Why, as rows bear it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task HoldWaitingAsync(IStore store, string reason, CancellationToken cancellationToken)
    {
        var waiting = await store.AllOutboxAsync(cancellationToken).Where(row => row.State is OutboxState.Waiting).ToListAsync(cancellationToken);
        foreach (var row in waiting)
            await store.CommitAsync(new StoreUnit { Outbox = [row with { Version = row.Version + 1, State = OutboxState.Held, Reason = reason }] }, cancellationToken);
    }

    /// <summary>Decides that nothing of what is held for that reason leaves, but for breach notices (RGPD V): each of those waits for somebody who looks at it.</summary>
    /// <returns>How many effects.</returns>
    public static async Task<int> DropAsync(IStore store, HeldEffects held, string reason, string by, CancellationToken cancellationToken)
    {
        var rows = await store.AllOutboxAsync(cancellationToken).Where(row => row.State is OutboxState.Held && row.Reason == reason && row.Effect is not Effect.Notify { Kind: NoticeKind.BreachNotice }).ToListAsync(cancellationToken);
        var dropped = 0;
        foreach (var row in rows)
            if (await held.DropAsync(row.Key, by, cancellationToken)) dropped++;
        return dropped;
    }
}
