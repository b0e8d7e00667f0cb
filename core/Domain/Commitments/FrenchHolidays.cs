using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Commitments;

/// <summary>The eleven public holidays of metropolitan France (Code du travail, L3133-1), computed for any year.</summary>
public static class FrenchHolidays
{
    /// <summary>Whether that day is a public holiday.</summary>
    public static bool Contains(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25) => true,
        _ => FollowsEaster(day),
    };

    /// <summary>The holidays of a year, in order. Two may fall on one day (Ascension on 1 May 2008).</summary>
    public static ImmutableArray<DateOnly> Of(int year)
    {
        var first = new DateOnly(year, 1, 1);
        var days = new DateOnly(year, 12, 31).DayOfYear;
        return [.. Enumerable.Range(0, days).Select(first.AddDays).Where(Contains)];
    }

    /// <summary>Easter Sunday in the Gregorian calendar.</summary>
    public static DateOnly Easter(int year)
    {
        // The anonymous Gregorian computus: each step is a term of it, not a quantity of its own.
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static bool FollowsEaster(DateOnly day) =>
        (day.DayNumber - Easter(day.Year).DayNumber) is 1 or 39 or 50; // Easter Monday, Ascension, Whit Monday
}
