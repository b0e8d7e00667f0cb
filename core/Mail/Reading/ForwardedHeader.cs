using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Of the header block of a forwarded mail, the lines that matter to a request: from whom and about what, never dates or addresses.</summary>
internal static partial class ForwardedHeader
{
    public static IEnumerable<string> Kept(IEnumerable<string> block) =>
        block.Select(QuoteMarkers.Unquoted).Where(l => KeptField().IsMatch(l)).Select(l => Address().Replace(l, "").TrimEnd());

    /// <summary>The name of whoever wrote the forwarded mail; null when the block states none.</summary>
    public static string? Sender(IEnumerable<string> block)
    {
        var line = block.Select(QuoteMarkers.Unquoted).FirstOrDefault(l => FromField().IsMatch(l));
        return line is null ? null : Address().Replace(line, "")[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(' ', '*', '"', '\t', '|', '\u00A0');
    }

    [GeneratedRegex(@"^\*?(?:de|from)\s*:\*?\s*\S", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromField();

    [GeneratedRegex(@"^\*?(?:de|from|objet|subject|sujet)\s*:\*?\s*\S", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeptField();

    [GeneratedRegex(@"\s*[<\[(](?:mailto:)?[^\s<>\[\]()]{1,120}@[^\s<>\[\]()]{1,120}[>\])]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
