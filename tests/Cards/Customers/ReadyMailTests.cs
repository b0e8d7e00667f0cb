using SiOne.Bot.Cards.Customers;

namespace SiOne.Bot.Cards.Tests.Customers;

public sealed class ReadyMailTests
{
    [Fact]
    public void Everything_in_the_link_is_encoded() => Assert.Equal(
        "mailto:support@msp.example?subject=%5BSI-7K3M-9QXA%5D%20Ma%20demande%20%26%20la%20suite&body=Bonjour%2C%0D%0A%C3%A7a%20va%20%3F%20%23%3D%25",
        new ReadyMail("support@msp.example", "[SI-7K3M-9QXA] Ma demande & la suite", "Bonjour,\nça va ? #=%").Url);

    [Fact]
    public void Nothing_can_be_added_to_it()
    {
        var url = new ReadyMail("a@b.example?bcc=c@d.example", "s&cc=e@f.example", "t&bcc=g@h.example\r\nTo: i").Url;
        Assert.Equal((1, 1), (url.Count(letter => letter == '?'), url.Count(letter => letter == '&')));
        Assert.DoesNotContain("cc=", url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("\n")]
    public void A_long_text_is_cut_between_characters(string letter)
    {
        var url = new ReadyMail("a@b.example", "s", string.Concat(Enumerable.Repeat(letter, 5_000))).Url;
        Assert.InRange(url.Length, 1_400, 1_600);
        Assert.DoesNotContain("\uFFFD", Uri.UnescapeDataString(url), StringComparison.Ordinal);
    }
}
