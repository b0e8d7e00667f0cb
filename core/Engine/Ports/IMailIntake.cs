using System.Collections.Immutable;

namespace SiOne.Bot.Engine.Ports;

/// <summary>
/// The door through which a mailbox watcher hands raw mails in. The rows behind it decide what is still missing, never the server's flags. Each
/// mailbox is watched by one holder of a lease: whoever shows the number of an older one changes nothing.
/// </summary>
public interface IMailIntake
{
    /// <summary>Takes a mailbox, or keeps one that was taken.</summary>
    /// <param name="mailbox">Which mailbox.</param>
    /// <param name="holder">Who asks, the same after a restart: its own lease is taken over at once, and everything handed in under the old number refused.</param>
    /// <param name="fence">0 to take it, or the number of the lease to keep.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The lease; null while somebody else holds it.</returns>
    Task<MailboxLease?> LeaseAsync(MailboxIdentity mailbox, string holder, long fence, CancellationToken cancellationToken);

    /// <summary>Gives a mailbox back, so that somebody else can take it without waiting. An older number changes nothing.</summary>
    /// <param name="mailbox">Which mailbox.</param>
    /// <param name="fence">The lease.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task ReleaseAsync(MailboxIdentity mailbox, long fence, CancellationToken cancellationToken);

    /// <summary>
    /// Says from where a mailbox is to be read. A mailbox never seen starts as the StartFrom setting says; one whose UIDVALIDITY
    /// changed is read again from the instant of its first start (mails already taken are recognised by their content).
    /// </summary>
    /// <param name="mailbox">Which mailbox.</param>
    /// <param name="uidValidity">UIDVALIDITY of the opened folder.</param>
    /// <param name="uidNext">UIDNEXT of the opened folder.</param>
    /// <param name="fence">The lease.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StaleLeaseException">Somebody else has taken the mailbox.</exception>
    Task<MailboxPosition> OpenAsync(MailboxIdentity mailbox, uint uidValidity, uint uidNext, long fence, CancellationToken cancellationToken);

    /// <summary>Of the UIDs that are present above the cursor, those without a row, ascending. Advances the stored cursor past what is settled.</summary>
    /// <param name="mailbox">Which mailbox.</param>
    /// <param name="uidValidity">UIDVALIDITY of the opened folder.</param>
    /// <param name="present">Every UID that the server holds above the cursor, ascending.</param>
    /// <param name="fence">The lease.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StaleLeaseException">Somebody else has taken the mailbox.</exception>
    Task<ImmutableArray<uint>> MissingAsync(
        MailboxIdentity mailbox, uint uidValidity, ImmutableArray<uint> present, long fence, CancellationToken cancellationToken);

    /// <summary>Keeps mails: sealed spool, rows, barrier. Only after it returned may they be flagged or moved. Repeating it harms nothing.</summary>
    /// <param name="mails">One batch of one mailbox, at most 64.</param>
    /// <param name="fence">The lease.</param>
    /// <param name="cancellationToken">Before the first byte is written only; a batch once begun is finished.</param>
    /// <exception cref="StaleLeaseException">Somebody else has taken the mailbox: nothing was kept.</exception>
    Task KeepAsync(ImmutableArray<RawMail> mails, long fence, CancellationToken cancellationToken);
}

/// <summary>A mailbox folder, the same across restarts.</summary>
/// <param name="Host">Server name as configured, or the folder's path for a folder mailbox.</param>
/// <param name="User">Sign-in name; empty for a folder mailbox.</param>
/// <param name="Folder">Folder name, for example INBOX.</param>
public sealed record MailboxIdentity(string Host, string User, string Folder);

/// <summary>The right to watch a mailbox, for a while.</summary>
/// <param name="Fence">Its number, which grows with each new holder.</param>
/// <param name="For">How long it holds from here unless it is kept: a duration, since clocks of machines differ.</param>
public sealed record MailboxLease(long Fence, TimeSpan For);

/// <summary>The lease shown is not the mailbox's newest: somebody else watches it.</summary>
public sealed class StaleLeaseException() : Exception("Somebody else has taken the mailbox.");

/// <summary>From where a mailbox is read.</summary>
/// <param name="Cursor">Every UID up to and including this one is settled; the search starts above it.</param>
/// <param name="Since">When set, mails whose INTERNALDATE is earlier are none of ours; null for no limit.</param>
public sealed record MailboxPosition(uint Cursor, DateTimeOffset? Since);

/// <summary>One mail as the server gave it.</summary>
/// <param name="Mailbox">Where it lies.</param>
/// <param name="UidValidity">UIDVALIDITY of the folder.</param>
/// <param name="Uid">Its UID.</param>
/// <param name="InternalDate">When the server received it.</param>
/// <param name="Bytes">The raw bytes; the header block alone when <paramref name="TooLarge"/>.</param>
/// <param name="TooLarge">It exceeds the size cap: only its header was fetched, the rest stays on the server.</param>
public sealed record RawMail(
    MailboxIdentity Mailbox, uint UidValidity, uint Uid, DateTimeOffset InternalDate, ReadOnlyMemory<byte> Bytes, bool TooLarge = false);
