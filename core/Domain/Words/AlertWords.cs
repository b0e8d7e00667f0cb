using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Words;

/// <summary>Puts an alert into words, in French: the technicians' language.</summary>
public static class AlertWords
{
    private const string BreachClock = "breach-clock";

    private static readonly TimeSpan TimeToNotify = TimeSpan.FromHours(36);

    /// <summary>The whole alert: why, whose, which requests until when, and where to find the message. No text of the customer.</summary>
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
                .. Proposal(alert).Select(fact => Typography.Set(fact, Language.French)),
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
        "undelivered" => "Réponse non remise",
        "due-soon" => "Échéance proche",
        "draft-unconfirmed" => "Brouillon toujours à confirmer",
        "untaken" => "Demande que personne n'a encore prise",
        "approval-given" => "Accord du client reçu",
        "withdrawn" => "Demande annulée par le client",
        "reopened" => "Demande rouverte",
        BreachClock => "Violation de données possible, à évaluer",
        _ => $"Alerte {Typography.OneLine(code)}",
    };

    /// <summary>RGPD V: 36 hours by the wall clock. A person decides whether there is a breach at all, so it is only proposed.</summary>
    private static IEnumerable<string> Proposal(TechnicianAlert alert)
    {
        if (alert.Reason != BreachClock || alert.Requests.SelectMany(request => request.Findings).Any(finding => finding.Code == BreachClock)) yield break;
        yield return "Proposition (annexe RGPD V, 36 h) : si la violation est confirmée, le client est à prévenir au plus tard "
            + $"{Instants.Say(alert.ReceivedAt + TimeToNotify, Language.French)}.";
    }

    private static AlertedRequest Say(AnsweredRequest request) => new(
        request.Reference.Value,
        Typography.Capital(Typography.Set(AllOperations.Get(request.OperationId).Name.Fr, Language.French))
            + (request.Abstained ? " (hypothèse)" : ""),
        Typography.Capital(Typography.Set(Verdict(request.Verdict), Language.French)),
        // Told and earliest: the technician works against the earlier one.
        request.Due is not { } due ? "Aucune échéance en cours"
            : request.Verdict is Contract.Verdict.Draft
            ? Typography.Set($"Échéance provisoire, comptée depuis le premier message : {Instants.Say(due.Earliest, Language.French)}", Language.French)
            : due.Earliest < due.At
            ? Typography.Set(
                $"À traiter avant {Instants.Say(due.Earliest, Language.French)} ; annoncé : {Instants.Say(due.At, Language.French)}",
                Language.French)
            : $"À traiter avant {Instants.Say(due.At, Language.French)}",
        [.. request.Findings.Where(finding => finding.Audience is Audience.Technicians).DistinctBy(finding => finding.Text).Select(Note)]);

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
public sealed record AlertedRequest(string Reference, string Title, string Status, string Due, ImmutableArray<string> Notes);
