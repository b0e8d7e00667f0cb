using System.Collections.Immutable;

namespace SiOne.Bot.Engine.Ports;

/// <summary>The door through which a mailbox watcher hands raw mails in. The rows behind it decide what is still missing, never the server's flags.</summary>
public interface IMailIntake
{
    /// <summary>
    /// Says from where a mailbox is to be read. A mailbox never seen starts as the StartFrom setting says; one whose UIDVALIDITY
    /// changed is read again from the instant of its first start (mails already taken are recognised by their content).
    /// </summary>
    /// <param name="mailbox">Which mailbox.</param>
    /// <param name="uidValidity">UIDVALIDITY of the opened folder.</param>
    /// <param name="uidNext">UIDNEXT of the opened folder.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<MailboxPosition> OpenAsync(MailboxIdentity mailbox, uint uidValidity, uint uidNext, CancellationToken cancellationToken);

    /// <summary>Of the UIDs that are present above the cursor, those without a row, ascending. Advances the stored cursor past what is settled.</summary>
    /// <param name="mailbox">Which mailbox.</param>
    /// <param name="uidValidity">UIDVALIDITY of the opened folder.</param>
    /// <param name="present">Every UID that the server holds above the cursor, ascending.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<ImmutableArray<uint>> MissingAsync(
        MailboxIdentity mailbox, uint uidValidity, ImmutableArray<uint> present, CancellationToken cancellationToken);

    /// <summary>Keeps mails: sealed spool, rows, barrier. Only after it returned may they be flagged or moved. Repeating it harms nothing.</summary>
    /// <param name="mails">One batch, at most 64.</param>
    /// <param name="cancellationToken">Before the first byte is written only; a batch once begun is finished.</param>
    Task KeepAsync(ImmutableArray<RawMail> mails, CancellationToken cancellationToken);
}

/// <summary>A mailbox folder, the same across restarts.</summary>
/// <param name="Host">Server name as configured, or the folder's path for a folder mailbox.</param>
/// <param name="User">Sign-in name; empty for a folder mailbox.</param>
/// <param name="Folder">Folder name, for example INBOX.</param>
public sealed record MailboxIdentity(string Host, string User, string Folder);

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
