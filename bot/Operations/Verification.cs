using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ledger;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Host.Operations;

/// <summary>What a verification found.</summary>
/// <param name="Findings">What is wrong, a line each, free of personal data; long lists are cut.</param>
/// <param name="FindingsFound">How much is wrong.</param>
/// <param name="Counts">What was looked at.</param>
internal sealed record VerificationReport(IReadOnlyList<string> Findings, int FindingsFound, IReadOnlyList<string> Counts)
{
    public bool IsSound => FindingsFound == 0;
}

/// <summary>
/// Proves a copy of a store and the spool beside it: every document, every index, every sealed text, every raw message, the ledger and the operators'
/// journal. It looks at a copy, so that neither a damaged file nor a working host is touched.
/// </summary>
/// <param name="spool">The raw messages.</param>
/// <param name="master">The installation's secret.</param>
/// <param name="journal">The operators' journal.</param>
internal sealed class Verification(MessageSpool spool, MasterKey master, OperatorJournal journal)
{
    private const int Listed = 100;
    private readonly List<string> _findings = [];
    private readonly List<string> _counts = [];
    private int _found;

    /// <summary>Looks at everything.</summary>
    /// <param name="copy">The copied data file.</param>
    /// <param name="spooledThen">What was spooled before the copy was taken.</param>
    /// <param name="live">The store at work, which may have taken in more since; null where none is.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<VerificationReport> RunAsync(string copy, IReadOnlyCollection<IntakeKey> spooledThen, IStore? live, CancellationToken cancellationToken)
    {
        try
        {
            Inspect(copy, cancellationToken);
            await using var store = LiteDbStore.Open(new LiteDbOptions { Path = copy }, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
            await AuditAsync(store, await SettledAsync(store, spooledThen, live, cancellationToken), cancellationToken);
            await ReadRawAsync(store, cancellationToken);
        }
        catch (StoreUnavailableException damage)
        {
            // The path is the copy's, and says nothing to whoever reads it.
            Finding($"store: {damage.Message.Replace(copy, "the store", StringComparison.Ordinal)}");
        }

        var (lines, wrong) = journal.Verify();
        Count("operator-acts", lines);
        foreach (var line in wrong) Finding($"journal: line {line} of operators.log is cut or altered, or one before it is gone");
        Count("findings", _found);
        return new VerificationReport(_findings, _found, _counts);
    }

    private void Inspect(string copy, CancellationToken cancellationToken)
    {
        using var opener = new TextOpener(master);
        var inspected = LiteDbStore.Inspect(
            new LiteDbOptions { Path = copy }, text => opener.Opens(text) ? null : "texts: a sealed text does not open under the master key", cancellationToken);
        Add("store", inspected.Mistakes, inspected.MistakesFound);
        Count("documents", inspected.Documents);
        foreach (var (table, rows) in inspected.Rows) Count(table, rows);
    }

    private async Task AuditAsync(LiteDbStore store, IReadOnlyCollection<IntakeKey> spooled, CancellationToken cancellationToken)
    {
        var ledger = await new LedgerAudit(store, spool).RunAsync(spooled, cancellationToken);
        Add("ledger", ledger.Mistakes, ledger.MistakesFound);
        if (!ledger.AddsUp && ledger.MistakesFound == 0) Finding("ledger: the ends do not add up to what was spooled");
        Count("spooled", ledger.Spooled);
        Count("raw-destroyed", ledger.RawDestroyed);
    }

    /// <summary>What was spooled before the copy was taken, without what had its row only afterwards.</summary>
    private static async Task<IReadOnlyCollection<IntakeKey>> SettledAsync(LiteDbStore store, IReadOnlyCollection<IntakeKey> spooledThen, IStore? live, CancellationToken cancellationToken)
    {
        if (live is null) return spooledThen;
        var settled = new List<IntakeKey>(spooledThen.Count);
        foreach (var key in spooledThen)
            if (await store.FindIntakeAsync(key, cancellationToken) is not null || await live.FindIntakeAsync(key, cancellationToken) is null) settled.Add(key);
        return settled;
    }

    private async Task ReadRawAsync(LiteDbStore store, CancellationToken cancellationToken)
    {
        await foreach (var row in store.AllIntakeAsync(cancellationToken))
        {
            if (!spool.Holds(row.Key, row.ReceivedAt)) continue; // The ledger tells of it, unless its time had come.
            try
            {
                var raw = spool.Read(row.Key, row.ReceivedAt);
                if (IntakeKeys.ContentHash(raw) != row.ContentHash || raw.Length != row.Size) Finding($"spool: {row.Key} is not what was taken in");
            }
            catch (Exception damage) when (damage is CryptographicException or IOException)
            {
                if (row.RawDestroyedAt is null) Finding($"spool: {row.Key} does not open: altered, or sealed under another master key");
            }
        }
    }

    private void Add(string about, IReadOnlyCollection<string> mistakes, int found)
    {
        foreach (var mistake in mistakes) Finding($"{about}: {mistake}");
        _found += found - mistakes.Count;
    }

    private void Finding(string line)
    {
        if (++_found <= Listed) _findings.Add(line);
    }

    private void Count(string name, long count) => _counts.Add(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {count}"));
}
