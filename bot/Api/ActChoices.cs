using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Host.Api;

/// <summary>What the page offers to do to a request: what <see cref="AllowedActs"/> allows where it stands, in French, with what has to be given.</summary>
internal static class ActChoices
{
    private static readonly ImmutableArray<(ActVerb Verb, Type Act, Func<Request, bool> First)> All =
    [
        (ActVerb.Approve, typeof(TechnicianAct.NoteApproval), state => state.State is RequestState.WaitingForApproval),
        (ActVerb.RefuseApproval, typeof(TechnicianAct.NoteApproval), state => state.State is RequestState.WaitingForApproval),
        (ActVerb.ProveIdentity, typeof(TechnicianAct.ProveIdentity), state => state.Verdict is Verdict.ProveIdentity),
        (ActVerb.DetailsCame, typeof(TechnicianAct.DetailsCame), _ => true),
        (ActVerb.QuoteAccepted, typeof(TechnicianAct.QuoteAccepted), _ => true),
        (ActVerb.Resume, typeof(TechnicianAct.Resume), _ => true),
        (ActVerb.Start, typeof(TechnicianAct.Start), _ => true),
        (ActVerb.Complete, typeof(TechnicianAct.Complete), state => state.State is RequestState.InProgress),
        (ActVerb.Reopen, typeof(TechnicianAct.Reopen), state => state.State is RequestState.Done),
        (ActVerb.Take, typeof(TechnicianAct.Take), state => state.TakenBy is null && state.State is not RequestState.Accepted),
        (ActVerb.Correct, typeof(TechnicianAct.Correct), state => state.Abstained),
        (ActVerb.Reply, typeof(TechnicianAct.Reply), _ => true),
        (ActVerb.Note, typeof(TechnicianAct.Note), _ => true),
        (ActVerb.Ask, typeof(TechnicianAct.Ask), _ => false),
        (ActVerb.Quote, typeof(TechnicianAct.Quote), _ => false),
        (ActVerb.Hold, typeof(TechnicianAct.Hold), _ => false),
        (ActVerb.PlanVisit, typeof(TechnicianAct.PlanVisit), _ => false),
        (ActVerb.MoveDue, typeof(TechnicianAct.MoveDue), _ => false),
        (ActVerb.Decline, typeof(TechnicianAct.Decline), _ => false),
        (ActVerb.Close, typeof(TechnicianAct.Close), _ => false),
    ];

    /// <summary>The acts, those that come next in most cases first. Never empty: a reply and a note are always possible.</summary>
    /// <param name="state">The request.</param>
    /// <param name="mayBeApproved">Somebody at the customer's can say yes to it.</param>
    public static IReadOnlyList<BoardAct> For(Request state, bool mayBeApproved) =>
    [
        .. All.Where(choice => AllowedActs.Table[choice.Act].Contains(state.State) && Makes(choice.Verb, state, mayBeApproved))
            .Select(choice => Of(choice.Verb, state) with { First = choice.First(state) })
            .OrderByDescending(act => act.First),
    ];

    /// <summary>Whether anything could come of it: what the desk is sure to refuse is not offered.</summary>
    private static bool Makes(ActVerb verb, Request state, bool mayBeApproved) => verb switch
    {
        ActVerb.Approve or ActVerb.RefuseApproval => mayBeApproved,
        ActVerb.MoveDue => state.Due is not null && !state.IsPaused,
        _ => true,
    };

    private static BoardAct Of(ActVerb verb, Request state)
    {
        return verb switch
        {
            ActVerb.Take when state.TakenBy is null => Act("Prendre la demande", "Elle est à vous ; le client n’en est pas informé."),
            ActVerb.Take => Act("Reprendre à mon nom", "Elle passe à vous ; le client n’en est pas informé."),
            ActVerb.Start => Act("Commencer", "Le demandeur est informé que le travail commence."),
            ActVerb.Ask => Act("Demander des précisions", "La question part au demandeur, et le délai s’arrête jusqu’à sa réponse (article 13).") with { Text = "Votre question" },
            ActVerb.DetailsCame => Act("Précisions reçues", "Plus rien ne manque, d’après vous : le contrat est examiné de nouveau."),
            ActVerb.ProveIdentity => Act("Identité vérifiée", "Vous avez rappelé le demandeur à un numéro connu."),
            ActVerb.Approve => Act("Noter l’accord", "Cette personne vous a donné son accord : le contrat est examiné de nouveau, et le demandeur informé.") with { Person = true },
            ActVerb.RefuseApproval => Act("Noter le refus", "Cette personne a refusé : la demande s’arrête là, et le demandeur en est informé.") with { Person = true },
            ActVerb.Correct => Act("Corriger le tri", "Le contrat est examiné de nouveau, et le demandeur informé de ce qui a été compris.") with { Operation = true },
            ActVerb.Quote => Act("Passer en devis", "C’est hors contrat : le demandeur est informé qu’un devis se prépare (articles 1 et 8.1)."),
            ActVerb.QuoteAccepted => Act("Devis accepté", "Le travail est pris en charge, et le délai court à partir de maintenant."),
            ActVerb.Hold => Act("Attendre un fournisseur", "Le demandeur en est informé ; la date annoncée reste (article 10)."),
            ActVerb.Resume => Act("Reprendre", "L’attente est finie, et le demandeur en est informé."),
            ActVerb.PlanVisit => Act("Planifier une visite", "Le demandeur reçoit la date et l’heure.") with { At = "Date et heure de la visite (heure de Paris)" },
            ActVerb.MoveDue => Act("Déplacer la date", "Le demandeur reçoit la nouvelle date et le motif.") with { At = "Nouvelle date et heure (heure de Paris)", Reason = true },
            ActVerb.Complete => Act("Terminer", "Le demandeur est informé que c’est fait, et peut dire que cela ne marche pas."),
            ActVerb.Decline => Act("Refuser la demande", "Le demandeur reçoit le refus avec ce motif.") with { Text = "Le motif, lu par le client" },
            ActVerb.Close => Act("Clore sans réponse", "Doublon, indésirable ou réglé autrement : le client n’est pas informé."),
            ActVerb.Reopen => Act("Rouvrir", "Le contrat est examiné de nouveau, et le délai court à partir de maintenant."),
            ActVerb.Reply => Act("Répondre au client", "Le message part au demandeur, à la suite de nos réponses.") with { Text = "Votre réponse" },
            ActVerb.Note => Act("Note interne", "Aucun client ne la verra jamais.") with { Text = "Votre note" },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        BoardAct Act(string name, string hint) => new(verb.ToString(), name, Typography.Set(hint, Language.French), First: false);
    }
}
