using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Tells a journal to technicians: people by their role, technicians by the name that they gave.</summary>
public static class JournalWords
{
    private static readonly Label Employee = new("un employé du client", "an employee of the customer");

    /// <summary>One sentence for each event, set.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="customer">Whose people are meant; null when the customer has left the files.</param>
    /// <param name="language">The reader's language.</param>
    public static string Say(RequestEvent happened, Customer? customer, Language language) => Typography.Set(Sentence(happened, customer), language);

    /// <summary>"23/11/2026 14:10", by the clock of Paris; the same in both languages.</summary>
    public static string At(DateTimeOffset instant) => ParisTime.Of(instant).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private static Label Sentence(RequestEvent happened, Customer? customer) => happened switch
    {
        RequestEvent.Received e => Received(e),
        RequestEvent.Decided e => Decided(e),
        RequestEvent.ClockPaused => new("Délai à l'arrêt : le client doit une réponse.", "The clock stands still: the customer owes an answer."),
        RequestEvent.ClockResumed { Due: { } due } => new($"Le délai court de nouveau : {French(due.At)}.", $"The clock runs again: {English(due.At)}."),
        RequestEvent.ClockResumed => new("Le délai court de nouveau.", "The clock runs again."),
        RequestEvent.DueMoved e => DueMoved(e, Who(e.By, customer)),
        RequestEvent.FollowedUp => new("Le client a écrit de nouveau.", "The customer has written again."),
        RequestEvent.Moved e => Moved(e, Who(e.By, customer)),
        RequestEvent.Taken e => By("Prise", "Taken", Who(e.By, customer)),
        RequestEvent.Corrected e => Corrected(e, Who(e.By, customer)),
        RequestEvent.Approved e => Approved(e, customer),
        RequestEvent.IdentityProven { By.Kind: ActorKind.Technician, Called: { } called } e => By(
            $"Identité vérifiée par un rappel au numéro qui finit par {called.LastFour},", $"Identity verified by a call back to the number that ends with {called.LastFour},",
            Who(e.By, customer)),
        RequestEvent.IdentityProven { By.Kind: ActorKind.Technician } e => By("Identité vérifiée", "Identity verified", Who(e.By, customer)),
        RequestEvent.IdentityProven => new(
            "Identité confirmée par le demandeur, là où il est connecté.", "Identity confirmed by the requester, from where they are signed in."),
        RequestEvent.DetailsAsked e => By("Précisions demandées", "Details asked", Who(e.By, customer)),
        RequestEvent.VisitPlanned e => By($"Visite prévue {French(e.VisitAt)},", $"Visit planned for {English(e.VisitAt)},", Who(e.By, customer)),
        RequestEvent.Wrote { ToCustomer: true } e => By("Réponse écrite", "Reply written", Who(e.By, customer)),
        RequestEvent.Wrote e => Note(Who(e.By, customer)),
        RequestEvent.Reminded e => new($"Rappel n° {Count(e.Number)} envoyé au client.", $"Reminder no. {Count(e.Number)} sent to the customer."),
        RequestEvent.Breach e => ProtectionJournalWords.Of(e.What, by => Who(by, customer)),
        RequestEvent.Right e => ProtectionJournalWords.Of(e.What, by => Who(by, customer)),
        RequestEvent.Execution e => PlanJournalWords.Of(e.What, by => Who(by, customer)),
        RequestEvent.Escalated e => new($"Techniciens alertés : {e.Of.Name().Fr}.", $"Technicians alerted: {e.Of.Name().En}."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Label Received(RequestEvent.Received e)
    {
        var (way, name) = (e.Channel.Way(), AllOperations.Get(e.OperationId).Name);
        return new(
            $"Reçue {way.Fr} : {name.Fr}{(e.Abstained ? " (hypothèse)" : "")}.", $"Received {way.En}: {name.En}{(e.Abstained ? " (best guess)" : "")}.");
    }

    private static Label Decided(RequestEvent.Decided e)
    {
        var decided = e.Verdict.Decided();
        if (e is not { Verdict: Contract.Verdict.Accepted, Due: { } due }) return new($"Contrat examiné : {decided.Fr}.", $"Contract examined: {decided.En}.");
        var committed = e.Promise is Promise.Commitment;
        return new(
            $"Contrat examiné : {decided.Fr} ; {(committed ? "au plus tard" : "objectif :")} {French(due.At)}.",
            $"Contract examined: {decided.En}; {(committed ? "no later than" : "target:")} {English(due.At)}.");
    }

    private static Label DueMoved(RequestEvent.DueMoved e, Label who)
    {
        var reason = e.Reason.Name();
        return new(
            $"Échéance déplacée par {who.Fr} : {French(e.Due.At)} ; motif : {reason.Fr}.",
            $"Due date moved by {who.En}: {English(e.Due.At)}; reason: {reason.En}.");
    }

    private static Label Corrected(RequestEvent.Corrected e, Label who)
    {
        var name = AllOperations.Get(e.OperationId).Name;
        var (fr, en) = e.EffectiveOn is { } day ? ($", pour {Instants.Say(day, Language.French)}", $", for {Instants.Say(day, Language.English)}") : ("", "");
        return new($"Tri corrigé par {who.Fr} : {name.Fr}{fr}.", $"Category corrected by {who.En}: {name.En}{en}.");
    }

    private static Label Approved(RequestEvent.Approved e, Customer? customer)
    {
        var (person, noted) = (Person(e.PersonId, customer), e.By.Kind is ActorKind.Technician ? Who(e.By, customer) : null);
        return new(
            $"{(e.Granted ? "Accord donné" : "Accord refusé")} par {person.Fr}{(noted is null ? "." : $", noté par {noted.Fr}.")}",
            $"{(e.Granted ? "Approval given" : "Approval refused")} by {person.En}{(noted is null ? "." : $", noted by {noted.En}.")}");
    }

    private static Label Moved(RequestEvent.Moved e, Label who) => e.Because switch
    {
        Because.Started => By("Travail commencé", "Work started", who),
        Because.Done => By("Faite", "Done", who),
        Because.Declined => By("Refusée", "Declined", who),
        Because.ApprovalRefused => new("Refusée : le client n'a pas donné son accord.", "Declined: the customer did not give their approval."),
        Because.Withdrawn => By("Annulée", "Withdrawn", who),
        Because.Settled => new("Close : le client dit que c'est réglé.", "Closed: the customer says that it is settled."),
        Because.StillBroken => new("Rouverte : le client dit que cela ne marche pas.", "Reopened: the customer says that it does not work."),
        Because.Reopened => By("Rouverte", "Reopened", who),
        Because.ClosedByTechnician => By("Close sans réponse", "Closed without an answer", who),
        Because.NoAnswer => new("Close : aucune réponse n'est venue.", "Closed: no answer came."),
        Because.Rested => new("Close : faite, et personne ne s'est plaint.", "Closed: done, and nobody complained."),
        Because.Answered when e.By.Kind is ActorKind.Technician => By("Précisions notées", "Details noted", who),
        Because.Answered => new("Le client a répondu à la question.", "The customer has answered the question."),
        Because.QuoteNeeded => By("Passée en devis", "Turned into a quote", who),
        Because.Supplier => By("En attente d'un fournisseur,", "On hold for a supplier,", who),
        Because.SupplierCame => By("Fin de l'attente,", "End of the hold,", who),
        _ => Stands(e.To.Name()),
    };

    private static Label Stands(Label state) => new($"{state.Fr}.", $"{state.En}.");

    private static Label Note(Label who) => new($"Note interne de {who.Fr}.", $"Internal note by {who.En}.");

    private static Label By(string french, string english, Label who) => new($"{french} par {who.Fr}.", $"{english} by {who.En}.");

    private static Label Who(Actor actor, Customer? customer) => actor.Kind switch
    {
        ActorKind.Technician => Technician(Typography.OneLine(actor.Id)),
        ActorKind.Requester => new("le demandeur", "the requester"),
        ActorKind.Administrator => Person(actor.Id, customer),
        ActorKind.Employee => Employee,
        ActorKind.Concerned => new("la personne concernée", "the person concerned"),
        ActorKind.Product => new("l'horloge", "the clock"),
    };

    private static Label Technician(string name) => new($"{name} (technicien)", $"{name} (technician)");

    private static Label Person(string id, Customer? customer) => customer?.FindPerson(id)?.Role switch
    {
        Role.Direction => new("la direction du client", "the customer's management"),
        Role.Employee => Employee,
        Role.ThirdParty => new("un tiers", "a third party"),
        _ => new("l'administrateur du client", "the customer's administrator"),
    };

    private static string French(DateTimeOffset instant) => Instants.Say(instant, Language.French);

    private static string English(DateTimeOffset instant) => Instants.Say(instant, Language.English);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
