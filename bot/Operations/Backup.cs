using System.Globalization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Host.Operations;

/// <summary>
/// Copies an installation's data into a new folder, which appears under its name only once all of it is there, on the disk and proven. Nothing is
/// answered meanwhile but nothing is lost either: the store stands still for the time of one file's copy.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="settings">Where everything lies.</param>
/// <param name="master">The installation's secret.</param>
/// <param name="spool">The raw messages.</param>
/// <param name="clock">The clock.</param>
internal sealed class Backup(IOperatedStore store, UsableSettings settings, MasterKey master, MessageSpool spool, TimeProvider clock)
{
    private const string Unfinished = ".partial";

    /// <summary>Makes it.</summary>
    /// <param name="target">The new folder, a whole path.</param>
    /// <param name="withKey">The master key goes along.</param>
    /// <param name="cancellationToken">Stops; what was begun is left as DIR.partial.</param>
    public async Task<OperatorAnswer> MakeAsync(string target, bool withKey, CancellationToken cancellationToken)
    {
        target = Path.TrimEndingDirectorySeparator(target);
        if (Refusal(target) is { } refusal) return OperatorAnswer.Failed(refusal);
        var partial = target + Unfinished;
        OwnFile.MakeFolder(partial);
        var (files, spooled) = await CopyAsync(partial, cancellationToken);
        var report = await ProveAsync(partial, spooled, cancellationToken);
        if (!report.IsSound)
            return new OperatorAnswer(1, [.. report.Findings, .. report.Counts], [$"The copy is not sound and stays as {partial}. If the store itself is damaged, `verify` says the same."]);
        if (withKey) OwnFile.CopyFile(settings.MasterKeyPath, Path.Combine(partial, "master.key"));
        EffectsHeld.Mark(partial, EffectsHeld.Restored);
        if (Directory.Exists(target)) Directory.Delete(target); // Empty.
        Directory.Move(partial, target);
        MessageSpool.Flush([target, Path.GetDirectoryName(target)!]);
        return new OperatorAnswer(0, [.. report.Counts, string.Create(CultureInfo.InvariantCulture, $"{"files",-20} {files}"), target],
        [
            withKey
                ? "The master key lies in the backup: whoever reads the backup reads the mails. Keep it as you keep the key."
                : $"The master key is NOT in the backup ({settings.MasterKeyPath}): without it nobody opens the backup, nor you. Keep a copy of it apart.",
        ]);
    }

    private string? Refusal(string target)
    {
        if (!Path.IsPathFullyQualified(target)) return $"{target}: a whole path was expected.";
        if (Directory.Exists(target) ? Directory.EnumerateFileSystemEntries(target).Any() : File.Exists(target)) return $"{target} holds something already: name a new folder.";
        if (Directory.Exists(target + Unfinished) || File.Exists(target + Unfinished)) return $"{target}{Unfinished} is left of a backup that was cut: look at it, then remove it.";
        var data = Path.GetFullPath(settings.Host.DataFolder) + Path.DirectorySeparatorChar;
        return (target + Path.DirectorySeparatorChar).StartsWith(data, StringComparison.Ordinal) ? $"{target} lies in the data folder itself: name a folder elsewhere, at best on another disk." : null;
    }

    /// <summary>The store first: what it speaks of is in the spool already, and nothing of that is destroyed meanwhile.</summary>
    private async Task<(int Files, IReadOnlyCollection<IntakeKey> Spooled)> CopyAsync(string partial, CancellationToken cancellationToken)
    {
        await spool.Keeping.WaitAsync(cancellationToken);
        try
        {
            IReadOnlyCollection<IntakeKey> spooled = [.. spool.Keys()];
            await store.CopyToAsync(partial, cancellationToken);
            return (1 + await Task.Run(() => CopyBeside(partial), cancellationToken), spooled);
        }
        finally
        {
            spool.Keeping.Release();
        }
    }

    private int CopyBeside(string partial)
    {
        var files = 0;
        foreach (var folder in (string[])[settings.SpoolPath, settings.AttachmentsPath, settings.CustomerArchivePath])
            files += OwnFile.CopyFolder(folder, Path.Combine(partial, Path.GetFileName(folder)));
        foreach (var file in (string[])[settings.OperatorJournalPath, Path.Combine(settings.Host.DataFolder, "mode")])
        {
            if (!File.Exists(file)) continue;
            OwnFile.CopyFile(file, Path.Combine(partial, Path.GetFileName(file)));
            files++;
        }

        return files;
    }

    private async Task<VerificationReport> ProveAsync(string partial, IReadOnlyCollection<IntakeKey> spooled, CancellationToken cancellationToken)
    {
        using var copied = new MessageSpool(Path.Combine(partial, Path.GetFileName(settings.SpoolPath)), master);
        var copy = Path.Combine(partial, Path.GetFileName(settings.StorePath));
        var journal = new OperatorJournal(Path.Combine(partial, Path.GetFileName(settings.OperatorJournalPath)), master, clock);
        if (store.Live is { } live) await CutAsync(copied, copy, [.. spooled], live, cancellationToken);
        var report = await new Verification(copied, master, journal).RunAsync(copy, [.. copied.Keys()], live: null, cancellationToken);
        File.Delete($"{copy}.lock");
        return report;
    }

    /// <summary>
    /// What was taken in while the spool was copied is no part of the backup: its row is not. What has no row in the working store either is left, and
    /// found.
    /// </summary>
    private static async Task CutAsync(MessageSpool copied, string copy, HashSet<IntakeKey> spooled, IStore live, CancellationToken cancellationToken)
    {
        try
        {
            await using var rows = LiteDbStore.Open(new LiteDbOptions { Path = copy }, TimeProvider.System);
            foreach (var path in (string[])[.. copied.Paths()])
            {
                var key = MessageSpool.KeyOf(path);
                if (await rows.FindIntakeAsync(key, cancellationToken) is null && (!spooled.Contains(key) || await live.FindIntakeAsync(key, cancellationToken) is not null)) File.Delete(path);
            }
        }
        catch (StoreUnavailableException)
        {
            // The verification says what is wrong with the copy.
        }
    }
}
