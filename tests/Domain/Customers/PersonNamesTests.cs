using FsCheck.Xunit;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Customers;

public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Hélène Vallois", "HELENE VALLOIS")]
    [InlineData("Hélène Vallois", "Vallois Hélène")]
    [InlineData("Jean-Marc Le Goff", "jean marc LE GOFF")]
    [InlineData("Jean-Marc Le Goff", "Le Goff, Jean-Marc")]
    [InlineData("Zoé D’Artois", "Zoe d'Artois")]
    [InlineData("François Lebœuf", "Francois Leboeuf")]
    [InlineData("Le\u0301a Martin", "Léa Martin")]
    [InlineData("  Léa   Martin ", "Léa\u00A0Martin")]
    public void Names_as_people_write_them_are_the_same(string left, string right)
    {
        Assert.True(PersonNames.Same(left, right));
        Assert.True(PersonNames.Same(right, left));
    }

    [Theory]
    [InlineData("Léa Martin", "Léa")]
    [InlineData("Léa", "Léa")] // a first name alone is not enough
    [InlineData("Léa Martin", "Léa Martinez")]
    [InlineData("Léa Martin", "Léa Martin Durand")]
    [InlineData("Léa Martin", "Théo Martin")]
    [InlineData("Léa Léa", "Léa Martin")]
    [InlineData("", "")]
    [InlineData("- -", "- -")]
    public void Other_names_are_not(string left, string right) => Assert.False(PersonNames.Same(left, right));

    [Fact]
    public void Hostile_text_is_compared_without_a_crash()
    {
        // No InlineData: metadata is UTF-8, which cannot hold half a character; a broken mail can.
        foreach (var text in new[] { "Léa \uD800 Martin", "\uDC00", "Léa \uFFFF Martin", "Léa \uFFFE Martin", "\uD835\uDC00 Martin" })
        {
            Assert.False(PersonNames.Same(text, "Ada Modèle"));
            Assert.False(PersonNames.Same("Ada Modèle", text));
        }
    }

    [Property]
    public bool The_order_of_the_two_does_not_matter(string? left, string? right) =>
        PersonNames.Same(left ?? "", right ?? "") == PersonNames.Same(right ?? "", left ?? "");
}
