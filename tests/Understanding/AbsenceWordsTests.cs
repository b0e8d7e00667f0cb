using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details.Fields;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>The words of an automatic answer: those that were handed over, and no others.</summary>
public sealed class AbsenceWordsTests
{
    [Theory]
    [InlineData("Je pars en congés, mettez : « Bonjour, je suis absent jusqu'au 12 juin. »", "Bonjour, je suis absent jusqu'au 12 juin.")]
    [InlineData("Message d'absence sur ma boîte svp, avec \"En formation toute la semaine, voir avec Lise Moreau\".", "En formation toute la semaine, voir avec Lise Moreau")]
    [InlineData("coucou tu peux activer mon absence “De retour le 3, urgence : standard” merci", "De retour le 3, urgence : standard")]
    [InlineData("absence auto du 3 au 7 : je suis en vacances, contactez Samia au standard", "je suis en vacances, contactez Samia au standard")]
    [InlineData("Texte à mettre : Notre agence est fermée jusqu'au 15 août inclus.\nMerci !\nLuc", "Notre agence est fermée jusqu'au 15 août inclus.")]
    [InlineData("Réponse automatique à programmer sur accueil@ :\n« L'accueil est fermé vendredi.\nRéouverture lundi à 8 h. »\nMerci", "L'accueil est fermé vendredi.\nRéouverture lundi à 8 h.")]
    [InlineData("Pouvez-vous mettre le texte suivant :\n\nBonjour,\n\nJe suis absente jusqu'au 4 mai.\nEn cas d'urgence, écrivez à compta@.\n\nMerci d'avance,\nLéa", "Bonjour,\n\nJe suis absente jusqu'au 4 mai.\nEn cas d'urgence, écrivez à compta@.")]
    [InlineData("Voici mon message d'absence :\n\nBonjour,\nJe suis en arrêt jusqu'au 20.\nCordialement,\nPaul Roux\n\nMerci pour votre aide\nPaul", "Bonjour,\nJe suis en arrêt jusqu'au 20.\nCordialement,\nPaul Roux")]
    [InlineData("Absence à poser : « Bonjour,\nje reviens le 8.\nCordialement,\nNoa Bihan »\n\nCordialement,\nNoa Bihan", "Bonjour,\nje reviens le 8.\nCordialement,\nNoa Bihan")]
    [InlineData("Changez le message de réponse auto : « Nous sommes ouverts le lundi seulement »", "Nous sommes ouverts le lundi seulement")]
    [InlineData("Remplacez « Je suis absente jusqu'au 3 » par « Je suis absente jusqu'au 17 » dans ma réponse automatique", "Je suis absente jusqu'au 17")]
    [InlineData("Mon absence dit quelque chose d'ancien. Le texte actuel : « Joyeuses fêtes à tous et à toutes ». Mettez « Le cabinet est fermé lundi »", "Le cabinet est fermé lundi")]
    [InlineData("Un message d'absence en deux langues. Français : « Je suis absent jusqu'au 9 ». Anglais : « I am away until the 9th »", "Je suis absent jusqu'au 9\n\nI am away until the 9th")]
    [InlineData("Please set my out of office with the text \"I am on leave until Monday\".", "I am on leave until Monday")]
    [InlineData("message d absence svp avec ce texte: suis en déplacement, joindre Karim au 06, de retour jeudi", "suis en déplacement, joindre Karim au 06, de retour jeudi")]
    [InlineData("Message auto sur ma boîte : je suis en déplacement, voir avec Anne. Pas de renvoi surtout. Luc Adam", "je suis en déplacement, voir avec Anne.")]
    [InlineData("Please set an automatic reply. Text: \"I am away, please call the front desk.\" No forwarding.", "I am away, please call the front desk.")]
    public void Words_in_quotation_marks_or_after_a_colon_are_read(string written, string expected) =>
        Assert.Equal(expected, AbsenceWords.Read(written, MailboxOperations.Absence));

    [Theory]
    [InlineData("Pouvez-vous mettre un message d'absence sur ma boîte du 3 au 12 ?")]
    [InlineData("Absence : du 3 au 12 mai, je vous laisse faire le texte")]
    [InlineData("Mettez que je suis absent jusqu'au 12 et de contacter l'accueil")]
    [InlineData("message d'absence svp : dire de m'appeler en cas d'urgence, je reviens lundi")]
    [InlineData("Demande de message d'absence : je suis en congés la semaine prochaine")]
    [InlineData("Un message d'absence pour Paul, la liste « Direction du site » est prévenue")]
    [InlineData("Ma réponse automatique affiche « Je suis en vacances jusqu'au 2 janvier », enlevez-la")]
    [InlineData("Mettez l'absence de Lise. Mon sujet : les congés de la semaine 12")]
    [InlineData("absence auto pr moi stp, voir avec Momo")]
    [InlineData("Réponse auto à mettre : pouvez-vous le faire avant que je sois en congés ?")]
    [InlineData("Message d'absence pour le 3 : merci")]
    [InlineData("Il y a « Absence » dans mon agenda, activez le message")]
    [InlineData("Agathe est rentrée : enlever son message « absente jusqu'à la rentrée ».")]
    [InlineData("Le message « le magasin est fermé en août » part encore de contact@, merci de l'arrêter.")]
    [InlineData("Notre réponse automatique dit toujours « Bonnes vacances à tous », merci de la retirer.")]
    [InlineData("Sur le message d'absence vous aviez écrit « de retour le 2 mai », merci de corriger la date.")]
    [InlineData("Réponse automatique à mettre lundi : « Nous sommes fermés… »")]
    [InlineData("Deux textes possibles : « Je suis absent lundi » ou « Je reviens mardi matin ». Le message est à mettre demain.")]
    public void Where_nobody_hands_any_over_there_are_none(string written) => Assert.Null(AbsenceWords.Read(written, MailboxOperations.Absence));

    [Theory]
    [InlineData("Paul Roux part vendredi. Réponse automatique : « Paul ne travaille plus ici, écrivez à compta@. »", "Paul ne travaille plus ici, écrivez à compta@.")]
    [InlineData("Départ de Lise Moreau le 30. Message d'absence sur sa boîte : Lise a quitté la société, contactez l'accueil", "Lise a quitté la société, contactez l'accueil")]
    [InlineData("Paul Roux nous quitte. Il dit « Merci à tous pour ces années » dans son pot de départ.", null)]
    [InlineData("Paul Roux part vendredi : sa boîte est à fermer, le message a été envoyé", null)]
    public void A_departure_has_words_where_an_answer_is_named(string written, string? expected) =>
        Assert.Equal(expected, AbsenceWords.Read(written, LicenceOperations.Departure));

    [Fact]
    public void No_other_operation_has_any() => Assert.Null(AbsenceWords.Read("Mettez : « Bonjour, je suis absent jusqu'au 12. »", MailboxOperations.Settings));

    [Fact]
    public void What_no_keyboard_types_is_left_out_and_the_length_is_bounded()
    {
        var words = AbsenceWords.Read("Absence : « Je suis\u0007 absent\r\njusqu'au 12 " + new string('x', 1900) + " »", MailboxOperations.Absence)!;
        Assert.StartsWith("Je suis absent\njusqu'au 12", words, StringComparison.Ordinal);
        Assert.Null(AbsenceWords.Read("Absence : « " + new string('x', 9000) + " »", MailboxOperations.Absence));
    }

    [Fact]
    public async Task They_come_with_the_request()
    {
        var asked = await Read.First("Merci d'activer ma réponse automatique :\n« Absente jusqu'au 12,\nvoir avec l'accueil. »\n\nCordialement,\nIris Bellanger", sender: "Iris Bellanger");
        Assert.Equal((MailboxOperations.Absence, "Absente jusqu'au 12,\nvoir avec l'accueil."), (asked.Operation, asked.Fields[FieldNames.Message]));
    }
}
