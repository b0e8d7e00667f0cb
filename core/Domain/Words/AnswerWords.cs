using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Puts an answer into words. Pure: the same answer always gives the same words.</summary>
public static class AnswerWords
{
    /// <summary>The whole answer. Without requests, or with a sender who is unknown after all, it is the neutral one.</summary>
    public static WordedAnswer Say(this Answer answer)
    {
        var neutral = answer.Requests.IsEmpty || answer.Requests.Any(request => request.Verdict is Verdict.UnknownSender);
        var language = answer.Language;
        return new WordedAnswer(
            language,
            Typography.Set(neutral ? NeutralSubject : Subject(answer), language),
            Greeting(neutral ? null : answer.Greeting, language),
            Typography.Set(neutral ? NeutralOpening : Opening(answer), language),
            neutral ? [] : [.. answer.Requests.Select(request => Say(request, answer.FollowUp, language))],
            answer.SecretReceived ? Typography.Set(Advice, language) : null,
            !neutral && answer.Requests.Any(Understood) ? Typography.Set(Closing, language) : null,
            Typography.Set(Contact, language),
            Typography.Set(Automatic, language));
    }

    private static Label NeutralSubject { get; } = new("Votre message est bien arrivé", "Your message has arrived");

    // The same words whoever wrote: they must not tell whether an address or a company is known.
    private static Label NeutralOpening { get; } = new(
        "Votre message est bien arrivé. Un technicien va le lire et vous répondra s'il y a lieu.",
        "Your message has arrived. A technician will read it and reply to you if needed.");

    private static Label Advice { get; } = new(
        "Votre message semblait contenir un mot de passe ou un code secret : nous l'avons masqué. "
        + "Par prudence, changez-le dès que possible, et n'en envoyez plus par écrit.",
        "Your message seemed to contain a password or a secret code: we have masked it. "
        + "To be safe, change it as soon as you can, and send none in writing again.");

    private static Label Closing { get; } = new(
        "Nous avons mal compris ? Répondez simplement à ce message.", "Did we misunderstand? Simply reply to this message.");

    private static Label Contact { get; } = new("Pour nous écrire :", "To write to us:");

    private static Label Automatic { get; } = new(
        "Message automatique. Votre réponse sera lue.", "This is an automatic message. Your reply will be read.");

    private static Label GoodToKnow { get; } = new("À savoir", "Good to know");

    private static Label Why { get; } = new("Pourquoi", "Why");

    private static Label Next { get; } = new("La suite", "What happens next");

    private static Label Subject(Answer answer)
    {
        var first = answer.Requests[0];
        if (answer.Requests.Length > 1)
        {
            var count = answer.Requests.Length.ToString(CultureInfo.InvariantCulture);
            return answer.FollowUp
                ? new(
                    $"[{first.Reference}] Votre message est ajouté à vos {count} demandes",
                    $"[{first.Reference}] Your message is added to your {count} requests")
                : answer.Requests.All(request => request.Verdict is Verdict.Accepted && !request.Abstained)
                ? new($"[{first.Reference}] Vos {count} demandes sont enregistrées", $"[{first.Reference}] Your {count} requests are registered")
                : new($"[{first.Reference}] La suite donnée à vos {count} demandes", $"[{first.Reference}] What happens with your {count} requests");
        }

        var subject = answer.FollowUp
            ? new Label("Votre message est ajouté à votre demande", "Your message is added to your request")
            : Outcome.Of(first).Subject;
        return Understood(first) && AllOperations.Get(first.OperationId).Name is var name
            ? new($"[{first.Reference}] {subject.Fr} : {name.Fr}", $"[{first.Reference}] {subject.En}: {name.En}")
            : new($"[{first.Reference}] {subject.Fr}", $"[{first.Reference}] {subject.En}");
    }

    private static string Greeting(string? name, Language language)
    {
        var hello = language is Language.English ? "Hello" : "Bonjour";
        return name is null || Typography.OneLine(name) is not { Length: > 0 } line ? $"{hello}," : $"{hello} {line},";
    }

    private static Label Opening(Answer answer) => (answer.FollowUp, answer.Requests.Length) switch
    {
        (true, 1) => new("Nous avons bien reçu votre message : il est ajouté à votre demande. Rien d'autre ne change.",
            "We have received your message: it is added to your request. Nothing else changes."),
        (true, var count) => new($"Nous avons bien reçu votre message : il est ajouté à vos {count} demandes. Rien d'autre ne change.",
            $"We have received your message: it is added to your {count} requests. Nothing else changes."),
        (false, 1) => new("Nous avons bien reçu votre message.", "We have received your message."),
        (false, var count) => new($"Nous avons bien reçu votre message. Il contient {count} demandes : voici la suite donnée à chacune.",
            $"We have received your message. It contains {count} requests: here is what happens with each of them."),
    };

    private static WordedRequest Say(AnsweredRequest request, bool followUp, Language language)
    {
        var outcome = Outcome.Of(request);
        return new WordedRequest(
            request.Reference.Value,
            outcome.Tone,
            Typography.Set(outcome.Status, language),
            TitleLabel(request) is { } label ? Typography.Set(label, language) : null,
            Typography.Capital(Typography.Set(Title(request), language)),
            [.. Facts(request).Select(fact => Typography.Set(fact, language))],
            Lead(request, outcome, followUp) is { } lead ? Typography.Set(lead, language) : null,
            PromiseWords.Of(request, followUp, language),
            Typography.Set(request.Verdict is Verdict.Accepted ? GoodToKnow : Why, language),
            ReasonWords.Of(request, language),
            Typography.Set(Next, language),
            StepWords.Of(request, followUp, language));
    }

    // The message may be the very answer that was waited for: nobody is asked for it again.
    private static Label? Lead(AnsweredRequest request, Outcome outcome, bool followUp) =>
        followUp && (request.Verdict is Verdict.Draft or Verdict.AwaitDetails) ? null : outcome.Lead;

    private static bool Understood(AnsweredRequest request) => !request.Abstained && !request.DetailsWithheld;

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
