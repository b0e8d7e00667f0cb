using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>A technician's word on effects that wait for one.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="board">Is told of the decision.</param>
/// <param name="decided">Wakes the outbox.</param>
/// <param name="clock">The clock.</param>
/// <param name="steps">Writes into a request's journal what became of its notice about personal data; null where none is decided on.</param>
public sealed class HeldEffects(IStore store, Board board, Signal decided, TimeProvider clock, RequestSteps? steps = null)
{
    /// <summary>Lets an effect go out. False: there is none of that key that waits, or somebody else was first.</summary>
    public Task<bool> ReleaseAsync(string key, string by, CancellationToken cancellationToken) => DecideAsync(
        key, leaves: true, by, row => row with { State = OutboxState.Waiting, Reason = null, NotBefore = clock.GetUtcNow(), ReleasedAt = clock.GetUtcNow() }, cancellationToken);

    /// <summary>Decides that an effect does not go out. False: there is none of that key that waits, or somebody else was first.</summary>
    public Task<bool> DropAsync(string key, string by, CancellationToken cancellationToken) => DecideAsync(
        key, leaves: false, by, row => row with { State = OutboxState.Dropped, DoneAt = clock.GetUtcNow() }, cancellationToken);

    private async Task<bool> DecideAsync(string key, bool leaves, string by, Func<OutboxRow, OutboxRow> decide, CancellationToken cancellationToken)
    {
        if (await store.FindOutboxAsync(key, cancellationToken) is not { State: OutboxState.Held } row) return false;
        var next = decide(row) with { Version = row.Version + 1, DecidedBy = by };
        if (!await CommitAsync(next, leaves, by, cancellationToken)) return false;
        decided.Raise();
        return true;
    }

    private async Task<bool> CommitAsync(OutboxRow next, bool leaves, string by, CancellationToken cancellationToken)
    {
        var notice = next.Effect is Effect.Notify { Kind: NoticeKind.BreachNotice or NoticeKind.RightPassedOn } told ? told : null;
        if (notice is not null && (leaves || !await OthersWaitAsync(next, notice, cancellationToken))
            && await WriteDownAsync(notice, leaves, by, next, cancellationToken) is { } isDecided) return isDecided;
        if (await store.CommitAsync(new StoreUnit { Outbox = [next] }, cancellationToken) is CommitResult.Conflict) return false;
        board.Apply(next);
        // Of two that are dropped at one moment each waited for the other: else the request would wait for ever, and nobody could send another notice.
        if (notice is not null && !leaves && !await OthersWaitAsync(next, notice, cancellationToken)) await WriteDownAsync(notice, leaves, by, effect: null, cancellationToken);
        return true;
    }

    /// <summary>Writes into the journal what became of a notice about personal data (RGPD V, Art. 25), and decides on its effect with it.</summary>
    /// <returns>Whether it was written; null where the journal says what became of it already, and the effect alone is to be decided.</returns>
    private async Task<bool?> WriteDownAsync(Effect.Notify notice, bool leaves, string by, OutboxRow? effect, CancellationToken cancellationToken)
    {
        if (steps is null) return null;
        var at = clock.GetUtcNow();
        var command = new RequestCommand.HeldNotice(at, new Actor(ActorKind.Technician, by), notice.Kind, leaves);
        var result = await steps.DoAsync(notice.Request, _ => Task.FromResult<RequestCommand?>(command), words: null, at, cancellationToken, effect: effect);
        return result.Contended ? false : result.Refusal is null ? true : null;
    }

    /// <summary>Whether the notice still waits for another reader: then it is not dropped with this one.</summary>
    private async Task<bool> OthersWaitAsync(OutboxRow row, Effect.Notify notice, CancellationToken cancellationToken) =>
        (await store.ListOutboxOfAsync(row.Conversation, cancellationToken))
            .Any(other => other.Key != row.Key && other is { State: OutboxState.Held, Effect: Effect.Notify same } && same.Kind == notice.Kind && same.Request == notice.Request);
}
