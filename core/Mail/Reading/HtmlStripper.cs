using System.Net;
using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Reads HTML that is too big to parse, in linear time: tags go, block tags break the line, script and style go whole.</summary>
internal static class HtmlStripper
{
    public static string Strip(string html, int limit)
    {
        var text = new StringBuilder(Math.Min(html.Length, limit));
        var rest = html.AsSpan();
        while (!rest.IsEmpty && text.Length < limit)
        {
            var open = rest.IndexOf('<');
            Write(text, open < 0 ? rest : rest[..open]);
            if (open < 0) break;
            rest = AfterTag(rest[open..], text);
        }

        return TextCleaning.Clip(WebUtility.HtmlDecode(text.ToString()), limit).Trim();
    }

    private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> tag, StringBuilder text)
    {
        if (tag.StartsWith("<!--")) return After(tag, "-->");
        if (tag.StartsWith("<script", StringComparison.OrdinalIgnoreCase)) return After(tag, "</script>");
        if (tag.StartsWith("<style", StringComparison.OrdinalIgnoreCase)) return After(tag, "</style>");
        var name = tag[1..].TrimStart('/');
        if (text.Length > 0 && text[^1] != '\n' && Breaks(name)) text.Append('\n');
        return After(tag, ">");
    }

    private static bool Breaks(ReadOnlySpan<char> name)
    {
        const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;
        return name.StartsWith("br", Ignore) || name.StartsWith("p", Ignore) || name.StartsWith("div", Ignore) || name.StartsWith("tr", Ignore)
            || name.StartsWith("li", Ignore) || name.StartsWith("h", Ignore) || name.StartsWith("td", Ignore) || name.StartsWith("table", Ignore);
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : text[(at + end.Length)..];
    }

    private static void Write(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            var blank = char.IsWhiteSpace(c);
            if (!blank) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }
}
