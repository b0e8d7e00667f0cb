using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Commitments;

/// <summary>When an operation is due for a customer: the hours, the effective date that governs (Art. 13), the month of Art. 25.</summary>
public static class PromisedTime
{
    /// <summary>Working days between the request and a planned intervention (XIV 1).</summary>
    public const int PlannedAfterWorkingDays = 5;

    /// <summary>When it is due under a subscription, Sérénité's interventions included (XIV 1, 3); null when nothing is promised.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="subscription">Level and options.</param>
    /// <param name="urgent">The words say that it is urgent.</param>
    /// <param name="received">Start of the clock.</param>
    /// <param name="effectiveOn">The date given by the customer, in Paris; null when none was.</param>
    /// <param name="readings">The choices of reading in force.</param>
    /// <param name="pauses">Closed pauses.</param>
    /// <param name="hour">The hour stated for that date, in Paris; null when none was.</param>
    public static Due? For(
        Operation operation, Subscription subscription, bool urgent, DateTimeOffset received, DateOnly? effectiveOn, Readings readings,
        ImmutableArray<Pause> pauses, TimeOnly? hour = null)
    {
        if (subscription.Level is Level.Serenite && operation.Intervention)
        {
            if (urgent && subscription.UrgentHours is { } hours)
                return CommitmentClock.Due(received, TimeSpan.FromHours(hours), readings, subscription.Weekend, pauses);
            if (!urgent && operation == OtherOperations.Intervention) return Planned(received, effectiveOn);
        }

        return For(operation, subscription.Weekend, received, effectiveOn, readings, pauses, hour);
    }

    /// <summary>When it is due; null when nothing is promised.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="weekend">The customer's Weekend option; null without it.</param>
    /// <param name="received">Start of the clock.</param>
    /// <param name="effectiveOn">The date given by the customer, in Paris; null when none was.</param>
    /// <param name="readings">The choices of reading in force.</param>
    /// <param name="pauses">Closed pauses.</param>
    /// <param name="hour">The hour stated for that date, in Paris; null when none was.</param>
    public static Due? For(
        Operation operation, WeekendOption? weekend, DateTimeOffset received, DateOnly? effectiveOn, Readings readings,
        ImmutableArray<Pause> pauses, TimeOnly? hour = null)
    {
        if (operation.Promise is Promise.None) return null;
        if (operation == OtherOperations.DataRights) return OneMonth(received);
        var hours = operation.Promise is Promise.Commitment ? readings.CommitmentHours : readings.TargetHours;
        var due = CommitmentClock.Due(received, TimeSpan.FromHours(hours), readings, weekend, pauses);
        return effectiveOn is { } day ? Governed(due, operation, day, hour, NoticeKept(operation, received, day, pauses)) : due;
    }

    /// <summary>
    /// Art. 13: an effective date later than the hours governs instead, and an earlier one too once its notice was kept: days without
    /// service do not make it late. A departure is applied at the stated hour, else on its day, and never before; what is to be ready is so
    /// at the start of its day, whatever the hour.
    /// </summary>
    private static Due Governed(Due due, Operation operation, DateOnly day, TimeOnly? hour, bool noticeKept)
    {
        var start = ParisTime.StartOf(day);
        DateTimeOffset? stated = hour is { } given ? ParisTime.At(day, given) : null;
        return operation.EffectiveDate switch
        {
            EffectiveDate.None => due,
            EffectiveDate.ReadyBy => due with { At = Governing(start) },
            EffectiveDate.AppliedOn => due with
            {
                At = Governing(stated ?? ParisTime.StartOf(day.AddDays(1))),
                NotBefore = stated ?? start,
            },
        };

        DateTimeOffset Governing(DateTimeOffset date) => noticeKept || date > due.At ? date : due.At;
    }

    /// <summary>Art. 13, 16: whether the notice lies between receipt and 00:00 of the effective date, what the customer kept us waiting for not counted.</summary>
    public static bool NoticeKept(Operation operation, DateTimeOffset received, DateOnly day, ImmutableArray<Pause> pauses)
    {
        if (operation.Promise is not Promise.Commitment) return false;
        var elapsed = CommitmentClock.DueAt(received, operation.Notice, HoursReading.Calendar, new ServiceCalendar(), pauses) - received;
        return ParisTime.Of(received).DateTime + elapsed <= day.ToDateTime(TimeOnly.MinValue);
    }

    /// <summary>XIV 1: the end of the fifth working day after the request, or of the day wished for when that is later. A pause moves no appointment.</summary>
    private static Due Planned(DateTimeOffset received, DateOnly? wished)
    {
        var earliest = WorkingDays.After(ParisTime.DateOf(received), PlannedAfterWorkingDays);
        var end = ParisTime.StartOf((wished > earliest ? wished.Value : earliest).AddDays(1));
        return new Due(end, end, end);
    }

    /// <summary>Art. 25: one calendar month, to the end of its day in Paris.</summary>
    private static Due OneMonth(DateTimeOffset received)
    {
        var end = ParisTime.StartOf(ParisTime.DateOf(received).AddMonths(1).AddDays(1));
        return new Due(end, end, end);
    }
}
