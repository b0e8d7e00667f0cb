using System.Text.RegularExpressions;
using SiOne.Bot.Domain;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Lines that a mail client writes into a plain text where its own reader sees a meeting's door or a header: mended or left out.</summary>
internal static partial class ClientLines
{
    /// <summary>The lines as a person would have them.</summary>
    public static List<string> Without(List<string> lines)
    {
        var kept = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (MeetingEnd(lines, i) is var end and > 0) i = end;
            else if (lines[i].StartsWith("---", StringComparison.Ordinal) && GluedHeader().Match(lines[i]) is { Success: true } glued)
                kept.AddRange([glued.Groups["rule"].Value, glued.Groups["header"].Value]);
            else kept.Add(lines[i]);
        }

        return kept.Exists(line => !string.IsNullOrWhiteSpace(line)) ? kept : lines;
    }

    // Outlook writes the way into a Teams meeting between two long rules. The last line of it; 0 when there is none here.
    private static int MeetingEnd(List<string> lines, int i)
    {
        if (!IsRule(lines[i]) || i + 1 >= lines.Count || !Meeting().IsMatch(lines[i + 1].Trim())) return 0;
        for (var end = i + 2; end < lines.Count && end < i + 30; end++)
            if (IsRule(lines[end]) && lines[end].Trim().Length == lines[i].Trim().Length) return end;
        return 0;
    }

    private static bool IsRule(string line) => line.AsSpan().Trim() is { Length: >= 20 } rule && !rule.ContainsAnyExcept('_');

    [GeneratedRegex(@"^(?:réunion microsoft teams|microsoft teams meeting|réunion teams)", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Meeting();

    // Samsung's plain text loses the line ends of the header that it quotes.
    [GeneratedRegex(@"^(?<rule>-{4,} ?(?:message d['’]origine|original message) ?-{4,})(?<header>(?:de|from) ?: .+)$", Options)]
    private static partial Regex GluedHeader();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Bounded = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
