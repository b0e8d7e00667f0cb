using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Domain.Tests.Digests;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-W01")]
    [InlineData("2026-12-31", "2026-W53")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2026-03-16", "2026-W12")]
    public void A_day_lies_in_its_week(string day, string week)
    {
        var found = IsoWeek.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(week, found.ToString());
        Assert.True(IsoWeek.TryParse(week, out var read));
        Assert.Equal(found, read);
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-w12")]
    [InlineData("2026W12")]
    [InlineData("2026-W1")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_none(string? text) => Assert.False(IsoWeek.TryParse(text, out _));

    [Theory]
    [InlineData("2026-W12", 168)]
    [InlineData("2026-W13", 167)] // The clocks go forward on Sunday, 29 March 2026.
    [InlineData("2026-W43", 169)] // And back on Sunday, 25 October 2026.
    public void A_week_is_Monday_to_Monday_in_Paris(string text, int hours)
    {
        Assert.True(IsoWeek.TryParse(text, out var week));
        Assert.Equal(TimeSpan.FromHours(hours), week.To - week.From);
        Assert.Equal(week.To, week.Next.From);
        Assert.Equal(week, week.Next.Previous);
        Assert.True(week.Holds(week.From));
        Assert.False(week.Holds(week.To));
    }
}
