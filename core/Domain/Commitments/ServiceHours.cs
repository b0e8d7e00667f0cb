using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Commitments;

/// <summary>
/// The hours of service in Paris (Art. 3; Reading: August's hours all year), 8:30–12:30 and 14:00–18:00 on days of service. They serve
/// alerts, reminders and visits, never a refusal; the commitment counts whole days and does not look here.
/// </summary>
/// <param name="weekend">The option of the order form, which may bring its own hours; null without it.</param>
public sealed class ServiceHours(WeekendOption? weekend = null)
{
    private static readonly ImmutableArray<(TimeOnly From, TimeOnly To)> Usual =
        [(new TimeOnly(8, 30), new TimeOnly(12, 30)), (new TimeOnly(14, 0), new TimeOnly(18, 0))];

    private readonly ServiceCalendar _calendar = new(weekend);

    /// <summary>The instant at which that many hours of service have run since <paramref name="from"/>, UTC. Closing time counts as inside.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan hours)
    {
        for (var day = ParisTime.DateOf(from); ; day = _calendar.NextServiceDay(day))
        {
            foreach (var (open, close) in Open(day))
            {
                var start = open > from ? open : from;
                if (start > close) continue;
                if (close - start >= hours) return (start + hours).ToUniversalTime();
                hours -= close - start;
            }
        }
    }

    /// <summary>The latest instant inside the hours of service from which that many of them run until <paramref name="until"/>, UTC.</summary>
    public DateTimeOffset Subtract(DateTimeOffset until, TimeSpan hours)
    {
        for (var day = ParisTime.DateOf(until); ; day = day.AddDays(-1))
        {
            foreach (var (open, close) in Open(day).Reverse())
            {
                var end = close < until ? close : until;
                if (end < open) continue;
                if (end - open >= hours) return (end - hours).ToUniversalTime();
                hours -= end - open;
            }
        }
    }

    /// <summary>The same hour of the wall clock so many days of service later, or the next opening after it, UTC.</summary>
    public DateTimeOffset AddDays(DateTimeOffset from, int days)
    {
        var day = ParisTime.DateOf(from);
        for (var i = 0; i < days; i++) day = _calendar.NextServiceDay(day);
        return Add(Instant(day, TimeOnly.FromTimeSpan(ParisTime.Of(from).TimeOfDay)), TimeSpan.Zero);
    }

    private ImmutableArray<(DateTimeOffset From, DateTimeOffset To)> Open(DateOnly day) =>
        _calendar.IsServiceDay(day) ? [.. HoursOf(day).Select(hours => (Instant(day, hours.From), Instant(day, hours.To)))] : [];

    private ImmutableArray<(TimeOnly From, TimeOnly To)> HoursOf(DateOnly day)
    {
        var optional = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || FrenchHolidays.Contains(day);
        if (!optional || weekend is not { } option || (option.From is null && option.To is null)) return Usual;
        var (from, to) = (option.From ?? Usual[0].From, option.To ?? Usual[^1].To);
        return from < to ? [(from, to)] : Usual;
    }

    private static DateTimeOffset Instant(DateOnly day, TimeOnly hour)
    {
        var wall = day.ToDateTime(hour, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall, ParisTime.Zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
