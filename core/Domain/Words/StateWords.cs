using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says to technicians where a request stands and what it waits for.</summary>
public static class StateWords
{
    /// <summary>The state in a word or two.</summary>
    public static Label Name(this RequestState state) => state switch
    {
        RequestState.Draft => new("Brouillon", "Draft"),
        RequestState.WaitingForDetails => new("Attend des précisions", "Waiting for details"),
        RequestState.WaitingForApproval => new("Attend un accord", "Waiting for approval"),
        RequestState.WaitingForTechnician => new("Attend un technicien", "Waiting for a technician"),
        RequestState.ToBeQuoted => new("Devis à préparer", "Quote to be prepared"),
        RequestState.OnHold => new("En attente", "On hold"),
        RequestState.Accepted => new("Prise en charge", "Accepted"),
        RequestState.InProgress => new("En cours", "In progress"),
        RequestState.Done => new("Faite", "Done"),
        RequestState.Declined => new("Refusée", "Declined"),
        RequestState.Withdrawn => new("Annulée", "Withdrawn"),
        RequestState.Closed => new("Close", "Closed"),
    };

    /// <summary>What it waits for, to stand after "waits for"; for an ended one why nothing is left to do. Never empty.</summary>
    public static Label WaitsFor(this Request request) => request.State switch
    {
        RequestState.Draft => new(
            "la confirmation du demandeur par la voie écrite valable (articles 3 et 9)",
            "the requester's confirmation by the valid written channel (articles 3 and 9)"),
        RequestState.WaitingForDetails => new("des précisions du client (article 13)", "details from the customer (article 13)"),
        RequestState.WaitingForApproval when AllOperations.Get(request.OperationId).Asker is Asker.Direction => new(
            "l'accord de la direction du client (article 14)", "the approval of the customer's management (article 14)"),
        RequestState.WaitingForApproval => new(
            "l'accord de l'administrateur ou de la direction du client", "the approval of the customer's administrator or management"),
        RequestState.WaitingForTechnician when request.Abstained => new("qu'un technicien la trie", "a technician to sort it"),
        RequestState.WaitingForTechnician when request.Verdict is Verdict.ProveIdentity => new(
            "qu'un technicien rappelle le demandeur à un numéro connu", "a technician to call the requester back on a known number"),
        RequestState.WaitingForTechnician => new("qu'un technicien la regarde", "a technician to look at it"),
        RequestState.ToBeQuoted => new("un devis et l'accord du client (articles 1 et 8.1)", "a quote and the customer's approval (articles 1 and 8.1)"),
        RequestState.OnHold when request.Verdict is Verdict.Suspended => new(
            "la fin de la suspension du contrat (articles 2 et 4)", "the end of the contract's suspension (articles 2 and 4)"),
        RequestState.OnHold => new("un fournisseur ; la date annoncée reste (article 10)", "a supplier; the date that was given stays (article 10)"),
        RequestState.Accepted => new("qu'un technicien commence", "a technician to start"),
        RequestState.InProgress => new("que le technicien termine", "the technician to finish"),
        RequestState.Done => new("rien, sauf si le client dit que cela ne marche pas", "nothing, unless the customer says that it does not work"),
        RequestState.Declined => new("rien : la demande est refusée", "nothing: the request is declined"),
        RequestState.Withdrawn => new("rien : le client l'a annulée", "nothing: the customer has withdrawn it"),
        RequestState.Closed => new("rien : elle est close", "nothing: it is closed"),
    };
}
