using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ledger;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.Teams;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Host.Operations;

/// <summary>Makes a data folder anew out of what a lost store left: spool, master key, customers. Nothing of the old folder is changed.</summary>
/// <param name="settings">Whose data.</param>
/// <param name="into">The same settings with the new data folder.</param>
internal sealed class Rebuild(UsableSettings settings, UsableSettings into)
{
    /// <summary>What a rebuild cannot bring back, whatever the spool holds.</summary>
    private const string Differs =
        "Not in the spool, and so not rebuilt: technicians' acts and notes, clicks on cards (each is listed in quarantine), reminders and expiries (they come at the next start), "
        + "what was already sent. Confirm answers on the page before they leave.";

    /// <summary>Makes it.</summary>
    public async Task<OperatorAnswer> RunAsync(CancellationToken cancellationToken)
    {
        if (Refusal() is { } refusal) return OperatorAnswer.Failed(refusal);
        into.Host.SafeMode = false; // Of the old folder: the new one is written.
        // Held to the end: what a host took in meanwhile would be missed.
        using var held = LiteDbStore.Hold(new LiteDbOptions { Path = settings.StorePath });
        var master = MasterKey.Load(settings.MasterKeyPath, mayCreate: false);
        var customers = CustomerFiles.Load(settings.Host.Customers!);
        if (!customers.Mistakes.IsEmpty) return new OperatorAnswer(1, [], [.. customers.Mistakes.Select(mistake => mistake.ToString())]);
        var lost = await LostAsync(held, master, cancellationToken);
        CopyBeside();

        using var left = new MessageSpool(settings.SpoolPath, master);
        var archive = new CustomerArchive(into.CustomerArchivePath);
        archive.Keep(customers);
        var clock = new ReplayClock(DateTimeOffset.UnixEpoch);
        into.Host.LanguageModel = null; // Nobody is told old messages a second time, nor under agreements of another day.
        await using var parts = await EngineParts.OpenAsync(
            EffectsHeld.Under(into), new CustomerDirectory(customers.Customers, archive), clock, NullLoggerFactory.Instance, CommitPoints.None, new ActivityReader(), cancellationToken);
        var report = await new SpoolReplay(parts.Store, left, parts.Spool, parts.Intake, clock).RunAsync(cancellationToken);
        var ledger = await new LedgerAudit(parts.Store, parts.Spool).RunAsync(cancellationToken);
        new OperatorJournal(into.OperatorJournalPath, master, TimeProvider.System).Append(Environment.UserName, "rebuild-from-spool", Path.GetFileName(into.Host.DataFolder));
        return Answer(report, ledger, lost);
    }

    private string? Refusal()
    {
        var folder = Path.GetFullPath(into.Host.DataFolder);
        if (!Directory.Exists(settings.SpoolPath)) return $"{settings.SpoolPath}: there is no spool to rebuild from. Set SiOne:DataFolder.";
        if (Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Any() : File.Exists(folder)) return $"{folder} holds something already: name a new folder.";
        return (folder + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(settings.Host.DataFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? $"{folder} lies in the old data folder: name a folder beside it."
            : null;
    }

    private void CopyBeside()
    {
        OwnFile.MakeFolder(into.Host.DataFolder);
        EffectsHeld.Mark(into.Host.DataFolder, EffectsHeld.Rebuilt); // First of all: whatever follows, nothing leaves from here.
        if (into.MasterKeyPath != settings.MasterKeyPath) OwnFile.CopyFile(settings.MasterKeyPath, into.MasterKeyPath);
        OwnFile.CopyFolder(settings.CustomerArchivePath, into.CustomerArchivePath);
        OwnFile.CopyFolder(settings.AttachmentsPath, into.AttachmentsPath);
        if (File.Exists(settings.OperatorJournalPath)) OwnFile.CopyFile(settings.OperatorJournalPath, into.OperatorJournalPath);
    }

    /// <summary>The messages of the old store whose raw bytes are gone, as far as it can still be read; null where it cannot.</summary>
    private async Task<IReadOnlyList<string>?> LostAsync(UnusedStore held, MasterKey master, CancellationToken cancellationToken)
    {
        if (!File.Exists(settings.StorePath)) return null;
        var folder = Directory.CreateTempSubdirectory("sione-rebuild-").FullName;
        try
        {
            using var spool = new MessageSpool(settings.SpoolPath, master);
            await using var old = LiteDbStore.Open(new LiteDbOptions { Path = held.CopyTo(folder) }, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
            var lost = new List<string>();
            await foreach (var row in old.AllIntakeAsync(cancellationToken))
                if (!spool.Holds(row.Key, row.ReceivedAt)) lost.Add($"{row.Key} {row.End?.ToString() ?? "Waiting"} {string.Join(' ', row.Requests)}".TrimEnd());
            return lost;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private OperatorAnswer Answer(SpoolReplayReport report, LedgerReport ledger, IReadOnlyList<string>? lost)
    {
        List<string> lines =
        [
            Line("messages", report.Messages), Line("requests", ledger.Counts.Requests), Line("follow-up", ledger.Counts.FollowUps), Line("refused", ledger.Counts.Refused),
            Line("ignored", ledger.Counts.Ignored), Line("quarantined", ledger.Counts.Quarantined), Line("requests-made", ledger.RequestsMade),
            Line("effects-held", ledger.Effects.GetValueOrDefault(OutboxState.Held)), Line("damaged", report.Damaged.Length), Line("not-in-spool", lost?.Count ?? 0),
            .. report.Damaged.Select(key => $"damaged {key}"), .. lost?.Select(line => $"not-in-spool {line}") ?? [], into.Host.DataFolder,
        ];
        List<string> messages = [.. ledger.Mistakes, Differs];
        if (lost is null)
            messages.Add($"The old store cannot be read: messages whose raw bytes were destroyed when their time had come ({settings.Host.RawRetentionDays} days, 72 hours with a secret) cannot be named.");
        messages.Add("Set SiOne:DataFolder to the new folder and start the host: everything it would send is held. When all is well: rebuild-from-spool --release [--drop-held].");
        return new OperatorAnswer(ledger.AddsUp && report.Damaged.IsEmpty ? 0 : 1, lines, messages);
    }

    private static string Line(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name,-20} {count}");
}
