using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Stores.LiteDb;

namespace SiOne.Bot.Host.Hosting;

/// <summary>Opens the store that the settings name; in safe mode a copy of it, which takes no writes, since opening a store writes.</summary>
internal static class StoreOpening
{
    private const string CopyPrefix = "safe-mode-";

    /// <summary>Opens it, making it when missing (not in safe mode).</summary>
    /// <exception cref="StoreUnavailableException">It is held by another process, or cannot be read.</exception>
    public static IStore Open(UsableSettings settings, TimeProvider clock, ILoggerFactory logs, CommitPoints points) => settings.Host.SafeMode
        ? OpenCopy(settings, clock, logs)
        : LiteDbStore.Open(
            new LiteDbOptions { Path = settings.StorePath, Reached = point => points.Reached(point == "store.committed" ? "P4" : point) }, clock, logs.CreateLogger<LiteDbStore>());

    private static ReadOnlyStore OpenCopy(UsableSettings settings, TimeProvider clock, ILoggerFactory logs)
    {
        // Held until the copy is open: nobody writes meanwhile, and no other start takes the copy for one that was left.
        using var held = LiteDbStore.Hold(new LiteDbOptions { Path = settings.StorePath });
        if (!File.Exists(settings.StorePath)) throw new StoreUnavailableException($"{settings.StorePath} is missing: restore a backup, or make it anew with rebuild-from-spool --into DIR.") { Damaged = true };
        RemoveLeft(settings);
        var folder = Path.Combine(settings.Host.DataFolder, $"{CopyPrefix}{Guid.NewGuid():N}.tmp");
        OwnFile.MakeFolder(folder);
        try
        {
            return new ReadOnlyStore(LiteDbStore.Open(new LiteDbOptions { Path = held.CopyTo(folder) }, clock, logs.CreateLogger<LiteDbStore>()), () => Directory.Delete(folder, recursive: true));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Removes the copies of processes that were killed; one in use is locked.</summary>
    private static void RemoveLeft(UsableSettings settings)
    {
        foreach (var folder in Directory.EnumerateDirectories(settings.Host.DataFolder, $"{CopyPrefix}*.tmp"))
        {
            try
            {
                using (LiteDbStore.Hold(new LiteDbOptions { Path = Path.Combine(folder, Path.GetFileName(settings.StorePath)) })) { }
            }
            catch (StoreUnavailableException used) when (used.HeldByAnother)
            {
                continue;
            }

            Directory.Delete(folder, recursive: true);
        }
    }
}
