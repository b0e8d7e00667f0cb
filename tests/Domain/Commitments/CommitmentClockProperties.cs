using System.Collections.Immutable;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Commitments;

[Properties(Arbitrary = [typeof(ClockScenes)], MaxTest = 500)]
public sealed class CommitmentClockProperties
{
    private static readonly TimeSpan Hours48 = TimeSpan.FromHours(48);

    [Property]
    public bool The_due_instant_is_never_before_48_elapsed_hours(ClockScene scene) => scene.Due >= scene.Received + Hours48;

    [Property]
    public bool What_comes_later_is_never_due_earlier(ClockScene scene, ushort minutes) =>
        scene.Due <= scene.DueFor(scene.Received.AddMinutes(minutes), scene.Pauses);

    [Property]
    public bool A_pause_in_two_parts_is_the_same_pause(ClockScene scene, byte share) => scene.Pauses.All(pause =>
    {
        var middle = pause.From + ((pause.To!.Value - pause.From) * (share / 255.0));
        return scene.Due == scene.DueFor(scene.Received, scene.Pauses.Remove(pause).Add(new Pause(middle, pause.To)).Add(new Pause(pause.From, middle)));
    });

    [Property]
    public bool The_order_of_pauses_does_not_matter(ClockScene scene) =>
        scene.Due == scene.DueFor(scene.Received, [.. scene.Pauses.Reverse()]);

    [Property]
    public bool One_more_pause_never_makes_it_earlier(ClockScene scene, ushort start, ushort length)
    {
        var from = scene.Received.AddMinutes(start % 9000);
        return scene.Due <= scene.DueFor(scene.Received, scene.Pauses.Add(new Pause(from, from.AddMinutes(length % 5000))));
    }

    [Property]
    public bool A_pause_of_days_without_service_alone_changes_nothing(ClockScene scene, byte first, byte last)
    {
        var days = Enumerable.Range(0, 14).Select(ParisTime.DateOf(scene.Received).AddDays).Where(day => !scene.Calendar.IsServiceDay(day));
        var closed = days.Select(day =>
        {
            var (start, end) = (ParisTime.StartOf(day), ParisTime.StartOf(day.AddDays(1)));
            return new Pause(start + ((end - start) * (Math.Min(first, last) / 255.0)), start + ((end - start) * (Math.Max(first, last) / 255.0)));
        });
        return scene.Due == scene.DueFor(scene.Received, scene.Pauses.AddRange(closed));
    }

    [Property]
    public bool Without_closed_days_and_pauses_it_is_the_wall_clock(ClockScene scene) =>
        (scene with { Weekend = new WeekendOption(Saturday: true, Sunday: true, Holidays: true), Pauses = [] }).Due == scene.Received + Hours48;

    [Property]
    public bool The_calendar_reading_is_never_later(ClockScene scene) =>
        scene.DueFor(scene.Received, scene.Pauses, HoursReading.Calendar) <= scene.Due;

    [Property(MaxTest = 300)]
    public void Exactly_48_hours_of_service_run_between_receipt_and_due(ClockScene scene) => Assert.Equal(
        Paris.Text(MinuteByMinute.DueAt(scene.Received, scene.Weekend, scene.Pauses)), Paris.Text(scene.Due));

    [Property(MaxTest = 100)]
    public void By_the_calendar_reading_exactly_48_hours_run(ClockScene scene) => Assert.Equal(
        Paris.Text(MinuteByMinute.DueAt(scene.Received, new WeekendOption(Saturday: true, Sunday: true, Holidays: true), scene.Pauses)),
        Paris.Text(scene.DueFor(scene.Received, scene.Pauses, HoursReading.Calendar)));
}

/// <summary>The clock once more, as slow and as plain as can be, sharing nothing with the product: it counts minutes off a printed calendar.</summary>
internal static class MinuteByMinute
{
    /// <summary>Easter Monday, Ascension, Whit Monday; 2031 is needed for what is received at the end of 2030.</summary>
    private static readonly HashSet<string> Movable =
    [
        "2024-04-01", "2024-05-09", "2024-05-20", "2025-04-21", "2025-05-29", "2025-06-09", "2026-04-06", "2026-05-14", "2026-05-25",
        "2027-03-29", "2027-05-06", "2027-05-17", "2028-04-17", "2028-05-25", "2028-06-05", "2029-04-02", "2029-05-10", "2029-05-21",
        "2030-04-22", "2030-05-30", "2030-06-10", "2031-04-14", "2031-05-22", "2031-06-02",
    ];

    private static readonly HashSet<string> Fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTimeOffset DueAt(DateTimeOffset received, WeekendOption? weekend, ImmutableArray<Pause> pauses)
    {
        var at = received;
        for (var left = 48 * 60; left > 0; at = at.AddMinutes(1))
        {
            var paused = false;
            foreach (var pause in pauses) paused |= pause.From <= at && at < pause.To;
            if (!paused && Served(TimeZoneInfo.ConvertTime(at, Zone), weekend)) left--;
        }

        return at;
    }

    private static bool Served(DateTimeOffset wall, WeekendOption? weekend)
    {
        if (wall.DayOfWeek is DayOfWeek.Saturday && weekend?.Saturday != true) return false;
        if (wall.DayOfWeek is DayOfWeek.Sunday && weekend?.Sunday != true) return false;
        var day = $"{wall:yyyy-MM-dd}";
        return weekend?.Holidays == true || !(Movable.Contains(day) || Fixed.Contains(day[5..]));
    }
}
