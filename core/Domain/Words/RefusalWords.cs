using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Tells a technician why nothing happened.</summary>
public static class RefusalWords
{
    /// <summary>Somebody else was faster, several times over.</summary>
    public static Label Contended { get; } = new(
        "Quelqu'un d'autre modifie cette demande en ce moment. Réessayez.", "Somebody else is changing this request at this moment. Try again.");

    /// <summary>What the act needs is missing or wrong.</summary>
    public static Label Incomplete { get; } = new(
        "Il manque une indication : un texte, la personne qui peut donner l'accord, le numéro rappelé, l'opération, la date ou le motif.",
        "Something is missing: a text, the person who may approve, the number called back, the operation, the date or the reason.");

    /// <summary>The reason as a sentence.</summary>
    public static Label Say(this Refusal refusal) => refusal switch
    {
        Refusal.NoSuchRequest => new("Cette demande n'existe pas.", "There is no such request."),
        Refusal.NotAllowedNow => new(
            "Là où en est la demande, ce n'est pas possible, ou il manque une indication.",
            "This is not possible where the request stands, or something is missing."),
        Refusal.NotTheirs => new("Seul un technicien peut le faire.", "Only a technician can do this."),
        Refusal.AlreadyTheirs => new("Vous avez déjà cette demande.", "You already have this request."),
        Refusal.SamePerson => new(
            "Qui a demandé ne peut pas donner l'accord : il faut une deuxième personne.", "Whoever asked cannot approve: a second person is needed."),
        Refusal.InThePast => new("Cette date est déjà passée.", "This date is already past."),
        Refusal.InTheFuture => new("Cet instant est encore à venir.", "This time is still to come."),
        Refusal.BeforeItsDay => new(
            "Rien ne peut être appliqué avant la date donnée par le client (article\u00a013).",
            "Nothing can be applied before the date given by the customer (article\u00a013)."),
        Refusal.AnotherRequest => new(
            "Le client ou l'opération ont changé entre-temps. Rechargez la page.",
            "The customer or the operation has changed in the meantime. Reload the page."),
        Refusal.AlreadyReceived or Refusal.AlreadyFollowedUp => new("C'est déjà fait.", "This is already done."),
        Refusal.OtherCustomer or Refusal.UnknownSender => new("Cette personne n'est pas de ce client.", "This person does not belong to this customer."),
    };
}
