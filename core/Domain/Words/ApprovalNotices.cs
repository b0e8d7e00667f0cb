using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Domain.Words;

/// <summary>What is said about a yes or no of the customer's administrator or direction.</summary>
internal static class ApprovalNotices
{
    /// <summary>To who asked; with the name of who asked, to whoever said yes.</summary>
    public static NoticeText Granted(Notice notice) => new(
        new("L'accord est donné", "Approval given"),
        notice.AskedBy is null
            ? new("Votre demande a reçu l'accord qu'elle attendait.", "Your request has received the approval it was waiting for.")
            : new($"Nous avons bien reçu votre accord. La demande vient de : {NoticeText.Who}.", $"We have received your approval. The request comes from: {NoticeText.Who}."))
    { Shows = Shows.Everything };

    /// <summary>To who asked; with the name of who asked, to whoever said no.</summary>
    public static NoticeText Refused(Notice notice) => notice.AskedBy is null ? RefusedToYou : new(
        new("La demande n'est pas approuvée", "The request is not approved"),
        new($"Nous avons bien reçu votre refus : nous ne donnons pas suite à cette demande. Elle vient de : {NoticeText.Who}.",
            $"We have received your refusal: we take this request no further. It comes from: {NoticeText.Who}."))
    {
        Stands = RefusedToYou.Stands,
        SaidLabel = RefusedToYou.SaidLabel,
        Steps =
        [
            new("La personne qui a fait la demande en est informée.", "The person who asked has been told."),
            new("Si la situation change, une nouvelle demande suffit.", "If the situation changes, a new request is enough."),
        ],
    };

    private static NoticeText RefusedToYou { get; } = new(
        new("Votre demande n'a pas été approuvée", "Your request was not approved"),
        new("Votre administrateur ou votre direction n'a pas donné son accord : nous ne donnons pas suite à cette demande.",
            "Your administrator or your management has not approved this request: we take it no further."))
    {
        Stands = (Tone.Aside, new("Sans suite", "Not pursued")),
        SaidLabel = new("Le motif donné", "The reason given"),
        Steps =
        [
            new("Pour en savoir plus, adressez-vous à votre administrateur ou à votre direction.",
                "To learn more, please turn to your administrator or your management."),
            new("Si la situation change, envoyez-nous une nouvelle demande.", "If the situation changes, send us a new request."),
        ],
    };

    public static NoticeText Needed(Notice notice) => new(
        new("Votre accord est demandé", "Your approval is needed"),
        ThirdPartyWords.IsAskedByOne(notice.Requests[0])
            ? new($"Une personne extérieure à votre entreprise{Name(notice)} nous a adressé une demande. "
                + "Nous n'y donnons suite qu'avec votre accord.",
                $"Somebody from outside your company{Name(notice)} has sent us a request. We act on it only with your approval.")
            : IsDirections(notice)
            ? new($"{Asked(notice).Fr} L'article 14 de votre contrat prévoit ces mises à jour "
                + "« sur demande de la direction » : elle attend votre accord.",
                $"{Asked(notice).En} Article 14 of your contract provides for these updates "
                + "“sur demande de la direction” (at the request of management): it waits for your approval.")
            : new($"{Asked(notice).Fr} Selon la règle de votre entreprise, elle attend votre accord.",
                $"{Asked(notice).En} By your company's rule, it waits for your approval."))
    {
        Stands = Waiting,
        TitleLabel = new("La demande", "The request"),
        Shows = Shows.Notes,
        Steps = Answers(notice),
    };

    /// <summary>The request waits for the reader's own yes.</summary>
    public static (Tone Tone, Label Status) Waiting { get; } = (Tone.Waiting, new("Accord attendu", "Approval needed"));

    /// <summary>How to say yes or no: these words, in French, are read back.</summary>
    public static ImmutableArray<Label> Answers(Notice notice)
    {
        var request = notice.Requests[0];
        return
        [
            .. notice.SenderUnproven ? (IEnumerable<Label>)[Unproven] : [],
            .. request.DecideAt is null ? ByReply(request) : ByLink(request),
            new("Rien n'est fait avant votre réponse.", "Nothing is done before your reply."),
            .. Stands(request),
        ];
    }

    private static IEnumerable<Label> ByReply(AnsweredRequest request) =>
    [
        new($"Pour accepter, répondez à ce message « d'accord », en gardant la référence {request.Reference} dans l'objet.",
            $"To accept, reply to this message with “d'accord” (agreed), and keep the reference {request.Reference} in the subject."),
        new("Pour refuser, répondez de la même façon « je refuse » : la personne qui a fait la demande en sera informée.",
            "To decline, reply in the same way with “je refuse” (I decline): the person who asked will be told."),
    ];

    private static IEnumerable<Label> ByLink(AnsweredRequest request) =>
    [
        new("Donnez ou refusez votre accord avec le bouton ci-dessous : la page qui s'ouvre vous montre la demande, et rien n'est décidé avant votre clic.",
            "Approve or decline with the button below: the page that opens shows you the request, and nothing is decided before your click."),
        new("Ce lien est à votre nom : merci de ne pas le transférer.", "This link is in your name: please do not forward it."),
        new($"Vous pouvez aussi répondre à ce message « d'accord » ou « je refuse », en gardant la référence {request.Reference} dans l'objet.",
            $"You can also reply to this message with “d'accord” (agreed) or “je refuse” (I decline), and keep the reference {request.Reference} in the subject."),
    ];

    /// <summary>Our way of counting while the customer owes an answer; nothing where no time is counted anyway.</summary>
    public static IEnumerable<Label> Stands(AnsweredRequest request)
    {
        if (request.Promise is Promise.None || !request.Paused) yield break;
        yield return request.PausedSince is { } since
            ? new($"Le délai est à l'arrêt depuis {Instants.Say(since, Language.French)}, et jusqu'à votre réponse.",
                $"The clock has stood still since {Instants.Say(since, Language.English)}, and does so until you answer.")
            : new("Nous ne comptons pas de délai pendant cette attente.", "We count no time while this is waiting.");
    }

    /// <summary>Whoever is to say yes is warned.</summary>
    public static Label Unproven { get; } = new(
        "L'identité de l'expéditeur n'est pas encore vérifiée : ne donnez votre accord que si vous savez que la demande vient bien de lui.",
        "The identity of the sender has not been verified yet: give your approval only if you know that the request really comes from them.");

    private static Label Asked(Notice notice) => new(
        $"{NoticeText.Who} {WorkNotices.Sent(notice).Fr} une demande.", $"{NoticeText.Who} {WorkNotices.Sent(notice).En} a request.");

    private static bool IsDirections(Notice notice) => AllOperations.Get(notice.Requests[0].OperationId).Asker is Asker.Direction;

    private static string Name(Notice notice) => notice.AskedBy is null ? "" : $", {NoticeText.Who},";
}
