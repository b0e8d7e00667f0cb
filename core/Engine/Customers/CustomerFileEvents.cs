namespace SiOne.Bot.Engine.Customers;

/// <summary>Announcements of the file system that something may have changed. They come sooner than the next poll, or not at all.</summary>
internal static class CustomerFileEvents
{
    /// <summary>Calls back at each announcement until disposed of; null where the file system cannot be watched.</summary>
    public static IDisposable? Of(string path, Action changed)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path));
        try
        {
            var watcher = new FileSystemWatcher(folder!);
            watcher.Created += (_, _) => changed();
            watcher.Changed += (_, _) => changed();
            watcher.Deleted += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null; // Missing folder, or no watches left on this machine.
        }
    }
}
