using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("Merci de rediriger Paul.Jourdheuil@Verrier.example vers accueil@verrier.example.", "paul.jourdheuil@verrier.example accueil@verrier.example")]
    [InlineData("Fermez stage@verrier.example, oui STAGE@VERRIER.EXAMPLE !", "stage@verrier.example")]
    [InlineData("Alias à ajouter : (a+b_c@sous.verrier.example) ; merci", "a+b_c@sous.verrier.example")]
    [InlineData("Merci de fermer stage@verrier.example\n\nCordialement,\nInès Valbray\nines.valbray@verrier.example", "stage@verrier.example")]
    [InlineData("Merci de fermer stage@verrier.example\n-- \nines.valbray@verrier.example", "stage@verrier.example")]
    [InlineData("Merci de fermer la boîte Contact@", "contact@")]
    [InlineData("rediriger devis@ vers estelle, et compta2@verrier.example aussi", "compta2@verrier.example devis@")]
    public async Task Addresses_in_the_request_are_read(string text, string expected) =>
        Assert.Equal(expected, (await Read.First(text)).Fields[FieldNames.Addresses]);

    [Theory]
    [InlineData("Mon PC ne démarre plus.")]
    [InlineData("@@@ a@b")]
    public async Task Where_there_is_no_address_there_is_no_field(string text) =>
        Assert.False((await Read.First(text)).Fields.ContainsKey(FieldNames.Addresses));

    [Fact]
    public async Task At_most_ten_are_kept()
    {
        var text = "Liste : " + string.Join(", ", Enumerable.Range(1, 30).Select(i => $"p{i}@verrier.example"));
        Assert.Equal(10, (await Read.First(text)).Fields[FieldNames.Addresses].Split(' ').Length);
    }
}
