using System.Globalization;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>The queue, what is due soon, and a technician's own requests.</summary>
internal static class QueueCard
{
    private const int Most = 15;
    private const int Fewest = 6;
    private const int MaxText = 160;

    public static AdaptiveCard Of(QueueCardView view)
    {
        var title = CardWords.Say(Title(view.Kind), view.Language) + (view.Total == 0 ? "" : $" ({view.Total.ToString(CultureInfo.InvariantCulture)})");
        return CardFit.Make(view.Language, title, refresh: null, cut => Body(view, title, cut));
    }

    private static IEnumerable<CardElement> Body(QueueCardView view, string title, Cut cut)
    {
        if (view.Banner is { } banner) yield return banner.Block;
        yield return Blocks.Heading(CardText.Own(title));
        if (view.Lines.IsEmpty)
        {
            yield return Blocks.Text(CardWords.Text(Nothing(view.Kind), view.Language));
            yield break;
        }

        var shown = CardFit.Some(view.Lines, cut, Most, Fewest);
        foreach (var line in shown) yield return Line(line, view.Language);
        if (view.Total > shown.Length) yield return Blocks.Subtle(CardWords.Text(More(view.Total - shown.Length), view.Language), Spacing.Medium);
    }

    private static Container Line(QueueLine line, Language language) => new()
    {
        Separator = true,
        Spacing = Spacing.Large,
        Style = line.Emergency ? ContainerStyle.Attention : null,
        Items =
        [
            Blocks.Beside(Blocks.Subtle(CardText.Own(line.Reference), Spacing.None), new TextBlock
            {
                Text = CardText.Own(line.State),
                Weight = FontWeight.Bolder,
                Color = RequestCard.ColorOf(line.Tone),
            }),
            Blocks.Strong(CardText.Short(line.Title, MaxText), Spacing.Small),
            Blocks.Text($"{CardText.Of(line.Customer, 80)} · {Holder(line, language)}", Spacing.None),
            .. line.Due is { } due ? (CardElement[])[Blocks.Subtle(CardText.Short(Until(due, line.Left, language), MaxText), Spacing.None)] : [],
            .. line.Show is { } show ? Blocks.Buttons([Buttons.Execute(show, CardWords.Say(CardWords.Open, language))]) : [],
        ],
    };

    private static string Holder(QueueLine line, Language language) => CardText.Of(line.TakenBy, 80) is { Length: > 0 } who
        ? CardWords.Text(new("prise par", "taken by"), language) + " " + who
        : CardWords.Text(new("personne ne l'a prise", "nobody has taken it"), language);

    private static string Until(string due, string? left, Language language) =>
        CardWords.Say(new("Échéance : ", "Due: "), language) + due + (left is null ? "" : $" ({left})");

    private static Label Title(QueueKind kind) => kind switch
    {
        QueueKind.Queue => new("À traiter", "To be handled"),
        QueueKind.DueSoon => new("Échéances proches", "Due soon"),
        QueueKind.Mine => new("Mes interventions", "My requests"),
    };

    private static Label Nothing(QueueKind kind) => kind switch
    {
        QueueKind.Queue => new("Rien n'attend.", "Nothing is waiting."),
        QueueKind.DueSoon => new("Aucune échéance proche.", "Nothing is due soon."),
        QueueKind.Mine => new("Vous n'avez aucune demande en cours.", "You have no open request."),
    };

    private static Label More(int count)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        return count == 1 ? new("… et une autre.", "… and another one.") : new($"… et {number} autres.", $"… and {number} others.");
    }
}
