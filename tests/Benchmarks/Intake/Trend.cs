namespace SiOne.Bot.Benchmarks.Intake;

/// <summary>A straight line through samples, one a second.</summary>
/// <param name="PerMinute">Its slope.</param>
/// <param name="Margin">With 95 % confidence the slope lies within this of <paramref name="PerMinute"/>; infinite for too few samples.</param>
internal sealed record Trend(double PerMinute, double Margin)
{
    private const double NinetyFive = 1.96;

    /// <summary>Zero lies outside the margin.</summary>
    public bool IsSlope => Math.Abs(PerMinute) > Margin;

    /// <summary>
    /// Least squares. Memory of one second resembles that of the second before, which makes the usual margin too small: it is widened by the
    /// correlation of neighbouring residuals.
    /// </summary>
    public static Trend Of(IReadOnlyList<double> samples)
    {
        var n = samples.Count;
        if (n < 10) return new Trend(0, double.PositiveInfinity);
        var (middle, mean) = ((n - 1) / 2.0, samples.Average());
        var spread = Enumerable.Range(0, n).Sum(i => (i - middle) * (i - middle));
        var slope = Enumerable.Range(0, n).Sum(i => (i - middle) * (samples[i] - mean)) / spread;
        var rest = samples.Select((sample, i) => sample - mean - (slope * (i - middle))).ToArray();
        var squares = rest.Sum(r => r * r);
        var alike = squares == 0 ? 0 : Math.Clamp(rest.Skip(1).Zip(rest, (now, before) => now * before).Sum() / squares, 0, 0.95);
        var margin = NinetyFive * Math.Sqrt(squares / (n - 2) / spread * (1 + alike) / (1 - alike));
        return new Trend(slope * 60, margin * 60);
    }
}
