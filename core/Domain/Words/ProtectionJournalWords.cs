using System.Diagnostics;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Words;

/// <summary>Tells technicians what happened about personal data: a breach's 36 hours (RGPD V), a right's path (Art. 25).</summary>
internal static class ProtectionJournalWords
{
    /// <summary>One sentence about a breach.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="who">Names whoever acted.</param>
    public static Label Of(BreachEvent happened, Func<Actor, Label> who) => happened switch
    {
        BreachEvent.Proposed e => new(
            $"Délai de notification de 36 heures proposé, compté depuis {Instants.Say(e.AwareAt, Language.French)}.",
            $"Notification time of 36 hours proposed, counted from {Instants.Say(e.AwareAt, Language.English)}."),
        BreachEvent.Started e => Started(e, who(e.By)),
        BreachEvent.Dismissed e => By("Violation de données écartée", "Data breach dismissed", who(e.By)),
        BreachEvent.Drafted e => By("Notification rédigée, pas envoyée,", "Notice written, not sent,", who(e.By)),
        BreachEvent.NoticeSent e => Sent(e, who(e.By)),
        BreachEvent.NoticeReleased e => By("Notification de violation libérée et envoyée", "Breach notice released and sent", who(e.By)),
        BreachEvent.NoticeDropped e => By("Notification de violation abandonnée, rien n'est parti,", "Breach notice dropped, nothing has left,", who(e.By)),
        BreachEvent.NoticeNoted e => Noted(e, who(e.By)),
        BreachEvent.Alerted e => Alerted(e),
        _ => throw new UnreachableException(),
    };

    /// <summary>One sentence about a right.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="who">Names whoever acted.</param>
    public static Label Of(RightsEvent happened, Func<Actor, Label> who) => happened switch
    {
        RightsEvent.Opened => new(
            "Demande de droits : adressée à la protection des données de SI-ONE.", "Data-rights request: given to SI-ONE's data protection."),
        RightsEvent.Marked { Role: DataRole.Controller } e => By("SI-ONE responsable du traitement, dit", "SI-ONE is the controller, said", who(e.By)),
        RightsEvent.Marked e => By("SI-ONE sous-traitant du client, dit", "SI-ONE is the customer's processor, said", who(e.By)),
        RightsEvent.PassedOn e => PassedOn(e, who(e.By)),
        RightsEvent.PassingOnReleased e => By("Demande de droits libérée et transmise au client", "Data-rights request released and passed on to the customer", who(e.By)),
        RightsEvent.PassingOnDropped e => By("Transmission de la demande de droits abandonnée, rien n'est parti,", "Passing the data-rights request on dropped, nothing has left,", who(e.By)),
        RightsEvent.MonthEnds e => Reminded(e),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whom of the customer's, to stand after "à" and "to".</summary>
    internal static Label Name(this ProtectionReader reader) => reader switch
    {
        ProtectionReader.Contact => new("au contact du client pour la protection des données", "to the customer's data-protection contact"),
        ProtectionReader.Direction => new("à la direction du client", "to the customer's management"),
        ProtectionReader.Administrators => new("à l'administrateur du client", "to the customer's administrator"),
    };

    private static Label Started(BreachEvent.Started e, Label who) => new(
        $"Délai de 36 heures démarré par {who.Fr}, compté depuis {Instants.Say(e.AwareAt, Language.French)}.",
        $"36 hours started by {who.En}, counted from {Instants.Say(e.AwareAt, Language.English)}.");

    private static Label Sent(BreachEvent.NoticeSent e, Label who) => e.Held ? new(
        $"Notification de violation préparée par {who.Fr}, adressée {e.To.Name().Fr} : retenue, elle n'est pas partie.",
        $"Breach notice written by {who.En}, addressed {e.To.Name().En}: held, it has not left.") : new(
        $"Notification de violation envoyée {e.To.Name().Fr} par {who.Fr}.", $"Breach notice sent {e.To.Name().En} by {who.En}.");

    private static Label Noted(BreachEvent.NoticeNoted e, Label who) => new(
        $"Notification faite autrement {Instants.Say(e.NotifiedAt, Language.French)}, noté par {who.Fr}.",
        $"Notice given by other means on {Instants.Say(e.NotifiedAt, Language.English)}, noted by {who.En}.");

    private static Label PassedOn(RightsEvent.PassedOn e, Label who) => e.Held ? new(
        $"Comme sous-traitant, transmission préparée par {who.Fr}, adressée {e.To.Name().Fr} : retenue, elle n'est pas partie.",
        $"As processor, passed on by {who.En}, addressed {e.To.Name().En}: held, it has not left.") : new(
        $"Comme sous-traitant, transmise {e.To.Name().Fr} par {who.Fr}.", $"As processor, passed on {e.To.Name().En} by {who.En}.");

    private static Label Alerted(BreachEvent.Alerted e) => e.Number switch
    {
        1 => new("Délai de notification : rappel à mi-temps.", "Notification time: reminder at half time."),
        2 => new("Délai de notification : rappel, il reste 4 heures.", "Notification time: reminder, 4 hours are left."),
        3 => new("Délai de notification écoulé : les techniciens sont alertés.", "Notification time is over: technicians are alerted."),
        _ => new("Délai de notification dépassé de 12 heures : les techniciens sont alertés.", "Notification time exceeded by 12 hours: technicians are alerted."),
    };

    private static Label Reminded(RightsEvent.MonthEnds e) => e.Number switch
    {
        1 => new("Délai d'un mois : rappel une semaine avant la fin.", "One month: reminder a week before its end."),
        _ => new("Délai d'un mois : rappel deux jours avant la fin.", "One month: reminder two days before its end."),
    };

    private static Label By(string fr, string en, Label who) => new($"{fr} par {who.Fr}.", $"{en} by {who.En}.");
}
