using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Operations;

/// <summary>
/// Makes an empty store anew out of a spool: every message once more, oldest first, at the instant at which it was received. Ids, references and dates
/// come out of the messages, so requests are the same; what technicians did and what was clicked on cards is not in the spool.
/// </summary>
/// <param name="store">The new store.</param>
/// <param name="from">The spool that is left.</param>
/// <param name="into">The new store's own.</param>
/// <param name="intake">The worker on the new store; every effect must be held.</param>
/// <param name="clock">The engine's clock.</param>
public sealed class SpoolReplay(IStore store, MessageSpool from, MessageSpool into, IntakeWorker intake, ReplayClock clock)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Takes everything in.</summary>
    public async Task<SpoolReplayReport> RunAsync(CancellationToken cancellationToken)
    {
        var (found, damaged) = Look();
        foreach (var mailbox in Mailboxes(found)) await store.CommitAsync(new StoreUnit { Mailboxes = [mailbox] }, cancellationToken);
        foreach (var (path, header) in found.OrderBy(item => item.Header.ReceivedAt).ThenBy(item => item.Header.Key, StringComparer.Ordinal))
        {
            clock.MoveTo(header.ReceivedAt);
            if (from.TryRead(path) is not { } message) continue; // It was sound a moment ago; the audit will miss it.
            MessageSpool.Flush([into.Take(path, header)]);
            // As it was taken in then: the day is the received one, else an old message would be refused an answer for another reason than it was.
            await store.CommitAsync(new StoreUnit { NewIntake = [SpoolAdoption.RowOf(header, message.Raw, header.ReceivedAt)] }, cancellationToken);
            await SettleAsync(cancellationToken);
        }

        return new SpoolReplayReport(found.Length, damaged);
    }

    private (ImmutableArray<(string Path, SpoolHeader Header)> Found, ImmutableArray<string> Damaged) Look()
    {
        var found = ImmutableArray.CreateBuilder<(string, SpoolHeader)>();
        var damaged = ImmutableArray.CreateBuilder<string>();
        foreach (var path in from.Paths())
        {
            if (from.TryRead(path) is { } message) found.Add((path, message.Header));
            else damaged.Add(MessageSpool.KeyOf(path).Value);
        }

        return (found.ToImmutable(), damaged.ToImmutable());
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (!(await store.ListWaitingIntakeAsync("", 1, cancellationToken)).IsEmpty)
            if (!await intake.WorkOnceAsync(cancellationToken)) clock.Advance(AfterFailure);
    }

    /// <summary>
    /// How far each mailbox had been read: nothing below the first spooled mail is ours, and above it whatever has no row is fetched again. The
    /// StartFrom setting must not skip what arrived since the loss.
    /// </summary>
    private static IEnumerable<MailboxRow> Mailboxes(IEnumerable<(string Path, SpoolHeader Header)> found) =>
        from item in found
        let header = item.Header
        where header.Channel == nameof(Channel.Mail) && header.Mailbox is not null
        group header by header.Mailbox into mailbox
        let newest = mailbox.MaxBy(header => header.ReceivedAt)!
        select new MailboxRow
        {
            Id = IntakeKeys.MailboxId(mailbox.Key!),
            UidValidity = newest.UidValidity,
            Cursor = mailbox.Where(header => header.UidValidity == newest.UidValidity).Min(header => header.Uid) - 1,
            StartedAt = mailbox.Min(header => header.ReceivedAt),
        };
}

/// <summary>What a replay of the spool took in.</summary>
/// <param name="Messages">How many messages.</param>
/// <param name="Damaged">The keys of files that do not open: altered, or sealed under another master key.</param>
public sealed record SpoolReplayReport(int Messages, ImmutableArray<string> Damaged);
