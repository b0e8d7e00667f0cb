using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Domain.Protection;

/// <summary>When the end of the month of Art. 25 is reminded of: in the morning of calendar days, weekends included, since the month runs over them.</summary>
public static class RightsMarks
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>Days before the last one.</summary>
    public static ImmutableArray<int> DaysBefore { get; } = [7, 2];

    /// <summary>The instants before the end of a last day, UTC, soonest first.</summary>
    /// <param name="due">The end of the last day.</param>
    public static ImmutableArray<DateTimeOffset> Before(DateTimeOffset due)
    {
        var last = ParisTime.DateOf(due.AddTicks(-1));
        return [.. DaysBefore.Select(days => ParisTime.At(last.AddDays(-days), Morning))];
    }

    /// <summary>How many of them have passed at an instant.</summary>
    public static int Passed(DateTimeOffset due, DateTimeOffset at) => Before(due).Count(mark => mark <= at);
}
