using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Faults;

/// <summary>How long a change stays invisible to reads.</summary>
/// <param name="Reads">For so many reads of the tenant; null if not counted.</param>
/// <param name="Time">For so long by the server's clock; null if not timed.</param>
/// <param name="Signal">Until this ends; null if there is none.</param>
internal sealed record Lateness(int? Reads = null, TimeSpan? Time = null, Task? Signal = null);

/// <summary>What goes wrong with a call. At most one of the first two is set.</summary>
internal sealed record GraphFault
{
    /// <summary>Answered instead of doing anything.</summary>
    public Func<DateTimeOffset, GraphAnswer>? Instead { get; init; }

    /// <summary>Answered after all is done, instead of the true answer; told what the true one is.</summary>
    public Func<GraphAnswer, Task<GraphAnswer>>? After { get; init; }

    /// <summary>How late reads see what the call changed.</summary>
    public Lateness? Late { get; init; }
}
