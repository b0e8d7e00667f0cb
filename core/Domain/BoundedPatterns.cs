namespace SiOne.Bot.Domain;

/// <summary>
/// Patterns of which no text makes the runtime try for long: nothing in them repeats without an end, or one thing behind the only place where a match may
/// begin. They run with backtracking, since the automaton that others need takes up to five megabytes each and a while to build. A test holds every
/// pattern of the product to it.
/// </summary>
public static class BoundedPatterns
{
    /// <summary>The time limit that a pattern with backtracking has to state. None of these comes near it, even on a machine that stands still for seconds.</summary>
    public const int Milliseconds = 10_000;
}
