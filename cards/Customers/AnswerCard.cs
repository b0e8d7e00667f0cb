using System.Globalization;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>The card of an answer, a notice or a standing: the domain's sentences, laid out, with buttons.</summary>
internal static class AnswerCard
{
    private const int MostRequests = 10;
    private const int FewestRequests = 3;

    /// <summary>The card, as small as it has to be.</summary>
    public static AdaptiveCard Of(AnswerCardView view)
    {
        var language = view.Words.Language;
        return CardFit.Make(
            language, view.Words.Subject,
            view.Refresh is { } refresh ? Buttons.Refresh(refresh.Action, [.. refresh.UserIds.Take(60)]) : null,
            cut => Body(view, language, cut));
    }

    private static IEnumerable<CardElement> Body(AnswerCardView view, Language language, Cut cut)
    {
        var words = view.Words;
        if (view.Banner is { } banner) yield return banner.Block;
        yield return Blocks.Heading(CardText.Own(Title(words.Subject)));
        yield return Blocks.Text(CardText.Own(words.Opening), Spacing.Small);
        if (words.Said is { } said && cut < Cut.Excerpt) yield return Blocks.Quoted(CardText.Own(said.Label), CardText.Lines(string.Join('\n', said.Lines)));
        if (words.Advice is { } advice)
            yield return new Container { Style = ContainerStyle.Warning, Spacing = Spacing.Medium, Items = [Blocks.Text(CardText.Own(advice))] };
        var shown = CardFit.Some(words.Requests, cut, MostRequests, FewestRequests);
        foreach (var request in shown)
            yield return RequestBlocks.Of(request, view.Buttons.FirstOrDefault(buttons => buttons.Reference == request.Reference), language, cut);
        if (shown.Length < words.Requests.Length) yield return Blocks.Subtle(CardWords.Text(More(words.Requests.Length - shown.Length), language));
        if (words.Closing is { } closing && cut < Cut.Most) yield return Blocks.Subtle(CardText.Own(closing), Spacing.Medium);
    }

    /// <summary>The subject without the reference, which stands beside the request.</summary>
    private static string Title(string subject) =>
        subject.StartsWith('[') && subject.IndexOf("] ", StringComparison.Ordinal) is > 0 and var end ? subject[(end + 2)..] : subject;

    private static Label More(int count) => new(
        $"… et {Number(count)} de plus. Écrivez « mes demandes » pour les voir toutes.", $"… and {Number(count)} more. Write “my requests” to see them all.");

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
