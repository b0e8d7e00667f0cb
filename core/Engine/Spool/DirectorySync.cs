using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SiOne.Bot.Engine.Spool;

/// <summary>Makes the names inside a folder durable: on Linux a rename is, only once its folder is fsynced. .NET has no call for it.</summary>
internal static partial class DirectorySync
{
    private const int ReadOnlyDirectory = 0x10000; // O_RDONLY | O_DIRECTORY

    /// <summary>fsync of a folder. Does nothing on Windows, where the file system journals names.</summary>
    /// <exception cref="IOException">The folder could not be synced: what was renamed into it is not durable.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, ReadOnlyDirectory);
        if (handle < 0) throw Failed("open");
        try
        {
            if (Sync(handle) != 0) throw Failed("fsync");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failed(string call) =>
        new($"A folder of the spool could not be synced ({call}).", new Win32Exception(Marshal.GetLastPInvokeError()));

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
