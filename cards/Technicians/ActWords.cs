using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>What technicians read of one act: one table for the cards and for the local page.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Hint">What follows from it.</param>
public sealed record ActWords(Label Name, Label Hint)
{
    /// <summary>The label of the text; null where none is asked.</summary>
    public Label? Text { get; internal init; }

    /// <summary>The label of the instant, where one field takes day and hour; null where none is asked.</summary>
    public Label? At { get; internal init; }

    /// <summary>The label of its day, where the hour has a field of its own; null where none is asked.</summary>
    public Label? Day { get; internal init; }

    /// <summary>The words of an act.</summary>
    /// <param name="verb">What technicians can do; a customers' verb has no words here.</param>
    /// <param name="taken">Somebody has taken the request; of a breach, its 36 hours run.</param>
    public static ActWords Of(CardVerb verb, bool taken = false) => verb switch
    {
        CardVerb.Take when !taken => new(
            new("Prendre la demande", "Take the request"), new("Elle est à vous ; le client n'en est pas informé.", "It is yours; the customer is not told.")),
        CardVerb.Take => new(
            new("Reprendre à mon nom", "Take over"), new("Elle passe à vous ; le client n'en est pas informé.", "It passes to you; the customer is not told.")),
        CardVerb.Start => new(
            new("Commencer", "Start"), new("Le demandeur est informé que le travail commence.", "The requester is told that the work starts.")),
        CardVerb.Ask => new(
            new("Demander des précisions", "Ask for details"),
            new("La question part au demandeur, et le délai s'arrête jusqu'à sa réponse (article 13).",
                "The question goes to the requester, and the clock stands still until they answer (article 13)."))
        { Text = new("Votre question", "Your question") },
        CardVerb.DetailsCame => new(
            new("Précisions reçues", "Details received"),
            new("Plus rien ne manque, d'après vous : le contrat est examiné de nouveau.", "In your view nothing is missing any more: the contract is examined again.")),
        CardVerb.ProveIdentity => new(
            new("Identité vérifiée", "Identity verified"),
            new("Vous avez rappelé le demandeur, ou qui peut décider, à un numéro connu depuis 72 heures.",
                "You have called the requester, or who may decide, back on a number known for 72 hours.")),
        CardVerb.Approve => new(
            new("Noter l'accord", "Note the approval"),
            new("Cette personne vous a donné son accord : le contrat est examiné de nouveau, et le demandeur informé.",
                "This person has given you their approval: the contract is examined again, and the requester is told.")),
        CardVerb.RefuseApproval => new(
            new("Noter le refus", "Note the refusal"),
            new("Cette personne a refusé : la demande s'arrête là, et le demandeur en est informé.",
                "This person has refused: the request ends here, and the requester is told.")),
        CardVerb.Correct => new(
            new("Corriger le tri", "Correct the category"),
            new("Le contrat est examiné de nouveau, et le demandeur informé de ce qui a été compris.",
                "The contract is examined again, and the requester is told what was understood.")),
        CardVerb.Reply => new(
            new("Répondre au client", "Reply to the customer"),
            new("Le message part au demandeur, à la suite de nos réponses.", "The message goes to the requester, in the same thread as our answers."))
        { Text = new("Votre réponse", "Your reply") },
        CardVerb.Note => new(new("Note interne", "Internal note"), new("Aucun client ne la verra jamais.", "No customer will ever see it."))
        { Text = new("Votre note", "Your note") },
        CardVerb.StartBreach or CardVerb.DismissBreach or CardVerb.DraftNotice or CardVerb.SendNotice or CardVerb.NoteNotice or CardVerb.MarkController
            or CardVerb.MarkProcessor or CardVerb.PassOn => ProtectionActWords.Of(verb, taken),
        _ => Moving(verb),
    };

    /// <summary>The words of an act on a plan.</summary>
    /// <param name="verb">What technicians can do with plans.</param>
    /// <param name="exists">There is a plan already.</param>
    public static ActWords OfPlan(CardVerb verb, bool exists) => PlanActWords.Of(verb, exists);

    /// <summary>The words of those that move the request on, or end it.</summary>
    private static ActWords Moving(CardVerb verb) => verb switch
    {
        CardVerb.Quote => new(
            new("Passer en devis", "Turn into a quote"),
            new("C'est hors contrat : le demandeur est informé qu'un devis se prépare (articles 1 et 8.1).",
                "It is outside the contract: the requester is told that a quote is being prepared (articles 1 and 8.1).")),
        CardVerb.QuoteAccepted => new(
            new("Devis accepté", "Quote accepted"),
            new("Le travail est pris en charge, et le délai court à partir de maintenant.", "The work is taken on, and the clock runs from now.")),
        CardVerb.Hold => new(
            new("Attendre un fournisseur", "Wait for a supplier"),
            new("Le demandeur en est informé ; la date annoncée reste (article 10).", "The requester is told; the date that was given stays (article 10).")),
        CardVerb.Resume => new(
            new("Reprendre", "Resume"), new("L'attente est finie, et le demandeur en est informé.", "The wait is over, and the requester is told.")),
        CardVerb.PlanVisit => new(
            new("Planifier une visite", "Plan a visit"), new("Le demandeur reçoit la date et l'heure.", "The requester is given the date and time."))
        { At = new("Date et heure de la visite (heure de Paris)", "Date and time of the visit (Paris time)"), Day = new("Date de la visite", "Day of the visit") },
        CardVerb.MoveDue => new(
            new("Déplacer la date", "Move the due date"), new("Le demandeur reçoit la nouvelle date et le motif.", "The requester is given the new date and the reason."))
        { At = new("Nouvelle date et heure (heure de Paris)", "New date and time (Paris time)"), Day = new("Nouvelle date", "New date") },
        CardVerb.Complete => new(
            new("Terminer", "Mark as done"),
            new("Le demandeur est informé que c'est fait, et peut dire que cela ne marche pas.", "The requester is told that it is done, and can say that it does not work.")),
        CardVerb.Decline => new(
            new("Refuser la demande", "Decline the request"), new("Le demandeur reçoit le refus avec ce motif.", "The requester is given the refusal with this reason."))
        { Text = new("Le motif, lu par le client", "The reason, read by the customer") },
        CardVerb.Close => new(
            new("Clore sans réponse", "Close without an answer"),
            new("Doublon, indésirable ou réglé autrement : le client n'est pas informé.", "Duplicate, spam or settled otherwise: the customer is not told.")),
        CardVerb.Reopen => new(
            new("Rouvrir", "Reopen"),
            new("Le contrat est examiné de nouveau, et le délai court à partir de maintenant.", "The contract is examined again, and the clock runs from now.")),
        _ => PlanActWords.Of(verb, exists: false),
    };
}
