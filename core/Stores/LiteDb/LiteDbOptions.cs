namespace SiOne.Bot.Stores.LiteDb;

/// <summary>Where the embedded store lies and how far it may grow.</summary>
public sealed record LiteDbOptions
{
    /// <summary>The data file. Its folder is created for its owner alone; <c>PATH.lock</c> and a <c>-log</c> file lie beside it. A local disk.</summary>
    public required string Path { get; init; }

    /// <summary>The largest size of the data file in bytes, so that it never fills the volume; null for 90 % of the volume.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>
    /// For crash tests, called on the writer's thread: <c>store.written</c> before a commit, <c>store.committed</c> between commit and
    /// barrier, <c>store.barrier</c> after it. Null for nothing.
    /// </summary>
    public Action<string>? Reached { get; init; }
}
