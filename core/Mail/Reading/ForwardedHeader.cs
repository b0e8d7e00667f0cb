using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Of the header block of a forwarded mail, the lines that matter to a request: from whom and about what, never dates or addresses.</summary>
internal static partial class ForwardedHeader
{
    public static IEnumerable<string> Kept(IEnumerable<string> block) =>
        block.Select(QuoteMarkers.Unquoted).Where(l => KeptField().IsMatch(l)).Select(l => Address().Replace(l, "").TrimEnd());

    [GeneratedRegex(@"^\*?(?:de|from|objet|subject|sujet)\s*:\*?\s*\S", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeptField();

    [GeneratedRegex(@"\s*[<\[(](?:mailto:)?[^\s<>\[\]()]{1,120}@[^\s<>\[\]()]{1,120}[>\])]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
