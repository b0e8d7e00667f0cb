using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says the values before and after that are no names, and what technicians do by hand.</summary>
public static class PlanValues
{
    /// <summary>The words for a value of <see cref="StepValues"/>; null for a name, which stands as it is.</summary>
    public static Label? Of(string value) => value switch
    {
        StepValues.None => new("rien", "nothing"),
        StepValues.Allowed => new("connexion autorisée", "may sign in"),
        StepValues.Blocked => new("connexion bloquée", "may not sign in"),
        StepValues.Member => new("membre", "a member"),
        StepValues.NoMember => new("non membre", "not a member"),
        StepValues.Exists => new("compte actif", "account in place"),
        StepValues.NewPassword => new("mot de passe provisoire, montré une seule fois", "provisional password, shown only once"),
        StepValues.AccessPass => new("code provisoire, montré une seule fois", "provisional code, shown only once"),
        StepValues.SignedOut => new("aucune session ouverte", "no session open"),
        StepValues.AnswersAbsence => new("répond par un message d'absence", "answers with an absence message"),
        StepValues.Located => new("position connue", "position known"),
        StepValues.Locked => new("verrouillé", "locked"),
        StepValues.Wiped => new("effacé", "wiped"),
        StepValues.Retired => new("sans données de l'entreprise", "without the company's data"),
        StepValues.Deleted => new("supprimé, définitivement après 30\u00A0jours", "deleted, for good after 30\u00A0days"),
        StepTarget.All => new("toutes les licences", "all licences"),
        _ => null,
    };

    /// <summary>What a technician does, as a noun phrase.</summary>
    public static Label Say(this HandTask task) => task switch
    {
        HandTask.ConvertToSharedMailbox => new("conversion en boîte partagée, dans Exchange", "conversion into a shared mailbox, in Exchange"),
        HandTask.ChangeDistributionList => new("modification de la liste de distribution, dans Exchange", "change of the distribution list, in Exchange"),
        HandTask.ChangeClassicMailbox => new("modification de la boîte mail classique", "change of the classic mailbox"),
        HandTask.RestoreFromBin => new("restauration depuis la corbeille", "restore from the bin"),
        HandTask.RestoreFromBackup => new("restauration depuis la sauvegarde", "restore from the backup"),
        HandTask.UnlockAccount => new("déblocage du compte, après vérification du motif", "unlocking of the account, once the reason is known"),
        HandTask.ChangeOnPremises => new("modification sur le serveur du client", "change on the customer's own server"),
        HandTask.GrantSiteRights => new("droits d'accès au site", "rights on the site"),
        HandTask.BuyLicences => new("commande de licences", "order of licences"),
        HandTask.HandleUnmanagedDevice => new("appareil inconnu d'Intune, à traiter avec l'opérateur", "device unknown to Intune, to be dealt with by the carrier"),
        HandTask.SaveBeforeRelease => new("dernière sauvegarde avant la fin de la licence", "last backup before the licence ends"),
        HandTask.FollowProcedure => new("intervention d'un technicien", "work of a technician"),
    };
}
