using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Host.Api;

/// <summary>Says in French where a request stands and what it waits for.</summary>
internal static class StateWords
{
    public static string Name(RequestState state) => state switch
    {
        RequestState.Draft => "Brouillon",
        RequestState.WaitingForDetails => "Attend des précisions",
        RequestState.WaitingForApproval => "Attend un accord",
        RequestState.WaitingForTechnician => "Attend un technicien",
        RequestState.ToBeQuoted => "Devis à préparer",
        RequestState.OnHold => "En attente",
        RequestState.Accepted => "Prise en charge",
        RequestState.InProgress => "En cours",
        RequestState.Done => "Faite",
        RequestState.Declined => "Refusée",
        RequestState.Withdrawn => "Annulée",
        RequestState.Closed => "Close",
    };

    /// <summary>The colour that goes with the word.</summary>
    public static string Tone(RequestState state) => state switch
    {
        RequestState.Accepted or RequestState.InProgress or RequestState.Done => "good",
        RequestState.Declined => "stop",
        RequestState.Withdrawn or RequestState.Closed => "",
        _ => "wait",
    };

    /// <summary>What it waits for; for an ended one why nothing is left to do. Never empty.</summary>
    public static string WaitsFor(Request state) => state.State switch
    {
        RequestState.Draft => "la confirmation du demandeur par la voie écrite valable (articles 3 et 9)",
        RequestState.WaitingForDetails => "des précisions du client (article 13)",
        RequestState.WaitingForApproval when AllOperations.Get(state.OperationId).Asker is Asker.Direction => "l’accord de la direction du client (article 14)",
        RequestState.WaitingForApproval => "l’accord de l’administrateur ou de la direction du client",
        RequestState.WaitingForTechnician when state.Abstained => "qu’un technicien la trie",
        RequestState.WaitingForTechnician when state.Verdict is Verdict.ProveIdentity => "qu’un technicien rappelle le demandeur à un numéro connu",
        RequestState.WaitingForTechnician => "qu’un technicien la regarde",
        RequestState.ToBeQuoted => "un devis et l’accord du client (articles 1 et 8.1)",
        RequestState.OnHold when state.Verdict is Verdict.Suspended => "la fin de la suspension du contrat (articles 2 et 4)",
        RequestState.OnHold => "un fournisseur ; la date annoncée reste (article 10)",
        RequestState.Accepted => "qu’un technicien commence",
        RequestState.InProgress => "que le technicien termine",
        RequestState.Done => "rien, sauf si le client dit que cela ne marche pas",
        RequestState.Declined => "rien : la demande est refusée",
        RequestState.Withdrawn => "rien : le client l’a annulée",
        RequestState.Closed => "rien : elle est close",
    };

    public static string Reason(DueReason reason) => reason switch
    {
        DueReason.CustomerUnavailable => "client indisponible (article 10)",
        DueReason.SupplierLate => "retard d’un fournisseur (article 10)",
        DueReason.ForceMajeure => "force majeure (article 10)",
        DueReason.CustomerAsked => "autre date demandée par le client (article 13)",
        DueReason.Mistake => "date annoncée par erreur",
    };

    /// <summary>The verdict as the journal says it.</summary>
    public static string Decided(Verdict verdict) => verdict switch
    {
        Verdict.UnknownSender => "expéditeur inconnu",
        Verdict.Terminated => "contrat terminé",
        Verdict.Suspended => "contrat suspendu",
        Verdict.Quote => "hors contrat, sur devis",
        Verdict.Draft => "brouillon, à confirmer",
        Verdict.ProveIdentity => "identité à vérifier",
        Verdict.AwaitApproval => "accord du client nécessaire",
        Verdict.AwaitDetails => "précisions nécessaires",
        Verdict.Accepted => "acceptée",
    };
}
