using FsCheck.Xunit;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Domain.Tests.Commitments;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-24", 1, "2026-11-25")]
    [InlineData("2026-11-27", 1, "2026-11-30")] // a Friday
    [InlineData("2026-11-28", 1, "2026-11-30")] // a Saturday
    [InlineData("2026-11-24", 5, "2026-12-01")]
    [InlineData("2026-10-30", 15, "2026-11-23")] // 11 November
    [InlineData("2026-04-30", 5, "2026-05-11")] // 1 and 8 May, both Fridays
    [InlineData("2026-05-13", 1, "2026-05-15")] // Ascension; the Friday after it is worked
    [InlineData("2026-05-22", 1, "2026-05-26")] // Whit Monday
    [InlineData("2026-03-31", 15, "2026-04-22")] // Easter Monday
    [InlineData("2026-07-13", 1, "2026-07-15")]
    [InlineData("2026-12-24", 5, "2027-01-04")] // Christmas and New Year's Day
    [InlineData("2027-05-05", 1, "2027-05-07")] // Ascension of 2027
    public void Working_days_are_counted_after_the_day(string day, int count, string expected) =>
        Assert.Equal(A.Day(expected), WorkingDays.After(A.Day(day), count));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void None_or_fewer_cannot_be_counted(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.After(A.Day("2026-11-24"), count));

    [Property]
    public bool Between_lie_exactly_as_many_working_days(ushort offset, byte count)
    {
        var day = new DateOnly(2020, 1, 1).AddDays(offset % 5000);
        var wanted = (count % 40) + 1;
        var reached = WorkingDays.After(day, wanted);
        var calendar = new ServiceCalendar();
        return calendar.IsServiceDay(reached)
            && Enumerable.Range(1, reached.DayNumber - day.DayNumber).Count(i => calendar.IsServiceDay(day.AddDays(i))) == wanted;
    }
}
