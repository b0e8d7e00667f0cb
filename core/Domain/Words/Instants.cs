using System.Globalization;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Domain.Words;

/// <summary>Says days and instants as people in France read them, always by the clock of Paris.</summary>
/// <remarks>The names are written here: the culture data of a small machine may not know French, and would not write "1er".</remarks>
public static class Instants
{
    private const char Tie = Typography.NoBreakSpace;

    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    /// <summary>"le jeudi 26 novembre 2026", "le vendredi 1er mai 2026"; in English "Thursday 26 November 2026".</summary>
    public static string Say(DateOnly day, Language language) => $"{InYear(day, language)} {Number(day.Year)}";

    /// <summary>"le jeudi 26 novembre", where the year stands above; in English "Thursday 26 November".</summary>
    public static string InYear(DateOnly day, Language language)
    {
        var english = CultureInfo.InvariantCulture.DateTimeFormat;
        return language is Language.English
            ? $"{english.GetDayName(day.DayOfWeek)} {Number(day.Day)}{Tie}{english.GetMonthName(day.Month)}"
            : $"le {FrenchDays[(int)day.DayOfWeek]} {(day.Day == 1 ? "1er" : Number(day.Day))}{Tie}{FrenchMonths[day.Month - 1]}";
    }

    /// <summary>"jeudi 26 novembre 2026", to stand after "du" or "au"; in English as <see cref="Say(DateOnly, Language)"/>.</summary>
    public static string Day(DateOnly day, Language language) => language is Language.English ? Say(day, language) : Say(day, language)["le ".Length..];

    /// <summary>
    /// "le jeudi 26 novembre 2026 à 14 h 10"; in English "Thursday 26 November 2026 at 14:10". Seconds are dropped, never rounded
    /// up: what is said is not later than what is meant. Midnight is said with the day that ends.
    /// </summary>
    /// <param name="instant">Any offset; read in Paris.</param>
    /// <param name="language">The reader's language.</param>
    public static string Say(DateTimeOffset instant, Language language) => Say(instant, language, Say);

    /// <summary>"le jeudi 26 novembre à 14 h 10", where the year stands above; in English "Thursday 26 November at 14:10".</summary>
    /// <param name="instant">Any offset; read in Paris.</param>
    /// <param name="language">The reader's language.</param>
    public static string InYear(DateTimeOffset instant, Language language) => Say(instant, language, InYear);

    private static string Say(DateTimeOffset instant, Language language, Func<DateOnly, Language, string> dayOf)
    {
        var paris = ParisTime.Of(instant);
        var day = DateOnly.FromDateTime(paris.DateTime);
        if (paris is { Hour: 0, Minute: 0 })
            return dayOf(day.AddDays(-1), language) + (language is Language.English ? $" at{Tie}midnight" : $" à{Tie}minuit");
        return language is Language.English
            ? $"{dayOf(day, language)} at{Tie}{Number(paris.Hour, 2)}:{Number(paris.Minute, 2)}{Twice(paris, " (summer time)", " (winter time)")}"
            : $"{dayOf(day, language)} à{Tie}{Hour(paris)}{Twice(paris, " (heure d’été)", " (heure d’hiver)")}";
    }

    private static string Hour(DateTimeOffset paris) =>
        $"{Number(paris.Hour)}{Tie}h" + (paris.Minute == 0 ? "" : $"{Tie}{Number(paris.Minute, 2)}");

    /// <summary>In the night of October an hour comes twice: it is said which one is meant.</summary>
    private static string Twice(DateTimeOffset paris, string summer, string winter) =>
        !ParisTime.Zone.IsAmbiguousTime(paris.DateTime) ? "" : paris.Offset > ParisTime.Zone.BaseUtcOffset ? summer : winter;

    private static string Number(int value, int digits = 1) => value.ToString($"D{digits}", CultureInfo.InvariantCulture);
}
