namespace SiOne.Bot.Understanding.Details;

/// <summary>Which day it is in Paris.</summary>
internal static class ParisDay
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    // Days are counted to both sides of it: a nonsensical instant must not lead past the calendar's ends.
    private static readonly DateOnly Earliest = new(1970, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);

    /// <summary>The day of an instant, within 1970 to 2099.</summary>
    public static DateOnly Of(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);
        return day < Earliest ? Earliest : day > Latest ? Latest : day;
    }
}
