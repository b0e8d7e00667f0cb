using System.Globalization;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Domain.Tests;

/// <summary>Instants as a person in Paris writes them: "2026-11-27 17:00", or with "B" (summer time) or "A" (winter time) in the hour that repeats.</summary>
internal static class Paris
{
    public static DateTimeOffset At(string wallClock)
    {
        if (wallClock[^1] is 'A' or 'B')
            return new DateTimeOffset(Wall(wallClock[..^1]), TimeSpan.FromHours(wallClock[^1] is 'B' ? 2 : 1)).ToUniversalTime();
        var wall = Wall(wallClock);
        Assert.False(ParisTime.Zone.IsInvalidTime(wall), wallClock);
        Assert.False(ParisTime.Zone.IsAmbiguousTime(wall), wallClock);
        return new DateTimeOffset(wall, ParisTime.Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>The instant as Paris reads it, with its offset, so that a failing test says both.</summary>
    public static string Text(DateTimeOffset instant) =>
        ParisTime.Of(instant).ToString("ddd yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static DateTime Wall(string text) =>
        DateTime.ParseExact(text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None);
}
