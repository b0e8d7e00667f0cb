namespace SiOne.Bot.Benchmarks.Samples;

/// <summary>What the invented mails are made of. In requests, {0} stands for a person and {1} for a date.</summary>
internal static class Words
{
    public static readonly string[] FirstNames =
    [
        "Aline", "Basile", "Camille", "Delphine", "Élodie", "Fabien", "Gaëlle", "Hugo", "Inès", "Jérôme", "Karine", "Loïc", "Margaux", "Noémie",
        "Olivier", "Pauline", "Quentin", "Romain", "Solène", "Théo", "Ulysse", "Valérie", "Xavier", "Yasmine", "Zoé",
    ];

    public static readonly string[] LastNames =
    [
        "Aubrac", "Bellanger", "Corvaisier", "Delestre", "Esnoult", "Fabulet", "Garancher", "Hennequin", "Izambard", "Jolivard", "Kerloc", "Lantelme",
        "Marchevin", "Nolivos", "Oriot", "Pellerault", "Quilvic", "Rousselin", "Sauvaget", "Thibeaudet", "Urvoas", "Vaudrey", "Wattrelos", "Yvonnic",
    ];

    public static readonly string[] Trades = ["Menuiserie", "Cabinet", "Transports", "Pharmacie", "Garage", "Imprimerie", "Clinique", "Ateliers", "Domaine"];

    public static readonly (string Subject, string Text)[] Requests =
    [
        ("Arrivée de {0}", "{0} nous rejoint le {1} au service comptabilité. Merci de créer son compte Microsoft 365 avec une licence Business Standard."),
        ("Départ de {0}", "{0} quitte l'entreprise le {1}. Pouvez-vous bloquer son compte à cette date et retirer sa licence ?"),
        ("Nouvelle boîte mail", "Pouvez-vous créer une boîte mail pour {0} ? Il faudrait que ce soit prêt pour le {1}."),
        ("Mot de passe oublié", "{0} n'arrive plus à ouvrir sa session, merci de réinitialiser son mot de passe."),
        ("Liste de distribution", "Merci d'ajouter {0} à la liste de distribution des commerciaux à partir du {1}."),
        ("Fichier supprimé", "{0} a supprimé par erreur le dossier Devis du serveur. Est-il possible de le restaurer dans l'état du {1} ?"),
        ("Téléphone professionnel", "Le téléphone de {0} est à remplacer, merci de préparer le nouvel appareil pour le {1}."),
        ("Imprimante en panne", "L'imprimante de l'étage ne fonctionne plus depuis ce matin, {0} ne peut plus imprimer les bons de livraison."),
        ("Transfert de mails", "Pendant l'absence de {0}, jusqu'au {1}, merci de transférer ses mails vers ma boîte."),
        ("Équipe Teams", "Nous aurions besoin d'une nouvelle équipe Teams pour le projet Rénovation, {0} en serait propriétaire."),
        ("Ordinateur très lent", "L'ordinateur de {0} est devenu très lent et se bloque plusieurs fois par jour. Pouvez-vous regarder ?"),
        ("Accès à une boîte partagée", "{0} doit avoir accès à la boîte partagée contact à partir du {1}, en lecture et en envoi."),
        ("Mail suspect", "{0} a reçu un mail suspect qui demande son mot de passe et a peut-être cliqué sur le lien."),
        ("Restauration d'une boîte", "Les mails de {0} d'avant le {1} ont disparu de sa boîte. Merci de les restaurer depuis la sauvegarde."),
    ];

    public static readonly string[] Months = ["janvier", "février", "mars", "avril", "mai", "juin", "septembre", "octobre", "novembre", "décembre"];

    public static readonly string[] Greetings = ["Bonjour,", "Bonjour à tous,", "Bonjour l'équipe,"];

    public static readonly string[] Closings = ["Cordialement,", "Bien à vous,", "Merci d'avance,", "Bonne journée,"];

    public static readonly string[] History =
    [
        "Comme convenu lors de notre réunion de la semaine dernière, voici le compte rendu relu par les deux services.",
        "Les travaux de l'atelier avancent bien et la livraison des machines reste prévue en fin de mois.",
        "Je vous transmets le planning mis à jour, n'hésitez pas à me signaler ce qui ne convient pas.",
        "Le fournisseur a confirmé la commande et nous enverra le bon de livraison dès le départ du camion.",
        "Merci pour votre retour rapide, nous avons bien noté la remarque et corrigé le document en conséquence.",
        "Pour mémoire, la salle du premier étage est occupée toute la journée et la visite commence à neuf heures.",
    ];

    public const string Notice =
        "Ce message et ses pièces jointes sont confidentiels et destinés à leurs seuls destinataires. Si vous l'avez reçu par erreur, merci " +
        "d'en avertir l'expéditeur et de le détruire. Pensez à l'environnement avant d'imprimer ce message.";

    /// <summary>One of them.</summary>
    public static T Pick<T>(this Random random, T[] choices) => choices[random.Next(choices.Length)];
}
