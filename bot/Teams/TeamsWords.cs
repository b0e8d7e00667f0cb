using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.Teams;

/// <summary>The few sentences that only a chat needs; all others are the domain's.</summary>
internal static class TeamsWords
{
    /// <summary>Stands for a message that its writer has deleted; read by technicians.</summary>
    public const string Deleted = "(Le message d’origine a été supprimé dans Teams par la personne qui l’a écrit. La demande n’a pas été annulée pour autant.)";

    /// <summary>In a team or a group chat.</summary>
    public static Label PersonalOnly { get; } = new(
        "Pour vos demandes, écrivez-moi dans une conversation privée : ici, tout le monde lirait.",
        "For your requests, please write to me in a private chat: here everybody would read.");

    /// <summary>The card is none of ours, or too old.</summary>
    public static Label UnknownCard { get; } = new(
        "Cette carte n'est plus connue. Écrivez « mes demandes » pour retrouver vos demandes.",
        "This card is no longer known. Write “my requests” to find your requests.");

    /// <summary>The card belongs to somebody else's chat.</summary>
    public static Label NotYours { get; } = new("Cette action ne vous est pas ouverte.", "This action is not open to you.");

    /// <summary>Where the request stands it cannot be done.</summary>
    public static Label NotNow { get; } = new("Cette action n'est plus possible là où en est la demande.", "This action is no longer possible where the request stands.");

    /// <summary>Others were faster each time.</summary>
    public static Label Contended { get; } = new("La demande vient de changer. Réessayez.", "The request has just changed. Please try again.");

    /// <summary>What is needed was not filled in.</summary>
    public static Label Incomplete { get; } = new("Il manque quelque chose dans le formulaire.", "Something is missing in the form.");

    /// <summary>What was filled in is kept and does not suffice.</summary>
    public static Label StillOwed { get; } = new(
        "C'est gardé avec la demande, mais il manque encore une indication : voyez ci-dessous.",
        "This is kept with the request, but something is still missing: please see below.");

    /// <summary>Whoever is not a technician.</summary>
    public static Label TechniciansOnly { get; } = new(
        "Cette application est réservée aux techniciens.", "This application is for technicians only.");

    /// <summary>A technician whom Teams did not name in time.</summary>
    public static Label NotLookedUp { get; } = new(
        "Teams n'a pas pu vérifier votre accès à temps. Rien n'a été fait : réessayez dans un instant.",
        "Teams could not check your access in time. Nothing was done: please try again in a moment.");

    /// <summary>There is no such request for the reader.</summary>
    public static Label NoSuchRequest { get; } = new(
        "Aucune demande de ce numéro ne vous est ouverte.", "No request with that number is open to you.");

    /// <summary>A call was written down.</summary>
    public static Label CallKept { get; } = new(
        "L'appel est noté. La personne reçoit de quoi le confirmer par écrit.", "The call is noted. The person gets what it takes to confirm it in writing.");

    /// <summary>What technicians can write.</summary>
    public static Label TechnicianHelp { get; } = new(
        "Vous pouvez écrire : file · mes interventions · échéances · une référence · prendre, commencer ou terminer et une référence · "
        + "note, répondre ou demander, une référence et vos mots · appel, l'adresse de la personne, deux-points et ce qu'elle a dit.",
        "You can write: queue · my work · due soon · a reference · take, start or complete and a reference · "
        + "note, reply or ask, a reference and your words · call, the person's address, a colon and what they said.");

    /// <summary>The sentence in that language, set.</summary>
    public static string Say(this Label label, Language language) => Typography.Set(label, language);
}
