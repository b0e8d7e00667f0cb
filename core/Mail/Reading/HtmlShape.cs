using System.Buffers;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Whether HTML would cost too much to parse. An HTML parser takes time quadratic in the number of open elements, so unclosed tags are
/// counted before it sees them.
/// </summary>
internal static class HtmlShape
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>");

    private const int MaxTags = 20_000;
    private const int MaxOpen = 600;

    public static bool IsCostly(ReadOnlySpan<char> html)
    {
        int tags = 0, open = 0;
        while (html.IndexOf('<') is >= 0 and var at && at + 1 < html.Length)
        {
            html = html[(at + 1)..];
            if (++tags > MaxTags) return true;
            if (html[0] == '/') open = Math.Max(0, open - 1);
            else if (char.IsAsciiLetter(html[0]) && MustClose(html) && ++open > MaxOpen) return true;
        }

        return false;
    }

    // Tags that HTML lets stand alone, or closes by itself, do not nest.
    private static bool MustClose(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(NameEnd);
        var name = end < 0 ? tag : tag[..end];
        Span<char> lower = stackalloc char[8];
        if (name.Length > lower.Length) return true;
        name.ToLowerInvariant(lower);
        return lower[..name.Length] is not ("br" or "hr" or "img" or "meta" or "link" or "input" or "col" or "p" or "li" or "td" or "th" or "tr" or "o:p"
            or "area" or "base" or "wbr" or "dd" or "dt" or "option");
    }
}
