namespace SiOne.Bot.Host.Commands;

/// <summary>The mail files below paths, each with the path that people read.</summary>
internal static class MailFiles
{
    /// <summary>Files as they are named, and below folders every .eml, in ordinal order of the relative path.</summary>
    public static IEnumerable<(string File, string Path)> Of(IEnumerable<string> paths) => paths.SelectMany(Below);

    private static IEnumerable<(string File, string Path)> Below(string path)
    {
        if (File.Exists(path)) return [(path, path)];
        return Directory.EnumerateFiles(path, "*.eml", SearchOption.AllDirectories)
            .Select(file => (File: Path.GetRelativePath(path, file).Replace('\\', '/'), Path: file))
            .OrderBy(item => item.File, StringComparer.Ordinal);
    }
}
