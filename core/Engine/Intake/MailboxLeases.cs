using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Who may watch which mailbox. A lease is part of the mailbox's row, so that taking one and handing mails in are decided by one store.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="clock">When leases end.</param>
/// <param name="length">How long a lease holds unless it is kept: as long as a mailbox may go without a watcher whose machine has died.</param>
public sealed class MailboxLeases(IStore store, TimeProvider clock, TimeSpan length)
{
    /// <summary>Takes a mailbox (fence 0) or keeps it; null while somebody else holds it.</summary>
    public async Task<MailboxLease?> LeaseAsync(string mailbox, string holder, long fence, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var row = await store.FindMailboxAsync(mailbox, cancellationToken) ?? new MailboxRow { Id = mailbox, Version = 0, UidValidity = 0, Cursor = 0, StartedAt = now };
            var taken = fence == 0 && (row.Holder == holder || row.LeasedUntil is null || row.LeasedUntil <= now);
            if (!taken && (fence == 0 || row.Fence != fence)) return null;
            var leased = row with { Version = row.Version + 1, Holder = holder, Fence = taken ? row.Fence + 1 : fence, LeasedUntil = now + length };
            if (await store.CommitAsync(new StoreUnit { Mailboxes = [leased] }, cancellationToken) is CommitResult.Committed) return new MailboxLease(leased.Fence, length);
        }
    }

    /// <summary>Gives a mailbox back.</summary>
    public async Task ReleaseAsync(string mailbox, long fence, CancellationToken cancellationToken)
    {
        while (await store.FindMailboxAsync(mailbox, cancellationToken) is { } row && row.Fence == fence)
        {
            var free = row with { Version = row.Version + 1, LeasedUntil = null };
            if (await store.CommitAsync(new StoreUnit { Mailboxes = [free] }, cancellationToken) is CommitResult.Committed) return;
        }
    }

    /// <summary>The mailbox's row, if that is its newest lease; null for a mailbox never seen.</summary>
    /// <exception cref="StaleLeaseException">It is not.</exception>
    public async Task<MailboxRow?> RequireAsync(string mailbox, long fence, CancellationToken cancellationToken)
    {
        var row = await store.FindMailboxAsync(mailbox, cancellationToken);
        return (row?.Fence ?? 0) == fence ? row : throw new StaleLeaseException();
    }
}
