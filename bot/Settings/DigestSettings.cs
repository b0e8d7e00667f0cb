using System.Globalization;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.MailWatcher.Settings;

namespace SiOne.Bot.Host.Settings;

/// <summary>Reads and validates the settings of the weekly digests.</summary>
internal static class DigestSettings
{
    private const double HighestRate = 20;
    private const double HighestIndex = 10_000;

    /// <summary>Every mistake.</summary>
    public static IEnumerable<SettingMistake> Mistakes(DigestOptions options)
    {
        if (DayOf(options) is null) yield return new("Digest:Day", $"one of {string.Join(", ", Enum.GetNames<DayOfWeek>())}");
        if (HourOf(options) is null) yield return new("Digest:At", "an hour in Paris such as 08:00");
        if (options.BackupLateHours is < 24 or > 2160) yield return new("Digest:BackupLateHours", "a number of hours from 24 to 2160");
        if (options.LegalRatePercent is not (null or (> 0 and <= HighestRate)))
            yield return new("Digest:LegalRatePercent", "percent a month above 0 and up to 20, with a point: 2.76 (Art. 4)");
        if (options.PriceIndex is not (null or (> 0 and <= HighestIndex))) yield return new("Digest:PriceIndex", "the index above 0 and up to 10000, with a point: 118.4 (Art. 4.1)");
    }

    /// <summary>When digests leave; null: never. Of settings without mistakes.</summary>
    public static DigestTimetable? TimetableOf(DigestOptions options) =>
        options.Off || DayOf(options) is not { } day || HourOf(options) is not { } hour ? null : new DigestTimetable(day, hour);

    private static DayOfWeek? DayOf(DigestOptions options) =>
        Enum.GetNames<DayOfWeek>().FirstOrDefault(name => string.Equals(name, options.Day.Trim(), StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<DayOfWeek>(found)
            : null;

    private static TimeOnly? HourOf(DigestOptions options) =>
        TimeOnly.TryParseExact(options.At.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
}
