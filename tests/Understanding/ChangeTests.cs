using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Details.Fields;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Who comes in and who goes out.</summary>
public sealed class ChangeTests
{
    [Theory]
    [InlineData("licence.teams", "Merci de retirer Paul Roux de l'équipe Compta.")]
    [InlineData("mailbox.list", "sortez-la de la liste familles@ svp")]
    [InlineData("licence.sharepoint", "Enlever ses droits sur le dossier Paie, elle a changé de service")]
    [InlineData("licence.sharepoint", "Lise ne doit plus avoir accès au site « Marges ».")]
    [InlineData("mailbox.list", "Je ne veux plus être dans la liste commerciaux")]
    [InlineData("mailbox.list", "Paul n'a plus besoin de recevoir la liste chauffeurs@")]
    [InlineData("licence.teams", "Il a été ajouté par erreur à l'équipe Direction, pouvez-vous le retirer ?")]
    [InlineData("licence.teams", "vire moi de l'équipe Apéro stp 😅")]
    [InlineData("licence.sharepoint", "Coupez-lui l'accès à la bibliothèque « Contentieux » ce soir.")]
    [InlineData("licence.sharepoint", "Suppression des droits de Paul Roux sur Archives")]
    [InlineData("licence.sharepoint", "Mettez fin à son accès au site RH.")]
    [InlineData("mailbox.list", "Désinscription de Lise Moreau de la liste presse@")]
    [InlineData("licence.teams", "Please remove Paul Roux from the team Sales.")]
    [InlineData("licence.teams", "Karim doit être retiré de l'équipe Chantier.")]
    [InlineData("mailbox.list", "L'ancien comptable, à enlever de compta@ dès demain")]
    [InlineData("licence.teams", "Paul Roux n'a plus rien à faire dans l'équipe Paie")]
    [InlineData("mailbox.absence", "Je suis rentrée, vous pouvez désactiver mon message d'absence ?")]
    [InlineData("mailbox.absence", "Enlevez la réponse auto de contact@ svp, on a rouvert")]
    [InlineData("mailbox.redirect", "Arrêtez la redirection de ma boîte vers Lise")]
    [InlineData("mailbox.absence", "Mon message d'absence tourne encore. Pouvez-vous l'enlever ?")]
    [InlineData("mailbox.redirect", "Le renvoi vers Lise est à arrêter vendredi")]
    [InlineData("mailbox.redirect", "merci de supprimer le renvoi de devis@ vers paul.roux@verrier.example")]
    public void Out(string operation, string text) => Assert.Equal(Changes.Remove, Change(operation, text));

    [Theory]
    [InlineData("licence.teams", "Ajoutez Julie Perrot à l'équipe Compta.")]
    [InlineData("mailbox.list", "Tu peux me rajouter dans la liste chantiers@ ?")]
    [InlineData("licence.sharepoint", "Donnez-lui les droits en lecture sur « Paie ».")]
    [InlineData("licence.sharepoint", "Lise a besoin d'un accès au site Archives")]
    [InlineData("licence.teams", "Il a été retiré par erreur de l'équipe Devis, merci de le remettre")]
    [InlineData("mailbox.list", "Inscription de Karim Saadi à la liste astreinte")]
    [InlineData("licence.teams", "Julie remplace Paul pendant son arrêt, ajoutez-la à l'équipe Devis")]
    [InlineData("licence.sharepoint", "Elle doit avoir accès à la bibliothèque « Contentieux » lundi")]
    [InlineData("licence.teams", "Mettez Karim dans l'équipe Astreinte")]
    [InlineData("licence.teams", "Could you add me to the team Sales?")]
    public void In(string operation, string text) => Assert.Equal(Changes.Add, Change(operation, text));

    [Theory]
    [InlineData("licence.teams", "Remplacez Paul Roux par Lise Moreau dans l'équipe Compta")]
    [InlineData("mailbox.list", "Mettez Julie dans compta@ à la place de Paul")]
    [InlineData("mailbox.list", "Retirez Paul de la liste et ajoutez Lise")]
    [InlineData("mailbox.list", "Ne retirez surtout pas Paul de la liste")]
    [InlineData("mailbox.list", "Supprimez la liste stagiaires@, elle ne sert plus")]
    [InlineData("mailbox.list", "Mettez à jour la liste des chauffeurs")]
    [InlineData("licence.teams", "Elle a quitté l'équipe Compta en mars")]
    [InlineData("licence.sharepoint", "Lise n'a plus accès au site Marges depuis ce matin")]
    [InlineData("licence.password", "Ajoutez un code, retirez l'ancien")]
    [InlineData("licence.teams", "L'équipe « Ajouter Paul » ne s'affiche pas")]
    [InlineData("mailbox.absence", "Mettez un message d'absence, et pensez à le retirer lundi")]
    [InlineData("mailbox.redirect", "Redirigez ma boîte vers Lise")]
    [InlineData("mailbox.redirect", "Lise est en arrêt jusqu'au 3, envoyez ses mails chez Paul")]
    [InlineData("mailbox.absence", "Paul s'arrête le 4 mai, son message d'absence doit être prêt")]
    [InlineData("mailbox.redirect", "Coupez ses accès ce soir, ses mails iront chez moi")]
    [InlineData("mailbox.absence", "Compte à désactiver ; message automatique : oui")]
    [InlineData("licence.sharepoint", "Le dossier Associés ne doit plus être visible que par Me Arnaud")]
    [InlineData("licence.teams", "Retirez Sven de l'équipe Portail et conviez Ida à sa place")]
    [InlineData("mailbox.redirect", "Supprimez le renvoi vers Lise et mettez Paul")]
    public void Neither_or_both(string operation, string text) => Assert.Null(Change(operation, text));

    [Fact]
    public void Each_request_of_a_message_has_its_own()
    {
        var body = TokenizedText.Read("Retirez Paul Roux de l'équipe Compta. Ajoutez Lise Moreau à la liste chantiers@.");
        RequestPlace Of(int own) => RequestPlace.OfSentences(body, sentence => sentence == own, sentence => sentence == 1 - own);
        Assert.Equal((Changes.Remove, Changes.Add), (ChangeReader.Read(body, LicenceOperations.Teams, Of(0)), ChangeReader.Read(body, MailboxOperations.List, Of(1))));
    }

    private static string? Change(string operation, string text) => ChangeReader.Read(TokenizedText.Read(text), AllOperations.Get(operation), place: null);
}
