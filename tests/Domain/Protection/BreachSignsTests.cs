using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Tests.Protection;

/// <summary>RGPD V: which words of customers' people tell of a possible breach, and which only sound like it.</summary>
public sealed class BreachSignsTests
{
    [Theory]
    [InlineData("On m'a volé mon ordinateur portable dans le train.")]
    [InlineData("Bonjour, je me suis fait voler mon téléphone hier soir, il m'en faut un autre.")]
    [InlineData("Mon PC portable a été volé cette nuit dans ma voiture, pouvez-vous faire un devis pour un neuf ?")]
    [InlineData("Nous avons été cambriolés ce week-end.")]
    [InlineData("Suite au cambriolage de l'agence, il nous faut trois postes.")]
    [InlineData("J'ai perdu mon téléphone professionnel.")]
    [InlineData("J’ai égaré ma tablette au salon de Nantes.")]
    [InlineData("J'ai perdu une clé USB avec des fichiers clients.")]
    [InlineData("Mon iPhone a disparu pendant le séminaire.")]
    [InlineData("Le portable de Julie est introuvable depuis lundi.")]
    [InlineData("Je ne retrouve plus mon ordinateur, je crois que je l'ai laissé à l'hôtel.")]
    [InlineData("J'ai oublié mon ordinateur dans le TGV de ce matin")]
    [InlineData("Il a laissé son téléphone dans un taxi à Paris.")]
    [InlineData("Vol de mon ordinateur")]
    [InlineData("Perte du téléphone de Mme Lenoir : comment le bloquer ?")]
    [InlineData("Je dois faire une déclaration de vol de PC portable, quel est le numéro de série ?")]
    [InlineData("Le disque dur externe a été dérobé dans nos locaux")]
    [InlineData("On nous a volé deux ordinateurs et une imprimante")]
    [InlineData("Le sac de Marc a été volé, avec son ordinateur dedans.")]
    [InlineData("Un PC volé chez un client doit être remplacé.")]
    [InlineData("merci de commander un smartphone, le mien a été\nvolé avec le portable de ma collègue")]
    [InlineData("On m'a volé mon ordinateur portable hier, quelle est la procédure ?")]
    [InlineData("J'ai perdu mon téléphone, que dois-je faire pour éviter le pire ?")]
    [InlineData("My laptop was stolen last night at the airport.")]
    public void A_lost_or_stolen_device(string text) => Assert.Equal(BreachKind.LostDevice, BreachSigns.In("", text));

    [Theory]
    [InlineData("J'ai envoyé le fichier des salaires au mauvais destinataire.")]
    [InlineData("J'ai envoyé par erreur un mail avec des fiches de paie à un client.")]
    [InlineData("Je me suis trompée de destinataire en envoyant le devis.")]
    [InlineData("Erreur de destinataire : peut-on rappeler le mail ?")]
    [InlineData("Le contrat de M. Petit est parti à la mauvaise personne.")]
    [InlineData("Un dossier médical a été transmis à un mauvais interlocuteur.")]
    [InlineData("J'ai répondu à tous au lieu de répondre à mon directeur, avec le tableau des salaires.")]
    [InlineData("La newsletter est partie avec tous les clients en copie au lieu de CCI.")]
    [InlineData("Les adresses étaient visibles de tous dans le mail de ce matin.")]
    [InlineData("J'ai transféré par mégarde les bulletins de paie à l'ensemble du personnel")]
    [InlineData("La facture a été envoyée à un autre client que le bon.")]
    [InlineData("Nous avons partagé le dossier RH par erreur avec un stagiaire, ce document doit être retiré.")]
    [InlineData("Le message est parti par erreur chez un concurrent.")]
    [InlineData("J'ai mal tapé l'adresse, le RIB a été envoyé à une mauvaise adresse.")]
    [InlineData("Nous recevons par erreur des mails destinés à une autre société.")]
    [InlineData("Désolée, j'ai envoyé le fichier des salaires au mauvais destinataire.")]
    [InlineData("I sent the payroll file to the wrong person.")]
    public void Something_sent_to_the_wrong_person(string text) => Assert.Equal(BreachKind.Misdirected, BreachSigns.In("", text));

    [Theory]
    [InlineData("Je pense que ma boîte mail a été piratée.")]
    [InlineData("J'ai cliqué sur un lien de phishing et saisi mon mot de passe.")]
    [InlineData("Un faux technicien m'a appelé. J'ai donné mes identifiants.")]
    [InlineData("Quelqu'un s'est connecté à mon compte depuis le Nigeria.")]
    [InlineData("Tous les fichiers du serveur sont chiffrés et on nous demande une rançon.")]
    [InlineData("Des mails partent de ma boîte en mon nom, que je n'ai pas écrits.")]
    [InlineData("Nous avons une fuite de données sur l'extranet.")]
    [InlineData("Mon compte est compromis, merci de changer le mot de passe.")]
    [InlineData("Mon compte a été piraté, est-ce que vous pouvez le bloquer ?")]
    [InlineData("J'ai cliqué sur un lien de phishing et saisi mon mot de passe, dois-je le changer ?")]
    [InlineData("J'ai attrapé un virus sur mon PC.")]
    [InlineData("Je me suis fait pirater Outlook, du coup il me faut un nouveau mot de passe")]
    [InlineData("L'antivirus a trouvé un cheval de Troie ce matin.")]
    [InlineData("Connexions suspectes signalées par Microsoft sur le compte de la direction")]
    [InlineData("Victime d'une usurpation : nos clients reçoivent de fausses factures.")]
    public void An_account_or_device_in_strange_hands(string text) => Assert.Equal(BreachKind.Compromise, BreachSigns.In("", text));

    [Theory]
    [InlineData("Le vol de Paris est annulé, je serai en télétravail.")]
    [InlineData("Je n'ai pas reçu le mail.")]
    [InlineData("Mon vol pour Lyon est à 8 h, je pars avec mon ordinateur.")]
    [InlineData("Le drone volé à basse altitude nous a servi pour les photos du chantier.")]
    [InlineData("J'ai perdu le mot de passe de mon ordinateur.")]
    [InlineData("J'ai perdu le code PIN de mon téléphone.")]
    [InlineData("J'ai perdu un fichier sur mon portable.")]
    [InlineData("Mon PC a perdu la connexion au réseau.")]
    [InlineData("Le téléphone perd le réseau toutes les cinq minutes.")]
    [InlineData("J'ai oublié mon ordinateur à la maison, puis-je me connecter d'un autre poste ?")]
    [InlineData("J'ai oublié le mot de passe de mon portable.")]
    [InlineData("Que faire en cas de vol de mon ordinateur ?")]
    [InlineData("Si je perds mon téléphone, à qui dois-je écrire ?")]
    [InlineData("Si j'ai perdu mon téléphone un jour, qui dois-je appeler ?")]
    [InlineData("Si l'ordinateur est volé, que se passe-t-il ?")]
    [InlineData("Quelle est la procédure pour déclarer le vol d'un ordinateur ?")]
    [InlineData("Notre assureur demande si les ordinateurs sont couverts par une assurance contre le vol.")]
    [InlineData("Merci de commander un câble antivol pour l'ordinateur de l'accueil.")]
    [InlineData("Mon ordinateur n'a pas été volé, il était au bureau.")]
    [InlineData("Les icônes du bureau ont disparu de l'écran du PC.")]
    [InlineData("J'ai perdu le chargeur de mon portable.")]
    [InlineData("Je ne trouve plus la souris de mon ordinateur.")]
    [InlineData("J'ai perdu mes mails depuis la mise à jour du téléphone.")]
    [InlineData("Le volet roulant de la salle serveur est bloqué.")]
    [InlineData("Il manque un écran dans la livraison des ordinateurs.")]
    public void What_is_lost_or_stolen_is_no_device(string text) => Assert.Null(BreachSigns.In("", text));

    [Theory]
    [InlineData("Mes mails partent dans les spams de mes clients.")]
    [InlineData("J'ai supprimé par erreur un dossier partagé.")]
    [InlineData("Désolé, le mail est parti par erreur.")]
    [InlineData("J'ai envoyé deux fois la même demande par erreur.")]
    [InlineData("Le colis a été envoyé à la mauvaise adresse.")]
    [InlineData("J'ai envoyé par erreur le document à l'imprimante de l'étage.")]
    [InlineData("Le technicien est parti à la mauvaise adresse.")]
    [InlineData("Je n'ai rien envoyé par erreur, rassurez-vous.")]
    [InlineData("Merci d'envoyer le devis à la bonne adresse : compta@nova.example.")]
    [InlineData("Le mail revient avec une erreur : adresse du destinataire inconnue.")]
    [InlineData("J'ai fermé mon compte rendu par erreur sans l'enregistrer.")]
    [InlineData("Pouvez-vous mettre mon directeur en copie de vos réponses ?")]
    [InlineData("Vous m'avez répondu à côté, ce n'est pas la bonne demande.")]
    [InlineData("Merci de transférer mes mails à Julie pendant mes congés.")]
    public void What_was_sent_went_where_it_should(string text) => Assert.Null(BreachSigns.In("", text));

    [Theory]
    [InlineData("J'ai reçu un mail de phishing mais je n'ai pas cliqué.")]
    [InlineData("Pouvez-vous organiser une formation au phishing ?")]
    [InlineData("Il faut renouveler la licence de l'antivirus.")]
    [InlineData("Ce mail est-il frauduleux ?")]
    [InlineData("Bonjour, est-ce que mon compte a été piraté ?")]
    [InlineData("J'ai reçu un mail bizarre, est-ce un phishing ?")]
    [InlineData("J'ai saisi mon mot de passe et il est refusé.")]
    [InlineData("Je suis malade, un virus, je ne viendrai pas.")]
    [InlineData("Merci de créer le compte de Paul Sourisseau.")]
    [InlineData("J'ai ouvert la pièce jointe et le PDF s'affiche mal.")]
    [InlineData("Le disque doit être chiffré avec BitLocker.")]
    [InlineData("Pouvez-vous prendre la main sur mon poste ?")]
    [InlineData("Je ne peux plus me connecter à mon compte.")]
    [InlineData("Nous voudrions des conseils pour ne pas être piratés.")]
    public void Nobody_is_in(string text) => Assert.Null(BreachSigns.In("", text));

    [Fact]
    public void The_subject_counts_and_words_of_two_sentences_do_not_meet()
    {
        Assert.Equal(BreachKind.LostDevice, BreachSigns.In("Vol de mon portable", "Que dois-je faire ?"));
        Assert.Null(BreachSigns.In("Mon portable", "Le vol est annulé. Mon ordinateur est lent."));
    }

    [Fact]
    public void A_hostile_text_is_read_in_no_time()
    {
        var hostile = string.Concat(Enumerable.Repeat("vole envoye par erreur mail ", 2_000)) + new string('\n', 5_000);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        BreachSigns.In(hostile, hostile);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }
}
