using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>SI-ONE's own weekly digest.</summary>
internal static class OwnDigestCard
{
    private const int Most = 12;
    private const int Fewest = 5;
    private const int LongestLine = 400;

    public static AdaptiveCard Of(WordedOwnDigest words) => CardFit.Make(words.Language, words.Subject, refresh: null, cut => Body(words, cut));

    private static IEnumerable<CardElement> Body(WordedOwnDigest words, Cut cut)
    {
        yield return Blocks.Heading(CardText.Own(words.Title));
        yield return Blocks.Subtle(CardText.Own(words.Span), Spacing.None);
        if (words.Nothing is { } nothing) yield return Blocks.Text(CardText.Own(nothing), Spacing.Medium);
        foreach (var section in words.Sections)
        {
            yield return new Container
            {
                Separator = true,
                Spacing = Spacing.Large,
                Items =
                [
                    .. Blocks.Part(CardText.Own(section.Title), CardFit.Some(section.Lines, cut, Most + 1, Fewest).Select(line => CardText.Short(line, LongestLine))),
                    .. section.Note is { } note && cut < Cut.Notes ? (CardElement[])[Blocks.Subtle(CardText.Own(note))] : [],
                ],
            };
        }
    }
}
