using System.Globalization;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says how long something is: "2 h 10", "1 jour 3 h 05".</summary>
internal static class Spans
{
    private const char Tie = Typography.NoBreakSpace;

    /// <summary>Days, hours and minutes; the smallest ones are left out where they are none.</summary>
    /// <param name="span">At least a minute; seconds are dropped.</param>
    /// <param name="language">The reader's language.</param>
    public static string Say(TimeSpan span, Language language)
    {
        var days = span.Days == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{span.Days}{Tie}{Days(span.Days, language)}");
        var hours = (span.Hours, span.Minutes) switch
        {
            (0, 0) => "",
            (0, var minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes}{Tie}min"),
            (var full, 0) => string.Create(CultureInfo.InvariantCulture, $"{full}{Tie}h"),
            var (full, minutes) when language is Language.English => string.Create(CultureInfo.InvariantCulture, $"{full}{Tie}h{Tie}{minutes}{Tie}min"),
            var (full, minutes) => string.Create(CultureInfo.InvariantCulture, $"{full}{Tie}h{Tie}{minutes:00}"),
        };
        return days.Length == 0 || hours.Length == 0 ? days + hours : $"{days}{Tie}{hours}";
    }

    private static string Days(int days, Language language) =>
        language is Language.English ? days == 1 ? "day" : "days" : days == 1 ? "jour" : "jours";
}
