namespace SiOne.Bot.Domain.Commitments;

/// <summary>Working days ("jours ouvrés", Art. 23, XIV 1): Monday to Friday but public holidays. No option adds to them.</summary>
public static class WorkingDays
{
    private static readonly ServiceCalendar Calendar = new();

    /// <summary>The day that is so many working days after that day, which does not count itself.</summary>
    /// <param name="day">Any day.</param>
    /// <param name="count">How many, at least 1.</param>
    public static DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        for (; count > 0; count--) day = Calendar.NextServiceDay(day);
        return day;
    }
}
