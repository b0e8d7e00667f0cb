namespace SiOne.Bot.Domain.Words;

/// <summary>What a customer is told about personal data, once a technician has sent it (RGPD V, Art. 25).</summary>
internal static class ProtectionNotices
{
    /// <summary>The notice itself is what a person wrote; here only what stands around it.</summary>
    public static NoticeText Breach { get; } = new(
        new("Notification d'une violation de données possible", "Notice of a possible personal-data breach"),
        new("Nous vous notifions une violation possible de données personnelles, en application de notre contrat (annexe RGPD, V).",
            "We notify you of a possible personal-data breach, as our contract requires (RGPD annex, V)."))
    {
        Stands = (Tone.Waiting, new("À lire sans attendre", "To be read without delay")),
        SaidLabel = new("La notification", "The notice"),
        TitleLabel = new("L'événement signalé", "The reported event"),
        Steps =
        [
            new("C'est à vous, comme responsable du traitement, de décider d'en informer la CNIL et les personnes concernées.",
                "As controller, it is for you to decide whether the CNIL and the people concerned are informed."),
            new("Vous pouvez répondre à ce message : nous vous lirons.", "You can reply to this message: we will read it."),
        ],
    };

    /// <summary>To the customer: one of their people exercises a right on data that SI-ONE holds for them.</summary>
    public static NoticeText PassedOn(Notice notice) => new(
        new("Demande de droits transmise", "Data-rights request passed on"),
        notice.SenderUnproven
            ? new("Nous avons reçu une demande de droits sur des données que nous traitons pour vous. Comme sous-traitant, nous vous la transmettons : "
                + "la réponse vous revient. L'identité de la personne n'a pas été vérifiée.",
                "We have received a data-rights request about data that we process for you. As your processor we pass it on to you: the answer is yours. "
                + "The person's identity has not been verified.")
            : new($"{NoticeText.Who} exerce un droit sur des données que nous traitons pour vous. Comme sous-traitant, nous vous transmettons sa demande : la réponse vous revient.",
                $"{NoticeText.Who} exercises a right on data that we process for you. As your processor we pass their request on to you: the answer is yours."))
    {
        Stands = (Tone.Waiting, new("Transmise", "Passed on")),
        SaidLabel = new("La demande, telle qu'elle nous est parvenue", "The request, as it reached us"),
        TitleLabel = new("La demande", "The request"),
        Facts = notice.At is not { } due ? [] :
        [
            new($"Un mois depuis sa réception : {Instants.Say(due, Language.French)}", $"One month from its receipt: {Instants.Say(due, Language.English)}"),
        ],
        Steps =
        [
            new("Répondez à la personne dans le mois, et dites-nous ce que nous devons faire de notre côté.",
                "Answer the person within the month, and tell us what we have to do on our side."),
        ],
    };

    /// <summary>To whoever asked: who answers them.</summary>
    public static NoticeText SentOn { get; } = new(
        new("Votre demande est transmise à votre entreprise", "Your request is passed on to your company"),
        new("Votre demande porte sur des données que nous traitons pour votre entreprise : nous la lui avons transmise, et c'est elle qui vous répond (article 25).",
            "Your request is about data that we process for your company: we have passed it on to your company, which will answer you (article 25)."))
    {
        Stands = (Tone.Done, new("Transmise", "Passed on")),
        Steps = [new("Vous pouvez aussi vous adresser à la CNIL.", "You may also turn to the CNIL, the French data protection authority.")],
    };
}
