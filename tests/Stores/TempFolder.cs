namespace SiOne.Bot.Stores.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sione-stores-").FullName;

    /// <summary>A store's path in a folder that does not exist yet.</summary>
    public string File => System.IO.Path.Combine(Path, "data", "sione.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
