using System.Globalization;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.MailWatcher.Settings;

namespace SiOne.Bot.Host.Settings;

/// <summary>Validates the readings and makes them what the domain reads.</summary>
internal static class ReadingSettings
{
    private const string HoursExpected = "two spans in order such as 08:30-12:30, 14:00-18:00";

    /// <summary>What cannot be used.</summary>
    public static IEnumerable<SettingMistake> Mistakes(ReadingOptions options)
    {
        if (options.CommitmentHours is < 1 or > 240) yield return new("Readings:CommitmentHours", "a number from 1 to 240");
        if (options.TargetHours is < 1 or > 240) yield return new("Readings:TargetHours", "a number from 1 to 240");
        if (options.KeepContentWorkingDays is < 0 or > 250) yield return new("Readings:KeepContentWorkingDays", "a number from 0 to 250");
        if (options.KeepUnansweredDays is < 1 or > 365) yield return new("Readings:KeepUnansweredDays", "a number of days from 1 to 365");
        if (options.KeepSentMailsDays is < 1 or > 3_650) yield return new("Readings:KeepSentMailsDays", "a number of days from 1 to 3650");
        if (options.KeepSentWordsDays is < 1 or > 3_650) yield return new("Readings:KeepSentWordsDays", "a number of days from 1 to 3650");
        if (HoursOf(options.ServiceHours) is null) yield return new("Readings:ServiceHours", HoursExpected);
        if (SoftwareOf(options.OfficeSoftware).Length == 0) yield return new("Readings:OfficeSoftware", "names separated by commas");
    }

    /// <summary>The readings; of no use when there are mistakes.</summary>
    public static Readings Of(ReadingOptions options) => new()
    {
        Hours = options.Hours,
        CommitmentHours = options.CommitmentHours,
        TargetHours = options.TargetHours,
        SereniteInterventionsByMail = options.SereniteInterventionsByMail,
        BotIsTheApplication = options.BotIsTheApplication,
        EmergenciesOnEveryChannel = options.EmergenciesOnEveryChannel,
        CompanyRules = options.CompanyRules,
        PauseWhileCustomerOwes = options.PauseWhileCustomerOwes,
        WipeTakesTwo = options.WipeTakesTwo,
        ServiceHours = HoursOf(options.ServiceHours) ?? new DayHours(),
        OfficeSoftware = [.. SoftwareOf(options.OfficeSoftware)],
        KeepContentWorkingDays = options.KeepContentWorkingDays,
        KeepUnansweredDays = options.KeepUnansweredDays,
        KeepSentMailsDays = options.KeepSentMailsDays,
        KeepSentWordsDays = options.KeepSentWordsDays,
    };

    private static DayHours? HoursOf(string text)
    {
        var at = text.Split(['-', ','], StringSplitOptions.TrimEntries).Select(Hour).ToArray();
        return at is [{ } opening, { } breakFrom, { } breakTo, { } closing] && opening < breakFrom && breakFrom <= breakTo && breakTo < closing
            ? new DayHours(opening, breakFrom, breakTo, closing)
            : null;
    }

    private static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    private static string[] SoftwareOf(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
