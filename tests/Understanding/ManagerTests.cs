using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details.Fields;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Under whom somebody works who arrives.</summary>
public sealed class ManagerTests
{
    [Theory]
    [InlineData("Julie Perrot arrive lundi, son responsable sera Mme Duval.", "Mme Duval")]
    [InlineData("Julie Perrot arrive lundi. Son responsable sera Mme Sylvie Duval.", "Sylvie Duval")]
    [InlineData("Elle travaillera sous la direction de Karim Saadi au bureau d'études.", "Karim Saadi")]
    [InlineData("Julie Perrot, rattachée à Paul Roux, commence le 3.", "Paul Roux")]
    [InlineData("Elle sera rattachée hiérarchiquement à M. Roux", "M. Roux")]
    [InlineData("Nom : Perrot\nPrénom : Julie\nResponsable : Karim Saadi\nService : achats", "Karim Saadi")]
    [InlineData("Manager : sylvie.duval@verrier.example", "sylvie.duval@verrier.example")]
    [InlineData("N+1 : Karim Saadi", "Karim Saadi")]
    [InlineData("Arrivée de Julie Perrot, avec Karim Saadi comme manager", "Karim Saadi")]
    [InlineData("Karim Saadi sera son responsable.", "Karim Saadi")]
    [InlineData("Elle est encadrée par Karim Saadi", "Karim Saadi")]
    [InlineData("Il aura pour responsable Karim Saadi", "Karim Saadi")]
    [InlineData("Sa cheffe : Lise Moreau", "Lise Moreau")]
    [InlineData("Supérieur hiérarchique : Karim SAADI", "Karim Saadi")]
    [InlineData("She will report to Karim Saadi.", "Karim Saadi")]
    [InlineData("Julie Perrot arrive au labo sous la responsabilité de Mme Duval. Copie : Sylvie Duval", "Sylvie Duval")]
    [InlineData("Rattachement hiérarchique : Lise Moreau", "Lise Moreau")]
    public void Is_read(string text, string manager) => Assert.Equal(manager, Manager(text));

    [Theory]
    [InlineData("Notre responsable, Karim Saadi, valide l'arrivée de Julie Perrot.")]
    [InlineData("Julie Perrot sera responsable d'agence à partir du 3.")]
    [InlineData("Julie Perrot arrive lundi au service de Karim Saadi.")]
    [InlineData("Julie Perrot, responsable qualité, commence le 3.")]
    [InlineData("Elle sera rattachée au service Achats.")]
    [InlineData("Son responsable sera Karim, il vous appellera.")]
    [InlineData("Julie Perrot arrive lundi. Même accès que Lise Moreau.")]
    [InlineData("Je suis la responsable de Julie Perrot.")]
    [InlineData("Son responsable reste à définir. Lise Moreau, RH")]
    [InlineData("Son responsable sera Karim Saadi ou Lise Moreau, son responsable est Paul Roux pour l'instant. Leur responsable sera Lise Moreau")]
    [InlineData("Créez le compte de Julie Perrot, elle remplace Karim Saadi")]
    public void Is_not_read_where_nobody_or_several_are_named(string text) => Assert.Null(Manager(text));

    [Fact]
    public void Only_somebody_who_arrives_has_one() =>
        Assert.Null(ManagerReader.Read(TokenizedText.Read("Son responsable sera Karim Saadi."), LicenceOperations.Departure, place: null));

    [Fact]
    public async Task Is_not_taken_for_the_person()
    {
        var arrival = await Read.First("Bonjour,\nJulie Perrot arrive le 23 mars, il lui faut un compte Microsoft 365. Son responsable sera Karim Saadi.\nMerci");
        Assert.Equal((LicenceOperations.Arrival, "Julie Perrot", "Karim Saadi"), (arrival.Operation, arrival.Person, arrival.Fields[FieldNames.Manager]));
    }

    private static string? Manager(string text) => ManagerReader.Read(TokenizedText.Read(text), LicenceOperations.Arrival, place: null);
}
