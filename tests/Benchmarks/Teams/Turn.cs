namespace SiOne.Bot.Benchmarks.Teams;

/// <summary>One request of the service, ready to be sent.</summary>
/// <param name="To">Whereto.</param>
/// <param name="Body">An activity.</param>
/// <param name="Token">Signed by the service for this bot.</param>
internal sealed record Turn(Uri To, byte[] Body, string Token);

/// <summary>How turns went.</summary>
/// <param name="PerSecond">Turns a second.</param>
/// <param name="P50">Milliseconds within which half were answered.</param>
/// <param name="P99">Milliseconds within which 99 of 100 were answered.</param>
internal sealed record TurnFigures(double PerSecond, double P50, double P99)
{
    /// <summary>From each turn's time and that of the whole run.</summary>
    public static TurnFigures Of(TimeSpan[] times, TimeSpan whole)
    {
        Array.Sort(times);
        return new TurnFigures(times.Length / whole.TotalSeconds, At(times, 0.50), At(times, 0.99));
    }

    private static double At(TimeSpan[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))].TotalMilliseconds;
}
