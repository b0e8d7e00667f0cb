using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Names for technicians what decisions and journals hold as closed lists: all in lower case, to stand inside a sentence.</summary>
public static class DecisionWords
{
    /// <summary>The verdict as the journal says it.</summary>
    public static Label Decided(this Verdict verdict) => verdict switch
    {
        Verdict.UnknownSender => new("expéditeur inconnu", "unknown sender"),
        Verdict.Terminated => new("contrat terminé", "contract ended"),
        Verdict.Suspended => new("contrat suspendu", "contract suspended"),
        Verdict.Quote => new("hors contrat, sur devis", "outside the contract, by quote"),
        Verdict.Draft => new("brouillon, à confirmer", "draft, to be confirmed"),
        Verdict.ProveIdentity => new("identité à vérifier", "identity to be verified"),
        Verdict.AwaitApproval => new("accord du client nécessaire", "the customer's approval is needed"),
        Verdict.AwaitDetails => new("précisions nécessaires", "details needed"),
        Verdict.Accepted => new("acceptée", "accepted"),
    };

    /// <summary>Why a told date moved, with the article that allows it.</summary>
    public static Label Name(this DueReason reason) => reason switch
    {
        DueReason.CustomerUnavailable => new("client indisponible (article 10)", "customer not available (article 10)"),
        DueReason.SupplierLate => new("retard d'un fournisseur (article 10)", "late supplier (article 10)"),
        DueReason.ForceMajeure => new("force majeure (article 10)", "an event beyond control (article 10)"),
        DueReason.CustomerAsked => new("autre date demandée par le client (article 13)", "another date asked by the customer (article 13)"),
        DueReason.Mistake => new("date annoncée par erreur", "date given by mistake"),
    };

    /// <summary>What is about to be missed.</summary>
    public static Label Name(this Escalation escalation) => escalation switch
    {
        Escalation.Due => new("échéance proche", "due soon"),
        Escalation.UnconfirmedDraft => new("brouillon toujours à confirmer", "draft still to be confirmed"),
        Escalation.Untaken => new("personne ne l'a prise", "nobody has taken it"),
        Escalation.Unanswered => new("le client ne répond pas", "the customer does not answer"),
    };

    /// <summary>How a message came.</summary>
    public static Label Way(this Channel channel) => channel switch
    {
        Channel.Mail => new("par mail", "by mail"),
        Channel.Application => new("par l'application", "through the application"),
        Channel.Phone => new("par téléphone", "by phone"),
        Channel.Teams => new("dans Teams", "in Teams"),
    };
}
