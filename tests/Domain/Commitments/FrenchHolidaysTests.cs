using System.Globalization;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Domain.Tests.Commitments;

public sealed class FrenchHolidaysTests
{
    /// <summary>Easter Monday, Ascension Thursday and Whit Monday as calendars print them.</summary>
    [Theory]
    [InlineData(2024, "04-01", "05-09", "05-20")]
    [InlineData(2025, "04-21", "05-29", "06-09")]
    [InlineData(2026, "04-06", "05-14", "05-25")]
    [InlineData(2027, "03-29", "05-06", "05-17")]
    [InlineData(2028, "04-17", "05-25", "06-05")]
    [InlineData(2029, "04-02", "05-10", "05-21")]
    [InlineData(2030, "04-22", "05-30", "06-10")]
    public void A_year_has_its_eleven_holidays(int year, string easterMonday, string ascension, string whitMonday)
    {
        string[] expected =
            ["01-01", easterMonday, "05-01", "05-08", ascension, whitMonday, "07-14", "08-15", "11-01", "11-11", "12-25"];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            FrenchHolidays.Of(year).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));
    }

    /// <summary>Easter Sundays as astronomers publish them, the earliest and latest possible ones among them.</summary>
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2285-03-22")]
    public void Easter_falls_where_calendars_say(string day)
    {
        var expected = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(expected, FrenchHolidays.Easter(expected.Year));
    }

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April() => Assert.All(Enumerable.Range(1900, 400), year =>
    {
        var easter = FrenchHolidays.Easter(year);
        Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
        Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
    });

    [Fact]
    public void Two_holidays_may_share_a_day() => Assert.Equal(10, FrenchHolidays.Of(2008).Length);

    [Theory]
    [InlineData("2026-04-03")] // Good Friday is one in Alsace and Moselle alone
    [InlineData("2026-04-05")] // Easter and Whit Sunday are no legal holidays
    [InlineData("2026-05-24")]
    [InlineData("2026-05-15")] // the bridge after Ascension
    [InlineData("2026-12-24")]
    [InlineData("2026-12-26")]
    [InlineData("2026-12-31")]
    public void Days_that_feel_like_holidays_are_none(string day) =>
        Assert.False(FrenchHolidays.Contains(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
