using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.Api;

/// <summary>Tells a journal in French: people by their role, technicians by the name that they gave.</summary>
internal static class JournalWords
{
    /// <summary>One sentence for each event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="customer">Whose people are meant; null when the customer has left the files.</param>
    public static string Say(RequestEvent happened, Customer? customer) => Typography.Set(Sentence(happened, customer), Language.French);

    /// <summary>"23/11/2026 14:10", by the clock of Paris.</summary>
    public static string At(DateTimeOffset instant) => ParisTime.Of(instant).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Sentence(RequestEvent happened, Customer? customer) => happened switch
    {
        RequestEvent.Received e => $"Reçue {Way(e.Channel)} : {Name(e.OperationId)}{(e.Abstained ? " (hypothèse)" : "")}.",
        RequestEvent.Decided e => $"Contrat examiné : {StateWords.Decided(e.Verdict)}{Told(e)}.",
        RequestEvent.ClockPaused => "Délai à l'arrêt : le client doit une réponse.",
        RequestEvent.ClockResumed { Due: { } due } => $"Le délai court de nouveau : {Instant(due.At)}.",
        RequestEvent.ClockResumed => "Le délai court de nouveau.",
        RequestEvent.DueMoved e => $"Échéance déplacée par {Who(e.By, customer)} : {Instant(e.Due.At)} ; motif : {StateWords.Reason(e.Reason)}.",
        RequestEvent.FollowedUp => "Le client a écrit de nouveau.",
        RequestEvent.Moved e => Moved(e, customer),
        RequestEvent.Taken e => $"Prise par {Who(e.By, customer)}.",
        RequestEvent.Corrected e => $"Tri corrigé par {Who(e.By, customer)} : {Name(e.OperationId)}{Day(e.EffectiveOn)}.",
        RequestEvent.Approved e => $"{(e.Granted ? "Accord donné" : "Accord refusé")} par {Person(e.PersonId, customer)}"
            + (e.By.Kind is ActorKind.Technician ? $", noté par {Who(e.By, customer)}." : "."),
        RequestEvent.IdentityProven { By.Kind: ActorKind.Technician } e => $"Identité vérifiée par {Who(e.By, customer)}.",
        RequestEvent.IdentityProven => "Identité confirmée par le demandeur, là où il est connecté.",
        RequestEvent.DetailsAsked e => $"Précisions demandées par {Who(e.By, customer)}.",
        RequestEvent.VisitPlanned e => $"Visite prévue {Instant(e.VisitAt)}, par {Who(e.By, customer)}.",
        RequestEvent.Wrote { ToCustomer: true } e => $"Réponse écrite par {Who(e.By, customer)}.",
        RequestEvent.Wrote e => $"Note interne de {Who(e.By, customer)}.",
        RequestEvent.Reminded e => $"Rappel n° {Count(e.Number)} envoyé au client.",
        RequestEvent.Escalated e => $"Techniciens alertés : {Escalated(e.Of)}.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Moved(RequestEvent.Moved e, Customer? customer) => e.Because switch
    {
        Because.Started => $"Travail commencé par {Who(e.By, customer)}.",
        Because.Done => $"Faite par {Who(e.By, customer)}.",
        Because.Declined => $"Refusée par {Who(e.By, customer)}.",
        Because.ApprovalRefused => "Refusée : le client n'a pas donné son accord.",
        Because.Withdrawn => $"Annulée par {Who(e.By, customer)}.",
        Because.Settled => "Close : le client dit que c'est réglé.",
        Because.StillBroken => "Rouverte : le client dit que cela ne marche pas.",
        Because.Reopened => $"Rouverte par {Who(e.By, customer)}.",
        Because.ClosedByTechnician => $"Close sans réponse par {Who(e.By, customer)}.",
        Because.NoAnswer => "Close : aucune réponse n'est venue.",
        Because.Rested => "Close : faite, et personne ne s'est plaint.",
        Because.Answered when e.By.Kind is ActorKind.Technician => $"Précisions notées par {Who(e.By, customer)}.",
        Because.Answered => "Le client a répondu à la question.",
        Because.QuoteNeeded => $"Passée en devis par {Who(e.By, customer)}.",
        Because.Supplier => $"En attente d'un fournisseur, par {Who(e.By, customer)}.",
        Because.SupplierCame => $"Fin de l'attente, par {Who(e.By, customer)}.",
        _ => $"{StateWords.Name(e.To)}.",
    };

    private static string Told(RequestEvent.Decided e) => e is not { Verdict: Domain.Contract.Verdict.Accepted, Due: { } due } ? ""
        : $" ; {(e.Promise is Promise.Commitment ? "au plus tard" : "objectif :")} {Instant(due.At)}";

    private static string Escalated(Escalation of) => of switch
    {
        Escalation.Due => "échéance proche",
        Escalation.UnconfirmedDraft => "brouillon toujours à confirmer",
        Escalation.Untaken => "personne ne l'a prise",
        Escalation.Unanswered => "le client ne répond pas",
    };

    private static string Who(Actor actor, Customer? customer) => actor.Kind switch
    {
        ActorKind.Technician => $"{Typography.OneLine(actor.Id)} (technicien)",
        ActorKind.Requester => "le demandeur",
        ActorKind.Administrator => Person(actor.Id, customer),
        ActorKind.Employee => "un employé du client",
        ActorKind.Concerned => "la personne concernée",
        ActorKind.Product => "l'horloge",
    };

    private static string Person(string id, Customer? customer) => customer?.FindPerson(id)?.Role switch
    {
        Role.Direction => "la direction du client",
        Role.Employee => "un employé du client",
        Role.ThirdParty => "un tiers",
        _ => "l'administrateur du client",
    };

    /// <summary>How a message came, in words.</summary>
    public static string Way(Channel channel) => channel switch
    {
        Channel.Mail => "par mail",
        Channel.Application => "par l'application",
        Channel.Phone => "par téléphone",
        Channel.Teams => "dans Teams",
    };

    private static string Name(string operationId) => AllOperations.Get(operationId).Name.Fr;

    private static string Day(DateOnly? day) => day is { } given ? $", pour {Instants.Say(given, Language.French)}" : "";

    private static string Instant(DateTimeOffset instant) => Instants.Say(instant, Language.French);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
