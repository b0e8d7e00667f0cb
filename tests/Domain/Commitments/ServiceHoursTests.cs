using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Commitments;

/// <summary>8:30–12:30 and 14:00–18:00 in Paris on days of service.</summary>
public sealed class ServiceHoursTests
{
    private static readonly ServiceHours Usual = new();

    [Theory]
    [InlineData("2026-11-24 10:00", 2, "2026-11-24 12:00")]
    [InlineData("2026-11-24 08:30", 4, "2026-11-24 12:30")]
    [InlineData("2026-11-24 08:30", 8, "2026-11-24 18:00")]
    [InlineData("2026-11-24 11:30", 2, "2026-11-24 15:00")]
    [InlineData("2026-11-24 13:00", 1, "2026-11-24 15:00")]
    [InlineData("2026-11-24 07:00", 0, "2026-11-24 08:30")]
    [InlineData("2026-11-24 12:30", 0, "2026-11-24 12:30")] // Closing time counts as inside.
    [InlineData("2026-11-27 17:00", 4, "2026-11-30 11:30")] // Friday evening.
    [InlineData("2026-11-28 10:00", 1, "2026-11-30 09:30")]
    [InlineData("2026-12-24 17:00", 4, "2026-12-28 11:30")] // Christmas is a Friday.
    [InlineData("2026-05-13 16:00", 4, "2026-05-15 10:30")] // Ascension.
    [InlineData("2026-03-27 17:00", 2, "2026-03-30 09:30")] // The night of 23 hours.
    [InlineData("2026-10-23 17:00", 2, "2026-10-26 09:30")] // The night of 25 hours.
    public void Hours_are_added_over_what_is_open(string from, int hours, string expected) =>
        Assert.Equal(Paris.Text(Paris.At(expected)), Paris.Text(Usual.Add(Paris.At(from), TimeSpan.FromHours(hours))));

    [Theory]
    [InlineData("2026-11-24 12:00", 2, "2026-11-24 10:00")]
    [InlineData("2026-11-24 16:00", 2, "2026-11-24 14:00")]
    [InlineData("2026-11-24 15:00", 2, "2026-11-24 11:30")]
    [InlineData("2026-11-24 14:00", 8, "2026-11-23 14:00")]
    [InlineData("2026-11-24 13:00", 0, "2026-11-24 12:30")]
    [InlineData("2026-11-24 14:00", 0, "2026-11-24 14:00")]
    [InlineData("2026-11-25 03:00", 2, "2026-11-24 16:00")]
    [InlineData("2026-11-30 00:00", 2, "2026-11-27 16:00")]
    [InlineData("2026-11-30 09:30", 2, "2026-11-27 17:00")]
    [InlineData("2026-12-28 09:30", 8, "2026-12-24 09:30")]
    [InlineData("2026-05-15 10:30", 4, "2026-05-13 16:00")]
    [InlineData("2026-03-30 09:30", 2, "2026-03-27 17:00")]
    public void Hours_are_counted_back_into_what_is_open(string until, int hours, string expected) =>
        Assert.Equal(Paris.Text(Paris.At(expected)), Paris.Text(Usual.Subtract(Paris.At(until), TimeSpan.FromHours(hours))));

    [Theory]
    [InlineData("2026-11-24 10:00", 2, "2026-11-26 10:00")]
    [InlineData("2026-11-27 17:00", 2, "2026-12-01 17:00")]
    [InlineData("2026-11-27 20:00", 2, "2026-12-02 08:30")]
    [InlineData("2026-11-29 10:00", 2, "2026-12-01 10:00")]
    [InlineData("2026-12-24 13:00", 1, "2026-12-28 14:00")]
    [InlineData("2026-05-13 09:00", 1, "2026-05-15 09:00")]
    [InlineData("2026-10-23 09:00", 1, "2026-10-26 09:00")]
    public void Days_are_added_over_days_of_service(string from, int days, string expected) =>
        Assert.Equal(Paris.Text(Paris.At(expected)), Paris.Text(Usual.AddDays(Paris.At(from), days)));

    [Fact]
    public void The_Weekend_option_brings_its_own_hours_on_its_days_alone()
    {
        var hours = new ServiceHours(new WeekendOption(Saturday: true, Sunday: false, Holidays: false, new TimeOnly(9, 0), new TimeOnly(11, 0)));
        Assert.Equal(Paris.At("2026-11-30 09:30"), hours.Add(Paris.At("2026-11-27 17:00"), TimeSpan.FromHours(4)));
        Assert.Equal(Paris.At("2026-11-28 10:00"), hours.Add(Paris.At("2026-11-27 17:00"), TimeSpan.FromHours(2)));
        Assert.Equal(Paris.At("2026-11-28 10:00"), hours.Subtract(Paris.At("2026-11-29 12:00"), TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("2026-11-24 10:00", "2026-11-24 11:30", 1.5)]
    [InlineData("2026-11-24 12:00", "2026-11-24 14:30", 1)] // half an hour before the break, half an hour after
    [InlineData("2026-11-24 17:00", "2026-11-25 09:00", 1.5)]
    [InlineData("2026-11-27 17:00", "2026-11-30 09:30", 2)] // over a weekend
    [InlineData("2026-11-28 10:00", "2026-11-29 10:00", 0)]
    [InlineData("2026-11-24 10:00", "2026-11-24 10:00", 0)]
    public void What_is_left_counts_hours_of_service_alone(string from, string until, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), new ServiceHours().Between(Paris.At(from), Paris.At(until)));

    [Fact]
    public void An_end_alone_shortens_the_usual_day() => Assert.Equal(
        Paris.At("2026-11-30 09:30"),
        new ServiceHours(new WeekendOption(Saturday: true, Sunday: false, Holidays: false, To: new TimeOnly(10, 30))).Add(Paris.At("2026-11-27 17:00"), TimeSpan.FromHours(4)));

    [Fact]
    public void A_start_alone_is_kept_until_the_usual_end() => Assert.Equal(
        Paris.At("2026-11-28 13:00"),
        new ServiceHours(new WeekendOption(Saturday: true, Sunday: false, Holidays: false, From: new TimeOnly(10, 0))).Add(Paris.At("2026-11-27 17:00"), TimeSpan.FromHours(4)));

    [Fact]
    public void Without_hours_of_its_own_the_Weekend_option_keeps_the_usual_ones() => Assert.Equal(
        Paris.At("2026-11-28 11:30"), new ServiceHours(new WeekendOption()).Add(Paris.At("2026-11-27 17:00"), TimeSpan.FromHours(4)));

    [Fact]
    public void Hours_that_end_as_they_begin_are_not_believed_either() => Assert.Equal(
        Paris.At("2026-11-28 11:30"),
        new ServiceHours(new WeekendOption(From: new TimeOnly(9, 0), To: new TimeOnly(9, 0))).Add(Paris.At("2026-11-27 17:00"), TimeSpan.FromHours(4)));

    [Theory]
    [InlineData("2026-11-24 07:00", "2026-11-24 08:30")]
    [InlineData("2026-11-24 08:30", "2026-11-24 14:00")] // Who comes as it opens waits for the next one.
    [InlineData("2026-11-24 15:00", "2026-11-25 08:30")]
    [InlineData("2026-11-27 14:00", "2026-11-30 08:30")]
    public void The_next_opening_comes_after_that_instant(string at, string opening) => Assert.Equal(Paris.At(opening), Usual.NextOpening(Paris.At(at)));

    [Fact]
    public void Hours_that_end_before_they_begin_are_not_believed() => Assert.Equal(
        Paris.At("2026-11-28 11:30"),
        new ServiceHours(new WeekendOption(From: new TimeOnly(18, 0), To: new TimeOnly(8, 0))).Add(Paris.At("2026-11-27 17:00"), TimeSpan.FromHours(4)));
}
