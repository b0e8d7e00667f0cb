using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Puts an alert into words, in French: the technicians' language.</summary>
public static class AlertWords
{
    /// <summary>The whole alert: why, whose, which requests until when, and where to find the message. No text of the customer but whom a request is about.</summary>
    public static WordedAlert Say(this TechnicianAlert alert)
    {
        var reason = Reason(alert.Reason);
        var customer = alert.Customer is { } name ? Typography.OneLine(name) : null;
        return new WordedAlert(
            Typography.Set(Subject(alert, reason), Language.French) + (customer is null ? "" : $" ({customer})"),
            Typography.Set(reason, Language.French),
            [
                Typography.Set("Client : ", Language.French) + (customer ?? "inconnu"),
                Typography.Set($"Reçu {Instants.Say(alert.ReceivedAt, Language.French)}", Language.French),
                Typography.Set("Message : ", Language.French) + alert.Intake.Value,
            ],
            [.. alert.Requests.Select(Say)]);
    }

    private static string Subject(TechnicianAlert alert, string reason) => alert.Requests switch
    {
        [] => $"[SI-ONE] {reason}",
        [var only] => $"[{only.Reference}] {reason} : {AllOperations.Get(only.OperationId).Name.Fr}",
        [var first, ..] => $"[{first.Reference}] {reason} : {alert.Requests.Length.ToString(CultureInfo.InvariantCulture)} demandes",
    };

    private static string Reason(string code) => code switch
    {
        "emergency" => "Urgence",
        "abstained" => "Demande à trier",
        "unknown-sender" => "Expéditeur inconnu, message à trier",
        "quarantined" => "Message illisible, mis en quarantaine",
        "follow-up" => "Suite d'une demande",
        "returned" => "Notre message est revenu : non remis",
        "undelivered" => "Réponse non remise",
        "due-soon" => "Échéance proche",
        "draft-unconfirmed" => "Brouillon toujours à confirmer",
        "unanswered" => "Le client ne répond pas",
        "untaken" => "Demande que personne n'a encore prise",
        "approval-given" => "Accord du client reçu",
        "withdrawn" => "Demande annulée par le client",
        "reopened" => "Demande rouverte",
        "no-approver" => "Personne ne peut donner l'accord chez ce client",
        "terminated" => "Demande d'un client dont le contrat a pris fin",
        "quote" => "Devis à préparer",
        "held" => "Un envoi retenu bloque la suite",
        _ => $"Alerte {Typography.OneLine(code)}",
    };

    private static AlertedRequest Say(AnsweredRequest request) => new(
        request.Reference.Value,
        Typography.Capital(Typography.Set(AllOperations.Get(request.OperationId).Name.Fr, Language.French))
            + (request.Abstained ? " (hypothèse)" : ""),
        Typography.Capital(Typography.Set(Verdict(request.Verdict), Language.French)),
        Due(request),
        [.. request.Findings.Where(finding => finding.Audience is Audience.Technicians).DistinctBy(finding => finding.Text).Select(Note)])
    { About = RequestWords.About(request, Language.French) };

    // Told and earliest: the technician works against the earlier one. A date that was told to nobody is said to be provisional.
    private static string Due(AnsweredRequest request) => Typography.Set(
        (request.Due, request.Verdict) switch
        {
            (null, _) => "Aucune échéance en cours",
            ({ } due, Contract.Verdict.Draft) => $"Échéance provisoire, comptée depuis le premier message : {Instants.Say(due.Earliest, Language.French)}",
            ({ } due, Contract.Verdict.Accepted) when due.Earliest < due.At =>
                $"À traiter avant {Instants.Say(due.Earliest, Language.French)} ; annoncé : {Instants.Say(due.At, Language.French)}",
            ({ } due, Contract.Verdict.Accepted) => $"À traiter avant {Instants.Say(due.At, Language.French)}",
            ({ } due, _) when request.Paused => $"Échéance provisoire, le délai ne court pas pour l'instant : {Instants.Say(due.Earliest, Language.French)}",
            ({ } due, _) => $"Échéance provisoire : {Instants.Say(due.Earliest, Language.French)}",
        },
        Language.French);

    private static string Note(Finding finding) => Typography.Set(
        finding.Text.Fr + (finding.IsReading ? "" : $" Voir l'{finding.Article.Cited}."), Language.French);

    private static string Verdict(Verdict verdict) => verdict switch
    {
        Contract.Verdict.UnknownSender => "expéditeur inconnu",
        Contract.Verdict.Terminated => "contrat terminé",
        Contract.Verdict.Suspended => "service suspendu",
        Contract.Verdict.Quote => "hors contrat, sur devis",
        Contract.Verdict.Draft => "brouillon à confirmer",
        Contract.Verdict.ProveIdentity => "identité à vérifier : rappeler à un numéro connu",
        Contract.Verdict.AwaitApproval => "attend un accord du client",
        Contract.Verdict.AwaitDetails => "attend des précisions du client",
        Contract.Verdict.Accepted => "acceptée",
    };
}

/// <summary>An alert in words.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Reason">Why it is sent.</param>
/// <param name="Facts">The customer, when the message was received, and its key, to be found on the local page.</param>
/// <param name="Requests">The requests concerned; may be empty.</param>
public sealed record WordedAlert(string Subject, string Reason, ImmutableArray<string> Facts, ImmutableArray<AlertedRequest> Requests);

/// <summary>One request of an alert, in words.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="Title">The operation, marked when it is only the best guess.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Due">Until when.</param>
/// <param name="Notes">What only technicians may know; may be empty.</param>
public sealed record AlertedRequest(string Reference, string Title, string Status, string Due, ImmutableArray<string> Notes)
{
    /// <summary>Whom it is about, as the message names them; null where it names nobody.</summary>
    public string? About { get; init; }
}
