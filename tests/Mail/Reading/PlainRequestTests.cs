namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>Short mails without a farewell or a signature: every word of them is the request's, however much a line looks like a footer.</summary>
public sealed class PlainRequestTests
{
    [Theory]
    [InlineData("Le bureau est ouvert.", "L'imprimante du hall affiche un bourrage papier.")]
    [InlineData("L'accueil est prévenu.", "Le copieur du couloir imprime du papier vert.")]
    [InlineData("Le cabinet est fermé lundi.", "Le service comptable attend une licence Excel.")]
    [InlineData("Horaires du bureau : 8 h à 18 h.", "Le bureau est ouvert de 9 h à 17 h.")]
    [InlineData("Un message est arrivé de la banque.", "Ce mail contient un virus.")]
    [InlineData("Le dossier de paie est parti.", "Ce message a été envoyé par erreur à un mauvais destinataire.")]
    [InlineData("La secrétaire a ouvert la pièce jointe.", "Ce courriel parle d'un virus dans le réseau.")]
    [InlineData("Le magasin ouvre demain.", "Avant d'imprimer, le poste affiche une erreur.")]
    [InlineData("Julie Martin arrive lundi.", "Le téléphone de Julie Martin est cassé.")]
    [InlineData("Client SARL est au courant.", "Client SARL déménage en mars.")]
    [InlineData("Merci.", "Le badge de Paul est à l'accueil.")]
    [InlineData("Merci d'avance.", "La directrice est absente.")]
    [InlineData("Bonne journée.", "L'écran de Claire reste noir.")]
    [InlineData("L'écran de Claire reste noir", "Le clavier aussi")]
    [InlineData("Équipement", "Portable et écran pour Paul Durand")]
    [InlineData("Déménagement", "Bureau du premier vers le second")]
    [InlineData("Renouvellement", "Licence Office de la direction")]
    [InlineData("Paul Durand arrive lundi.", "Paul Durand")]
    [InlineData("Voici les postes touchés.", "Accueil")]
    [InlineData("Le Wi-Fi coupe.", "Le standard ne sonne plus.")]
    [InlineData("La société a changé de nom.", "Metalor devient Metalor Services.")]
    [InlineData("Le portable a été volé.", "Le numéro est le 06 12 34 56 78.")]
    [InlineData("Pour joindre le magasin.", "Le responsable est Paul Durand, 02 41 00 00 00.")]
    [InlineData("La nature du défaut est inconnue.", "Impossible d'imprimer depuis le nouvel environnement.")]
    [InlineData("Il faudrait imprimer les bulletins.", "Le papier n'est plus pris par le bac.")]
    [InlineData("Le scanner est en place.", "Envoyé depuis Outlook, le document revient en erreur.")]
    [InlineData("The office is open.", "The hall printer shows a paper jam.")]
    [InlineData("The scanner works.", "Sent from the scanner, the mail never arrives.")]
    [InlineData("Le serveur est arrêté.", "Le groupe électrogène tourne.")]
    [InlineData("Le pôle paie reprend mardi.", "La mairie attend le devis.")]
    [InlineData("L'association a deux postes.", "Le support des écrans est cassé.")]
    [InlineData("Le cabinet déménage.", "Le fax reste en panne.")]
    [InlineData("La direction est d'accord.", "Le site www.client.example affiche une page blanche.")]
    [InlineData("Bureau 12.", "La prise réseau est arrachée.")]
    [InlineData("Accueil.", "Le terminal de paiement sonne.")]
    [InlineData("Les bulletins partent vendredi.", "Pensez à commander du papier pour imprimer les bulletins.")]
    [InlineData("Le poste est neuf.", "Merci de préparer l'environnement pour imprimer les étiquettes.")]
    [InlineData("La formation est lundi.", "Il est nécessaire d'imprimer depuis le nouvel environnement.")]
    [InlineData("Le réassort est fait.", "Mentions légales : la page du site est vide.")]
    [InlineData("Julie", "Le compte de Paul Durand est bloqué.")]
    public void A_mail_without_a_signature_is_kept_whole(string first, string last)
    {
        foreach (var sender in (string[])["admin@client.example", "Julie Martin <julie@client.example>", "Bureau Client <bureau@client.example>"])
        {
            Assert.Equal($"Bonjour,\n{first}\n{last}", Text(sender, $"Bonjour,\n{first}\n{last}"));
            Assert.Equal($"Bonjour,\n\n{first}\n\n{last}", Text(sender, $"Bonjour,\n\n{first}\n\n{last}"));
        }
    }

    private static string Text(string sender, string text) =>
        Eml.Read(Eml.Plain(text).Replace("Julie Martin <julie@client.example>", sender, StringComparison.Ordinal)).Text;
}
