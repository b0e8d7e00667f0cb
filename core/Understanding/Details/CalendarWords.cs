using System.Collections.Frozen;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Days and months as people write them in French and English, folded.</summary>
internal static class CalendarWords
{
    /// <summary>Month names and their usual shortenings.</summary>
    public static FrozenDictionary<string, int> Months { get; } = Numbered(
        "janvier janv jan january", "fevrier fevr fev feb february", "mars march", "avril avr april apr", "mai may", "juin june jun",
        "juillet juil july jul", "aout august aug", "septembre sept sep september", "octobre oct october", "novembre nov november", "decembre dec december");

    /// <summary>Week days; the value is that of <see cref="DayOfWeek"/>.</summary>
    public static FrozenDictionary<string, int> Weekdays { get; } = Numbered(
        "lundi lun monday", "mardi tuesday", "mercredi wednesday", "jeudi jeu thursday", "vendredi vend friday", "samedi sam saturday", "dimanche dim sunday");

    /// <summary>"dans trois jours": small numbers in words.</summary>
    public static FrozenDictionary<string, int> Numbers { get; } =
        Numbered("un une one", "deux two", "trois three", "quatre four", "cinq five", "six", "sept seven", "huit eight", "neuf nine", "dix ten");

    private static FrozenDictionary<string, int> Numbered(params string[] names) => names
        .SelectMany((words, i) => words.Split(' ').Select(word => (word, number: i + 1)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.number, StringComparer.Ordinal);
}
