using System.Buffers;
using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Makes decoded text safe to store and to show: stores refuse U+0000, and a lone surrogate cannot be written as UTF-8.</summary>
internal static class TextCleaning
{
    private const char Replacement = '\uFFFD';

    // NUL, CR, form feed and the Unicode line ends, and every surrogate: the only characters that need a look.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. "\0\r\f\v\u0085\u2028\u2029", .. Enumerable.Range(0xD800, 0x800).Select(i => (char)i)]);

    /// <summary>Text of several lines: every line end becomes LF.</summary>
    public static string Lines(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 < text.Length && text[i + 1] == '\n') continue;
                clean.Append('\n');
            }
            else if (c is '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                clean.Append('\n');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else
            {
                clean.Append(c == '\0' || char.IsSurrogate(c) ? Replacement : c);
            }
        }

        return clean.ToString();
    }

    /// <summary>Text of one line: controls and runs of blanks become one space.</summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var c in Lines(text))
        {
            if (!char.IsControl(c) && c != ' ') clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }

        return clean.ToString().TrimEnd(' ');
    }

    /// <summary>Letters with their accents in one character, as people type them: Macs send the two apart.</summary>
    public static string Composed(string text) => text.AsSpan().ContainsAnyInRange('\u0300', '\u036F') ? text.Normalize() : text;

    /// <summary>At most <paramref name="length"/> characters, never half a surrogate pair.</summary>
    public static string Clip(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
