using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What mail servers write above a text: "[EXTERNE]", "you don't often get mail from …". Nobody who writes a request wrote it.</summary>
internal static partial class Banners
{
    private const int Longest = 600;

    /// <summary>The lines without banners above them; all of them when nothing would be left.</summary>
    public static List<string> Remove(List<string> lines)
    {
        var start = 0;
        while (true)
        {
            while (start < lines.Count && string.IsNullOrWhiteSpace(lines[start])) start++;
            var end = start;
            // The greeting may follow without a blank line.
            while (end < lines.Count && !string.IsNullOrWhiteSpace(lines[end]) && (end == start || !SignatureStart.IsGreeting(lines[end]))) end++;
            if (end >= lines.Count) return start == 0 || start >= lines.Count ? lines : lines[start..];
            var paragraph = Closings.Straight(string.Join(' ', lines[start..end]));
            if (paragraph.Length > Longest || paragraph.EndsWith('?') || Sentence.Reports(paragraph) || !Banner().IsMatch(paragraph)) return start == 0 ? lines : lines[start..];
            start = end;
        }
    }

    /// <summary>A text without banners above it.</summary>
    public static string Remove(string text) => string.Join('\n', Remove([.. text.Split('\n')]));

    [GeneratedRegex(
        @"^[^\p{L}]*(?:(?:externe?|external)[^\p{L}]+)?(?:(?:externe?|external|expéditeur externe|external sender|mail externe|message externe)[^\p{L}]*$"
        + @"|(?:attention|prudence|avertissement|caution|warning|alerte)\b.{0,60}\b(?:ce|cet|this) (?:message|mail|courriel|e-?mail|courrier)\b.{0,80}\b(?:externe|extérieur|outside|external)\b.*"
        + @"|(?:ce (?:message|mail|courriel)|cet e-?mail) (?:provient|vient|a été envoyé) (?:de |d'|par )(?:une? |l')?(?:\p{L}+ )?(?:extérieure?|externe)\b.*"
        + @"|(?:vous n'obtenez pas souvent|vous ne recevez pas souvent|you don't often get) (?:d'e-?mails?|de courriers?|de messages?|e?mails?).*)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Banner();
}
