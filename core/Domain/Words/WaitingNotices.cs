namespace SiOne.Bot.Domain.Words;

/// <summary>What is said while something is waited for.</summary>
internal static class WaitingNotices
{
    public static NoticeText OnHold { get; } = new(
        new("Votre demande attend un fournisseur", "Your request waits for a supplier"),
        new("Pour avancer, nous attendons une livraison ou une réponse d'un fournisseur. La date annoncée ne change pas.",
            "To go on, we are waiting for a delivery or an answer from a supplier. The date that we told you does not change."))
    {
        Stands = (Tone.Waiting, new("En attente", "On hold")),
        Shows = Shows.PromiseUnchanged,
        Steps = [new("Vous n'avez rien à faire : nous suivons le dossier pour vous.", "You have nothing to do: we are following it up for you.")],
    };

    public static NoticeText HoldEnded { get; } = new(
        new("Votre demande reprend", "Your request goes on"),
        new("L'attente est terminée : un technicien reprend votre demande.", "The wait is over: a technician takes your request up again."))
    {
        Stands = (Tone.Done, new("Reprise", "Taken up again")),
        Shows = Shows.PromiseUnchanged,
        Steps = [new("Vous n'avez rien à faire.", "You have nothing to do.")],
    };

    public static NoticeText DetailsNeeded(Notice notice) => new(
        new("Nous avons une question sur votre demande", "We have a question about your request"),
        new("Un technicien a besoin de quelques précisions pour traiter votre demande.",
            "A technician needs a few details to handle your request."))
    {
        Stands = (Tone.Waiting, new("Précisions attendues", "Details needed")),
        SaidLabel = new("La question du technicien", "The technician's question"),
        Shows = Shows.Questions,
        Steps = [new("Répondez simplement à ce message.", "Simply reply to this message."), .. StepWords.Stands(notice.Requests[0])],
    };

    // Art. 11, 14, 22 speak of a written request: a call is noted, and confirmed in writing.
    public static NoticeText CallWrittenDown(Notice notice) => new(
        new("Merci de confirmer par écrit votre appel", "Please confirm your call in writing"),
        new("Nous avons noté votre appel. Il reste à confirmer votre demande par écrit pour qu'elle soit valable.",
            "We have written down your call. Please confirm your request in writing to make it valid."))
    {
        Stands = (Tone.Waiting, new("À confirmer", "To be confirmed")),
        SaidLabel = new("Ce que nous avons noté", "What we wrote down"),
        Shows = Shows.Questions,
        Steps = [StepWords.ToConfirm(notice.Requests[0]), .. StepWords.Starts(notice.Requests[0])],
    };

    /// <summary>The contract is suspended: what it is about is the request's own outcome.</summary>
    public static NoticeText Suspended(Notice notice) => OnHold with { Shows = default, Steps = [.. StepWords.Stands(notice.Requests[0])] };
}
