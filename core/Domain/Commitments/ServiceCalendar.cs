using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Commitments;

/// <summary>Which days are days of service (Art. 3): Monday to Friday but public holidays, and what the Weekend option adds.</summary>
/// <param name="weekend">The option of the order form; null without it.</param>
public sealed class ServiceCalendar(WeekendOption? weekend = null)
{
    /// <summary>Whether SI-ONE serves this customer on that day.</summary>
    public bool IsServiceDay(DateOnly day)
    {
        if (FrenchHolidays.Contains(day) && weekend is not { Holidays: true }) return false;
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => weekend is { Saturday: true },
            DayOfWeek.Sunday => weekend is { Sunday: true },
            _ => true,
        };
    }

    /// <summary>The next day of service after that day.</summary>
    public DateOnly NextServiceDay(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!IsServiceDay(day));
        return day;
    }
}
