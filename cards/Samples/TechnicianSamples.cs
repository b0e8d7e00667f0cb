using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Samples;

/// <summary>Cards of the technicians' channel; what the host says is French in both.</summary>
internal static class TechnicianSamples
{
    public static ImmutableArray<SampleCard> All { get; } =
    [
        new("technician-request", (sample, language) => TechnicianCards.Request(Request(sample, language))),
        new("technician-approval", (sample, language) => TechnicianCards.Request(Request(sample, language) with
        {
            Title = "Accès à un site SharePoint",
            State = "Attend un accord",
            Tone = StateTone.Wait,
            Due = null,
            Left = null,
            Facts = [new("Attend", "l’accord de l’administrateur ou de la direction du client")],
            Acts =
            [
                Act(sample, CardVerb.Approve, "Noter l’accord", "Cette personne vous a donné son accord : le contrat est examiné de nouveau.") with { Persons = Approvers },
                Act(sample, CardVerb.RefuseApproval, "Noter le refus", "Cette personne a refusé : la demande s’arrête là.") with { Persons = Approvers },
                Act(sample, CardVerb.Reply, "Répondre au client", "Le message part au demandeur.") with { Text = "Votre réponse" },
            ],
        })),
        new("technician-emergency", (sample, language) => TechnicianCards.Request(Request(sample, language) with
        {
            Title = "Téléphone perdu ou volé",
            Emergency = true,
            Proven = false,
            State = "Attend un technicien",
            Tone = StateTone.Wait,
            Excerpt = "J'ai perdu mon téléphone dans le train ce matin, il y a toute ma messagerie dessus.",
            Acts = [Act(sample, CardVerb.ProveIdentity, "Identité vérifiée", "Vous avez rappelé le demandeur à un numéro connu."), .. Acts(sample).Skip(1)],
        })),
        Waiting("technician-details", "Attend des précisions", CardVerb.DetailsCame, "Précisions reçues", "Plus rien ne manque, d’après vous : le contrat est examiné de nouveau."),
        Waiting("technician-quote", "Devis à préparer", CardVerb.QuoteAccepted, "Devis accepté", "Le travail est pris en charge, et le délai court à partir de maintenant."),
        Waiting("technician-hold", "En attente", CardVerb.Resume, "Reprendre", "L’attente est finie, et le demandeur en est informé."),
        new("technician-done", (sample, language) => TechnicianCards.Request(Request(sample, language) with
        {
            State = "Faite",
            Tone = StateTone.Good,
            TakenBy = "Hugo Ferrand",
            Due = null,
            Left = null,
            Facts = [new("Reste à faire", "rien, sauf si le client dit que cela ne marche pas")],
            Acts = [Act(sample, CardVerb.Reopen, "Rouvrir", "Le contrat est examiné de nouveau."), Act(sample, CardVerb.Close, "Clore sans réponse", "Le client n’est pas informé.")],
            Banner = CardBanner.AlreadyDone("Hugo Ferrand", SampleRequests.Received.AddHours(2), language),
        })),
        new("technician-queue", (sample, language) => TechnicianCards.Queue(new QueueCardView(QueueKind.Queue, Lines(sample)) { Language = language, Total = 21 })),
        new("technician-due-soon", (sample, language) => TechnicianCards.Queue(new QueueCardView(QueueKind.DueSoon, Lines(sample)) { Language = language })),
        new("technician-mine-none", (_, language) => TechnicianCards.Queue(new QueueCardView(QueueKind.Mine, []) { Language = language })),
        new("technician-alert", (sample, _) => TechnicianCards.Alert(new AlertCardView(Alert("approval-given").Say())
        {
            Show = [("SI-7K3M-9QXA", sample.Action(CardVerb.Show))],
        })),
        new("technician-alert-stranger", (_, _) => TechnicianCards.Alert(new AlertCardView(
            new TechnicianAlert("unknown-sender", null, [], new("t.19f3a"), SampleRequests.Received).Say()))),
    ];

    /// <summary>A request that waits, with the one act that goes on.</summary>
    private static SampleCard Waiting(string name, string state, CardVerb verb, string act, string hint) => new(name, (sample, language) =>
        TechnicianCards.Request(Request(sample, language) with { State = state, Tone = StateTone.Wait, Left = null, Acts = [Act(sample, verb, act, hint), .. Acts(sample).Skip(1)] }));

    private static ImmutableArray<CardChoice> Approvers { get; } = [new("direction", "Élise d’Orval, direction"), new("admin", "Claire Aubinet, administrateur")];

    private static ImmutableArray<CardChoice> Operations { get; } =
    [
        .. AllOperations.List.Select(operation => new CardChoice(
            operation.Id, Typography.Capital(Typography.Set(operation.Category.Name(), Language.French)) + " · " + Typography.Set(operation.Name, Language.French))),
    ];

    private static TechnicianCardView Request(SampleCard sample, Language language) => new()
    {
        Language = language,
        Reference = "SI-7K3M-9QXA",
        Title = "Attribution d’une licence",
        Customer = "Atelier Rive",
        Level = "Premium",
        AskedBy = "Claire Aubinet",
        Proven = true,
        About = "Julien Tessier",
        Channel = "par l’application",
        ReceivedAt = Instants.Say(SampleRequests.Received, Language.French),
        Due = Instants.Say(SampleRequests.Received.AddHours(48), Language.French),
        Left = "reste 41 h de service",
        State = "Prise en charge",
        Tone = StateTone.Good,
        Facts = [new("Attend", "qu’un technicien commence"), new("Depuis", Instants.Say(SampleRequests.Received, Language.French))],
        Findings =
        [
            new("article 14", "Cette demande utilise la licence gardée d’avance : nous proposons à votre administrateur d’en commander une autre.", "administrateurs et techniciens"),
            new("article 17", "Avec cette licence, le nombre de licences dépasse de plus de 10 % celui qui a servi à fixer le prix."),
        ],
        Account = "3f0b6c52-8a41-4d0e-9a57-1c2d7e94b6aa",
        Attachments = ["Organigramme atelier.pdf", "capture_écran.png"],
        Excerpt = "Bonjour,\n\nil faudrait une licence pour Julien Tessier, qui reprend les dossiers de l'atelier.\n\nMerci,\nClaire",
        History = [new("24/11 14:10", "Reçue par l’application."), new("24/11 14:10", "Acceptée ; au plus tard le jeudi 26 novembre 2026 à 14 h 10."), new("24/11 14:31", "Note interne de Hugo Ferrand : licence en stock.")],
        Acts = Acts(sample),
        Refresh = new CardRefresh(sample.Action(CardVerb.Refresh), ["29:1hugo"]),
    };

    private static ImmutableArray<CardAct> Acts(SampleCard sample) =>
    [
        Act(sample, CardVerb.Start, "Commencer", "Le demandeur est informé que le travail commence."),
        Act(sample, CardVerb.Reply, "Répondre au client", "Le message part au demandeur, à la suite de nos réponses.") with { Text = "Votre réponse" },
        Act(sample, CardVerb.Note, "Note interne", "Aucun client ne la verra jamais.") with { Text = "Votre note" },
        Act(sample, CardVerb.Take, "Prendre la demande", "Elle est à vous ; le client n’en est pas informé."),
        Act(sample, CardVerb.Ask, "Demander des précisions", "La question part au demandeur, et le délai s’arrête jusqu’à sa réponse (article 13).") with { Text = "Votre question" },
        Act(sample, CardVerb.Correct, "Corriger le tri", "Le contrat est examiné de nouveau, et le demandeur informé de ce qui a été compris.") with { Operations = Operations },
        Act(sample, CardVerb.Quote, "Passer en devis", "C’est hors contrat : le demandeur est informé qu’un devis se prépare (articles 1 et 8.1)."),
        Act(sample, CardVerb.Hold, "Attendre un fournisseur", "Le demandeur en est informé ; la date annoncée reste (article 10)."),
        Act(sample, CardVerb.PlanVisit, "Planifier une visite", "Le demandeur reçoit la date et l’heure.") with { At = "Date de la visite" },
        Act(sample, CardVerb.MoveDue, "Déplacer la date", "Le demandeur reçoit la nouvelle date et le motif.") with
        {
            At = "Nouvelle date",
            Reasons = [.. Enum.GetValues<DueReason>().Select(reason => new CardChoice(reason.ToString(), Reason(reason)))],
        },
        Act(sample, CardVerb.Complete, "Terminer", "Le demandeur est informé que c’est fait, et peut dire que cela ne marche pas."),
        Act(sample, CardVerb.Decline, "Refuser la demande", "Le demandeur reçoit le refus avec ce motif.") with { Text = "Le motif, lu par le client" },
        Act(sample, CardVerb.Close, "Clore sans réponse", "Doublon, indésirable ou réglé autrement : le client n’est pas informé."),
    ];

    private static string Reason(DueReason reason) => reason switch
    {
        DueReason.CustomerUnavailable => "Client indisponible (article 10)",
        DueReason.SupplierLate => "Retard d’un fournisseur (article 10)",
        DueReason.ForceMajeure => "Force majeure (article 10)",
        DueReason.CustomerAsked => "Autre date demandée par le client (article 13)",
        DueReason.Mistake => "Date annoncée par erreur",
    };

    private static CardAct Act(SampleCard sample, CardVerb verb, string name, string hint) => new(sample.Action(verb), name, Typography.Set(hint, Language.French));

    private static ImmutableArray<QueueLine> Lines(SampleCard sample) =>
    [
        new("SI-Z0N4-77CR", "Téléphone perdu ou volé", "Atelier Rive", "Attend un technicien", StateTone.Wait) { Emergency = true, Show = sample.Action(CardVerb.Show, "1") },
        new("SI-7K3M-9QXA", "Attribution d’une licence", "Atelier Rive", "En cours", StateTone.Good)
        {
            Due = Instants.Say(SampleRequests.Received.AddHours(48), Language.French), Left = "reste 3 h de service", TakenBy = "Hugo Ferrand", Show = sample.Action(CardVerb.Show, "2"),
        },
        new("SI-2F8Z-K1WD", "Panne d’impression", "Menuiserie Aubert", "Prise en charge", StateTone.Good)
        {
            Due = Instants.Say(SampleRequests.Received.AddHours(50), Language.French), Left = "reste 5 h de service", Show = sample.Action(CardVerb.Show, "3"),
        },
    ];

    private static TechnicianAlert Alert(string reason) => new(
        reason, "Atelier Rive", [SampleRequests.Of(LicenceOperations.Assign, person: "Julien Tessier")], new("t.19f3a"), SampleRequests.Received);
}
