namespace SiOne.Bot.Understanding.Tests;

/// <summary>Who is only told of in a mail about oneself, and who is the one it is about.</summary>
public sealed class ToldPersonTests
{
    [Theory]
    [InlineData("Bonjour, mon Excel plante depuis que Claire Petit m'a envoyé un fichier.")]
    [InlineData("Mon ordinateur, récupéré de Jean Petit, ne démarre plus.")]
    [InlineData("Le fichier que Marie Martin m'avait envoyé, dans mon OneDrive, a disparu, merci de le restaurer.")]
    [InlineData("Je n'ai plus le dossier Dupont Frères de mon OneDrive, pouvez-vous le restaurer ?")]
    [InlineData("Mon Outlook ne s'ouvre plus, j'attends un mail de Paul Jourdheuil.")]
    [InlineData("Merci d'installer Excel sur mon PC, Paul Jourdheuil est d'accord.")]
    [InlineData("J'ai oublié mon mot de passe Office 365, Zoé Castelain m'a donné un ancien code.")]
    public async Task Who_is_only_told_of_is_not_the_person(string text)
    {
        Assert.Null((await Read.First(text)).Person);
        Assert.True((await Read.First(text, sender: "Inès Valbray")).Person is null or "Inès Valbray");
    }

    [Theory]
    [InlineData("L'ordinateur de Jean Petit ne démarre plus.", "Jean Petit")]
    [InlineData("Jean Petit n'arrive plus à ouvrir Outlook.", "Jean Petit")]
    [InlineData("Le poste de Jean Petit est très lent depuis ce matin.", "Jean Petit")]
    [InlineData("Merci de mettre un message d'absence sur la boîte de Claire Petit.", "Claire Petit")]
    [InlineData("Claire Petit a perdu son téléphone pro dans le train.", "Claire Petit")]
    [InlineData("Merci de réinitialiser le mot de passe de Claire Petit, elle l'a oublié.", "Claire Petit")]
    [InlineData("Mon collègue Jean Petit ne peut plus se connecter à Office 365, mot de passe oublié.", "Jean Petit")]
    [InlineData("Pouvez-vous installer Excel et Word sur le PC de Claire Petit ?", "Claire Petit")]
    public async Task Who_is_the_object_is(string text, string person) => Assert.Equal(person, (await Read.First(text)).Person);
}
