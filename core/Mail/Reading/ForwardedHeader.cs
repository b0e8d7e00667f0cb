using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Of the header block of a forwarded mail, the lines that matter to a request: from whom and about what, never dates or addresses.</summary>
internal static partial class ForwardedHeader
{
    public static IEnumerable<string> Kept(IEnumerable<string> block) =>
        block.Select(QuoteMarkers.Unquoted).Where(l => KeptField().IsMatch(l)).Select(l => Address().Replace(l, "").TrimEnd());

    /// <summary>Whoever wrote the forwarded mail, as far as the block says.</summary>
    public static Author Author(IEnumerable<string> block)
    {
        var line = block.Select(QuoteMarkers.Unquoted).FirstOrDefault(l => FromField().IsMatch(l));
        if (line is null) return new Author(null);
        var name = Address().Replace(line, "")[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(' ', '*', '"', '\t', '|', '\u00A0');
        return new Author(name, Address().Match(line) is { Success: true } address ? address.Value.Trim(' ', '<', '>', '[', ']', '(', ')').Replace("mailto:", "", StringComparison.Ordinal) : null);
    }

    [GeneratedRegex(@"^\*?(?:de|from)\s*:\*?\s*\S", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromField();

    [GeneratedRegex(@"^\*?(?:de|from|objet|subject|sujet)\s*:\*?\s*\S", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeptField();

    [GeneratedRegex(@"\s*[<\[(](?:mailto:)?[^\s<>\[\]()]{1,120}@[^\s<>\[\]()]{1,120}[>\])]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
