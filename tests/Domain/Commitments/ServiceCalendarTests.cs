using System.Globalization;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Commitments;

public sealed class ServiceCalendarTests
{
    [Theory]
    [InlineData("2026-11-23", "none", true)] // Monday
    [InlineData("2026-11-27", "none", true)] // Friday
    [InlineData("2026-11-28", "none", false)] // Saturday
    [InlineData("2026-11-29", "none", false)] // Sunday
    [InlineData("2026-11-11", "none", false)] // a holiday, Wednesday
    [InlineData("2026-11-28", "sat", true)]
    [InlineData("2026-11-29", "sat", false)]
    [InlineData("2026-11-28", "sun", false)]
    [InlineData("2026-11-29", "sun", true)]
    [InlineData("2026-11-11", "sat sun", false)]
    [InlineData("2026-11-11", "hol", true)]
    [InlineData("2026-08-15", "hol", false)] // a holiday on a Saturday that is not served otherwise
    [InlineData("2026-08-15", "sat", false)] // a Saturday that is a holiday
    [InlineData("2026-08-15", "sat hol", true)]
    [InlineData("2026-11-01", "sat hol", false)] // All Saints on a Sunday
    [InlineData("2026-11-01", "sun hol", true)]
    public void A_day_is_served_as_the_order_form_says(string day, string option, bool served) =>
        Assert.Equal(served, new ServiceCalendar(Weekend(option)).IsServiceDay(Day(day)));

    [Theory]
    [InlineData("2026-11-26", "2026-11-27")]
    [InlineData("2026-11-27", "2026-11-30")]
    [InlineData("2026-11-29", "2026-11-30")]
    [InlineData("2026-12-24", "2026-12-28")]
    [InlineData("2026-04-03", "2026-04-07")]
    public void The_next_service_day_skips_what_is_closed(string day, string next) =>
        Assert.Equal(Day(next), new ServiceCalendar().NextServiceDay(Day(day)));

    internal static WeekendOption? Weekend(string option) => option == "none" ? null : new WeekendOption(
        option.Contains("sat", StringComparison.Ordinal), option.Contains("sun", StringComparison.Ordinal), option.Contains("hol", StringComparison.Ordinal));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
