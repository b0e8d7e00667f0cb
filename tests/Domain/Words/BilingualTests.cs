using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>The check of languages finds what it is there for.</summary>
public sealed class BilingualTests
{
    [Theory]
    [InlineData("Attend un technicien")]
    [InlineData("Reçue par mail")]
    [InlineData("l’échéance")]
    [InlineData("qu’il termine")]
    [InlineData("Déjà")]
    [InlineData("Due : soon")]
    [InlineData("the customer's")]
    [InlineData("« Done »")]
    public void What_is_not_English_is_found(string text) => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Bilingual.English(text));

    [Theory]
    [InlineData("Échéance : demain")]
    [InlineData("L'échéance")]
    [InlineData("Demain;")]
    public void What_is_not_set_is_found(string text) => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Bilingual.French(text));

    [Fact]
    public void A_label_that_is_the_same_twice_is_found()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Bilingual.Check(new Label("Message", "Message")));
        Bilingual.Check(new Label("Rappel n° 2 à 14:10 : c'est l'heure", "Reminder no. 2 at 14:10: it's time"));
    }

    [Fact]
    public void A_name_stays_as_its_owner_spells_it() => Bilingual.English("Élise d’Orval, management", "Élise d’Orval");
}
