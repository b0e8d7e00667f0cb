using System.Globalization;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class InstantsTests
{
    [Theory]
    [InlineData("2026-11-26T13:10:00Z", "le jeudi 26 novembre 2026 à 14 h 10", "Thursday 26 November 2026 at 14:10")]
    [InlineData("2026-11-26T13:00:00Z", "le jeudi 26 novembre 2026 à 14 h", "Thursday 26 November 2026 at 14:00")]
    [InlineData("2026-11-26T13:10:59.999Z", "le jeudi 26 novembre 2026 à 14 h 10", "Thursday 26 November 2026 at 14:10")]
    [InlineData("2026-11-26T08:05:00Z", "le jeudi 26 novembre 2026 à 9 h 05", "Thursday 26 November 2026 at 09:05")]
    [InlineData("2026-05-01T07:00:00Z", "le vendredi 1er mai 2026 à 9 h", "Friday 1 May 2026 at 09:00")]
    // Midnight belongs to the day that ends; one minute later it is the next day.
    [InlineData("2026-03-27T23:00:00Z", "le vendredi 27 mars 2026 à minuit", "Friday 27 March 2026 at midnight")]
    [InlineData("2026-03-27T23:00:59Z", "le vendredi 27 mars 2026 à minuit", "Friday 27 March 2026 at midnight")]
    [InlineData("2026-03-27T23:01:00Z", "le samedi 28 mars 2026 à 0 h 01", "Saturday 28 March 2026 at 00:01")]
    [InlineData("2026-12-31T23:00:00Z", "le jeudi 31 décembre 2026 à minuit", "Thursday 31 December 2026 at midnight")]
    [InlineData("2026-06-30T22:00:00Z", "le mardi 30 juin 2026 à minuit", "Tuesday 30 June 2026 at midnight")]
    // 29 March 2026: 2 h does not exist.
    [InlineData("2026-03-29T00:59:00Z", "le dimanche 29 mars 2026 à 1 h 59", "Sunday 29 March 2026 at 01:59")]
    [InlineData("2026-03-29T01:00:00Z", "le dimanche 29 mars 2026 à 3 h", "Sunday 29 March 2026 at 03:00")]
    // 25 October 2026: 2 h comes twice.
    [InlineData("2026-10-25T00:30:00Z", "le dimanche 25 octobre 2026 à 2 h 30 (heure d’été)", "Sunday 25 October 2026 at 02:30 (summer time)")]
    [InlineData("2026-10-25T01:30:00Z", "le dimanche 25 octobre 2026 à 2 h 30 (heure d’hiver)", "Sunday 25 October 2026 at 02:30 (winter time)")]
    [InlineData("2026-10-25T02:00:00Z", "le dimanche 25 octobre 2026 à 3 h", "Sunday 25 October 2026 at 03:00")]
    // The offset that an instant is written with does not matter.
    [InlineData("2026-08-14T23:30:00-07:00", "le samedi 15 août 2026 à 8 h 30", "Saturday 15 August 2026 at 08:30")]
    public void An_instant_is_said_by_the_clock_of_Paris(string instant, string french, string english)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        Assert.Equal(french, Plain(Instants.Say(at, Language.French)));
        Assert.Equal(english, Plain(Instants.Say(at, Language.English)));
    }

    [Theory]
    [InlineData("2026-01-01", "le jeudi 1er janvier 2026", "Thursday 1 January 2026")]
    [InlineData("2026-02-11", "le mercredi 11 février 2026", "Wednesday 11 February 2026")]
    [InlineData("2028-02-29", "le mardi 29 février 2028", "Tuesday 29 February 2028")]
    [InlineData("2026-08-31", "le lundi 31 août 2026", "Monday 31 August 2026")]
    public void A_day_is_said_with_its_name(string day, string french, string english)
    {
        var on = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        Assert.Equal(french, Plain(Instants.Say(on, Language.French)));
        Assert.Equal(english, Plain(Instants.Say(on, Language.English)));
        Assert.Equal(french["le ".Length..], Plain(Instants.Day(on, Language.French)));
        Assert.Equal(english, Plain(Instants.Day(on, Language.English)));
    }

    [Fact]
    public void No_line_breaks_inside_an_hour_or_between_day_and_month() =>
        Assert.Equal(
            "le jeudi 26\u00A0novembre 2026 à\u00A014\u00A0h\u00A010",
            Instants.Say(new DateTimeOffset(2026, 11, 26, 13, 10, 0, TimeSpan.Zero), Language.French));

    private static string Plain(string said) => said.Replace('\u00A0', ' ');
}
