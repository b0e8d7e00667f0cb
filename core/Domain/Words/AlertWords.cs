using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Puts an alert to technicians into words.</summary>
public static class AlertWords
{
    private const int MaxAsker = 256;

    /// <summary>Every reason for which technicians are alerted.</summary>
    public static FrozenDictionary<string, Label> Reasons { get; } = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        [Emergencies.Code] = new("Urgence", "Emergency"),
        ["abstained"] = new("Demande à trier", "Request to be sorted"),
        [TechnicianAlert.UnknownSender] = new("Expéditeur inconnu, message à trier", "Unknown sender, message to be sorted"),
        [TechnicianAlert.UnknownFlood] = new(
            "Très nombreux expéditeurs inconnus, les suivants sont seulement sur la page", "Very many unknown senders, the next ones are on the page alone"),
        ["answer-cap"] = new("Trop d'envois en une heure, les suivants attendent un technicien", "Too many mails within an hour, the next ones wait for a technician"),
        ["quarantined"] = new("Message illisible, mis en quarantaine", "Unreadable message, put in quarantine"),
        [Reactions.FollowUp] = new("Suite d'une demande", "Follow-up of a request"),
        ["returned"] = new("Notre message est revenu : non remis", "Our message came back: not delivered"),
        ["undelivered"] = new("Réponse non remise", "Answer not delivered"),
        ["digest-undelivered"] = new("Récapitulatif hebdomadaire non remis", "Weekly digest not delivered"),
        [Reactions.DueSoon] = new("Échéance proche", "Due soon"),
        [Reactions.DraftUnconfirmed] = new("Brouillon toujours à confirmer", "Draft still to be confirmed"),
        [Reactions.Unanswered] = new("Le client ne répond pas", "The customer does not answer"),
        [Reactions.Untaken] = new("Demande que personne n'a encore prise", "Request that nobody has taken yet"),
        [Reactions.ApprovalGiven] = new("Accord du client reçu", "The customer has approved"),
        [Reactions.PlanHalted] = new("Exécution arrêtée, à regarder", "Execution stopped, needs a look"),
        [Reactions.BreachProposed] = new("Violation de données possible : démarrer ou écarter le délai de 36 heures", "Possible data breach: start or dismiss the 36 hours"),
        [Reactions.BreachStarted] = new("Violation de données : le délai de 36 heures est démarré", "Data breach: the 36 hours are started"),
        [Reactions.BreachDismissed] = new("Violation de données écartée par un technicien", "Data breach dismissed by a technician"),
        [Reactions.BreachNotified] = new("Violation de données notifiée au client", "Data breach notified to the customer"),
        [Reactions.BreachNoticeHeld] = new("Violation de données : la notification est prête et retenue, le client n'est pas notifié", "Data breach: the notice is ready and held, the customer is not notified"),
        [Reactions.BreachHalf] = new("Violation de données : la moitié du délai de 36 heures est passée", "Data breach: half of the 36 hours has passed"),
        [Reactions.BreachSoon] = new("Violation de données : il reste 4 heures pour notifier le client", "Data breach: 4 hours are left to notify the customer"),
        [Reactions.BreachEnd] = new("Violation de données : le délai de 36 heures est écoulé", "Data breach: the 36 hours are over"),
        [Reactions.BreachOverdue] = new("Violation de données : délai de 36 heures dépassé de 12 heures", "Data breach: the 36 hours are exceeded by 12 hours"),
        [Reactions.RightAsked] = new("À traiter dans le mois (article\u00a025)", "To be answered within the month (article 25)"),
        [Reactions.RightDue] = new("Droits sur des données personnelles : le délai d'un mois se termine", "Personal data rights: the month is running out"),
        [Reactions.Withdrawn] = new("Demande annulée par le client", "Request withdrawn by the customer"),
        [Reactions.Reopened] = new("Demande rouverte", "Request reopened"),
        ["no-approver"] = new("Personne ne peut donner l'accord chez ce client", "Nobody at this customer can approve"),
        ["terminated"] = new("Demande d'un client dont le contrat a pris fin", "Request of a customer whose contract has ended"),
        ["quote"] = new("Devis à préparer", "Quote to be prepared"),
        ["mailbox-lost"] = new("Une boîte de support n'est plus relevée", "A support mailbox is no longer read"),
        ["mailbox-lost-over"] = new("La boîte de support est de nouveau relevée", "The support mailbox is read again"),
        ["no-mail"] = new("Aucun mail reçu depuis longtemps", "No mail has come in for a long time"),
        ["no-mail-over"] = new("Des mails arrivent de nouveau", "Mail is coming in again"),
        ["outbox-stuck"] = new("Des envois ne partent plus", "Messages no longer leave"),
        ["outbox-stuck-over"] = new("Les envois partent de nouveau", "Messages leave again"),
        ["store-slow"] = new("Le stockage est lent ou en défaut", "The store is slow or failing"),
        ["store-slow-over"] = new("Le stockage fonctionne de nouveau normalement", "The store works normally again"),
        ["cap-reached"] = new("Limite d'approbations atteinte dans l'heure : vérifiez qui approuve", "Cap of approvals reached within the hour: check who approves"),
        ["cap-reached-over"] = new("Les approbations sont de nouveau sous la limite", "Approvals are below the cap again"),
        ["held"] = new("Un envoi retenu bloque la suite", "A held message blocks what follows"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Why technicians are alerted, as a line of its own; a code that has no words is shown.</summary>
    public static Label Reason(string code) => Reasons.GetValueOrDefault(code) ?? Unnamed(Typography.OneLine(code));

    /// <summary>The whole alert: why, whose, which requests until when, and where to find the message. No text of the customer but whom a request is about.</summary>
    public static WordedAlert Say(this TechnicianAlert alert, Language language)
    {
        var reason = Reason(alert.Reason);
        var customer = alert.Customer is { } name ? Typography.OneLine(name) : null;
        return new WordedAlert(
            language,
            Typography.Set(Subject(alert, reason), language) + (customer is null ? "" : $" ({customer})"),
            Typography.Set(reason, language),
            alert.IsAlarm ? Facts(alert, language) :
            [
                .. Warning(alert, language),
                .. alert.DecidedBy is { } approver ? [Typography.Set(new Label("Accord donné par : ", "Approved by: "), language) + Typography.OneLine(approver)] : (string[])[],
                Typography.Set(new Label("Client : ", "Customer: "), language) + (customer ?? new Label("inconnu", "unknown").In(language)),
                Typography.Set(
                    new Label($"Reçu {Instants.Say(alert.ReceivedAt, Language.French)}", $"Received on {Instants.Say(alert.ReceivedAt, Language.English)}"), language),
                .. Protection(alert, language),
                Typography.Set(new Label("Message : ", "Message: "), language) + alert.Intake.Value,
            ],
            [.. alert.Requests.Select(request => Say(request, language))])
        { Said = SaidWords.Of(alert.Protection?.Said, new Label("Le message reçu", "The message"), language) };
    }

    /// <summary>Until when a breach is notified and who decides (RGPD V); for whoever answers for personal data also who asked, verified or not (Art. 25).</summary>
    private static IEnumerable<string> Protection(TechnicianAlert alert, Language language)
    {
        if (alert.NotifyBy is { } until)
            yield return Typography.Set(new Label(
                $"Le client est notifié, si c'en est une, au plus tard {Instants.Say(until, Language.French)}",
                $"If it is one, the customer is notified no later than {Instants.Say(until, Language.English)}"), language);
        if (alert.InCharge is { } name) yield return Typography.Set(new Label("Qui décide : ", "Who decides: "), language) + Typography.OneLine(name);
        if (alert.Protection is not { } facts) yield break;
        yield return Typography.Set(new Label("Demandé par : ", "Asked by: "), language)
            + (Typography.Unlinked(facts.AskedBy, MaxAsker) ?? new Label("inconnu", "unknown").In(language))
            + Typography.Set(facts.Proven ? new Label(", identité vérifiée", ", identity verified") : new Label(", identité NON vérifiée", ", identity NOT verified"), language);
    }

    /// <summary>A stranger under a look-alike domain hopes to be taken for somebody: the technician reads so first.</summary>
    private static ImmutableArray<string> Warning(TechnicianAlert alert, Language language) => alert.Resembles is { } customer
        ? [Typography.Set(new Label("Attention, domaine ressemblant à celui de : ", "Beware, the domain resembles that of: "), language) + Typography.OneLine(customer)]
        : [];

    private static ImmutableArray<string> Facts(TechnicianAlert alarm, Language language)
    {
        var since = Typography.Set(
            new Label($"Depuis {Instants.Say(alarm.ReceivedAt, Language.French)}", $"Since {Instants.Say(alarm.ReceivedAt, Language.English)}"), language);
        return alarm.About is { } mailbox ? [Typography.Set(new Label("Boîte : ", "Mailbox: "), language) + Typography.OneLine(mailbox), since] : [since];
    }

    private static Label Unnamed(string code) => new($"Alerte {code}", $"Alert {code}");

    private static Label Subject(TechnicianAlert alert, Label reason) => alert.Requests switch
    {
        [] => new($"[SI-ONE] {reason.Fr}", $"[SI-ONE] {reason.En}"),
        [var only] => AnswerWords.Subject(only.Reference, reason, AllOperations.Get(only.OperationId).Name),
        [var first, ..] => AnswerWords.Subject(first.Reference, reason, Several(alert.Requests.Length)),
    };

    private static Label Several(int count)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        return new($"{number} demandes", $"{number} requests");
    }

    private static AlertedRequest Say(AnsweredRequest request, Language language) => new(
        request.Reference.Value,
        Typography.Capital(Typography.Set(AllOperations.Get(request.OperationId).Name, language))
            + (request.Abstained ? new Label(" (hypothèse)", " (best guess)").In(language) : ""),
        Typography.Capital(Typography.Set(Verdict(request.Verdict), language)),
        Typography.Set(Due(request), language),
        [.. request.Findings.Where(finding => finding.Audience is Audience.Technicians).DistinctBy(finding => finding.Text).Select(finding => Note(finding, language))])
    { About = RequestWords.About(request, language) };

    // Told and earliest: the technician works against the earlier one. A date that was told to nobody is said to be provisional.
    private static Label Due(AnsweredRequest request)
    {
        if (request.Due is not { } due) return new("Aucune échéance en cours", "Nothing is due at present");
        var (earliest, earliestInEnglish) = (Instants.Say(due.Earliest, Language.French), Instants.Say(due.Earliest, Language.English));
        return request.Verdict switch
        {
            Contract.Verdict.Draft => new(
                $"Échéance provisoire, comptée depuis le premier message : {earliest}", $"Provisional due date, counted from the first message: {earliestInEnglish}"),
            Contract.Verdict.Accepted when due.Earliest < due.At => new(
                $"À traiter avant {earliest} ; annoncé : {Instants.Say(due.At, Language.French)}",
                $"To be handled before {earliestInEnglish}; date given: {Instants.Say(due.At, Language.English)}"),
            Contract.Verdict.Accepted => new(
                $"À traiter avant {Instants.Say(due.At, Language.French)}", $"To be handled before {Instants.Say(due.At, Language.English)}"),
            _ when request.Paused => new(
                $"Échéance provisoire, le délai ne court pas pour l'instant : {earliest}",
                $"Provisional due date, the clock stands still for the time being: {earliestInEnglish}"),
            _ => new($"Échéance provisoire : {earliest}", $"Provisional due date: {earliestInEnglish}"),
        };
    }

    private static string Note(Finding finding, Language language) => Typography.Set(
        finding.IsReading
            ? finding.Text
            : new Label($"{finding.Text.Fr} Voir l'{finding.Article.Cited}.", $"{finding.Text.En} See {finding.Article.CitedInEnglish}."),
        language);

    private static Label Verdict(Verdict verdict) => verdict switch
    {
        Contract.Verdict.UnknownSender => new("expéditeur inconnu", "unknown sender"),
        Contract.Verdict.Terminated => new("contrat terminé", "contract ended"),
        Contract.Verdict.Suspended => new("service suspendu", "service suspended"),
        Contract.Verdict.Quote => new("hors contrat, sur devis", "outside the contract, by quote"),
        Contract.Verdict.Draft => new("brouillon à confirmer", "draft to be confirmed"),
        Contract.Verdict.ProveIdentity => new("identité à vérifier : rappeler à un numéro connu", "identity to be verified: call back on a known number"),
        Contract.Verdict.AwaitApproval => new("attend un accord du client", "waits for the customer's approval"),
        Contract.Verdict.AwaitDetails => new("attend des précisions du client", "waits for details from the customer"),
        Contract.Verdict.Accepted => new("acceptée", "accepted"),
    };
}

/// <summary>An alert in words.</summary>
/// <param name="Language">The language of all of it.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Reason">Why it is sent.</param>
/// <param name="Facts">The customer, when the message was received, and its key, to be found on the local page.</param>
/// <param name="Requests">The requests concerned; may be empty.</param>
public sealed record WordedAlert(
    Language Language, string Subject, string Reason, ImmutableArray<string> Facts, ImmutableArray<AlertedRequest> Requests)
{
    /// <summary>What the customer wrote, for whoever answers for personal data alone; null for technicians.</summary>
    public WordedSaid? Said { get; init; }
}

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
