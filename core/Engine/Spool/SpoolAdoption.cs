using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Spool;

/// <summary>
/// Gives rows to messages that were spooled but whose row was lost by a crash between the two, and may be gone from the server since. Looks at
/// the last week's files: older ones had their row or were adopted by an earlier start.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="spool">The raw messages.</param>
/// <param name="clock">The clock.</param>
public sealed class SpoolAdoption(IStore store, MessageSpool spool, TimeProvider clock)
{
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>Adopts them, before anything is taken in.</summary>
    /// <returns>How many were adopted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var adopted = 0;
        foreach (var path in spool.WrittenSince(clock.GetUtcNow() - LooksBack))
        {
            if (await store.FindIntakeAsync(MessageSpool.KeyOf(path), cancellationToken) is not null) continue;
            if (spool.TryRead(path) is not { } found) continue; // Damaged: the ledger names it.
            await store.CommitAsync(new StoreUnit { NewIntake = [RowOf(found.Header, found.Raw, clock.GetUtcNow())] }, cancellationToken);
            adopted++;
        }

        return adopted;
    }

    /// <summary>The row of a spooled message, as it was when it was new.</summary>
    internal static IntakeRow RowOf(SpoolHeader header, byte[] raw, DateTimeOffset keptAt) => new()
    {
        Key = new Domain.Requests.IntakeKey(header.Key),
        Channel = Enum.Parse<Channel>(header.Channel),
        Mailbox = header.Mailbox is null ? "" : IntakeKeys.MailboxId(header.Mailbox),
        UidValidity = header.UidValidity,
        Uid = header.Uid,
        ReceivedAt = header.ReceivedAt,
        KeptAt = keptAt,
        ContentHash = IntakeKeys.ContentHash(raw),
        Size = raw.Length,
        TooLarge = header.TooLarge,
    };
}
