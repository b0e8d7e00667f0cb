using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says why a plan cannot run, what to mind, and why a yes does not count. Our own sentences: set before they are shown.</summary>
public static class PlanNotices
{
    /// <summary>An obstacle as a sentence.</summary>
    public static Label Say(this Obstacle obstacle) => obstacle switch
    {
        Obstacle.NotRead => new("L'environnement du client n'a pas encore été lu.", "The customer's tenant has not been read yet."),
        Obstacle.NoTenant => new("La fiche du client ne nomme pas son environnement Microsoft 365.", "The customer file names no Microsoft 365 tenant."),
        Obstacle.Unreadable => new(
            "L'environnement du client ne peut pas être lu : autorisation manquante, ou Microsoft ne répond pas.",
            "The customer's tenant cannot be read: consent is missing, or Microsoft does not answer."),
        Obstacle.AccountNotFound => new("Ce compte n'existe pas chez le client.", "There is no such account in the customer's tenant."),
        Obstacle.AccountAmbiguous => new("Plusieurs comptes correspondent : précisez lequel.", "Several accounts fit: say which one."),
        Obstacle.AddressTaken => new("Un compte porte déjà cette adresse.", "An account has this address already."),
        Obstacle.ForeignDomain => new("L'adresse n'appartient pas à un domaine du client.", "The address does not belong to one of the customer's domains."),
        Obstacle.PrivilegedAccount => new("Ce compte a un rôle d'administration : il se traite à part.", "This account has an administrator's role: it is dealt with separately."),
        Obstacle.ProtectedAccount => new("Ce compte est protégé : secours, service ou SI-ONE.", "This account is protected: break-glass, service or SI-ONE."),
        Obstacle.GuestAccount => new("Ce compte est celui d'un invité d'une autre société.", "This account is a guest's, of another company."),
        Obstacle.SyncedAccount => new("Ce compte vient d'un serveur du client : il se modifie là-bas.", "This account comes from a server of the customer: it is changed there."),
        Obstacle.NoLicenceLeft => new("Aucune licence n'est disponible : il faut en commander une.", "No licence is left: one has to be ordered."),
        Obstacle.LicenceByGroup => new("La licence vient d'un groupe, et ne part qu'avec lui.", "The licence comes by a group, and goes only with it."),
        Obstacle.GroupNotFound => new("Aucun groupe ne porte ce nom, ou plusieurs.", "No group has this name, or several do."),
        Obstacle.DeviceNotFound => new("L'appareil ne peut pas être désigné : aucun, ou plusieurs.", "The device cannot be told: there is none, or more than one."),
        Obstacle.VersionNotFound => new("Aucune version du fichier ne correspond à la date.", "No version of the file fits the date."),
        Obstacle.DetailMissing => new("Il manque une indication dans la demande.", "Something is missing in the request."),
    };

    /// <summary>A caution as a sentence.</summary>
    public static Label Say(this Caution caution) => caution switch
    {
        Caution.LastSpareLicence => new(
            "La licence gardée d'avance est utilisée : il est proposé d'en commander une autre (article\u00A014).",
            "The licence kept in advance is used: ordering another one is proposed (article\u00A014)."),
        Caution.BackupEnds => new("La sauvegarde s'arrête avec la licence (article\u00A019).", "The backup ends with the licence (article\u00A019)."),
        Caution.LicenceGrowth => new(
            "Le nombre de licences dépasse de plus de 10 % celui du prix convenu (article\u00A017).",
            "There are over 10% more licences than the price was agreed on (article\u00A017)."),
        Caution.ShortNotice => new("Le préavis dû n'est pas respecté (articles\u00A013 et\u00A016).", "The notice owed is not kept (articles\u00A013 and\u00A016)."),
        Caution.DataOfAnother => new("Les données d'une autre personne sont ouvertes ou déplacées (article\u00A020).", "Somebody else's data is opened or moved (article\u00A020)."),
        Caution.AskSharedOrClosed => new(
            "Boîte fermée ou partagée : à demander ; rien n'est supprimé sans réponse (article\u00A014).",
            "Mailbox closed or shared: to be asked; nothing is deleted without an answer (article\u00A014)."),
    };

    /// <summary>Why a yes does not count, or why the plan does not run.</summary>
    public static Label Say(this ApprovalRefusal refusal) => refusal switch
    {
        ApprovalRefusal.Stopped => new("L'arrêt d'urgence est actif : rien n'est exécuté.", "The stop switch is set: nothing is run."),
        ApprovalRefusal.CustomerUnreadable => new("La fiche du client ne peut pas être lue : rien n'est exécuté.", "The customer file cannot be read: nothing is run."),
        ApprovalRefusal.Suspended => new("Le contrat est suspendu (articles\u00A02 et\u00A04).", "The contract is suspended (articles\u00A02 and\u00A04)."),
        ApprovalRefusal.Terminated => new("Le contrat est terminé (article\u00A02).", "The contract has ended (article\u00A02)."),
        ApprovalRefusal.NotAccepted => new("Le contrat ne permet pas cette opération, ou pas encore.", "The contract does not allow this operation, or not yet."),
        ApprovalRefusal.CannotRun => new("Ce plan ne peut pas être exécuté : il reste un obstacle.", "This plan cannot be run: there is an obstacle left."),
        ApprovalRefusal.OtherTenant => new("L'environnement du plan n'est pas celui du client.", "The plan's tenant is not the customer's."),
        ApprovalRefusal.PlanChanged => new("Le plan a changé depuis son affichage : relisez-le.", "The plan has changed since it was shown: read it again."),
        ApprovalRefusal.NotStaff => new("Seul un technicien de SI-ONE peut approuver.", "Only a technician of SI-ONE can approve."),
        ApprovalRefusal.NotAnApprover => new("Vous n'êtes pas approbateur, ni remplaçant d'un approbateur absent.", "You are no approver, nor stand in for one who is away."),
        ApprovalRefusal.OwnRequest => new("Qui a demandé, ou est visé, n'approuve pas.", "Whoever asked, or is the target, does not approve."),
        ApprovalRefusal.SamePerson => new("Vous avez déjà approuvé : il faut une deuxième personne.", "You have approved already: a second person is needed."),
        ApprovalRefusal.NotConfirmed => new("Recopiez le mot affiché sur la carte pour confirmer.", "Type the word shown on the card to confirm."),
        ApprovalRefusal.CallBackMissing => new(
            "L'identité n'est pas prouvée : rappelez un numéro connu depuis 72\u00A0heures au moins.",
            "The identity is not proven: call back a number on record for at least 72\u00A0hours."),
        ApprovalRefusal.TooEarly => new("C'est trop tôt : approuvez dans les quatre heures qui précèdent l'exécution.", "It is too early: approve within the four hours before it is run."),
        ApprovalRefusal.BeforeItsTime => new("Rien n'est appliqué avant la date donnée (article\u00A013).", "Nothing is applied before the date given (article\u00A013)."),
        ApprovalRefusal.NotApproved => new("Personne n'a approuvé ce plan.", "Nobody has approved this plan."),
        ApprovalRefusal.AlreadyUsed => new("Cette approbation a déjà servi.", "This approval has been used already."),
        ApprovalRefusal.ApproverCap => new("Vous avez atteint la limite de cette heure.", "You have reached the limit of this hour."),
        ApprovalRefusal.CustomerCap => new("La limite de cette heure est atteinte chez ce client.", "The limit of this hour is reached at this customer."),
    };
}
