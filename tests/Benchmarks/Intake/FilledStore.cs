using System.Globalization;
using SiOne.Bot.Benchmarks.Runs;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>
/// A data folder of the product with many mails of the last two years in it, written by the product's store. They belong to the mailbox that is
/// measured, under an earlier UIDVALIDITY, so that new keys grow where they would in service. Without spool files: a start looks at those of the
/// last week only.
/// </summary>
/// <param name="folder">Holds the data folder.</param>
internal sealed class FilledStore(string folder)
{
    /// <summary>The mailbox that is measured; each run has a server of its own.</summary>
    public const string Address = "intake@msp.example";

    private const uint UidValidity = 7;
    private const int MailsAUnit = 20;
    private const int UnitsAtOnce = 64;
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(730);
    private static readonly TimeSpan Newest = TimeSpan.FromDays(8);

    /// <summary>The mailbox's short id.</summary>
    public static string Mailbox { get; } = IntakeKeys.MailboxId(new MailboxIdentity("127.0.0.1", Address, "INBOX"));

    /// <summary>Size of the store's file.</summary>
    public long Bytes => System.IO.File.Exists(File) ? new FileInfo(File).Length : 0;

    private string File => Path.Combine(ProductProcess.DataOf(folder), "sione.db");

    /// <summary>The key of a mail.</summary>
    public static string KeyOf(uint uidValidity, uint uid) => string.Create(CultureInfo.InvariantCulture, $"m.{Mailbox}.{uidValidity:D10}.{uid:D10}");

    /// <summary>Opens the store.</summary>
    /// <param name="reached">Told of barriers; null for nobody.</param>
    public LiteDbStore Open(Action<string>? reached = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        return LiteDbStore.Open(new LiteDbOptions { Path = File, Reached = reached }, TimeProvider.System);
    }

    /// <summary>The secret of the folder.</summary>
    public MasterKey Key()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        return MasterKey.Load(Path.Combine(Path.GetDirectoryName(File)!, "master.key"), mayCreate: true);
    }

    /// <summary>Stores so many mails.</summary>
    /// <param name="count">How many.</param>
    /// <param name="patterns">What they become, in turn.</param>
    public async Task FillAsync(int count, IReadOnlyList<Pattern> patterns)
    {
        await using var store = Open();
        using var vault = new TextVault(Key(), store);
        var start = TimeProvider.System.GetUtcNow() - Oldest;
        var step = (Oldest - Newest) / count;
        var units = Enumerable.Range(1, count).Chunk(MailsAUnit);
        await Parallel.ForEachAsync(units, new ParallelOptions { MaxDegreeOfParallelism = UnitsAtOnce }, async (numbers, token) =>
        {
            var mails = numbers.Select(n => patterns[n % patterns.Count].As(Mailbox, UidValidity, (uint)n, start + (step * n), vault)).ToList();
            var unit = new StoreUnit
            {
                NewIntake = [.. mails.Select(mail => mail.Ended)],
                Requests = [.. mails.SelectMany(mail => mail.Requests)],
                Conversations = [.. mails.Select(mail => mail.Conversation)],
                NewOutbox = [.. mails.SelectMany(mail => mail.Effects)],
                Texts = [.. mails.SelectMany(mail => mail.Texts)],
            };
            if (await store.CommitAsync(unit, token) is not CommitResult.Committed) throw new InvalidOperationException("A unit was not committed.");
        });
    }
}
