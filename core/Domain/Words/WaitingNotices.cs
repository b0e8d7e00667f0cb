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
        !string.IsNullOrWhiteSpace(notice.Said)
            ? new("Un technicien a besoin de quelques précisions pour traiter votre demande.", "A technician needs a few details to handle your request.")
            : QuestionWords.Of(notice.Requests[0], notice.Language).Length == 1
            ? new("Il nous manque une précision pour traiter votre demande.", "We need one detail to handle your request.")
            : new("Il nous manque quelques précisions pour traiter votre demande.", "We need a few details to handle your request."))
    {
        Stands = (Tone.Waiting, new("Précisions attendues", "Details needed")),
        SaidLabel = new("La question du technicien", "The technician's question"),
        Shows = Shows.Questions,
        Steps = [new("Répondez simplement à ce message.", "Simply reply to this message."), .. StepWords.Stands(notice.Requests[0])],
    };

    /// <summary>
    /// Art. 8: an incident counts from the call. Art. 11, 14, 22 speak of a written request: such a one is noted, and confirmed. Each
    /// request says what follows from its own verdict.
    /// </summary>
    public static NoticeText CallWrittenDown(Notice notice) => new(
        notice.Requests.Any(request => Outcome.Of(request) == Outcome.Draft)
            ? new("Merci de confirmer par écrit votre appel", "Please confirm your call in writing")
            : new("Votre appel est noté", "Your call is written down"),
        new("Vous nous avez appelés : voici ce que nous avons noté.", "You called us: here is what we wrote down."))
    {
        SaidLabel = new("Ce que nous avons noté", "What we wrote down"),
        Shows = Shows.Everything,
    };

    /// <summary>Why and since when is for the management to hear; an unproven reader does not learn of the suspension.</summary>
    public static NoticeText Suspended(Notice notice)
    {
        var told = !notice.Requests.Any(request => request.DetailsWithheld);
        return new(
            Outcome.Suspended.Subject,
            told ? Outcome.Suspended.Lead!
                : new("Votre demande est conservée, mais n'est pas traitée pour le moment.", "Your request is kept, but not handled for the time being."))
        {
            Stands = told ? (Outcome.Suspended.Tone, Outcome.Suspended.Status) : (Tone.Waiting, new("En attente", "On hold")),
            Steps = [told ? StepWords.Suspended(notice.ReaderIsAdministrator) : new("Un technicien revient vers vous.", "A technician will get back to you.")],
        };
    }
}
