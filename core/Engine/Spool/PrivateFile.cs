namespace SiOne.Bot.Engine.Spool;

/// <summary>Files for this account alone, written beside and then named: a process that is killed leaves either no new file or a whole one.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file once. Of two that write at once the first stays.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="IOException">The folder takes no file.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write there.</exception>
    public static void WriteOnce(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = WriteBeside(path, bytes);
        try
        {
            ExclusiveName.Give(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
        }
        finally
        {
            File.Delete(temporary);
        }

        DirectorySync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Writes a file in the place of what was there.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="IOException">The folder takes no file.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write there.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes) => File.Move(WriteBeside(path, bytes), path, overwrite: true);

    private static string WriteBeside(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerReadsAndWrites;
        using var stream = new FileStream(temporary, options);
        stream.Write(bytes);
        FileSync.Flush(stream);
        return temporary;
    }
}
