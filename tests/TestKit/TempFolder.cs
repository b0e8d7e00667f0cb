namespace SiOne.Bot.TestKit;

/// <summary>A folder of the test's own, removed with all that is in it.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>An empty folder. The name is short: sockets of the servers lie in it, and their paths are bounded.</summary>
    public TempFolder() => Path = Directory.CreateTempSubdirectory("sb-").FullName;

    public string Path { get; }

    /// <summary>A path inside it.</summary>
    public string File(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The server that lived in it has removed it.
        }
    }
}
