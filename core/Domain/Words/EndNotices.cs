namespace SiOne.Bot.Domain.Words;

/// <summary>What is said when a request ends, or begins again.</summary>
internal static class EndNotices
{
    public static NoticeText Declined { get; } = new(
        new("Nous ne pouvons pas donner suite à votre demande", "We cannot act on your request"),
        new("Nous ne pouvons pas donner suite à votre demande.", "We cannot act on your request."))
    {
        Stands = (Tone.Aside, new("Sans suite", "Not pursued")),
        SaidLabel = new("Le motif", "The reason"),
        Steps = [new("Une question ? Répondez simplement à ce message.", "Any question? Simply reply to this message.")],
    };

    public static NoticeText Withdrawn { get; } = new(
        new("Votre demande est annulée", "Your request is cancelled"),
        new("Comme vous l'avez souhaité, votre demande est annulée : nous n'y donnons pas suite.",
            "As you wished, your request is cancelled: we take it no further."))
    {
        Stands = (Tone.Aside, new("Annulée", "Cancelled")),
        Steps =
        [
            new("Vous avez changé d'avis ? Envoyez-nous simplement une nouvelle demande.", "Have you changed your mind? Simply send us a new request."),
        ],
    };

    public static NoticeText Reopened { get; } = new(
        new("Votre demande est rouverte", "Your request is open again"),
        new("Votre demande est rouverte : un technicien la reprend.", "Your request is open again: a technician takes it up."))
    {
        Stands = (Tone.Done, new("Rouverte", "Open again")),
        Shows = Shows.Promise,
        Steps =
        [
            new("Vous avez un détail utile, comme un message d'erreur ? Répondez simplement à ce message.",
                "Do you have a useful detail, such as an error message? Simply reply to this message."),
        ],
    };

    public static NoticeText Done(Notice notice) => new(
        IsForReader(notice)
            ? new("La demande faite pour vous est traitée", "The request made for you is done")
            : new("Votre demande est traitée", "Your request is done"),
        IsForReader(notice)
            ? new($"{NoticeText.Who} nous avait adressé une demande pour vous : elle est traitée.",
                $"{NoticeText.Who} had sent us a request for you: it is done.")
            : new("Votre demande est traitée.", "Your request is done."))
    {
        Stands = (Tone.Done, new("Traitée", "Done")),
        TitleLabel = IsForReader(notice) ? new("La demande", "The request") : null,
        Shows = Shows.Work,
        Steps =
        [
            new($"Ça ne marche toujours pas ? Répondez à ce message {Within(notice).Fr}, en gardant la référence "
                + $"{notice.Requests[0].Reference} dans l'objet : nous reprenons {(IsForReader(notice) ? "la" : "votre")} demande.",
                $"Still not working? Reply to this message {Within(notice).En}, keeping the reference {notice.Requests[0].Reference} "
                + $"in the subject, and we will take {(IsForReader(notice) ? "the" : "your")} request up again."),
            new("Sinon, vous n'avez rien à faire.", "Otherwise you have nothing to do."),
        ],
    };

    /// <summary>Somebody else asked: the reader is the person concerned.</summary>
    private static bool IsForReader(Notice notice) => notice.AskedBy is not null || notice.AskedByAddress is not null;

    private static Label Within(Notice notice) => notice.ReopenDays == 1 ? new("dans un délai d'un jour", "within one day")
        : new($"dans les {notice.ReopenDays} jours", $"within {notice.ReopenDays} days");
}
