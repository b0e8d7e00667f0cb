using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Commitments;

/// <summary>
/// The hours of service in Paris (Art. 3; Reading: August's hours all year) on days of service, the break left out. They serve
/// alerts, reminders and visits, never a refusal; the commitment counts whole days and does not look here.
/// </summary>
/// <param name="weekend">The option of the order form, which may bring its own hours; null without it.</param>
/// <param name="usual">The hours of a day of service; null for those of August.</param>
public sealed class ServiceHours(WeekendOption? weekend = null, DayHours? usual = null)
{
    private readonly ServiceCalendar _calendar = new(weekend);
    private readonly ImmutableArray<(TimeOnly From, TimeOnly To)> _usual = Spans(usual ?? new DayHours());

    /// <summary>Whether somebody is there at that instant.</summary>
    public bool IsOpen(DateTimeOffset at) => Open(ParisTime.DateOf(at)).Any(span => span.From <= at && at < span.To);

    /// <summary>The next opening after that instant, UTC.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at)
    {
        for (var day = ParisTime.DateOf(at); ; day = _calendar.NextServiceDay(day))
            foreach (var (from, _) in Open(day))
                if (from > at) return from;
    }

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

    /// <summary>How much service there is from one instant to a later one.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var sum = TimeSpan.Zero;
        for (var day = ParisTime.DateOf(from); day <= ParisTime.DateOf(until); day = _calendar.NextServiceDay(day))
        {
            foreach (var (open, close) in Open(day))
            {
                var (start, end) = (open > from ? open : from, close < until ? close : until);
                if (end > start) sum += end - start;
            }
        }

        return sum;
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
        if (!optional || weekend is not { } option || (option.From is null && option.To is null)) return _usual;
        var (from, to) = (option.From ?? _usual[0].From, option.To ?? _usual[^1].To);
        return from < to ? [(from, to)] : _usual;
    }

    private static ImmutableArray<(TimeOnly From, TimeOnly To)> Spans(DayHours hours) =>
        [(hours.Opening, hours.BreakFrom), (hours.BreakTo, hours.Closing)];

    private static DateTimeOffset Instant(DateOnly day, TimeOnly hour)
    {
        var wall = day.ToDateTime(hour, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall, ParisTime.Zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
