using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SiOne.Bot.Engine.Spool;

/// <summary>
/// Gives a finished file a name that nobody else has taken. <see cref="File.Move(string, string, bool)"/> without overwriting looks first and
/// renames then on Linux: of two processes at once both may "win", and the later one replaces what the earlier has already read.
/// </summary>
internal static partial class ExclusiveName
{
    /// <summary>The file under a new name, at once or not at all. Its old name may be left; the caller deletes it.</summary>
    /// <param name="source">A whole file, on the same disk.</param>
    /// <param name="name">The name it gets.</param>
    /// <exception cref="IOException">The name is taken, or the folder takes no names.</exception>
    public static void Give(string source, string name)
    {
        if (OperatingSystem.IsWindows()) File.Move(source, name, overwrite: false);
        else if (Link(source, name) != 0) throw new IOException("A file could not get its name (link).", new Win32Exception(Marshal.GetLastPInvokeError()));
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string source, string name);
}
