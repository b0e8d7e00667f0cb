using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Commitments;

/// <summary>
/// The 48 hours of Art. 11, 14 and 22: the earliest instant at which they have run. Elapsed time is counted, so that the days of 23 and
/// 25 hours at the clock changes count what they last; nights count, days without service and pauses stand still.
/// </summary>
public static class CommitmentClock
{
    /// <summary>The instant at which <paramref name="hours"/> have run since <paramref name="received"/> under one reading, UTC.</summary>
    /// <param name="received">Start of the clock.</param>
    /// <param name="hours">What has to run. Zero or less gives <paramref name="received"/>.</param>
    /// <param name="reading">How hours are counted.</param>
    /// <param name="calendar">The customer's days of service; not looked at under <see cref="HoursReading.Calendar"/>.</param>
    /// <param name="pauses">Stretches that do not count, in any order; they may overlap. None may be open.</param>
    /// <exception cref="ArgumentException">A pause is open: the clock stands still and no instant can be told.</exception>
    public static DateTimeOffset DueAt(
        DateTimeOffset received, TimeSpan hours, HoursReading reading, ServiceCalendar calendar, ImmutableArray<Pause> pauses)
    {
        var closed = pauses.Select(Closed).ToList();
        var left = hours;
        var at = received.ToUniversalTime();
        while (left > TimeSpan.Zero)
        {
            var day = ParisTime.DateOf(at);
            var end = ParisTime.StartOf(day.AddDays(1));
            if (reading is HoursReading.ServiceDays && !calendar.IsServiceDay(day))
            {
                at = end;
                continue;
            }

            (at, left) = RunThrough(at, end, left, closed);
        }

        return at;
    }

    /// <summary>Both readings at once, the one in force as <see cref="Due.At"/>.</summary>
    /// <param name="received">Start of the clock.</param>
    /// <param name="hours">What has to run.</param>
    /// <param name="readings">The choices of reading in force.</param>
    /// <param name="weekend">The Weekend option; null without it.</param>
    /// <param name="pauses">Closed pauses.</param>
    public static Due Due(
        DateTimeOffset received, TimeSpan hours, Readings readings, WeekendOption? weekend, ImmutableArray<Pause> pauses)
    {
        var calendar = new ServiceCalendar(weekend);
        var byServiceDays = DueAt(received, hours, HoursReading.ServiceDays, calendar, pauses);
        var byCalendar = DueAt(received, hours, HoursReading.Calendar, calendar, pauses);
        return new Due(readings.Hours is HoursReading.Calendar ? byCalendar : byServiceDays, byServiceDays, byCalendar);
    }

    private static (DateTimeOffset At, TimeSpan Left) RunThrough(
        DateTimeOffset at, DateTimeOffset end, TimeSpan left, List<(DateTimeOffset From, DateTimeOffset To)> pauses)
    {
        while (at < end && left > TimeSpan.Zero)
        {
            var paused = pauses.Find(pause => pause.From <= at && at < pause.To);
            if (paused != default)
            {
                at = paused.To;
                continue;
            }

            var until = pauses.Where(pause => pause.From > at).Select(pause => pause.From).Append(end).Min();
            var run = until - at < left ? until - at : left;
            at += run;
            left -= run;
        }

        return (at, left);
    }

    private static (DateTimeOffset From, DateTimeOffset To) Closed(Pause pause) => pause.To is { } to
        ? (pause.From, to)
        : throw new ArgumentException("A pause is open: the clock stands still.", nameof(pause));
}
