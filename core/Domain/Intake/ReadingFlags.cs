namespace SiOne.Bot.Domain.Intake;

/// <summary>What a technician should know of a message besides its words.</summary>
[Flags]
public enum ReadingFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its plain text and its HTML do not say the same: one person sees what another does not. The words kept are those that are shown.</summary>
    Divergent = 1,

    /// <summary>It is encrypted for somebody else's key: nothing of it can be read here but its header.</summary>
    Encrypted = 2,
}

/// <summary>The flags by name.</summary>
public static class ReadingFlagIds
{
    private static readonly (ReadingFlags Flag, string Id)[] All = [(ReadingFlags.Divergent, "divergent"), (ReadingFlags.Encrypted, "encrypted")];

    /// <summary>The ids of the flags that are set, always in the same order.</summary>
    public static IEnumerable<string> Ids(this ReadingFlags flags) => All.Where(known => flags.HasFlag(known.Flag)).Select(known => known.Id);
}
