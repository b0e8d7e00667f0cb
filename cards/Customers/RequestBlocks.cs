using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>Lays one request out: what names it, how it stands, what is promised, why, and what can be done.</summary>
internal static class RequestBlocks
{
    /// <summary>The request's block.</summary>
    /// <param name="request">In words.</param>
    /// <param name="buttons">What may be pressed; null: nothing.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cut">What is left out.</param>
    public static Container Of(WordedRequest request, RequestButtons? buttons, Language language, Cut cut) => new()
    {
        Separator = true,
        Spacing = Spacing.Large,
        Items = [.. Named(request), .. Standing(request, cut), .. Work(request, cut), .. Why(request, cut), .. Next(request, buttons, language, cut), .. Form(buttons, language)],
    };

    /// <summary>The reference and how it stands: the words carry it, the colour only helps.</summary>
    public static ColumnSet Head(string reference, string status, Tone tone) => Blocks.Beside(
        Blocks.Subtle(CardText.Own(reference), Spacing.None),
        new TextBlock { Text = CardText.Short(status, 60), Weight = FontWeight.Bolder, Color = ColorOf(tone) });

    public static Colors ColorOf(Tone tone) => tone switch
    {
        Tone.Done => Colors.Good,
        Tone.Waiting => Colors.Warning,
        Tone.Aside => Colors.Accent,
    };

    private static IEnumerable<CardElement> Named(WordedRequest request)
    {
        yield return Head(request.Reference, request.Status, request.Tone);
        if (request.TitleLabel is { } label) yield return Blocks.Subtle(CardText.Own(label));
        yield return Blocks.Strong(CardText.Own(request.Title), request.TitleLabel is null ? Spacing.Small : Spacing.None);
        foreach (var fact in request.Facts) yield return Blocks.Subtle(CardText.Own(fact), Spacing.None);
    }

    private static IEnumerable<CardElement> Standing(WordedRequest request, Cut cut)
    {
        if (request.Lead is { } lead) yield return Blocks.Text(CardText.Own(lead), Spacing.Medium);
        if (request.Promise is { } promise)
            yield return new Container
            {
                Style = ContainerStyle.Emphasis,
                Spacing = Spacing.Medium,
                Items =
                [
                    Blocks.Text(CardText.Own(promise.Label)),
                    new TextBlock { Text = CardText.Own(promise.Line), Weight = FontWeight.Bolder, Size = FontSize.Medium, Spacing = Spacing.None },
                    .. cut < Cut.Most ? promise.Notes.Select(note => Blocks.Subtle(CardText.Own(note))) : [],
                ],
            };
    }

    private static IEnumerable<CardElement> Work(WordedRequest request, Cut cut) => request.Work is not { } work || cut >= Cut.Most ? [] :
    [
        .. Blocks.Part(CardText.Own(work.Label), work.Lines.Select(CardText.Own)),
        .. work.Approved.Select(approved => Blocks.Subtle(CardText.Own(approved))),
    ];

    private static IEnumerable<CardElement> Why(WordedRequest request, Cut cut)
    {
        if (cut >= Cut.Most) return [];
        return
        [
            .. Reasons(request.ReasonsLabel, request.Reasons),
            .. cut < Cut.Notes ? Reasons(request.NotesLabel, request.Notes) : [],
        ];
    }

    private static IEnumerable<CardElement> Reasons(string label, IReadOnlyCollection<WordedReason> reasons) => reasons.Count == 0 ? [] :
        Blocks.Part(CardText.Own(label), reasons.Select(reason => CardText.Own(reason.Citation is null ? reason.Text : $"{reason.Text} {reason.Citation}")));

    private static IEnumerable<CardElement> Next(WordedRequest request, RequestButtons? buttons, Language language, Cut cut)
    {
        var questions = request.Questions.IsEmpty ? [] : Blocks.Part(
            CardText.Own(request.QuestionsLabel),
            request.Questions.Select(question => CardText.Own(request.Questions.Length == 1 ? question.Text : $"{question.Number} {question.Text}")));
        var steps = CardSteps.Of(request, buttons, language);
        return [.. questions, .. Blocks.Part(CardText.Own(request.StepsLabel), (cut < Cut.Most ? steps : [.. steps.Take(2)]).Select(CardText.Own))];
    }

    private static IEnumerable<CardElement> Form(RequestButtons? buttons, Language language)
    {
        if (buttons is null) return [];
        var details = buttons.Actions.FirstOrDefault(action => action.Verb is CardVerb.GiveDetails);
        return
        [
            .. details is null ? [] : buttons.Fields.SelectMany(field => FormFields.Inputs(field, details, language)),
            .. Blocks.Buttons(CustomerButtons.Of(buttons, language)),
        ];
    }
}
