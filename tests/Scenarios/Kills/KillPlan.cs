using System.Globalization;
using System.Security.Cryptography;
using SiOne.Bot.Engine;

namespace SiOne.Bot.Scenarios.Kills;

/// <summary>One kill: when a commit point is reached as often as said, or at an instant that chance gives.</summary>
/// <param name="Point">A name of <see cref="CommitPoints"/>; null for an instant.</param>
/// <param name="Hit">Which time, for a commit point.</param>
/// <param name="After">How long after its start the process is killed, for an instant.</param>
internal sealed record Kill(string? Point, int Hit, TimeSpan After)
{
    /// <summary>What the host is told; null for an instant.</summary>
    public string? CrashAt => Point is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Point}:{Hit}");

    /// <summary>
    /// Whether an answer may have been sent and not yet marked, so that the same mail leaves once more. Answers leave while other mails are still
    /// being taken, so this is not P10 and P11 alone: it is false only where nothing of the round can have been sent yet. Before the first
    /// sending lie four commits: the row, the beginning, the decision, the frozen bytes.
    /// </summary>
    public bool MayRepeat => (Point, Hit) is not (("P1" or "P2" or "P3" or "P5" or "P7", 1) or ("P4", <= 4));
}

/// <summary>Which kills a run makes.</summary>
internal static class KillPlan
{
    // What a round of five mails is sure to reach, taken in batches of two and answered one by one.
    private static readonly Dictionary<string, int[]> Hits = new(StringComparer.Ordinal)
    {
        ["P1"] = [1, 2, 2],
        ["P2"] = [1, 2, 3],
        ["P3"] = [1, 2, 3],
        ["P4"] = [1, 2, 3, 5, 8],
        ["P5"] = [1, 2, 3],
        ["P6"] = [1, 1, 1],
        ["P7"] = [1, 1, 1],
        ["P9"] = [1, 3, 5],
        ["P10"] = [1, 3, 5],
        ["P11"] = [1, 3, 5],
    };

    private static readonly TimeSpan Earliest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(4);

    /// <summary>Every commit point at each of its hits, once.</summary>
    public static IReadOnlyList<Kill> EachPoint { get; } =
        [.. CommitPoints.Names.SelectMany(point => Hits[point].Select(hit => new Kill(point, hit, TimeSpan.Zero)))];

    /// <summary>At least as many kills: the points again and again, and every fifth at an instant of chance.</summary>
    public static IReadOnlyList<Kill> Of(int atLeast)
    {
        var kills = new List<Kill>(EachPoint);
        for (var next = 0; kills.Count < atLeast; next++) kills.Add(next % 5 == 4 ? AtChance() : EachPoint[next % EachPoint.Count]);
        return kills;
    }

    private static Kill AtChance() => new(
        null, 0, TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)Earliest.TotalMilliseconds, (int)Latest.TotalMilliseconds)));
}
