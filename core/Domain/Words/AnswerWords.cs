using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Puts an answer into words. Pure: the same answer always gives the same words.</summary>
public static class AnswerWords
{
    /// <summary>The whole answer. Without requests, or with a sender who is unknown after all, it is the neutral one.</summary>
    public static WordedAnswer Say(this Answer answer)
    {
        var frame = Frame(answer.Language, answer.Greeting) with
        {
            Advice = answer.SecretReceived ? Typography.Set(Advice, answer.Language) : null,
        };
        if (answer is { NothingAsked: true, Requests.IsEmpty: true })
            return frame with
            {
                Greeting = Greeting(answer.Greeting, answer.Language),
                Subject = Typography.Set(NothingSubject, answer.Language),
                Opening = Typography.Set(NothingOpening, answer.Language),
            };
        if (answer is { TooLarge: true, Requests.IsEmpty: true })
            return frame with
            {
                Greeting = Greeting(answer.Greeting, answer.Language),
                Subject = Typography.Set(TooLargeSubject, answer.Language),
                Opening = Typography.Set(TooLargeOpening, answer.Language),
            };
        if (answer.Requests.IsEmpty || answer.Requests.Any(request => request.Verdict is Verdict.UnknownSender))
            return frame with
            {
                Greeting = Greeting(null, answer.Language),
                Subject = Typography.Set(NeutralSubject, answer.Language),
                Opening = Typography.Set(NeutralOpening, answer.Language),
            };
        if (ThirdPartyWords.Concern(answer)) return ThirdPartyWords.Say(answer, frame);
        var reader = new ReaderOf(answer.Language, answer.ReaderIsAdministrator, answer.FollowUp, answer.Changed);
        return frame with
        {
            Subject = Typography.Set(Subject(answer), answer.Language),
            Opening = Typography.Set(Opening(answer), answer.Language),
            Requests = QuestionWords.Numbered(answer.Requests.Select(request => RequestWords.Of(request, reader))),
            Closing = answer.Requests.Any(RequestWords.Understood) ? Typography.Set(Closing, answer.Language) : null,
        };
    }

    /// <summary>What every mail to a customer has: greeting and foot. Subject and opening are still to be said.</summary>
    internal static WordedAnswer Frame(Language language, string? name) => new(
        language, "", Greeting(name, language), "", [], Advice: null, Closing: null, Typography.Set(Contact, language),
        Typography.Set(Automatic, language));

    /// <summary>How to correct a misreading.</summary>
    internal static Label Closing { get; } = new(
        "Nous avons mal compris ? Répondez simplement à ce message.", "Did we misunderstand? Simply reply to this message.");

    private static Label NeutralSubject { get; } = new("Votre message est bien arrivé", "Your message has arrived");

    // The same words whoever wrote: they must not tell whether an address or a company is known, or whether it might be several people's.
    private static Label NeutralOpening { get; } = new(
        "Votre message est bien arrivé. Un technicien va le lire et vous répondra s'il y a lieu.",
        "Your message has arrived. A technician will read it and reply to you if needed.");

    private static Label NothingSubject { get; } = new("Pas de demande dans ce message", "No request in this message");

    private static Label NothingOpening { get; } = new(
        "Merci pour votre message. Nous n'y avons pas trouvé de demande : rien n'est enregistré. Écrivez ce dont vous avez besoin, avec vos mots.",
        "Thank you for your message. We found no request in it: nothing is registered. Write what you need, in your own words.");

    private static Label TooLargeSubject { get; } = new("Votre message est trop volumineux", "Your message is too large");

    private static Label TooLargeOpening { get; } = new(
        "Votre message est bien arrivé, mais il est trop volumineux pour être traité : rien n'est enregistré pour l'instant, et un technicien est prévenu. "
        + "Pour aller plus vite, merci de nous l'envoyer de nouveau sans ses pièces jointes les plus lourdes.",
        "Your message has arrived, but it is too large to be handled: nothing is registered for now, and a technician has been told. "
        + "To save time, please send it again without its largest attachments.");

    private static Label Advice { get; } = new(
        "Votre message semblait contenir un mot de passe ou un code secret : nous l'avons masqué. "
        + "Par prudence, changez-le dès que possible, et n'en envoyez plus par écrit.",
        "Your message seemed to contain a password or a secret code: we have masked it. "
        + "To be safe, change it as soon as you can, and send none in writing again.");

    /// <summary>Introduces the support address.</summary>
    internal static Label Contact { get; } = new("Pour nous écrire :", "To write to us:");

    private static Label Automatic { get; } = new(
        "Message envoyé automatiquement. Votre réponse sera lue.", "This message was sent automatically. Your reply will be read.");

    private static Label Subject(Answer answer)
    {
        var first = answer.Requests[0];
        if (answer is { FollowUp: true, Changed: true, Requests.Length: > 1 }) return new($"[{first.Reference}] {Heeded.Fr}", $"[{first.Reference}] {Heeded.En}");
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

        return Subject(first, answer is { FollowUp: true, Changed: true } ? Heeded : answer.FollowUp
            ? new Label("Votre message est ajouté à votre demande", "Your message is added to your request")
            : Outcome.Of(first).Subject);
    }

    private static Label Heeded { get; } = new("Votre message est pris en compte", "Your message has been taken into account");

    /// <summary>A subject line: the reference, what is said, and the operation where the reader may know it.</summary>
    internal static Label Subject(AnsweredRequest request, Label said) =>
        RequestWords.Understood(request)
            ? Subject(request.Reference, said, AllOperations.Get(request.OperationId).Name)
            : new($"[{request.Reference}] {said.Fr}", $"[{request.Reference}] {said.En}");

    /// <summary>A subject line: the reference, what is said, and about what.</summary>
    internal static Label Subject(RequestReference reference, Label said, Label about) =>
        new($"[{reference}] {said.Fr} : {about.Fr}", $"[{reference}] {said.En}: {about.En}");

    /// <summary>"Bonjour," and the name, spelt as its owner spells it; null: no name.</summary>
    internal static string Greeting(string? name, Language language)
    {
        var hello = language is Language.English ? "Hello" : "Bonjour";
        return name is null || Typography.OneLine(name) is not { Length: > 0 } line ? $"{hello}," : $"{hello} {line},";
    }

    private static Label Opening(Answer answer) => (answer.FollowUp, answer.Requests.Length) switch
    {
        (true, _) when answer.Changed => new("Nous avons bien reçu votre message : il est pris en compte.",
            "We have received your message and taken it into account."),
        (true, 1) => new("Nous avons bien reçu votre message : il est ajouté à votre demande. Rien d'autre ne change.",
            "We have received your message: it is added to your request. Nothing else changes."),
        (true, var count) => new($"Nous avons bien reçu votre message : il est ajouté à vos {count} demandes. Rien d'autre ne change.",
            $"We have received your message: it is added to your {count} requests. Nothing else changes."),
        (false, 1) => new("Nous avons bien reçu votre message.", "We have received your message."),
        (false, var count) => new($"Nous avons bien reçu votre message. Il contient {count} demandes : voici la suite donnée à chacune.",
            $"We have received your message. It contains {count} requests: here is what happens with each of them."),
    };
}
