using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SiOne.Bot.Understanding.Learning;

namespace SiOne.Bot.Benchmarks.Understanding;

/// <summary>How often answers of each confidence are right, as a picture (SVG): on the diagonal confidence is what it says.</summary>
internal static class CalibrationCurve
{
    private const int Bands = 10;
    private const int Side = 360;
    private const int Margin = 50;

    /// <summary>For each tenth of confidence: the mean confidence, the share of right categories, and how many answers.</summary>
    public static ImmutableArray<(double Confidence, double Right, int Count)> Points(IEnumerable<Answer> answers) =>
    [
        .. answers.GroupBy(answer => Math.Min(Bands - 1, (int)(answer.First.Confidence * Bands))).OrderBy(band => band.Key)
            .Select(band => (band.Average(answer => answer.First.Confidence), band.Count(answer => answer.HasRightCategory) / (double)band.Count(), band.Count())),
    ];

    /// <summary>The mean distance between confidence and truth, weighed by the number of answers.</summary>
    public static double Error(ImmutableArray<(double Confidence, double Right, int Count)> points) =>
        points.Sum(point => point.Count * Math.Abs(point.Confidence - point.Right)) / points.Sum(point => point.Count);

    /// <summary>The picture.</summary>
    public static string Svg(ImmutableArray<(double Confidence, double Right, int Count)> points)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side + 2 * Margin} {Side + 2 * Margin}" font-family="sans-serif" font-size="12">""");
        svg.AppendLine("""<rect width="100%" height="100%" fill="#fff"/>""");
        for (var tick = 0; tick <= 10; tick += 2)
        {
            var at = tick / 10.0;
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<path d="M{X(at)} {Y(0)}V{Y(1)}M{X(0)} {Y(at)}H{X(1)}" stroke="#ddd"/><text x="{X(at)}" y="{Y(0) + 18}" text-anchor="middle">{at:0.0}</text><text x="{X(0) - 8}" y="{Y(at) + 4}" text-anchor="end">{at:0.0}</text>""");
        }
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<path d="M{X(0)} {Y(0)}L{X(1)} {Y(1)}" stroke="#888" stroke-dasharray="5"/>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<polyline points="{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Confidence)},{Y(point.Right)}")))}" fill="none" stroke="#0b5cad" stroke-width="2"/>""");
        foreach (var point in points)
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<circle cx="{X(point.Confidence)}" cy="{Y(point.Right)}" r="4" fill="#0b5cad"/><text x="{X(point.Confidence) + 6}" y="{Y(point.Right) + 16}" fill="#555">{point.Count}</text>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{X(0.5)}" y="{Y(0) + 38}" text-anchor="middle">confidence</text><text transform="translate({X(0) - 36} {Y(0.5)}) rotate(-90)" text-anchor="middle">share with the right category</text>""");
        svg.AppendLine("</svg>");
        return svg.ToString();
    }

    private static double X(double share) => Math.Round(Margin + share * Side, 1);

    private static double Y(double share) => Math.Round(Margin + (1 - share) * Side, 1);
}
