using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>SI-ONE's own week in words.</summary>
public sealed class OwnDigestWordsTests
{
    private static readonly IsoWeek Week = IsoWeek.Of(new DateOnly(2026, 12, 29));

    [Theory]
    [InlineData(Language.French, "Rien à signaler cette semaine.", "[SI-ONE] Point de la semaine 53 de 2026")]
    [InlineData(Language.English, "Nothing to report this week.", "[SI-ONE] Review of week 53 of 2026")]
    public void An_empty_week_is_one_line(Language language, string line, string subject)
    {
        var words = new OwnDigest { Week = Week }.Say(language);
        Assert.Equal((line, subject), (words.Nothing, words.Subject));
        Assert.Empty(words.Sections);
    }

    [Fact]
    public void A_penalty_says_how_it_comes_about_and_that_a_person_decides()
    {
        var digest = new OwnDigest
        {
            Week = Week,
            LatePayments = [new("Atelier Rive", new DateOnly(2026, 10, 8), 88) { Euros = 1240.8m, MonthlyPercent = 4.14m, Months = 2.87m }],
        };
        var words = digest.Say(Language.French);
        var section = Assert.Single(words.Sections);
        Assert.Equal(
            "Atelier Rive : depuis le jeudi 8 octobre 2026 (88 jours), 1 240,80 € ; pénalité proposée : 4,14 % par mois (1,5 fois le taux légal) pour 2,87 mois, soit 147,43 €",
            Plain(section.Lines[0]));
        Assert.Contains("une personne décide", Plain(section.Note!), StringComparison.Ordinal);
        Assert.Null(words.Nothing);
        Assert.Contains("proposed penalty: 4.14% a month", digest.Say(Language.English).Sections[0].Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_revised_price_shows_its_formula()
    {
        var words = new OwnDigest { Week = Week, PriceRevisions = [new("Atelier Rive", 980.5m, 118.4m, 121.9m)] };
        Assert.Equal("Atelier Rive : 980,50 € × 121,9 / 118,4 = 1 009,48 € par mois", Plain(Assert.Single(words.Say(Language.French).Sections).Lines[0]));
        Assert.Equal("Atelier Rive: €980.50 × 121.9 / 118.4 = €1,009.48 a month", Plain(Assert.Single(words.Say(Language.English).Sections).Lines[0]));
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var overdue = new OwnDue(new("SI-7K3M-9QXA"), LicenceOperations.Assign.Id, "Nom\nforgé", Week.From);
        var lines = Assert.Single(new OwnDigest { Week = Week, Overdue = [.. Enumerable.Repeat(overdue, 14)] }.Say(Language.French).Sections).Lines;
        Assert.Equal(13, lines.Length);
        Assert.Equal("et 2 autres", lines[^1]);
        Assert.StartsWith("SI-7K3M-9QXA · Nom forgé · ", Plain(lines[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_agree_with_their_nouns()
    {
        var lines = Assert.Single(new OwnDigest { Week = Week, Quarantined = 1, Held = 2, Undelivered = 1, CapsReached = 3 }.Say(Language.French).Sections).Lines;
        Assert.Equal(
            ["1 message illisible en quarantaine", "1 envoi non remis cette semaine", "2 envois retenus, qui attendent un technicien", "3 limites atteintes cette semaine"],
            lines.Select(Plain));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
