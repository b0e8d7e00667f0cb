using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>An alert: why, whose, which requests.</summary>
internal static class AlertCard
{
    private const int Most = 10;
    private const int Fewest = 5;

    public static AdaptiveCard Of(AlertCardView view) => CardFit.Make(view.Alert.Language, view.Alert.Subject, refresh: null, cut => Body(view, cut));

    private static IEnumerable<CardElement> Body(AlertCardView view, Cut cut)
    {
        yield return new Container
        {
            Style = view.Emergency ? ContainerStyle.Attention : ContainerStyle.Warning,
            Items = [Blocks.Heading(CardText.Own(view.Alert.Reason)), .. view.Alert.Facts.Select(fact => Blocks.Text(CardText.Short(fact, 200), Spacing.Small))],
        };
        foreach (var request in CardFit.Some(view.Alert.Requests, cut, Most, Fewest)) yield return Request(view, request, cut);
    }

    private static Container Request(AlertCardView view, AlertedRequest request, Cut cut)
    {
        var show = view.Show.Where(pair => pair.Reference == request.Reference).Select(pair => pair.Action).FirstOrDefault();
        return new Container
        {
            Separator = true,
            Spacing = Spacing.Large,
            Items =
            [
                Blocks.Beside(Blocks.Subtle(CardText.Own(request.Reference), Spacing.None), Blocks.Strong(CardText.Own(request.Status))),
                Blocks.Strong(CardText.Own(request.Title), Spacing.Small),
                .. request.About is { } about ? (CardElement[])[Blocks.Text(CardText.Own(about), Spacing.None)] : [],
                Blocks.Text(CardText.Own(request.Due), Spacing.Small),
                .. cut < Cut.Notes ? request.Notes.Select(note => Blocks.Subtle(CardText.Own(note))) : [],
                .. show is null ? [] : Blocks.Buttons([Buttons.Execute(show, CardWords.Say(CardWords.Open, view.Alert.Language))]),
            ],
        };
    }
}
