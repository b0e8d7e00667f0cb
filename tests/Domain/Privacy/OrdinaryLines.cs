using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Tests.Privacy;

/// <summary>Lines of ordinary requests, many of them about passwords, codes and numbers, that give nothing away. Always the same.</summary>
internal static class OrdinaryLines
{
    private static readonly ImmutableArray<string> Frames =
    [
        "Bonjour, {0} a oublié son mot de passe, merci de le réinitialiser.", "Le mot de passe de {0} est expiré.", "Mot de passe oublié : {0}", "mdp perdu pour {0}", "MDP bloqué pour {0} depuis ce matin",
        "{0} n'arrive plus à changer son mot de passe Windows.", "Comment changer mon mot de passe ? Merci, {0}", "mot de passe refusé sur le poste de {0}, message « compte verrouillé »",
        "Le mot de passe doit-il être changé tous les 90 jours ? {0} me pose la question.", "Le code erreur est 0x80070005 sur le PC de {0}.", "Erreur 535 à l'envoi pour {0}", "erreur 0x8004010F dans Outlook, {0}",
        "code postal 49000, {0}", "Le code article 4471 n'apparaît plus dans Sage, {0}", "le code client 190783 est à revoir, voir avec {0}", "Facture n° 20260315 de {0}", "commande 4500012345 pour {0}",
        "Rappelez {0} au 02 41 00 00 00 svp.", "{0}, 06 12 34 56 78", "tél. +33 2 41 00 00 00, {0}", "Réunion le 15/03/2026 à 14 h 30 avec {0}", "{0} arrive le 1er avril 2026, prévoir un poste et un téléphone.",
        "Merci d'ajouter {0} à la liste de distribution compta@.", "Créer la boîte prenom.nom@client.example pour {0}.", "La clé USB de {0} n'est plus reconnue.", "la clé 4G de {0} ne capte plus",
        "la clé de licence Office de {0} n'est plus valide", "Le wifi de la salle 12 ne marche plus, {0}", "Le réseau Wi-Fi « Invites » a disparu, {0}", "le PC de {0} (PC-045) ne démarre plus",
        "Le poste DESKTOP-4F7K2 de {0} est lent.", "L'imprimante HP-2035 de {0} affiche 49.4C02.", "Windows 11 24H2 ne s'installe pas chez {0}", "Besoin d'Office 2024 pour {0}", "licence Business Premium pour {0}",
        "Son numéro de ticket est INC0012345, {0}", "IP 192.168.1.24, poste de {0}", "adresse MAC 00:1A:2B:3C:4D:5E, {0}", "le partage \\\\srv-fichiers\\compta n'est plus visible, {0}",
        "Restaurer le fichier Budget2026.xlsx supprimé hier par {0}.", "Merci de restaurer le dossier Clients/2025 de {0}.", "SIRET 123 456 789 00012, {0}", "TVA FR12345678901, demande de {0}",
        "Le compte de {0} est bloqué après trois essais.", "{0} ne reçoit plus le code par SMS.", "Le code de vérification n'arrive jamais sur le téléphone de {0}.", "l'authentification à deux facteurs de {0} est à refaire",
        "La session de {0} se ferme toute seule.", "{0} demande un code d'accès au parking.", "Qui a le code de l'alarme ? {0}", "le secret professionnel interdit de vous l'envoyer, {0}",
        "La phrase « connexion en cours » reste affichée, {0}", "J'ai le mot de passe, pas de souci, {0}", "Merci de ne pas envoyer le mot de passe par mail à {0}.", "Le mot de passe est celui d'avant, dit {0}.",
        "le mot de passe est trop court d'après le message, {0}", "Mot de passe incorrect.\n{0} a essayé trois fois.", "Sujet : mot de passe\nBonjour,\n{0} est bloqué.", "Mot de passe :\nMerci de rappeler {0}.",
        "identifiant inconnu au portail, {0}", "Identifiant : à créer pour {0}", "Login : comme d'habitude, {0}", "utilisateur : {0}", "compte : {0} / service comptabilité", "Session : {0}, poste de l'accueil",
        "Le token de la banque de {0} est cassé, le boîtier ne s'allume plus.", "nous avons perdu le badge 12345 de {0}", "l'écran 27 pouces de {0} clignote", "Prévoir 3 licences au 01/04, {0}",
        "La sauvegarde de 22 h 15 a échoué, {0}", "le serveur SRV-2019 redémarre, {0}", "version 16.0.17328.20162 d'Outlook, {0}", "Le colis 8R41234567890 est arrivé, {0}", "code barre 3017620422003, {0}",
        "dossier 2026-0147 de {0}", "immatriculation AB-123-CD, véhicule de {0}", "réf. contrat SI-2026-014, {0}", "IMEI à relever sur le téléphone de {0}", "La salle B204 est réservée par {0}",
        "{0} : votre collègue m'a dit de changer mon mot de passe, comment fait-on ?", "Le mot de passe wifi a-t-il changé ? {0}", "Peut-on avoir la clé wifi ? {0}", "je n'ai pas la clé wifi, {0}",
        "clé wifi : demandez à {0}", "mot de passe wifi : voir affiche à l'accueil, {0}", "le PIN de {0} est bloqué", "code PIN oublié par {0}", "code PUK à demander à l'opérateur pour {0}",
        "le code de {0} ne passe plus à la badgeuse", "le relevé bancaire de {0} est à imprimer, 3 pages", "IMEI 490154203237518 du téléphone de {0}", "SIRET 73282932000074, société de {0}",
        "EAN 4006381333931, commande de {0}", "suivi Colissimo 6A12345678901 pour {0}", "identifiant de la demande : SI-7K3M-9QXA, {0}", "réf. 4970-1000-0000-0155 de {0}", "le mot « secret » reste affiché, {0}",
        "Renouvellement du certificat RPVA de {0} avant le 30/06/2026", "{0} a changé de numéro : 07 81 22 33 44", "le code couleur est rouge, {0}", "session Teams de 15 h avec {0}",
        "votre identifiant client chez l'opérateur, {0} le demande", "mot de passe à changer tous les 3 mois, rappel pour {0}", "{0} veut un gestionnaire de mots de passe (KeePass ou Bitwarden)",
        "passez me voir, {0}", "Pass Navigo de {0} à rembourser", "le passage à Windows 11 est prévu lundi, {0}", "compass est en panne, {0}", "secrétariat : {0}", "Sage 100 : {0} ne peut plus ouvrir la base",
    ];

    private static readonly ImmutableArray<string> People =
    [
        "Claire Aubinet", "Julien Tessier", "M. Hamonic", "Mme Vallois", "Zoé", "Paul R.", "le stagiaire", "notre comptable", "l'accueil", "Élise d'Orval", "Bakary Sissoko", "Anne-Laure",
        "Jean-Pierre Le Goff", "la direction", "Noémie", "Karim Belkacem", "Inès", "M. Nguyen", "Thérèse", "Loïc",
    ];

    /// <summary>At least 2,000 of them.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        .. Frames.SelectMany(frame => People.Select(who => string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, who))).Distinct(StringComparer.Ordinal),
    ];
}
