using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Puts one request into words: what was understood, what follows and why, and what comes next.</summary>
internal static class RequestWords
{
    private const int MaxAbout = 120;

    public static Label StepsLabel { get; } = new("La suite", "What happens next");

    private static Label GoodToKnow { get; } = new("À savoir", "Good to know");

    private static Label Why { get; } = new("Pourquoi", "Why");

    private static Label Missing { get; } = new("Ce qui nous manque", "What we need");

    private static Label OneDetail { get; } = new(
        "Votre demande est enregistrée. Il nous manque une précision pour la traiter.",
        "Your request is registered. We need one detail to handle it.");

    private static Label MissingToo { get; } = new("Il nous manque aussi", "We also need");

    /// <summary>The whole block of a request, as it stands.</summary>
    public static WordedRequest Of(AnsweredRequest request, ReaderOf reader)
    {
        var outcome = Outcome.Of(request);
        return Of(request, reader, outcome) with
        {
            Lead = Lead(request, outcome, reader) is { } lead ? Typography.Set(lead, reader.Language) : null,
            Promise = PromiseWords.Of(request, reader is { FollowUp: true, Changed: false } ? PromiseIs.Unchanged : PromiseIs.Told, reader.Language),
            Questions = reader.FollowUp ? [] : QuestionWords.Of(request, reader.Language),
            Reasons = ReasonWords.Deciding(request, reader),
            Notes = ReasonWords.Informing(request, reader),
        };
    }

    /// <summary>What names the request, and no more: reference, status, title, dates, and the steps of its outcome.</summary>
    public static WordedRequest Of(AnsweredRequest request, ReaderOf reader, Outcome outcome) => new()
    {
        Reference = request.Reference.Value,
        Tone = outcome.Tone,
        Status = Typography.Set(outcome.Status, reader.Language),
        TitleLabel = TitleLabel(request) is { } label ? Typography.Set(label, reader.Language) : null,
        Title = Typography.Capital(Typography.Set(Title(request), reader.Language)),
        Facts =
        [
            .. Understood(request) && About(request, reader.Language) is { } about ? (string[])[about] : [],
            .. Facts(request).Select(fact => Typography.Set(fact, reader.Language)),
        ],
        QuestionsLabel = Typography.Set(request.Verdict is Verdict.AwaitDetails ? Missing : MissingToo, reader.Language),
        ReasonsLabel = Typography.Set(Why, reader.Language),
        NotesLabel = Typography.Set(GoodToKnow, reader.Language),
        StepsLabel = Typography.Set(StepsLabel, reader.Language),
        Steps = StepWords.Of(request, reader),
        Link = StepWords.ToOpen(request, reader.Language),
    };

    /// <summary>"Pour : …": whom the request is about, as the message names them; null where it names nobody.</summary>
    public static string? About(AnsweredRequest request, Language language) => Typography.Unlinked(request.About, MaxAbout) is { } who
        ? Typography.Set(new Label("Pour : ", "For: "), language) + who
        : null;

    /// <summary>Whether the operation may be named to the reader.</summary>
    public static bool Understood(AnsweredRequest request) => !request.Abstained && !request.DetailsWithheld;

    // The message may be the very answer that was waited for: nobody is asked for it again.
    private static Label? Lead(AnsweredRequest request, Outcome outcome, ReaderOf reader) =>
        reader.FollowUp && (request.Verdict is Verdict.Draft or Verdict.AwaitDetails) ? null
        : outcome == Outcome.AwaitDetails && QuestionWords.Of(request, reader.Language).Length == 1 ? OneDetail
        : outcome.Lead;

    private static Label? TitleLabel(AnsweredRequest request) =>
        request.DetailsWithheld ? new("Catégorie", "Category") : request.Abstained ? null : new("Nous avons compris", "We understood");

    private static Label Title(AnsweredRequest request) => (request.DetailsWithheld, request.Abstained) switch
    {
        (_, true) => new("Demande confiée à un technicien", "Request passed to a technician"),
        (true, _) => AllOperations.Get(request.OperationId).Category.Name(),
        _ => AllOperations.Get(request.OperationId).Name,
    };

    private static IEnumerable<Label> Facts(AnsweredRequest request)
    {
        yield return new(
            $"Reçue {Instants.Say(request.ReceivedAt, Language.French)}",
            $"Received on {Instants.Say(request.ReceivedAt, Language.English)}");
        if (request.EffectiveOn is not { } day || !Understood(request)) yield break;
        var (fr, en) = (Instants.Say(day, Language.French), Instants.Say(day, Language.English));
        var operation = AllOperations.Get(request.OperationId);
        yield return operation.EffectiveDate is not EffectiveDate.None ? new($"Date effective : {fr}", $"Effective date: {en}")
            : operation.Category is Category.Restore ? new($"État à retrouver : {fr}", $"State to be restored: {en}")
            : new($"Date indiquée : {fr}", $"Date given: {en}");
    }
}
