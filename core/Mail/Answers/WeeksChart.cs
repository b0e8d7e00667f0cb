using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Digests;
using SkiaSharp;

namespace SiOne.Bot.Mail.Answers;

/// <summary>Draws promises kept and missed, week by week, as a PNG. Needs no font: its numbers are lines. The same weeks give the same bytes.</summary>
internal static class WeeksChart
{
    /// <summary>The colour of what was kept.</summary>
    public const string KeptColour = "#1f6fd0";

    /// <summary>The colour of what was late, told apart from the other by people who do not tell red from green.</summary>
    public const string LateColour = "#c98a00";

    /// <summary>As it is shown, in CSS pixels.</summary>
    public const int Width = 536;

    /// <summary>As it is shown, in CSS pixels.</summary>
    public const int Height = 100;

    private const int Scale = 2; // For dense screens.
    private const float Base = 76;
    private const float Highest = 56;
    private const float BarWidth = 15;
    private const float Gap = 3;
    private const string Soft = "#5a6675";
    private const string Ink = "#1c2733";

    /// <summary>The image.</summary>
    /// <param name="weeks">The weeks, oldest first; at least one with a promise.</param>
    public static byte[] Draw(ImmutableArray<DigestPast> weeks)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width * Scale, Height * Scale, SKColorType.Rgb888x, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(Scale);
            var most = Math.Max(1, weeks.Max(week => Math.Max(week.Kept, week.Late)));
            var room = (float)Width / weeks.Length;
            for (var i = 0; i < weeks.Length; i++) Week(canvas, weeks[i], (i + 0.5f) * room, Highest / most);
            using var line = Stroke("#dde3ea", 1);
            canvas.DrawLine(0, Base, Width, Base, line);
        }

        using var pixels = bitmap.PeekPixels() ?? throw new InvalidOperationException("The chart has no pixels.");
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9)) ?? throw new InvalidOperationException("The chart cannot be encoded.");
        return png.ToArray();
    }

    private static void Week(SKCanvas canvas, DigestPast week, float centre, float unit)
    {
        if (week.Late == 0) Bar(canvas, week.Kept, KeptColour, centre, unit);
        else
        {
            Bar(canvas, week.Kept, KeptColour, centre - ((BarWidth + Gap) / 2), unit);
            Bar(canvas, week.Late, LateColour, centre + ((BarWidth + Gap) / 2), unit);
        }

        LineNumbers.Draw(canvas, week.Week.Number, centre, Base + 10, Soft);
    }

    private static void Bar(SKCanvas canvas, int count, string colour, float centre, float unit)
    {
        using var fill = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true };
        if (count > 0) canvas.DrawRoundRect(centre - (BarWidth / 2), Base - (count * unit), BarWidth, count * unit, 2, 2, fill);
        LineNumbers.Draw(canvas, count, centre, Base - (count * unit) - 15, count == 0 ? Soft : Ink);
    }

    private static SKPaint Stroke(string colour, float width) => new()
    {
        Color = SKColor.Parse(colour),
        Style = SKPaintStyle.Stroke,
        StrokeWidth = width,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
        IsAntialias = true,
    };

    /// <summary>Numbers drawn as lines: a server may have no font at all, and then letters would be missing without an error.</summary>
    private static class LineNumbers
    {
        private const float Advance = 8.5f;
        private const float DigitWidth = 6;

        /// <summary>The ten digits, 6 wide and 10 high, as SVG paths.</summary>
        private static readonly string[] Digits =
        [
            "M3 0C5 0 6 2 6 5C6 8 5 10 3 10C1 10 0 8 0 5C0 2 1 0 3 0Z",
            "M1 2L3.4 0L3.4 10",
            "M0.2 2.6C0.2 1 1.4 0 3 0C4.6 0 5.8 1 5.8 2.6C5.8 4.6 3.6 6.2 0 10L6 10",
            "M0.4 1.4C1 0.5 1.9 0 3 0C4.6 0 5.6 1 5.6 2.5C5.6 4 4.6 4.8 3 4.8L2.4 4.8M3 4.8C4.8 4.8 6 5.8 6 7.3C6 9 4.8 10 3 10C1.7 10 0.6 9.5 0 8.5",
            "M4.4 10L4.4 0L0 7L6 7",
            "M5.4 0L1 0L0.6 4.4C1.2 4 2 3.8 2.8 3.8C4.8 3.8 6 5 6 6.9C6 8.8 4.8 10 2.9 10C1.6 10 0.6 9.5 0 8.6",
            "M5.2 0.6C4.6 0.2 4 0 3.3 0C1.2 0 0 2 0 5.6C0 8.4 1.2 10 3 10C4.8 10 6 8.7 6 6.9C6 5.1 4.8 4 3.1 4C1.4 4 0 5.2 0 6.6",
            "M0 0L6 0L2.2 10",
            "M3 4.7C4.5 4.7 5.6 3.8 5.6 2.4C5.6 0.9 4.5 0 3 0C1.5 0 0.4 0.9 0.4 2.4C0.4 3.8 1.5 4.7 3 4.7C4.8 4.7 6 5.7 6 7.3C6 9 4.8 10 3 10C1.2 10 0 9 0 7.3C0 5.7 1.2 4.7 3 4.7Z",
            "M0.8 9.4C1.4 9.8 2 10 2.7 10C4.8 10 6 8 6 4.4C6 1.6 4.8 0 3 0C1.2 0 0 1.3 0 3.1C0 4.9 1.2 6 2.9 6C4.6 6 6 4.8 6 3.4",
        ];

        public static void Draw(SKCanvas canvas, int number, float centre, float top, string colour)
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            using var paint = Stroke(colour, 1.4f);
            var left = centre - ((((digits.Length - 1) * Advance) + DigitWidth) / 2);
            foreach (var digit in digits)
            {
                using var path = SKPath.ParseSvgPathData(Digits[digit - '0']);
                path.Offset(left, top);
                canvas.DrawPath(path, paint);
                left += Advance;
            }
        }
    }
}
