using System.Collections.Immutable;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Mail.Answers;

/// <summary>What the two digest templates see: HTML and text are made from this one model.</summary>
internal sealed record DigestView(WordedDigest Words, string Lang, string Support, ImmutableArray<PartView> Parts, string? Unsubscribe)
{
    /// <param name="words">The digest in words.</param>
    /// <param name="support">The support address.</param>
    /// <param name="image">The address of the chart's image; null where there is none.</param>
    /// <param name="unsubscribe">Where the reader leaves; null says nothing of it.</param>
    public static DigestView Of(WordedDigest words, string support, string? image, Uri? unsubscribe)
    {
        var drawn = words.Chart is { } chart && image is not null ? ChartView.Of(chart, image) : null;
        ImmutableArray<PartView> parts = [.. words.Parts.Select(part => PartView.Of(part, part.Tells is PartKind.Figures ? drawn : null))];
        // A week without a request has no figures: then the chart stands by itself, below what waits for the reader.
        if (drawn is not null && parts.All(part => part.Chart is null))
            parts = parts.Insert(words.Parts.TakeWhile(part => part.Tells is PartKind.Waiting).Count(), new PartView(drawn.Words.Title, [], More: null, drawn));
        return new DigestView(words, MailLanguage.Tag(words.Language), support, parts, unsubscribe?.AbsoluteUri);
    }
}

/// <summary>One part as the templates see it.</summary>
internal sealed record PartView(string Heading, ImmutableArray<LineView> Lines, string? More, ChartView? Chart)
{
    public static PartView Of(WordedPart words, ChartView? chart) => new(words.Heading, [.. words.Lines.Select(LineView.Of)], words.More, chart);
}

/// <summary>One line as the templates see it.</summary>
internal sealed record LineView(WordedLine Words, string ToneClass, string ToneStyle)
{
    public static LineView Of(WordedLine words)
    {
        var (name, style) = ToneStyles.Of(words.Tone);
        return new LineView(words, name, style);
    }
}

/// <summary>The chart as the templates see it.</summary>
internal sealed record ChartView(WordedChart Words, string Image, string KeptColour, string LateColour, int Width, int Height)
{
    public static ChartView Of(WordedChart words, string image) =>
        new(words, image, WeeksChart.KeptColour, WeeksChart.LateColour, WeeksChart.Width, WeeksChart.Height);
}
