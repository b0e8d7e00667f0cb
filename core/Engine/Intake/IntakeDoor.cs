using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Stop 2: keeps what came in (sealed spool, row, barrier) and wakes the worker. Everything is keyed, so repeating harms nothing.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="spool">The raw messages.</param>
/// <param name="board">Is told of new rows.</param>
/// <param name="options">StartFrom.</param>
/// <param name="clock">The clock.</param>
/// <param name="points">Commit points.</param>
/// <param name="log">Where warnings go.</param>
public sealed partial class IntakeDoor(
    IStore store, MessageSpool spool, Board board, EngineOptions options, TimeProvider clock, CommitPoints points,
    ILogger<IntakeDoor> log) : IMailIntake, IFolderIntake, IDisposable
{
    private const int KnownUidRange = 1_000;
    private const int SyncedAtOnce = 8;
    private readonly Signal _arrived = new();
    private readonly MailboxLeases _leases = new(store, clock, options.MailboxLease);

    // Set while a watcher that was given back a kept batch marks it on the server; its next look comes after that.
    private int _marking;

    /// <summary>Raised after each barrier.</summary>
    public Signal Arrived => _arrived;

    /// <summary>When a watcher last looked at all of a mailbox, UTC; null since the start.</summary>
    public DateTimeOffset? LastLook { get; private set; }

    /// <inheritdoc/>
    public Task<MailboxLease?> LeaseAsync(MailboxIdentity mailbox, string holder, long fence, CancellationToken cancellationToken) =>
        _leases.LeaseAsync(IntakeKeys.MailboxId(mailbox), holder, fence, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(MailboxIdentity mailbox, long fence, CancellationToken cancellationToken) =>
        _leases.ReleaseAsync(IntakeKeys.MailboxId(mailbox), fence, cancellationToken);

    /// <inheritdoc/>
    public async Task<MailboxPosition> OpenAsync(MailboxIdentity mailbox, uint uidValidity, uint uidNext, long fence, CancellationToken cancellationToken)
    {
        var id = IntakeKeys.MailboxId(mailbox);
        while (true)
        {
            var row = await _leases.RequireAsync(id, fence, cancellationToken);
            if (row?.UidValidity == uidValidity) return new MailboxPosition(row.Cursor, row.Since);
            var opened = row is null or { UidValidity: 0 } ? FirstSeen(id, row, uidValidity, uidNext)
                : row with { Version = row.Version + 1, UidValidity = uidValidity, Cursor = 0, Since = row.Since ?? row.StartedAt };
            // Lost to the lease being kept meanwhile: read again.
            if (await store.CommitAsync(new StoreUnit { Mailboxes = [opened], Fences = [new Fence(id, fence)] }, cancellationToken) is CommitResult.Conflict) continue;
            if (row is { UidValidity: > 0 }) Log.UidValidityChanged(log, id, row.UidValidity, uidValidity);
            return new MailboxPosition(opened.Cursor, opened.Since);
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<uint>> MissingAsync(
        MailboxIdentity mailbox, uint uidValidity, ImmutableArray<uint> present, long fence, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _marking, 0) == 1) points.Reached("P6");
        points.Reached("P1");
        var id = IntakeKeys.MailboxId(mailbox);
        await _leases.RequireAsync(id, fence, cancellationToken);
        LastLook = clock.GetUtcNow();
        var missing = ImmutableArray.CreateBuilder<uint>();
        for (var i = 0; i < present.Length;)
        {
            var from = present[i];
            var end = i;
            while (end < present.Length && present[end] - from < KnownUidRange) end++;
            var known = await store.KnownUidsAsync(id, uidValidity, from, present[end - 1], cancellationToken);
            for (; i < end; i++)
                if (!known.Contains(present[i])) missing.Add(present[i]);
        }

        if (!present.IsEmpty)
            await AdvanceAsync(id, uidValidity, missing.Count > 0 ? missing[0] - 1 : present[^1], fence, cancellationToken);
        return missing.DrainToImmutable();
    }

    /// <inheritdoc/>
    public async Task KeepAsync(ImmutableArray<RawMail> mails, long fence, CancellationToken cancellationToken)
    {
        points.Reached("P2");
        var lease = new Fence(IntakeKeys.MailboxId(mails[0].Mailbox), fence);
        if (mails.Any(mail => mail.Mailbox != mails[0].Mailbox)) throw new ArgumentException("A batch is of one mailbox.", nameof(mails));
        await _leases.RequireAsync(lease.Mailbox, fence, cancellationToken);
        await KeepAsync([.. mails.Select(mail => new Kept(IntakeKeys.Of(mail), Channel.Mail, mail, mail.InternalDate, mail.Bytes))], lease, cancellationToken);
        Interlocked.Exchange(ref _marking, 1);
    }

    /// <inheritdoc/>
    public Task KeepAsync(string name, ReadOnlyMemory<byte> bytes, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        KeepAsync([new Kept(IntakeKeys.OfFile(bytes.Span), Channel.Mail, null, receivedAt, bytes)], null, cancellationToken);

    /// <summary>Keeps a message of the application, or a call that a technician wrote down.</summary>
    /// <param name="channel">Which of both.</param>
    /// <param name="idempotencyKey">The caller's key: the same key is the same message.</param>
    /// <param name="raw">The message as <see cref="ApplicationMessage"/> in JSON.</param>
    /// <param name="receivedAt">When it was handed in, UTC.</param>
    /// <param name="cancellationToken">Before the first byte is written only.</param>
    /// <returns>Its key; null when that idempotency key belongs to a message of other content.</returns>
    public async Task<IntakeKey?> KeepHandedAsync(
        Channel channel, string idempotencyKey, ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var key = channel is Channel.Phone ? IntakeKeys.OfCall(idempotencyKey) : IntakeKeys.OfApplication(idempotencyKey);
        await KeepAsync([new Kept(key, channel, null, receivedAt, raw)], null, cancellationToken);
        var row = await store.FindIntakeAsync(key, cancellationToken);
        return row?.ContentHash == IntakeKeys.ContentHash(raw.Span) ? key : null;
    }

    /// <summary>Keeps an authenticated activity of a chat. Repeating it harms nothing.</summary>
    /// <param name="key">Its key, <see cref="IntakeKeys.OfActivity"/>.</param>
    /// <param name="raw">The activity with what was looked up of its sender.</param>
    /// <param name="receivedAt">When it came in, UTC.</param>
    /// <param name="cancellationToken">Before the first byte is written only.</param>
    public Task KeepActivityAsync(IntakeKey key, ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        KeepAsync([new Kept(key, Channel.Teams, null, receivedAt, raw)], null, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _arrived.Dispose();

    private async Task KeepAsync(ImmutableArray<Kept> batch, Fence? lease, CancellationToken cancellationToken)
    {
        var unseen = await UnseenAsync(batch, cancellationToken);
        if (unseen.IsEmpty) return;

        await SpoolAsync(unseen);
        points.Reached("P3");
        var rows = unseen.Select(RowOf).ToImmutableArray();
        var unit = new StoreUnit { NewIntake = rows, Fences = lease is null ? [] : [lease] };
        // New rows conflict with nothing, so it is the lease that has gone. What was spooled is kept again under the same keys.
        if (await store.CommitAsync(unit, CancellationToken.None) is CommitResult.Conflict) throw new StaleLeaseException();
        points.Reached("P5");
        foreach (var row in rows) board.Apply(row);
        _arrived.Raise();
    }

    /// <summary>Mails whose UIDs lie close together are asked for at once.</summary>
    private async Task<ImmutableArray<Kept>> UnseenAsync(ImmutableArray<Kept> batch, CancellationToken cancellationToken)
    {
        var uids = batch.Select(kept => kept.Mail?.Uid ?? 0).ToList();
        if (batch[0].Mail is { } first && uids.Min() > 0 && uids.Max() - uids.Min() < KnownUidRange && batch.All(kept => kept.Mail!.UidValidity == first.UidValidity))
        {
            var known = await store.KnownUidsAsync(IntakeKeys.MailboxId(first.Mailbox), first.UidValidity, uids.Min(), uids.Max(), cancellationToken);
            return batch.RemoveAll(kept => known.Contains(kept.Mail!.Uid));
        }

        var unseen = ImmutableArray.CreateBuilder<Kept>();
        foreach (var kept in batch)
            if (await store.FindIntakeAsync(kept.Key, cancellationToken) is null) unseen.Add(kept);
        return unseen.DrainToImmutable();
    }

    /// <summary>Several at a time: syncs that wait together cost the file system little more than one.</summary>
    private async Task SpoolAsync(IReadOnlyList<Kept> batch)
    {
        var folders = new string[batch.Count];
        await Parallel.ForAsync(0, batch.Count, new ParallelOptions { MaxDegreeOfParallelism = SyncedAtOnce }, (i, _) =>
        {
            folders[i] = spool.Write(batch[i].Key, batch[i].Channel.ToString(), batch[i].Mail, batch[i].ReceivedAt, batch[i].Raw.Span);
            return ValueTask.CompletedTask;
        });
        await Task.Run(() => spool.Settle(folders));
    }

    private IntakeRow RowOf(Kept kept) => new()
    {
        Key = kept.Key,
        Channel = kept.Channel,
        Mailbox = kept.Mail is null ? "" : IntakeKeys.MailboxId(kept.Mail.Mailbox),
        UidValidity = kept.Mail?.UidValidity ?? 0,
        Uid = kept.Mail?.Uid ?? 0,
        ReceivedAt = kept.ReceivedAt.ToUniversalTime(),
        KeptAt = clock.GetUtcNow(),
        ContentHash = IntakeKeys.ContentHash(kept.Raw.Span),
        Size = kept.Raw.Length,
        TooLarge = kept.Mail?.TooLarge ?? false,
    };

    private MailboxRow FirstSeen(string id, MailboxRow? leased, uint uidValidity, uint uidNext) => new()
    {
        Id = id,
        Version = (leased?.Version ?? 0) + 1,
        Holder = leased?.Holder,
        Fence = leased?.Fence ?? 0,
        LeasedUntil = leased?.LeasedUntil,
        UidValidity = uidValidity,
        Cursor = options.StartFrom.Kind is StartKind.Now && uidNext > 0 ? uidNext - 1 : 0,
        Since = options.StartFrom.Date,
        StartedAt = options.StartFrom.Kind switch
        {
            StartKind.Now => clock.GetUtcNow(),
            StartKind.Date => options.StartFrom.Date!.Value.ToUniversalTime(),
            StartKind.All => DateTimeOffset.UnixEpoch,
        },
    };

    private async Task AdvanceAsync(string id, uint uidValidity, uint cursor, long fence, CancellationToken cancellationToken)
    {
        var row = await store.FindMailboxAsync(id, cancellationToken);
        if (row is null || row.UidValidity != uidValidity || row.Cursor >= cursor) return;

        // Lost to another writer: the cursor only saves work, the rows decide.
        await store.CommitAsync(new StoreUnit { Mailboxes = [row with { Version = row.Version + 1, Cursor = cursor }], Fences = [new Fence(id, fence)] }, cancellationToken);
    }

    private sealed record Kept(IntakeKey Key, Channel Channel, RawMail? Mail, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte> Raw);

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Warning, "Mailbox {Mailbox}: UIDVALIDITY changed from {Old} to {New}; reading it again, known mails are recognised by content.")]
        public static partial void UidValidityChanged(ILogger logger, string mailbox, uint old, uint @new);
    }
}
