using System.Globalization;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Domain.Digests;

/// <summary>A week as ISO 8601 counts them: Monday to Sunday, the first of a year holds its first Thursday; some years have a week 53.</summary>
public readonly record struct IsoWeek
{
    private IsoWeek(DateOnly monday) => Monday = monday;

    /// <summary>Its first day, in Paris.</summary>
    public DateOnly Monday { get; }

    /// <summary>Its last day, in Paris.</summary>
    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The year that the week belongs to, which around New Year is not always that of the day.</summary>
    public int Year => ISOWeek.GetYear(Monday.ToDateTime(TimeOnly.MinValue));

    /// <summary>1 to 53.</summary>
    public int Number => ISOWeek.GetWeekOfYear(Monday.ToDateTime(TimeOnly.MinValue));

    /// <summary>Its beginning: Monday 00:00 in Paris, as UTC.</summary>
    public DateTimeOffset From => ParisTime.StartOf(Monday);

    /// <summary>Its end, which belongs to the next one, UTC. 167, 168 or 169 hours after <see cref="From"/>.</summary>
    public DateTimeOffset To => ParisTime.StartOf(Monday.AddDays(7));

    /// <summary>The week after.</summary>
    public IsoWeek Next => new(Monday.AddDays(7));

    /// <summary>The week before.</summary>
    public IsoWeek Previous => new(Monday.AddDays(-7));

    /// <summary>The week that a day in Paris lies in.</summary>
    public static IsoWeek Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>Whether an instant lies in it, as Paris reads it.</summary>
    public bool Holds(DateTimeOffset instant) => From <= instant && instant < To;

    /// <summary>Reads <c>2026-W12</c>. False for anything else, a week 53 that the year has not included.</summary>
    public static bool TryParse(string? text, out IsoWeek week)
    {
        week = default;
        if (text is not { Length: 8 } || text[4] is not '-' || text[5] is not 'W'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 2000 or > 2999 || number < 1 || number > ISOWeek.GetWeeksInYear(year)) return false;
        week = new IsoWeek(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)));
        return true;
    }

    /// <summary><c>2026-W12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");
}
