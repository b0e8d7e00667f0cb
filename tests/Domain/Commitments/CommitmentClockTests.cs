using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Tests.Commitments;

public sealed class CommitmentClockTests
{
    private static readonly TimeSpan Hours48 = TimeSpan.FromHours(48);

    [Theory]
    [InlineData("2026-11-24 14:10", "2026-11-26 14:10")] // Tuesday
    [InlineData("2026-11-27 17:00", "2026-12-01 17:00")] // Friday to Tuesday
    [InlineData("2026-11-26 09:00", "2026-11-30 09:00")] // Thursday to Monday
    [InlineData("2026-11-28 03:00", "2026-12-02 00:00")] // Saturday: starts Monday 00:00
    [InlineData("2026-11-29 10:00", "2026-12-02 00:00")] // Sunday: starts Monday 00:00, ends as Tuesday does
    [InlineData("2026-11-26 00:00", "2026-11-28 00:00")] // the end of Friday, not the start of Monday
    [InlineData("2026-11-27 00:00", "2026-12-01 00:00")]
    [InlineData("2026-11-23 23:59:59", "2026-11-25 23:59:59")]
    [InlineData("2025-12-31 12:00", "2026-01-05 12:00")] // New Year on a Thursday, then a week-end
    [InlineData("2026-04-30 17:00", "2026-05-05 17:00")] // 1 May on a Friday
    [InlineData("2026-05-01 08:00", "2026-05-06 00:00")] // received on the holiday
    [InlineData("2026-05-13 10:00", "2026-05-18 10:00")] // Ascension on Thursday 14 May; the bridge is served
    [InlineData("2026-12-24 10:00", "2026-12-29 10:00")] // Christmas on a Friday
    [InlineData("2026-12-31 10:00", "2027-01-05 10:00")]
    [InlineData("2026-04-03 16:00", "2026-04-08 16:00")] // Easter: four days stand still
    [InlineData("2026-07-13 09:00", "2026-07-16 09:00")] // 14 July on a Tuesday
    [InlineData("2026-03-27 17:00", "2026-03-31 17:00")] // the clock change falls on a Sunday without service
    [InlineData("2026-10-23 17:00", "2026-10-27 17:00")]
    public void Forty_eight_hours_run_over_service_days(string received, string due) => Check(due, Run(received));

    [Theory]
    [InlineData("2026-11-27 17:00", "sat sun", "2026-11-29 17:00")]
    [InlineData("2026-11-27 17:00", "sat", "2026-11-30 17:00")]
    [InlineData("2026-11-27 17:00", "sun", "2026-11-30 17:00")]
    [InlineData("2026-11-28 09:00", "sun", "2026-12-01 00:00")]
    [InlineData("2026-12-24 10:00", "sat sun", "2026-12-27 10:00")]
    [InlineData("2026-12-24 10:00", "sat sun hol", "2026-12-26 10:00")]
    [InlineData("2026-12-24 10:00", "hol", "2026-12-28 10:00")]
    // 2026-03-29 lasts 23 hours, 2026-10-25 lasts 25: elapsed hours are counted, not positions of the hands.
    [InlineData("2026-03-28 01:30", "sat sun", "2026-03-30 02:30")]
    [InlineData("2026-03-29 00:00", "sat sun", "2026-03-31 01:00")]
    [InlineData("2026-03-27 02:30", "sat sun", "2026-03-29 03:30")]
    [InlineData("2026-03-27 17:00", "sat sun", "2026-03-29 18:00")]
    [InlineData("2026-10-23 17:00", "sat sun", "2026-10-25 16:00")]
    [InlineData("2026-10-25 00:00", "sat sun", "2026-10-26 23:00")]
    [InlineData("2026-10-23 02:30", "sat sun", "2026-10-25 02:30B")]
    [InlineData("2026-10-25 02:30B", "sat sun", "2026-10-27 01:30")]
    [InlineData("2026-10-25 02:30A", "sat sun", "2026-10-27 02:30")]
    public void The_weekend_option_adds_its_days(string received, string option, string due) => Check(due, Run(received, option));

    [Theory]
    [InlineData("2026-11-27 17:00", "2026-11-29 17:00")]
    [InlineData("2026-12-24 10:00", "2026-12-26 10:00")]
    [InlineData("2026-03-28 12:00", "2026-03-30 13:00")]
    [InlineData("2026-10-24 12:00", "2026-10-26 11:00")]
    public void By_the_calendar_reading_no_day_stands_still(string received, string due) =>
        Check(due, CommitmentClock.DueAt(Paris.At(received), Hours48, HoursReading.Calendar, new ServiceCalendar(), []));

    [Theory]
    [InlineData("2026-11-23 10:00", "2026-11-23 10:00>2026-11-23 12:00", "2026-11-25 12:00")] // since receipt
    [InlineData("2026-11-23 10:00", "2026-11-23 09:00>2026-11-23 12:00", "2026-11-25 12:00")] // since before receipt
    [InlineData("2026-11-23 10:00", "2026-11-24 10:00>2026-11-24 13:00", "2026-11-25 13:00")]
    [InlineData("2026-11-23 10:00", "2026-11-24 10:00>2026-11-24 13:00,2026-11-24 12:00>2026-11-24 14:00", "2026-11-25 14:00")] // overlap
    [InlineData("2026-11-23 10:00", "2026-11-24 12:00>2026-11-24 14:00,2026-11-24 10:00>2026-11-24 13:00", "2026-11-25 14:00")] // in any order
    [InlineData("2026-11-23 10:00", "2026-11-24 10:00>2026-11-24 14:00,2026-11-24 11:00>2026-11-24 12:00", "2026-11-25 14:00")] // one in another
    [InlineData("2026-11-23 10:00", "2026-11-24 10:00>2026-11-24 12:00,2026-11-24 12:00>2026-11-24 14:00", "2026-11-25 14:00")] // touching
    [InlineData("2026-11-23 10:00", "2026-11-24 10:00>2026-11-24 10:00", "2026-11-25 10:00")] // no length
    [InlineData("2026-11-23 10:00", "2026-11-24 10:00>2026-11-24 09:00", "2026-11-25 10:00")] // backwards: of no length
    [InlineData("2026-11-23 10:00", "2026-11-20 10:00>2026-11-23 10:00", "2026-11-25 10:00")] // over before receipt
    [InlineData("2026-11-23 10:00", "2026-11-25 10:00>2026-11-27 10:00", "2026-11-25 10:00")] // begins when all has run
    [InlineData("2026-11-23 10:00", "2026-11-25 09:59>2026-11-25 19:59", "2026-11-25 20:00")]
    [InlineData("2026-11-27 10:00", "2026-11-28 00:00>2026-11-30 00:00", "2026-12-01 10:00")] // the week-end alone
    [InlineData("2026-11-27 10:00", "2026-11-27 17:00>2026-11-30 09:00", "2026-12-02 02:00")] // 7 h of Friday, 9 h of Monday
    [InlineData("2026-11-28 10:00", "2026-11-28 10:00>2026-11-30 10:00", "2026-12-02 10:00")]
    [InlineData("2026-11-26 10:00", "2026-11-26 10:00>2026-12-04 10:00", "2026-12-08 10:00")] // longer than the hours
    [InlineData("2026-11-26 12:00", "2026-11-27 12:00>2026-11-28 00:00", "2026-12-01 00:00")]
    public void A_pause_removes_its_service_time_and_no_more(string received, string pauses, string due) =>
        Check(due, Run(received, pauses: pauses));

    [Fact]
    public void With_an_open_pause_no_instant_can_be_told() => Assert.Throws<ArgumentException>(() => CommitmentClock.DueAt(
        A.Tuesday, Hours48, HoursReading.ServiceDays, new ServiceCalendar(), [new Pause(A.Tuesday, To: null)]));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void No_hours_are_over_at_once(int hours)
    {
        var sunday = Paris.At("2026-11-29 10:00");
        Assert.Equal(sunday, CommitmentClock.DueAt(sunday, TimeSpan.FromHours(hours), HoursReading.ServiceDays, new ServiceCalendar(), []));
    }

    [Theory]
    [InlineData(HoursReading.ServiceDays, "2026-12-01 17:00")]
    [InlineData(HoursReading.Calendar, "2026-11-29 17:00")]
    public void Both_readings_are_kept_and_the_one_in_force_is_told(HoursReading reading, string told)
    {
        var due = CommitmentClock.Due(Paris.At("2026-11-27 17:00"), Hours48, Readings.Default with { Hours = reading }, weekend: null, []);

        Check(told, due.At);
        Check("2026-12-01 17:00", due.ByServiceDays);
        Check("2026-11-29 17:00", due.ByCalendar);
        Check("2026-11-29 17:00", due.Earliest);
        Assert.Null(due.NotBefore);
    }

    [Fact]
    public void Instants_are_given_in_utc_wherever_the_sender_is()
    {
        var due = CommitmentClock.DueAt(
            new DateTimeOffset(2026, 11, 24, 22, 10, 0, TimeSpan.FromHours(9)), Hours48, HoursReading.ServiceDays, new ServiceCalendar(), []);
        Assert.Equal(TimeSpan.Zero, due.Offset);
        Check("2026-11-26 14:10", due);
    }

    private static DateTimeOffset Run(string received, string option = "none", string? pauses = null) => CommitmentClock.DueAt(
        Paris.At(received), Hours48, HoursReading.ServiceDays, new ServiceCalendar(ServiceCalendarTests.Weekend(option)), Pauses(pauses));

    private static ImmutableArray<Pause> Pauses(string? text) => text is null ? [] :
        [.. text.Split(',').Select(pause => pause.Split('>')).Select(ends => new Pause(Paris.At(ends[0]), Paris.At(ends[1])))];

    private static void Check(string expected, DateTimeOffset actual) => Assert.Equal(Paris.Text(Paris.At(expected)), Paris.Text(actual));
}
