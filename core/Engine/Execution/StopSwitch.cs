namespace SiOne.Bot.Engine.Execution;

/// <summary>
/// Stops everything that would change a tenant, at once and for all of this installation (RELIABILITY E69): looked at right before each call. A file, so
/// that it outlives a restart and can be set by hand when nothing else answers.
/// </summary>
/// <param name="path">The file; while it exists, nothing is changed.</param>
public sealed class StopSwitch(string path)
{
    private volatile bool _set;

    /// <summary>Everything that leaves is held for another reason: a store that was restored, or a product that only looks.</summary>
    public bool Held { get; init; }

    /// <summary>Nothing is changed in any tenant.</summary>
    public bool IsSet => Held || _set || File.Exists(path);

    /// <summary>Stops, or lets go on.</summary>
    public void Set(bool stopped)
    {
        // Where the file cannot be made or taken away, everything stays stopped.
        _set = true;
        if (stopped) File.WriteAllBytes(path, []);
        else File.Delete(path);
        _set = stopped;
    }
}
