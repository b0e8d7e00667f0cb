using SiOne.Bot.Domain.Privacy;

namespace SiOne.Bot.Domain.Tests.Privacy;

/// <summary>One person is cut out of others' texts, and nobody else.</summary>
public class PersonCutTests
{
    private static readonly PersonCut Cut = PersonCut.Of(new PersonTraces
    {
        Names = ["Zéphyrine Le Kanarivault"],
        Addresses = ["zeph@scierie.example", "z_k@orange.fr"],
        Phones = ["+33 6 98 76 54 32"],
        Accounts = [new Guid("4f0c8f2e-6b7d-4f0e-9a51-0c2d3e4f5a6b")],
        Others = ["Paul Martin"],
    });

    private static readonly PersonCut Common = PersonCut.Of(new PersonTraces { Names = ["Paul Petit"] });

    private static readonly PersonCut Shared = PersonCut.Of(new PersonTraces { Names = ["Anne Kervadec"], Others = ["Luc Kervadec"] });

    [Theory]
    [InlineData("La boîte de Zéphyrine Le Kanarivault est pleine.", "La boîte de [nom effacé] est pleine.")]
    [InlineData("zephyrine le kanarivault", "[nom effacé]")]
    [InlineData("LE KANARIVAULT Zéphyrine,", "[nom effacé],")]
    [InlineData("Mme Le Kanarivault part", "[nom effacé] part")]
    [InlineData("Z. Le Kanarivault", "[nom effacé]")]
    [InlineData("pour Le-Kanarivault.", "pour [nom effacé].")]
    [InlineData("Ze\u0301phyrine\u00A0Le\r\nKanarivault", "[nom effacé]")]
    [InlineData("Zéphy\u00ADrine Le Kanari\u200Bvault!", "[nom effacé]!")]
    [InlineData("Z\\u00e9phyrine Le Kanarivault", "[nom effacé]")]
    [InlineData("login zephyrine.le.kanarivault, svp", "login [nom effacé], svp")]
    [InlineData("Écrire à Zeph@Scierie.Example.", "Écrire à [adresse effacée].")]
    [InlineData("<z_k@orange.fr>", "<[adresse effacée]>")]
    [InlineData("au 06 98 76 54 32 ou 0698765432", "au [numéro effacé] ou [numéro effacé]")]
    [InlineData("tél. 0033 6.98.76.54.32", "tél. [numéro effacé]")]
    [InlineData("compte 4F0C8F2E-6B7D-4F0E-9A51-0C2D3E4F5A6B", "compte [compte effacé]")]
    public void What_names_them_is_cut_however_it_is_written(string text, string expected)
    {
        Assert.Equal(expected, Cut.Cut(text));
        Assert.True(Cut.IsIn(text));
        Assert.False(Cut.IsIn(expected));
    }

    [Theory]
    [InlineData("Paul Martin et Zéphyrine demandent un écran.")]
    [InlineData("jean.zeph@scierie.example")]
    [InlineData("zeph@scierie.example.org")]
    [InlineData("kanarivaultois")]
    [InlineData("facture 12069876543299")]
    [InlineData("le")]
    [InlineData("")]
    public void What_names_others_or_nobody_stays(string text)
    {
        Assert.Same(text, Cut.Cut(text));
        Assert.False(Cut.IsIn(text));
    }

    [Theory]
    [InlineData("un petit souci", "un petit souci")]
    [InlineData("M. Petit", "[nom effacé]")]
    [InlineData("Petit Paul", "[nom effacé]")]
    public void A_last_name_that_is_a_word_needs_more_to_be_one(string text, string expected) => Assert.Equal(expected, Common.Cut(text));

    [Theory]
    [InlineData("Mme Kervadec", "Mme Kervadec")]
    [InlineData("Luc Kervadec", "Luc Kervadec")]
    [InlineData("Anne Kervadec et Luc Kervadec", "[nom effacé] et Luc Kervadec")]
    public void A_last_name_that_others_bear_names_nobody_by_itself(string text, string expected) => Assert.Equal(expected, Shared.Cut(text));

    [Fact]
    public void One_word_is_no_name_to_go_by_and_nothing_known_finds_nothing()
    {
        Assert.False(PersonCut.Of(new PersonTraces { Names = ["Support", ""] }).IsIn("Le support a appelé."));
        Assert.True(PersonCut.Of(new PersonTraces()).IsEmpty);
    }
}
