namespace SiOne.Bot.Engine;

/// <summary>
/// The places where a crash must harm nothing, by name: a test kills the process there. In production nothing listens.
/// P1 new mail seen, P2 fetched, P3 spooled, P4 any commit of the store before its barrier (the row, the beginning, the decision, the frozen
/// bytes, the mark), P5 barrier of the row, P6 flagged, P7 parsed, P9 barrier of the decision, P10 mail sent but not acknowledged, P11
/// acknowledged but not marked; and of a plan's step, where no host's kill test listens: P14 intended, P15 called, P16 answered, P17 settled;
/// and of a weekly digest: P18 made, P19 barrier.
/// </summary>
public sealed class CommitPoints(Action<string>? reached = null)
{
    /// <summary>Nothing listens.</summary>
    public static CommitPoints None { get; } = new();

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P9", "P10", "P11"];

    /// <summary>Called by the code at each place.</summary>
    public void Reached(string point) => reached?.Invoke(point);
}
