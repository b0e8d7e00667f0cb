using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Protection;

/// <summary>When whoever decides about a breach is told of the time: elapsed hours since awareness, nights, weekends, holidays and clock changes included.</summary>
public static class BreachMarks
{
    /// <summary>Half the time, four hours before the end, the end, and half a day late.</summary>
    public static ImmutableArray<int> Hours { get; } = [BreachClock.Hours / 2, BreachClock.Hours - 4, BreachClock.Hours, BreachClock.Hours + 12];

    /// <summary>How many of them have passed at an instant.</summary>
    public static int Passed(DateTimeOffset awareAt, DateTimeOffset at) => Hours.Count(hours => awareAt.AddHours(hours) <= at);
}
