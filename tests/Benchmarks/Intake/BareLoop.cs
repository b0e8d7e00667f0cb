using System.Collections.Immutable;
using SiOne.Bot.Benchmarks.Runs;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>
/// The rows of the same kind of mails in batches of the product's mean size, into the product's store: the rows and a barrier, then everything
/// decided and a barrier. No parsing, understanding, deciding or sealing: the rows are made beforehand. Either the store alone, or a whole bare
/// intake: fetched from the server, kept as synced files before their rows, flagged behind the first barrier.
/// </summary>
internal static class BareLoop
{
    /// <summary>Takes that many mails.</summary>
    /// <param name="filled">What is stored already.</param>
    /// <param name="patterns">What mails become.</param>
    /// <param name="mails">How many.</param>
    /// <param name="batch">At a time.</param>
    /// <param name="mailbox">Where as many mails lie, to be fetched, kept as files and flagged on the way; null for the store alone.</param>
    public static async Task<BareFigures> MeasureAsync(FilledStore filled, IReadOnlyList<Pattern> patterns, int mails, int batch, BareMailbox? mailbox = null)
    {
        var barriers = 0;
        await using var store = filled.Open(point => barriers += point == "store.barrier" ? 1 : 0);
        using var vault = new TextVault(filled.Key(), store);
        var now = TimeProvider.System.GetUtcNow();

        // A server's UIDVALIDITY is the second of its first start: keys lie behind those of the product's run, before those of the next.
        var uidValidity = (uint)now.ToUnixTimeSeconds() - (mailbox is null ? 1u : 2u);
        var batches = Enumerable.Range(1, mails)
            .Select(n => patterns[n % patterns.Count].As(FilledStore.Mailbox, uidValidity, (uint)n, now, vault)).Chunk(batch).Select(ToUnits).ToImmutableArray();
        var speed = await Speed.OfAsync(mails, async () =>
        {
            foreach (var (kept, decided) in batches)
            {
                if (mailbox is not null) await mailbox.BringAsync();
                await CommitAsync(store, kept);
                if (mailbox is not null) await mailbox.MarkAsync();
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
