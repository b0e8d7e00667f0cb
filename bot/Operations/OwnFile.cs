using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Host.Operations;

/// <summary>Files and folders for their owner alone.</summary>
internal static class OwnFile
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerFile | UnixFileMode.UserExecute);
    }

    /// <summary>Copies a folder with all that is in it and waits for the disk. Nothing happens where there is none.</summary>
    /// <returns>How many files.</returns>
    public static int CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from)) return 0;
        MakeFolder(to);
        var copied = 0;
        foreach (var folder in Directory.EnumerateDirectories(from)) copied += CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        foreach (var file in Directory.EnumerateFiles(from).Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            CopyFile(file, Path.Combine(to, Path.GetFileName(file)));
            copied++;
        }

        MessageSpool.Flush([to]);
        return copied;
    }

    /// <summary>Copies one file and waits for the disk.</summary>
    public static void CopyFile(string from, string to)
    {
        File.Copy(from, to);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, OwnerFile);
        using var written = File.OpenHandle(to, FileMode.Open, FileAccess.ReadWrite);
        FileSync.Flush(written);
    }
}
