using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores.LiteDb;

/// <summary>
/// Keeps every other process out. LiteDB itself lets a second process open the same file on Linux, and both then lose data;
/// the kernel frees this lock even when the process is killed.
/// </summary>
internal static class StoreLock
{
    /// <summary>The file system types on which neither locks nor fsync are to be trusted.</summary>
    private static readonly string[] NetworkFormats =
        ["nfs", "cifs", "smb", "afs", "ncp", "9p", "ceph", "gluster", "lustre", "sshfs", "davfs", "webdav", "msdos-net"];

    /// <summary>Creates the folder and takes the lock; the caller disposes it last.</summary>
    public static FileStream Take(string path)
    {
        RefuseUnlockable();
        var folder = Path.GetDirectoryName(path)!;
        var lockPath = path + ".lock";
        try
        {
            CreateFolder(folder);
            RefuseNetwork(folder);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new FileStream(lockPath, options);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new StoreUnavailableException(FolderNeeds.Writing(folder), cause);
        }
        catch (IOException cause) when (!IsHeld(cause))
        {
            throw new StoreUnavailableException($"{FolderNeeds.Writing(folder)} ({cause.GetType().Name}: {cause.Message})", cause);
        }
        catch (IOException cause)
        {
            throw new StoreUnavailableException(
                $"{lockPath} cannot be locked: another process uses this store. Stop it, or give this one another path.", cause)
            { HeldByAnother = true };
        }
    }

    /// <summary>Whether a file system type, as the kernel names it, lies on another machine.</summary>
    public static bool IsNetwork(string format) =>
        NetworkFormats.Any(network => format.Contains(network, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an exception says that another process has the file, rather than that the disk takes none.</summary>
    private static bool IsHeld(IOException cause) => OperatingSystem.IsWindows()
        ? (cause.HResult & 0xFFFF) is 32 or 33 // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
        : cause.HResult is 11 or 35; // EWOULDBLOCK on Linux, on macOS

    private static void RefuseUnlockable()
    {
        var setting = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_IO_DISABLEFILELOCKING");
        var off = setting is "1" || string.Equals(setting, "true", StringComparison.OrdinalIgnoreCase);
        if (off || (AppContext.TryGetSwitch("System.IO.DisableFileLocking", out var disabled) && disabled))
            throw new StoreUnavailableException("DOTNET_SYSTEM_IO_DISABLEFILELOCKING is set: without file locks two processes would ruin the store. Unset it.");
    }

    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void RefuseNetwork(string folder)
    {
        var drive = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder);
        if (drive.DriveType is DriveType.Network || IsNetwork(drive.DriveFormat))
            throw new StoreUnavailableException(
                $"{folder} lies on a network file system ({drive.DriveFormat}), whose locks and writes cannot be trusted: use a local disk.");
    }
}
