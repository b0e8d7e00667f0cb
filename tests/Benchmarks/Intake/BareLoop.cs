using System.Collections.Immutable;
using SiOne.Bot.Benchmarks.Runs;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>
/// What the store alone does with the rows of the same kind of mails in batches of the product's mean size: the rows and a barrier, then
/// everything decided and a barrier. No server, no spool, no parsing, no sealing: the rows are made beforehand.
/// </summary>
internal static class BareLoop
{
    /// <summary>Takes that many mails.</summary>
    /// <param name="filled">What is stored already.</param>
    /// <param name="patterns">What mails become.</param>
    /// <param name="mails">How many.</param>
    /// <param name="batch">At a time.</param>
    public static async Task<BareFigures> MeasureAsync(FilledStore filled, IReadOnlyList<Pattern> patterns, int mails, int batch)
    {
        var barriers = 0;
        await using var store = filled.Open(point => barriers += point == "store.barrier" ? 1 : 0);
        using var vault = new TextVault(filled.Key(), store);
        var now = TimeProvider.System.GetUtcNow();

        // A server's UIDVALIDITY is the second of its first start: keys lie behind those of the product's run, before those of the next.
        var uidValidity = (uint)now.ToUnixTimeSeconds() - 1;
        var batches = Enumerable.Range(1, mails)
            .Select(n => patterns[n % patterns.Count].As(FilledStore.Mailbox, uidValidity, (uint)n, now, vault)).Chunk(batch).Select(ToUnits).ToImmutableArray();
        var speed = await Speed.OfAsync(mails, async () =>
        {
            foreach (var (kept, decided) in batches)
            {
                await CommitAsync(store, kept);
                await CommitAsync(store, decided);
            }
        });
        return new BareFigures(speed, batch, barriers);
    }

    private static (StoreUnit Kept, StoreUnit Decided) ToUnits(StoredMail[] mails) => (
        new StoreUnit { NewIntake = [.. mails.Select(mail => mail.Kept)] },
        new StoreUnit
        {
            Intake = [.. mails.Select(mail => mail.Ended with { Version = 2 })],
            Requests = [.. mails.SelectMany(mail => mail.Requests)],
            Conversations = [.. mails.Select(mail => mail.Conversation)],
            NewOutbox = [.. mails.SelectMany(mail => mail.Effects)],
            Texts = [.. mails.SelectMany(mail => mail.Texts)],
        });

    private static async Task CommitAsync(LiteDbStore store, StoreUnit unit)
    {
        if (await store.CommitAsync(unit, CancellationToken.None) is not CommitResult.Committed) throw new InvalidOperationException("A unit was not committed.");
    }
}

/// <summary>How the bare loop went.</summary>
/// <param name="Speed">Mails in what time.</param>
/// <param name="Batch">Mails at a time.</param>
/// <param name="Barriers">How often it waited for the disk.</param>
internal sealed record BareFigures(Speed Speed, int Batch, int Barriers);
