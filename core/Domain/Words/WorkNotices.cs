namespace SiOne.Bot.Domain.Words;

/// <summary>What is said while a technician works on a request.</summary>
internal static class WorkNotices
{
    public static NoticeText InProgress { get; } = new(
        new("Votre demande est en cours de traitement", "We are working on your request"),
        new("Un technicien travaille sur votre demande.", "A technician is working on your request."))
    {
        Stands = (Tone.Done, new("En cours", "In progress")),
        Shows = Shows.PromiseUnchanged | Shows.Work,
        Steps =
        [
            new("Vous n'avez rien à faire : nous vous écrivons dès que c'est terminé.", "You have nothing to do: we write to you as soon as it is done."),
        ],
    };

    public static NoticeText ToBeQuoted { get; } = new(
        new("Votre demande appelle un devis", "Your request calls for a quote"),
        new("Un technicien a étudié votre demande. Elle sort du contrat et fera l'objet d'un devis ou d'un contrat distinct : ce n'est pas un refus.",
            "A technician has studied your request. It lies outside the contract and calls for a quote or a separate contract: this is not a refusal."))
    {
        Stands = (Tone.Aside, new("Sur devis", "By quote")),
        Steps = [StepWords.ToQuote],
    };

    public static NoticeText Corrected { get; } = new(
        new("Un technicien a relu votre demande", "A technician has read your request"),
        new("Un technicien a relu votre demande : voici ce que nous avons compris, et la suite.",
            "A technician has read your request: here is what we understood, and what follows."))
    { Shows = Shows.Everything };

    public static NoticeText Reply { get; } = new(
        new("Un technicien vous répond", "A technician has replied"),
        new("Un technicien vous répond au sujet de votre demande.", "A technician has replied about your request."))
    {
        Shows = Shows.PromiseUnchanged,
        Steps = [new("Vous pouvez répondre à ce message : un technicien vous lira.", "You can reply to this message: a technician will read it.")],
    };

    public static NoticeText VisitPlanned(Notice notice) => new(
        new("La date est fixée", "The date is set"),
        new("Une intervention est prévue pour votre demande.", "A visit is planned for your request."))
    {
        Stands = (Tone.Done, new("Planifiée", "Planned")),
        Moment = notice.At is not { } at ? null : new WordedPromise(
            Typography.Set(new Label("Intervention prévue", "Planned visit"), notice.Language),
            Typography.Capital(Instants.Say(at, notice.Language)), []),
        Steps =
        [
            new("Ce moment ne vous convient pas ? Répondez à ce message pour en proposer un autre.",
                "If this time does not suit you, reply to this message to propose another one."),
        ],
    };

    /// <summary>Short: the person concerned did not ask, and the findings are not theirs.</summary>
    public static NoticeText ForYou(Notice notice) => new(
        notice.Requests.Length == 1
            ? new("Une demande a été faite pour vous", "A request was made for you")
            : new($"{notice.Requests.Length} demandes ont été faites pour vous", $"{notice.Requests.Length} requests were made for you"),
        notice.Requests.Length == 1
            ? new($"{NoticeText.Who} {Sent(notice).Fr} une demande pour vous.", $"{NoticeText.Who} {Sent(notice).En} a request for you.")
            : new($"{NoticeText.Who} {Sent(notice).Fr} {notice.Requests.Length} demandes pour vous.",
                $"{NoticeText.Who} {Sent(notice).En} {notice.Requests.Length} requests for you."))
    {
        TitleLabel = new("La demande", "The request"),
        Shows = Shows.Promise,
        Steps =
        [
            new("Vous n'avez rien à faire. Quelque chose n'est pas juste ? Répondez simplement à ce message.",
                "You have nothing to do. If something is not right, simply reply to this message."),
        ],
    };

    /// <summary>Somebody whom nobody has verified is not said to have done anything.</summary>
    public static Label Sent(Notice notice) => notice.SenderUnproven
        ? new("nous aurait adressé", "seems to have sent us")
        : new("nous a adressé", "has sent us");
}
