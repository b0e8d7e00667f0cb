using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Intake;

/// <summary>Texts that ask to wait or not to do it, and those that only sound like it.</summary>
public sealed class ObjectionTests
{
    [Theory]
    [InlineData("Attendez !")]
    [InlineData("Bonjour, merci d'attendre lundi avant de fermer.")]
    [InlineData("Pas encore, il est là jusqu'à vendredi.")]
    [InlineData("Il n'est pas encore parti.")]
    [InlineData("ne faites rien svp")]
    [InlineData("Merci de ne rien faire pour l'instant.")]
    [InlineData("Finalement non, Zoé reste chez nous.")]
    [InlineData("Bonjour,\n\nnon, Paul reste.")]
    [InlineData("Annulez s'il vous plaît")]
    [InlineData("Je souhaite annuler cette demande, désolé.")]
    [InlineData("pas pour l’instant")]
    [InlineData("Ne fermez surtout pas sa boîte, on en a besoin.")]
    [InlineData("ne la supprimez pas")]
    [InlineData("N'y touchez pas avant mon retour")]
    [InlineData("Merci de ne pas supprimer le compte")]
    [InlineData("STOP, erreur de ma part")]
    [InlineData("On peut attendre la semaine prochaine ?")]
    [InlineData("Pouvez-vous reporter à jeudi ?")]
    [InlineData("Paul ne part plus.")]
    [InlineData("Please wait until Monday")]
    [InlineData("Hold off for now.")]
    [InlineData("Not yet, thanks")]
    [InlineData("Don't close it")]
    [InlineData("Please do not delete the mailbox.")]
    [InlineData("Dont delete it")]
    [InlineData("Ne fermez donc rien.")]
    [InlineData("Ne supprimez encore aucun compte.")]
    [InlineData("😕\nNon, Paul reste.")]
    public void Who_asks_to_wait_objects(string text) => Assert.True(PlainWords.Objects(text));

    [Theory]
    [InlineData("")]
    [InlineData("Merci, parfait.")]
    [InlineData("Oui, vous pouvez y aller.")]
    [InlineData("Allez-y sans attendre.")]
    [InlineData("Je ne peux plus attendre !")]
    [InlineData("J'attends toujours, où en est-on ?")]
    [InlineData("N'attendez pas, faites-le maintenant")]
    [InlineData("N'hésitez pas à m'appeler.")]
    [InlineData("N'oubliez pas la licence Visio.")]
    [InlineData("Je n'ai pas encore reçu le mot de passe.")]
    [InlineData("Vous ne recevez pas mes messages ?")]
    [InlineData("À faire au plus tard vendredi.")]
    [InlineData("Dans l'attente de votre retour")]
    [InlineData("Ça ne marche toujours pas.")]
    [InlineData("Désolé de vous avoir fait attendre, je confirme.")]
    [InlineData("I don't see the mailbox yet")]
    [InlineData("Don't hesitate to call me")]
    [InlineData("I can't wait any longer")]
    [InlineData("Please do it today")]
    [InlineData("A-t-on des nouvelles ?")]
    [InlineData("J'en ai marre d'attendre !")]
    [InlineData("Il n'est pas possible d'attendre davantage.")]
    [InlineData("Impossible d'attendre lundi.")]
    [InlineData("Fatigué d'attendre.")]
    [InlineData("J'ai assez attendu, assez d'attendre.")]
    [InlineData("Bonjour, je ne")] // sent too early
    public void Who_hurries_or_tells_does_not(string text) => Assert.False(PlainWords.Objects(text));

    [Fact]
    public void Only_the_first_thousand_characters_are_read()
    {
        Assert.True(PlainWords.Objects(new string('a', 980) + " attendez"));
        Assert.False(PlainWords.Objects(new string('a', 1_000) + " attendez"));
    }

    [Fact]
    public void A_text_is_never_missing() => Assert.Throws<ArgumentNullException>(() => PlainWords.Objects(null!));

    [Fact]
    public void An_objection_is_found_in_a_long_text() =>
        Assert.True(PlainWords.Objects("Bonjour,\nJe viens de voir votre message de ce matin au sujet de Paul Jourdheuil.\nLa direction a changé d'avis : attendez mon appel.\nCordialement"));
}
