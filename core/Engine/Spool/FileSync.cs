using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SiOne.Bot.Engine.Spool;

/// <summary>
/// Waits until a file is on the disk, and fails when it is not. <c>RandomAccess.FlushToDisk</c> and <c>FileStream.Flush(true)</c> of .NET 10 say yes on
/// Linux to an fsync that answered EIO (seen with strace), so the call is made here.
/// </summary>
public static partial class FileSync
{
    private const int Interrupted = 4; // EINTR

    /// <summary>fsync of an open file; on Windows and macOS what .NET does.</summary>
    /// <param name="file">What was written is the kernel's already.</param>
    /// <exception cref="IOException">It is not on the disk. Its HResult is the errno; <see cref="DiskFault"/> tells a failing disk from a full one.</exception>
    public static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
#pragma warning disable RS0030 // Here alone: see above.
            RandomAccess.FlushToDisk(file);
#pragma warning restore RS0030
            return;
        }

        while (Sync(file) != 0)
        {
            var errno = Marshal.GetLastPInvokeError();
            if (errno != Interrupted) throw new IOException($"A file could not be synced ({Marshal.GetPInvokeErrorMessage(errno)}).", errno);
        }
    }

    /// <summary>The same of a stream, with what it holds itself.</summary>
    /// <exception cref="IOException">As above.</exception>
    public static void Flush(FileStream file)
    {
        file.Flush();
        Flush(file.SafeFileHandle);
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(SafeFileHandle file);
}
