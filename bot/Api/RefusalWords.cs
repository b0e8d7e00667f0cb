using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Host.Api;

/// <summary>Tells a technician in French why nothing happened.</summary>
internal static class RefusalWords
{
    /// <summary>Somebody else was faster, several times over.</summary>
    public const string Contended = "Quelqu’un d’autre modifie cette demande en ce moment. Réessayez.";

    public static string Say(Refusal refusal) => refusal switch
    {
        Refusal.NoSuchRequest => "Cette demande n’existe pas.",
        Refusal.NotAllowedNow => "Là où en est la demande, ce n’est pas possible, ou il manque une indication.",
        Refusal.NotTheirs => "Seul un technicien peut le faire.",
        Refusal.AlreadyTheirs => "Vous avez déjà cette demande.",
        Refusal.SamePerson => "Qui a demandé ne peut pas donner l’accord\u00a0: il faut une deuxième personne.",
        Refusal.InThePast => "Cette date est déjà passée.",
        Refusal.BeforeItsDay => "Rien ne peut être appliqué avant la date donnée par le client (article\u00a013).",
        Refusal.AnotherRequest => "Le client ou l’opération ont changé entre-temps. Rechargez la page.",
        Refusal.AlreadyReceived or Refusal.AlreadyFollowedUp => "C’est déjà fait.",
        Refusal.OtherCustomer or Refusal.UnknownSender => "Cette personne n’est pas de ce client.",
    };
}
