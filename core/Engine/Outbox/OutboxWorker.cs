using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>
/// Stop 8: performs effects after the barrier. Bytes are rendered and frozen at the first attempt; order is kept inside a conversation. After
/// a crash between sending and marking, a mail may repeat once with the same Message-ID and bytes, never another one.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="vault">Words and frozen bytes.</param>
/// <param name="planner">Alerts about what cannot be delivered.</param>
/// <param name="renderer">Words to bytes.</param>
/// <param name="sender">The way out for mails.</param>
/// <param name="chats">The way out for chats.</param>
/// <param name="messageIds">Deterministic ids.</param>
/// <param name="board">Is told of what happened.</param>
/// <param name="decided">Raised when effects were committed or released.</param>
/// <param name="options">Addresses and patience.</param>
/// <param name="clock">The clock.</param>
/// <param name="points">Commit points.</param>
/// <param name="log">Where warnings go.</param>
public sealed partial class OutboxWorker(
    IStore store, TextVault vault, EffectPlanner planner, IAnswerRenderer renderer, IMailSender sender, IChatSender chats, MessageIds messageIds, Board board, Signal decided,
    EngineOptions options, TimeProvider clock, CommitPoints points, ILogger<OutboxWorker> log)
{
    private const int Batch = 50;
    private static readonly TimeSpan WhileHeld = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private readonly TimeSpan _lookAgain = options.RetryAfter < TimeSpan.FromSeconds(15) ? options.RetryAfter : TimeSpan.FromSeconds(15);

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                while (await WorkOnceAsync(cancellationToken)) { }
            }
            catch (StoreUnavailableException)
            {
                Log.StoreUnavailable(log);
            }

            await decided.WaitAsync(_lookAgain, clock, cancellationToken);
        }
    }

    /// <summary>Performs what is due. False: nothing was.</summary>
    public async Task<bool> WorkOnceAsync(CancellationToken cancellationToken)
    {
        var due = await store.ListDueOutboxAsync(clock.GetUtcNow(), Batch, cancellationToken);

        // Frozen together, so that many wait for one barrier; sent one by one, each marked before the next.
        var moved = false;
        foreach (var prepared in await Task.WhenAll(due.Select(row => GuardAsync(row, () => PrepareAsync(row, cancellationToken), cancellationToken))))
        {
            moved |= prepared.Moved;
            if (prepared.Mail is { } mail)
                moved |= (await GuardAsync(mail.Row, () => DeliverAsync(mail, cancellationToken), cancellationToken)).Moved;
            if (prepared.Chat is { } chat)
                moved |= (await GuardAsync(chat.Row, () => ShowAsync(chat, cancellationToken), cancellationToken)).Moved;
        }

        return moved;
    }

    private async Task<Prepared> GuardAsync(OutboxRow row, Func<Task<Prepared>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StoreUnavailableException or OutOfMemoryException))
        {
            Log.EffectFailed(log, row.Key, failure.GetType().Name);

            // Read again: the attempt may have been saved before it failed, and an older version would never be put off.
            return new Prepared(
                await store.FindOutboxAsync(row.Key, cancellationToken) is { State: OutboxState.Waiting } current
                && await LaterAsync(current, "internal", cancellationToken) is not null);
        }
    }

    private async Task<Prepared> PrepareAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (await EarlierWaitsUntilAsync(row, cancellationToken) is { } until)
        {
            // Put off, so that many that wait for one do not fill the batch and keep everybody else waiting.
            return new Prepared(
                until > clock.GetUtcNow() && await SaveAsync(row with { NotBefore = until }, null, cancellationToken) is not null);
        }

        if (await Outgoing.ReadAsync(vault, row.Key, cancellationToken) is not { } outgoing)
            return new Prepared(await EndAsync(row, OutboxState.Failed, "words-erased", cancellationToken) is not null);
        if (outgoing.Chat is not null)
            return new Prepared(Moved: false) { Chat = await BeginAsync(row, cancellationToken) is { } shown ? new ChatMessage(shown, outgoing) : null };
        var to = MailAddress.Parse(outgoing.To!);
        var (begun, bytes) = await FreezeAsync(row, outgoing, to, cancellationToken);
        return new Prepared(Moved: false, begun is null || bytes is null ? null : new FrozenMail(begun, bytes, to));
    }

    private async Task<Prepared> DeliverAsync(FrozenMail mail, CancellationToken cancellationToken)
    {
        var outcome = await sender.SendAsync(mail.Bytes, default, mail.To, cancellationToken);
        points.Reached("P11");

        // The mail has left: a stop that was asked for meanwhile must not keep that from being marked, or it would leave twice.
        return new Prepared(await RecordAsync(mail.Row, outcome, CancellationToken.None) is not null);
    }

    /// <summary>Not frozen: a card shows what holds when it is shown, and what was posted once is replaced in place.</summary>
    private async Task<Prepared> ShowAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var outcome = await chats.SendAsync(message.Row, message.Outgoing, cancellationToken);
        points.Reached("P12");
        if (outcome is not SendOutcome.Refused refused) return new Prepared(await RecordAsync(message.Row, outcome, CancellationToken.None) is not null);
        var mail = planner.ByMail(message.Row, message.Outgoing);
        // A digest has gone by mail in any case: the card comes besides.
        if (mail is null && message.Outgoing.Digest is null) return new Prepared(await RecordAsync(message.Row, outcome, CancellationToken.None) is not null);
        var ended = message.Row with { State = OutboxState.Dropped, Reason = $"chat-refused-{refused.Code}", DoneAt = clock.GetUtcNow() };
        return new Prepared(await SaveAsync(ended, mail, CancellationToken.None) is not null);
    }

    private Task<OutboxRow?> BeginAsync(OutboxRow row, CancellationToken cancellationToken) => row.FirstTriedAt is not null
        ? Task.FromResult<OutboxRow?>(row)
        : SaveAsync(row with { Attempts = row.Attempts + 1, FirstTriedAt = clock.GetUtcNow() }, null, cancellationToken);

    /// <summary>Until when an earlier effect of the conversation to the same reader keeps this one waiting; null: none does.</summary>
    private async Task<DateTimeOffset?> EarlierWaitsUntilAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Order <= 1) return null; // 0 waits for nothing, 1 is the first.
        var earlier = (await store.ListOutboxOfAsync(row.Conversation, cancellationToken))
            .Where(other => other.Order > 0 && other.Order < row.Order && other.State is (OutboxState.Waiting or OutboxState.Held)
                && EffectKeys.HaveOneReader(other.Key, row.Key)).ToList();
        if (earlier.Count == 0) return null;
        return earlier.Any(other => other.State is OutboxState.Held) ? clock.GetUtcNow() + WhileHeld : earlier.Max(other => other.NotBefore);
    }

    private async Task<(OutboxRow? Begun, byte[]? Bytes)> FreezeAsync(
        OutboxRow row, Outgoing outgoing, MailAddress to, CancellationToken cancellationToken)
    {
        if (await vault.ReadBytesAsync(Outgoing.BytesKey(row.Key), cancellationToken) is { } frozen) return (row, frozen);
        var bytes = Render(row, outgoing, to);
        var begun = row with { Version = row.Version + 1, Attempts = row.Attempts + 1, FirstTriedAt = clock.GetUtcNow() };
        var unit = new StoreUnit { Outbox = [begun], Texts = [vault.Seal(Outgoing.BytesKey(row.Key), bytes)] };
        return await CommitAsync(unit, cancellationToken) ? (begun, bytes) : (null, null);
    }

    private byte[] Render(OutboxRow row, Outgoing outgoing, MailAddress to)
    {
        var header = new MailHeader
        {
            From = options.SupportAddress,
            FromName = options.SupportName,
            To = to,
            MessageId = messageIds.For(row.Conversation, row.Key, to),
            InReplyTo = outgoing.InReplyTo,
            References = outgoing.References,
            Date = clock.GetUtcNow(),
        };
        return outgoing.Alert is { } alert ? renderer.Render(header, alert)
            : outgoing.Digest is { } digest ? renderer.Render(header, digest)
            : outgoing.OwnDigest is { } own ? renderer.Render(header, own)
            : outgoing.Notice is { } notice ? renderer.Render(header, notice)
            : renderer.Render(header, outgoing.Answer ?? new Answer());
    }

    private Task<OutboxRow?> RecordAsync(OutboxRow row, SendOutcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        SendOutcome.Accepted => EndAsync(row, OutboxState.Sent, null, cancellationToken),
        SendOutcome.Refused refused => EndAsync(row, OutboxState.Failed, $"refused-{refused.Code}", cancellationToken),
        SendOutcome.TryLater later => LaterAsync(row, $"later-{later.Code}", cancellationToken),
        SendOutcome.Unreachable unreachable => LaterAsync(row, $"unreachable-{unreachable.Kind}", cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Task<OutboxRow?> LaterAsync(OutboxRow row, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - (row.FirstTriedAt ?? row.ReleasedAt ?? row.CreatedAt) > options.GiveUpAfter) return EndAsync(row, OutboxState.Failed, reason, cancellationToken);
        var doubled = options.RetryAfter * Math.Pow(2, Math.Clamp(row.Attempts - 1, 0, 12));
        var pause = doubled < LongestPause ? doubled : LongestPause;
        Log.TriedLater(log, row.Key, reason, row.Attempts);
        return SaveAsync(row with { Attempts = row.Attempts + 1, NotBefore = now + pause, Reason = reason }, null, cancellationToken);
    }

    private async Task<OutboxRow?> EndAsync(OutboxRow row, OutboxState state, string? reason, CancellationToken cancellationToken)
    {
        var ended = row with { State = state, Reason = reason, DoneAt = clock.GetUtcNow() };
        if (state is not OutboxState.Failed) return await SaveAsync(ended, null, cancellationToken);
        Log.Undelivered(log, row.Key, reason ?? "");

        // An alert that cannot be delivered either is listed on the local page; alerting about it would go the same way.
        if (row.Effect is Effect.SendDigest { CustomerId: { } customer }) return await SaveAsync(ended, planner.AlertUndeliveredDigest(row, customer), cancellationToken);
        var intake = row.Effect is Effect.AlertTechnicians ? null : await store.FindIntakeAsync(row.Effect.Intake, cancellationToken);
        return await SaveAsync(ended, intake is null ? null : planner.AlertUndelivered(intake, row), cancellationToken);
    }

    private async Task<OutboxRow?> SaveAsync(OutboxRow row, PlannedEffect? follows, CancellationToken cancellationToken)
    {
        var next = row with { Version = row.Version + 1 };
        var unit = new StoreUnit
        {
            Outbox = [next],
            NewOutbox = follows is null ? [] : [follows.Row],
            Texts = follows is null ? [] : [follows.Words],
        };
        return await CommitAsync(unit, cancellationToken) ? next : null;
    }

    private async Task<bool> CommitAsync(StoreUnit unit, CancellationToken cancellationToken)
    {
        if (await store.CommitAsync(unit, cancellationToken) is CommitResult.Conflict) return false;
        board.Apply(unit);
        return true;
    }

    private sealed record FrozenMail(OutboxRow Row, byte[] Bytes, MailAddress To);

    private sealed record ChatMessage(OutboxRow Row, Outgoing Outgoing);

    private sealed record Prepared(bool Moved, FrozenMail? Mail = null)
    {
        public ChatMessage? Chat { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Warning, "The store cannot be used; effects wait.")]
        public static partial void StoreUnavailable(ILogger logger);

        [LoggerMessage(1202, LogLevel.Error, "Effect {Key} failed inside ({Failure}).")]
        public static partial void EffectFailed(ILogger logger, string key, string failure);

        [LoggerMessage(1203, LogLevel.Warning, "Effect {Key} is tried later ({Reason}), attempt {Attempt}.")]
        public static partial void TriedLater(ILogger logger, string key, string reason, int attempt);

        [LoggerMessage(1204, LogLevel.Error, "Effect {Key} is undelivered ({Reason}); it is listed for a technician.")]
        public static partial void Undelivered(ILogger logger, string key, string reason);
    }
}
