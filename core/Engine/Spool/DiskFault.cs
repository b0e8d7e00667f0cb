using System.ComponentModel;

namespace SiOne.Bot.Engine.Spool;

/// <summary>
/// A disk that fails (EIO), as opposed to one that is full: what it was given may be lost although the next fsync succeeds, since the kernel takes the
/// pages that it could not write for written. So nothing goes on after it in this process (RELIABILITY F78).
/// </summary>
public static class DiskFault
{
    private const int Eio = 5;
    private const int Enospc = 28;
    private const int ErrorIoDevice = 1117;
    private const int ErrorDiskFull = 112;
    private const int WindowsError = unchecked((int)0x80070000);

    /// <summary>Whether the disk failed, by what an exception or one behind it says.</summary>
    public static bool Is(Exception? cause) => Says(cause, Eio, ErrorIoDevice);

    /// <summary>Whether the disk is full: nothing was lost, and it may have room again (RELIABILITY F77).</summary>
    public static bool IsFull(Exception? cause) => Says(cause, Enospc, ErrorDiskFull);

    private static bool Says(Exception? cause, int errno, int windows)
    {
        for (; cause is not null; cause = cause.InnerException)
        {
            if (cause is IOException && (OperatingSystem.IsWindows() ? cause.HResult == (WindowsError | windows) : cause.HResult == errno)) return true;
            if (cause is Win32Exception native && native.NativeErrorCode == (OperatingSystem.IsWindows() ? windows : errno)) return true;
        }

        return false;
    }
}
