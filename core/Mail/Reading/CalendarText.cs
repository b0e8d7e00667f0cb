using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Commitments;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What an invitation (RFC 5545) says to a person: what about, when and where. Its first event only.</summary>
internal static class CalendarText
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Three lines at most; empty when there is no event in it.</summary>
    public static string Of(string calendar)
    {
        var lines = Unfolded(calendar);
        var begin = lines.FindIndex(l => l.Equals("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase));
        if (begin < 0) return "";
        string? summary = null, start = null, end = null, place = null;
        foreach (var line in lines.Skip(begin + 1).TakeWhile(l => !l.Equals("END:VEVENT", StringComparison.OrdinalIgnoreCase)))
        {
            var colon = Colon(line);
            if (colon <= 0) continue;
            var (name, value) = (line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..]);
            if (name is "SUMMARY") summary ??= Unescaped(value);
            else if (name is "LOCATION") place ??= Unescaped(value);
            else if (name is "DTSTART") start ??= When(value);
            else if (name is "DTEND") end ??= When(value);
        }

        var text = new StringBuilder("Invitation : ").Append(summary ?? "sans titre");
        if (start is not null) text.Append("\nQuand : ").Append(start).Append(end is null || end == start ? "" : $" – {end}");
        if (!string.IsNullOrWhiteSpace(place)) text.Append("\nOù : ").Append(place);
        return TextCleaning.Clip(text.ToString(), 1_000);
    }

    // 3.1: a line that begins with a blank goes on from the one before.
    private static List<string> Unfolded(string calendar)
    {
        var lines = new List<string>();
        foreach (var line in calendar.Split('\n').Take(2_000))
        {
            if (line.StartsWith(' ') || line.StartsWith('\t'))
            {
                if (lines.Count > 0 && lines[^1].Length < 4_000) lines[^1] += line[1..].TrimEnd('\r');
            }
            else lines.Add(line.TrimEnd('\r'));
        }

        return lines;
    }

    // Parameters may hold colons inside quotes.
    private static int Colon(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ':' && !quoted) return i;
        }

        return -1;
    }

    // A time with a zone is shown as the writer wrote it; one in UTC is told in Paris time.
    private static string When(string value)
    {
        if (DateTime.TryParseExact(value, "yyyyMMdd\\THHmmss\\Z", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc))
            return ParisTime.Of(new DateTimeOffset(utc)).ToString("dddd d MMMM yyyy 'à' HH:mm", French);
        if (DateTime.TryParseExact(value, "yyyyMMdd\\THHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return local.ToString("dddd d MMMM yyyy 'à' HH:mm", French);
        return DateTime.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("dddd d MMMM yyyy", French)
            : TextCleaning.OneLine(value);
    }

    private static string Unescaped(string value) => TextCleaning.OneLine(
        value.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
}
