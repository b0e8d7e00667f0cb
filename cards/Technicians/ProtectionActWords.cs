using System.Diagnostics;
using SiOne.Bot.Cards.Actions;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>What technicians read of the acts about personal data: a breach's 36 hours (RGPD V), a right's path (Art. 25).</summary>
internal static class ProtectionActWords
{
    /// <summary>The words of an act.</summary>
    /// <param name="verb">What technicians can do.</param>
    /// <param name="runs">The 36 hours run already.</param>
    public static ActWords Of(CardVerb verb, bool runs) => verb switch
    {
        CardVerb.StartBreach => Start(runs),
        CardVerb.DismissBreach => new(
            new("Écarter la violation", "Dismiss the breach"),
            new("Il n'y a pas de violation à notifier. Le motif reste interne ; le client n'est pas informé.",
                "There is no breach to be notified. The reason stays internal; the customer is not told."))
        { Text = new("Le motif, pour le journal interne", "The reason, for the internal journal") },
        CardVerb.DraftNotice => new(
            new("Rédiger la notification", "Write the notice"), new("Votre texte est gardé ; rien n'est envoyé.", "Your text is kept; nothing is sent."))
        { Text = new("La notification, en français", "The notice, in French") },
        CardVerb.SendNotice => new(
            new("Envoyer la notification", "Send the notice"),
            new("Ce texte part par mail au contact du client pour la protection des données, sinon à sa direction (annexe RGPD, V).",
                "This text goes by mail to the customer's data-protection contact, else to its management (RGPD annex, V)."))
        { Text = new("La notification, en français", "The notice, in French") },
        CardVerb.NoteNotice => new(
            new("Noter une notification déjà faite", "Note a notice already given"),
            new("Vous avez notifié le client autrement : le délai s'arrête, et rien n'est envoyé.",
                "You have notified the customer by other means: the clock stops, and nothing is sent."))
        {
            Text = new("À qui, et comment", "To whom, and how"),
            At = new("Quand, si ce n'est pas maintenant (heure de Paris)", "When, unless it was now (Paris time)"),
            Day = new("Quel jour, si ce n'est pas maintenant", "Which day, unless it was now"),
        },
        CardVerb.MarkController => new(
            new("SI-ONE est responsable du traitement", "SI-ONE is the controller"),
            new("Il s'agit des données de SI-ONE (contrat, facturation) : SI-ONE répond dans le mois (article 25). Rien n'est envoyé.",
                "It is about SI-ONE's own data (contract, billing): SI-ONE answers within the month (article 25). Nothing is sent.")),
        CardVerb.MarkProcessor => new(
            new("SI-ONE est sous-traitant", "SI-ONE is the processor"),
            new("Il s'agit de données traitées pour le client : vous pourrez lui transmettre la demande (article 25). Rien n'est envoyé.",
                "It is about data processed for the customer: you can then pass the request on to it (article 25). Nothing is sent.")),
        CardVerb.PassOn => new(
            new("Transmettre au client", "Pass on to the customer"),
            new("Ce texte part par mail au contact du client pour la protection des données, sinon à son administrateur. Le demandeur est informé que c'est transmis.",
                "This text goes by mail to the customer's data-protection contact, else to its administrator. The requester is told that it is passed on."))
        { Text = new("La demande, telle que le client la lira", "The request, as the customer will read it") },
        _ => throw new UnreachableException(),
    };

    private static ActWords Start(bool runs) => new(
        runs ? new("Corriger le début du délai", "Correct when the 36 hours began") : new("Démarrer le délai de 36 heures", "Start the 36 hours"),
        runs
            ? new("Le délai de notification passe à votre nom et compte depuis cet instant. Rien n'est envoyé.",
                "The notification time becomes yours and counts from this instant. Nothing is sent.")
            : new("Des données personnelles ont pu être touchées : le client est notifié dans les 36 heures (annexe RGPD, V). Rien n'est envoyé.",
                "Personal data may be affected: the customer is notified within 36 hours (RGPD annex, V). Nothing is sent."))
    {
        At = new("Connue depuis, si ce n'est pas la réception du message (heure de Paris)", "Known since, unless it is the receipt of the message (Paris time)"),
        Day = new("Connue depuis le, si ce n'est pas la réception du message", "Known since, unless it is the receipt of the message"),
    };
}
