using SiOne.Bot.Cards.Actions;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>What technicians read of the acts on a plan: one table for the cards and for the local page.</summary>
internal static class PlanActWords
{
    /// <summary>The words of an act on a plan.</summary>
    /// <param name="verb">The act.</param>
    /// <param name="exists">There is a plan already.</param>
    public static ActWords Of(CardVerb verb, bool exists) => verb switch
    {
        CardVerb.DrawPlan when exists => new(
            new("Refaire le plan", "Prepare it anew"),
            new("L'environnement du client est relu ; un nouveau plan prend la place de celui-ci.", "The customer's tenant is read again; a new plan takes this one's place.")),
        CardVerb.DrawPlan => new(
            new("Préparer le plan", "Prepare the plan"),
            new("L'environnement du client est lu, et le plan s'affiche. Rien n'est changé.", "The customer's tenant is read, and the plan is shown. Nothing is changed.")),
        CardVerb.ApprovePlan => new(
            new("Approuver", "Approve"),
            new("Le plan affiché est exécuté tel quel, une seule fois.", "The plan on the card is carried out as it is, only once.")),
        CardVerb.RefusePlan => new(
            new("Refuser le plan", "Refuse the plan"), new("Rien n'est changé ; un autre plan peut être préparé.", "Nothing is changed; another plan can be prepared.")),
        CardVerb.CallOffWipe => new(
            new("Annuler l'effacement", "Call the wipe off"),
            new("Rien n'est effacé ; ce qui est verrouillé le reste. Un autre plan peut être préparé.", "Nothing is wiped; what is locked stays so. Another plan can be prepared.")),
        CardVerb.TickStep => new(
            new("Étape faite", "Step done"), new("Vous avez fait cette étape à la main ; le plan continue.", "You have done this step by hand; the plan goes on.")),
        CardVerb.ResumePlan => new(
            new("Reprendre", "Resume"),
            new("Le plan continue là où il s'est arrêté ; ce qui est déjà en place n'est pas refait.", "The plan goes on where it stopped; what is in place is not done again.")),
        CardVerb.UndoPlan => new(
            new("Annuler ces changements", "Undo these changes"),
            new("Ce qui peut l'être est remis comme avant, en commençant par la fin. Le reste est irréversible.", "What can be is put back as it was, the last change first. The rest cannot be undone.")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
