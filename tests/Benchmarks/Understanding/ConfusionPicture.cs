using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Learning;

namespace SiOne.Bot.Benchmarks.Understanding;

/// <summary>Which category was read where which was asked, as a picture (SVG): the darker, the larger the share of the row.</summary>
internal static class ConfusionPicture
{
    private const int Cell = 60;
    private const int Left = 90;
    private const int Top = 50;

    /// <summary>The picture.</summary>
    public static string Svg(ImmutableArray<Answer> answers)
    {
        var categories = Enum.GetValues<Category>();
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Left + Cell * categories.Length + 10} {Top + Cell * categories.Length + 10}" font-family="sans-serif" font-size="13" text-anchor="middle">""");
        svg.AppendLine("""<rect width="100%" height="100%" fill="#fff"/>""");
        for (var row = 0; row < categories.Length; row++)
        {
            var asked = answers.Where(answer => answer.Expected.Operation.Category == categories[row]).ToList();
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{Left - 45}" y="{Top + Cell * row + 35}">{categories[row].Id()}</text><text x="{Left + Cell * row + 30}" y="{Top - 12}">{categories[row].Id()}</text>""");
            for (var column = 0; column < categories.Length; column++)
            {
                var count = asked.Count(answer => answer.First.Operation.Category == categories[column]);
                var share = asked.Count == 0 ? 0 : count / (double)asked.Count;
                svg.AppendLine(CultureInfo.InvariantCulture, $"""<rect x="{Left + Cell * column}" y="{Top + Cell * row}" width="{Cell}" height="{Cell}" fill="#0b5cad" fill-opacity="{share:0.00}" stroke="#ddd"/><text x="{Left + Cell * column + 30}" y="{Top + Cell * row + 35}" fill="{(share > 0.5 ? "#fff" : "#222")}">{count}</text>""");
            }
        }
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{Left + Cell * categories.Length / 2}" y="16">read</text><text x="14" y="{Top + Cell * categories.Length / 2}" transform="rotate(-90 14 {Top + Cell * categories.Length / 2})">asked</text>""");
        svg.AppendLine("</svg>");
        return svg.ToString();
    }
}
