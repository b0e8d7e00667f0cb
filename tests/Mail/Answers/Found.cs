using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Mail.Tests.Answers;

/// <summary>Findings as clauses make them.</summary>
internal static class Found
{
    public static Finding Emergency { get; } = Of("emergency", "8", null,
        "Un technicien est alerté immédiatement.", "A technician is alerted at once.") with
    { IsReading = true };

    public static Finding OutOfHours { get; } = Of("out-of-hours", "3", null,
        "Votre message est arrivé en dehors des heures de service : du lundi au vendredi, de 8 h 30 à 12 h 30 et de 14 h à 18 h.",
        "Your message arrived outside service hours: Monday to Friday, from 8:30 to 12:30 and from 14:00 to 18:00.") with
    { IsReading = true };

    public static Finding ShortNoticeMailbox { get; } = Of("short-notice-mailbox", "13", null,
        "Une modification de boîte mail s’annonce au moins 48 heures avant sa date effective : nous ferons au mieux pour le mercredi 25\u00A0novembre 2026, "
        + "sans pouvoir le promettre.",
        "A change of mailboxes is announced at least 48 hours before its effective date: we will do our best for Wednesday 25\u00A0November 2026, "
        + "but cannot promise it.");

    public static Finding ShortNoticeAccount { get; } = Of("short-notice-account", "16", null,
        "Une arrivée s’annonce au moins une semaine à l’avance : nous ferons au mieux pour le mardi 1er\u00A0décembre 2026, sans pouvoir le promettre.",
        "An arrival is announced at least one week ahead: we will do our best for Tuesday 1\u00A0December 2026, but cannot promise it.");

    public static Finding BackupEnds { get; } = Of("backup-ends", "19", null,
        "La sauvegarde Microsoft 365 ne couvre que les utilisateurs qui ont une licence : elle s’arrête pour cette personne quand sa licence est retirée.",
        "The Microsoft 365 backup covers only users with a licence: it ends for this person when the licence is taken away.");

    public static Finding MailboxFate { get; } = Of("mailbox-fate", "14", null,
        "Dites-nous si la boîte doit être fermée ou conservée en boîte partagée : sans réponse de votre part, rien n’est supprimé.",
        "Tell us whether the mailbox is to be closed or kept as a shared one: without your answer nothing is deleted.");

    public static Finding RecoveryPoint { get; } = Of("recovery-point", "19", null,
        "La sauvegarde qui peut servir est celle prévue le vendredi 20\u00A0novembre 2026 à\u00A022\u00A0h\u00A030 ; un technicien vérifie d’abord qu’elle a bien eu lieu.",
        "The backup that can serve is the one planned for Friday 20\u00A0November 2026 at\u00A022:30; a technician first checks that it was made.");

    public static Finding NoRecoveryPoint { get; } = Of("no-recovery-point", "19", null,
        "Les versions sont conservées 30 jours : aucune ne remonte à la date demandée.", "Versions are kept for 30 days: none reaches back to the date asked for.");

    public static Finding LocalFolder { get; } = Of("local-folder", "16", null,
        "Les fichiers du Bureau, de Documents ou d’Images n’ont peut-être pas été sauvegardés : seuls ceux qui sont enregistrés dans OneDrive le sont à coup sûr.",
        "Files on the Desktop, in Documents or in Pictures may not have been backed up: only those stored in OneDrive surely are.");

    public static Finding DataRecovery { get; } = Of("data-recovery", "23", null,
        "Le contrat de votre entreprise a pris fin ; ses données sauvegardées peuvent être récupérées jusqu’au soir du vendredi 4\u00A0décembre 2026.",
        "Your company’s contract has ended; its backed-up data can be recovered up to and including Friday 4\u00A0December 2026.");

    public static Finding SpareLicenceUsed { get; } = Of("spare-licence-used", "14", null,
        "Cette demande utilise la licence gardée d’avance : nous proposons à votre administrateur d’en commander une autre.",
        "This request uses the licence kept in advance: we propose to your administrator to order another one.") with
    { Audience = Audience.Administrators };

    public static Finding LicenceGrowth { get; } = Of("licence-growth", "17", null,
        "Avec cette licence, le nombre de licences dépasse de plus de 10\u00A0% celui qui a servi à fixer le prix : une révision du prix est possible.",
        "With this licence, the number of licences exceeds by over 10% the one that the price was based on: the price may be revised.") with
    { Audience = Audience.Administrators };

    public static Finding MayBeBilled { get; } = Of("may-be-billed", "8.1", null,
        "Le message évoque une cause extérieure : la réparation peut être facturable, à apprécier par un technicien.",
        "The message speaks of an outside cause: the repair may be billed, for a technician to judge.") with
    { Audience = Audience.Technicians };

    public static Finding BreachClock { get; } = Of("breach-clock", "RGPD V", null,
        "Violation de données possible : si elle est confirmée, le client est notifié au plus tard le jeudi 26\u00A0novembre 2026 à\u00A02\u00A0h\u00A010.",
        "Possible personal-data breach: if confirmed, the customer is notified no later than Thursday 26\u00A0November 2026 at\u00A002:10.") with
    { Audience = Audience.Technicians };

    public static Finding Terminated { get; } = Of("contract-terminated", "2", Verdict.Terminated,
        "Le contrat de votre entreprise a pris fin ; un technicien examine votre message.",
        "Your company’s contract has ended; a technician will look at your message.");

    public static Finding Suspended { get; } = Of("contract-suspended", "4", Verdict.Suspended,
        "Les prestations prévues au contrat sont momentanément suspendues ; la direction de votre entreprise peut nous joindre.",
        "The services of the contract are suspended for the moment; your company’s management can reach us.");

    public static Finding OutOfContract { get; } = Of("out-of-contract", "1", Verdict.Quote,
        "Ce service ne fait pas partie de ceux que votre entreprise a souscrits : il relève d’un contrat distinct ou d’un devis.",
        "This service is not among those your company has subscribed: it takes a separate contract or a quote.");

    public static Finding OtherSoftware { get; } = Of("other-software", "8.1", Verdict.Quote,
        "Ce logiciel ne fait pas partie des logiciels de bureautique couverts par la maintenance : l’intervention fait l’objet d’un devis.",
        "This software is not among the office software covered by the maintenance: the work takes a quote.");

    public static Finding SereniteHelp { get; } = Of("serenite-help", "8.1", null,
        "Avec la formule Sérénité, nous pouvons contacter pour vous l’éditeur, le constructeur ou le mainteneur agréé ; "
        + "les frais de déplacement, de restauration et d’hébergement restent facturables.",
        "With the Sérénité plan we can contact the software house, the manufacturer or the approved maintainer for you; "
        + "travel, restoration and accommodation costs may be billed.");

    public static Finding MailRequired { get; } = Of("mail-required", "3", Verdict.Draft,
        "Avec la formule Standard, la demande se fait par mail à l’adresse du support.", "With the Standard plan, requests are made by mail to the support address.");

    public static Finding ApplicationRequired { get; } = Of("application-required", "9", Verdict.Draft,
        "Avec votre formule, la demande se fait dans l’application.", "With your plan, requests are made in the application.");

    public static Finding IdentityUnproven { get; } = Of("identity-unproven", "RGPD II c", Verdict.ProveIdentity,
        "Cette demande est sensible : par sécurité, nous vérifions qu’elle vient bien de vous avant d’agir.",
        "This request is sensitive: for safety we verify that it comes from you before we act.") with
    { IsReading = true };

    public static Finding AdministratorRequired { get; } = Of("administrator-required", "14", Verdict.AwaitApproval,
        "Selon la règle de votre entreprise, cette demande doit être approuvée par votre administrateur ou votre direction.",
        "By your company’s rule, this request must be approved by your administrator or your management.") with
    { IsReading = true };

    public static Finding DirectionRequired { get; } = Of("direction-required", "14", Verdict.AwaitApproval,
        "Les équipes Teams et les listes de distribution sont modifiées à la demande de votre direction : son accord est nécessaire.",
        "Teams and distribution lists are changed at your management’s request: its agreement is needed.");

    public static Finding ThirdParty { get; } = Of("third-party", "20", Verdict.AwaitApproval,
        "Votre message est transmis à l’administrateur de l’entreprise concernée, qui confirme la demande.",
        "Your message is passed on to the administrator of the company concerned, who confirms the request.") with
    { IsReading = true };

    public static Finding MissingPerson { get; } = Of("missing-person", "RGPD I", Verdict.AwaitDetails,
        "Merci de nous indiquer le nom complet de la personne concernée.", "Please tell us the full name of the person concerned.");

    public static Finding MissingMailbox { get; } = Of("missing-mailbox", "13", Verdict.AwaitDetails,
        "Merci de nous indiquer l’adresse exacte de la boîte, ou le nom complet de la personne à qui elle appartient.",
        "Please tell us the exact address of the mailbox, or the full name of the person whose it is.");

    public static Finding OthersData { get; } = Of("others-data", "RGPD II", null,
        "Cette demande donne accès aux messages ou aux fichiers d’une autre personne : votre entreprise doit pouvoir la justifier au regard du RGPD.",
        "This request gives access to another person’s mail or files: your company must be able to justify it under the GDPR.");

    private static Finding Of(string code, string article, Verdict? leadsTo, string fr, string en) => new(code, new(article), leadsTo, new(fr, en));
}
