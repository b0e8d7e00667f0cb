using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Tests.Customers;

public sealed class BannerTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 13, 32, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Hugo Ferrand", Language.French, "Déjà traité par Hugo Ferrand à 14:32.")]
    [InlineData("Hugo Ferrand", Language.English, "Already handled by Hugo Ferrand at 14:32.")]
    [InlineData("", Language.French, "Déjà traité à 14:32.")]
    public void Who_was_faster_is_named_with_the_hour_of_Paris(string by, Language language, string text) =>
        Assert.Equal(text, CardBanner.AlreadyDone(by, At, language).Text);
}
