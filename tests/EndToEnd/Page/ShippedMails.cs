namespace SiOne.Bot.EndToEnd.Page;

/// <summary>The demo's mails as the page shows them. An empty operation: none was understood, by intent.</summary>
internal sealed record ShippedMail(string Subject, string End, string Operations)
{
    public static IReadOnlyList<ShippedMail> All { get; } =
    [
        new("Nouvelle adresse mail", "Requests", "mailbox.create"),
        new("compte bloqué", "Requests", "licence.password"),
        new("liste atelier", "Requests", "mailbox.list"),
        new("Départ de Marc Oullier", "Requests", "licence.departure"),
        new("PC qui ne démarre plus", "Requests", "incident.hardware"),
        new("URGENT téléphone volé", "Requests", "phone.lost"),
        new("Restauration d’un dossier", "Requests", "restore.file"),
        new("Devis", "Requests", "other.quote"),
        new("Arrivée de Sarah Lemoine", "Requests", "licence.arrival phone.prepare"),
        new("mail bizarre", "Requests", "incident.security"),
        new("Imprimante", "Requests", "incident.print"),
        new("Besoin d’aide", "Refused", ""),
        new("Réponse automatique : Absence du bureau", "Ignored", ""),
        new("RE: Nouvelle adresse mail", "FollowUp", "mailbox.create"),
    ];
}
