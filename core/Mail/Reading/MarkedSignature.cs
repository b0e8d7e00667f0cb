using System.Buffers;

namespace SiOne.Bot.Mail.Reading;

/// <summary>The signature that a client marks in its HTML (Outlook's "Signature", "gmail_signature", "moz-signature" and their like), by its first line.</summary>
internal static class MarkedSignature
{
    private const int LookedAt = 4_000;

    private static readonly SearchValues<string> Marks = SearchValues.Create(["signature", "_rc_sig", "MailAutoSig", "__SIG_"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The first line of it as the text has it; null when nothing is marked.</summary>
    public static string? FirstLine(string html)
    {
        var from = 0;
        while (html.AsSpan(from).IndexOfAny(Marks) is var found and >= 0)
        {
            var at = from + found;
            if (IsMark(html, at) && html.IndexOf('>', at) is > 0 and var end && FirstWords(html.AsSpan(end + 1)) is { } line) return line;
            from = at + 1;
        }

        return null;
    }

    // In an attribute that names an element; a link or a style sheet may hold the word, too.
    private static bool IsMark(string html, int at)
    {
        var before = html.AsSpan(Math.Max(0, at - 300), Math.Min(at, 300));
        if (before.LastIndexOf('<') <= before.LastIndexOf('>')) return false;
        var tag = before[before.LastIndexOf('<')..];
        var equals = tag.LastIndexOf('=');
        if (equals < 0) return tag.LastIndexOf(" data-") > 0;
        var name = tag[..equals].TrimEnd();
        name = name[(name.LastIndexOfAny(" \n\t") + 1)..];
        return name is "id" or "class" or "name" || name.StartsWith("data-");
    }

    private static string? FirstWords(ReadOnlySpan<char> html)
    {
        var text = HtmlStripper.Strip(html[..Math.Min(html.Length, LookedAt)].ToString(), LookedAt);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = Closings.Straight(text[range]);
            if (line.Any(char.IsLetterOrDigit)) return Footers.IsMobile(line) ? null : line;
        }

        return null;
    }
}
