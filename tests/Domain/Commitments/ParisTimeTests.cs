using System.Globalization;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Domain.Tests.Commitments;

public sealed class ParisTimeTests
{
    [Theory]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void A_day_starts_at_midnight_in_Paris(string day, string instant)
    {
        var start = ParisTime.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), start);
        Assert.Equal(TimeSpan.Zero, start.Offset);
    }

    [Theory]
    [InlineData("2026-11-24", "22:30", "2026-11-24T21:30:00Z")]
    [InlineData("2026-07-14", "22:30", "2026-07-14T20:30:00Z")]
    [InlineData("2026-03-29", "01:30", "2026-03-29T00:30:00Z")]
    [InlineData("2026-03-29", "02:00", "2026-03-29T01:00:00Z")] // skipped: 3:00 is what follows
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z")] // skipped: 3:30
    [InlineData("2026-03-29", "03:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29", "03:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25", "01:59", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25", "02:00", "2026-10-25T00:00:00Z")] // comes twice: the first
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "03:00", "2026-10-25T02:00:00Z")]
    [InlineData("2026-10-25", "03:30", "2026-10-25T02:30:00Z")]
    public void An_hour_in_Paris_is_one_instant(string day, string hour, string instant)
    {
        var at = ParisTime.At(A.Day(day), TimeOnly.ParseExact(hour, "HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), at);
        Assert.Equal(TimeSpan.Zero, at.Offset);
    }

    [Theory]
    [InlineData("2026-07-14T21:59:59Z", "2026-07-14")]
    [InlineData("2026-07-14T22:00:00Z", "2026-07-15")]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    public void The_day_is_the_one_in_Paris(string instant, string day) => Assert.Equal(
        day,
        ParisTime.DateOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
