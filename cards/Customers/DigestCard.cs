using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>A customer's week: the domain's sentences, laid out, with buttons where something waits. The chart is told in its figures.</summary>
internal static class DigestCard
{
    private const int MostLines = 12;
    private const int FewestLines = 3;

    /// <summary>The card, as small as it has to be.</summary>
    public static AdaptiveCard Of(DigestCardView view) =>
        CardFit.Make(view.Words.Language, view.Words.Subject, refresh: null, cut => Body(view, cut));

    private static IEnumerable<CardElement> Body(DigestCardView view, Cut cut)
    {
        var words = view.Words;
        if (view.Banner is { } banner) yield return banner.Block;
        yield return Blocks.Heading(CardText.Own(words.Period));
        yield return Blocks.Subtle(CardText.Own(words.Customer), Spacing.None);
        foreach (var sentence in words.Lead) yield return Blocks.Text(CardText.Own(sentence), Spacing.Small);
        foreach (var part in words.Parts.Where(part => cut < Cut.Notes || part.Tells is not PartKind.Facts)) yield return Part(part, view, cut);
        if (words.Chart is { } chart && cut < Cut.History) yield return Blocks.Subtle(CardText.Own(chart.Alt), Spacing.Medium);
    }

    private static Container Part(WordedPart part, DigestCardView view, Cut cut)
    {
        var shown = CardFit.Some(part.Lines, cut, MostLines, FewestLines);
        return new Container
        {
            Separator = true,
            Spacing = Spacing.Large,
            Items =
            [
                Blocks.Strong(CardText.Own(part.Heading)),
                .. shown.SelectMany(line => Line(line, part.Tells, view)),
                // What a short card leaves out, it says by itself.
                .. part.More is { } more && shown.Length == part.Lines.Length ? (CardElement[])[Blocks.Subtle(CardText.Own(more))] : [],
            ],
        };
    }

    private static IEnumerable<CardElement> Line(WordedLine line, PartKind tells, DigestCardView view)
    {
        yield return line.Status is { } status
            ? Blocks.Beside(
                Blocks.Text(CardText.Own(line.Text)),
                new TextBlock { Text = CardText.Own(status), Weight = FontWeight.Bolder, Color = RequestBlocks.ColorOf(line.Tone) }) with
            { Spacing = Spacing.Medium }
            : Blocks.Text(CardText.Own(line.Text), Spacing.Medium);
        foreach (var note in line.Notes) yield return Blocks.Subtle(CardText.Own(note), Spacing.None);
        if (tells is not PartKind.Waiting || view.Buttons.FirstOrDefault(buttons => buttons.Reference == line.Reference) is not { } own) yield break;
        foreach (var row in Blocks.Buttons(CustomerButtons.Of(own, view.Words.Language))) yield return row;
    }
}
