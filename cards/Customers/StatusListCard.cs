using System.Globalization;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>"Mes demandes".</summary>
internal static class StatusListCard
{
    private const int Most = 12;
    private const int Fewest = 6;
    private const int MaxText = 160;

    private static Label Title { get; } = new("Vos demandes", "Your requests");

    public static AdaptiveCard Of(StatusListView view) =>
        CardFit.Make(view.Language, CardWords.Say(Title, view.Language), refresh: null, cut => Body(view, cut));

    private static IEnumerable<CardElement> Body(StatusListView view, Cut cut)
    {
        if (view.Banner is { } banner) yield return banner.Block;
        yield return Blocks.Heading(CardWords.Text(Title, view.Language));
        if (view.Lines.IsEmpty)
        {
            yield return Blocks.Text(CardWords.Text(new("Vous n'avez aucune demande en cours.", "You have no request at the moment."), view.Language));
            yield break;
        }

        var shown = CardFit.Some(view.Lines, cut, Most, Fewest);
        foreach (var line in shown) yield return Line(line, view.Language);
        if (view.Total > shown.Length) yield return Blocks.Subtle(CardWords.Text(Older(view.Total - shown.Length), view.Language), Spacing.Medium);
        if (shown.Any(line => line.Show is null)) yield return Blocks.Subtle(CardWords.Text(Hint(shown[0].Reference), view.Language), Spacing.Medium);
    }

    private static Container Line(StatusLine line, Language language) => new()
    {
        Separator = true,
        Spacing = Spacing.Large,
        Items =
        [
            RequestBlocks.Head(line.Reference, line.Status, line.Tone),
            Blocks.Strong(CardText.Short(line.Title, MaxText), Spacing.Small),
            .. line.Due is { } due ? (CardElement[])[Blocks.Subtle(CardText.Short(due, MaxText), Spacing.None)] : [],
            .. line.Show is { } show ? Blocks.Buttons([Buttons.Execute(show, CardWords.Say(CardWords.Open, language))]) : [],
        ],
    };

    private static Label Hint(string reference) => new(
        $"Pour voir une demande, écrivez « état » et sa référence, par exemple « état {reference} ».",
        $"To see a request, write “status” and its reference, for instance “status {reference}”.");

    private static Label Older(int count)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        return count == 1 ? new("… et une plus ancienne.", "… and an older one.") : new($"… et {number} plus anciennes.", $"… and {number} older ones.");
    }
}
