using System.Globalization;
using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// The words of a Rich Text document, in linear time: what old Outlooks put into winmail.dat. Formatting, pictures and the tags of HTML that
/// such a document may wrap go; anything that is no RTF is given back as it is.
/// </summary>
internal static class RtfText
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, line ends as LF, at most <paramref name="limit"/> characters.</summary>
    public static string Of(string rtf, int limit)
    {
        if (!rtf.AsSpan().TrimStart().StartsWith("{\\rtf")) return TextCleaning.Clip(rtf, limit);
        var text = new StringBuilder();
        var depth = 0;
        var silentFrom = int.MaxValue;
        for (var at = 0; at < rtf.Length && text.Length < limit;)
        {
            var c = rtf[at++];
            if (c == '{') depth++;
            else if (c == '}' && --depth < silentFrom) silentFrom = int.MaxValue;
            else if (c is '{' or '}' or '\r' or '\n') continue;
            else if (c == '\\' && at < rtf.Length) at = Control(rtf, at, text, depth, ref silentFrom);
            else if (depth < silentFrom) text.Append(c);
        }

        return TextCleaning.Clip(text.ToString(), limit).Trim();
    }

    // Behind the backslash: an escaped character, a byte of the code page, or a word with a number.
    private static int Control(string rtf, int at, StringBuilder text, int depth, ref int silentFrom)
    {
        var spoken = depth < silentFrom;
        var c = rtf[at];
        if (c == '\'')
        {
            if (spoken && at + 2 < rtf.Length && byte.TryParse(rtf.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var b)) text.Append(Western.GetString([b]));
            return Math.Min(rtf.Length, at + 3);
        }

        if (!char.IsAsciiLetter(c))
        {
            if (c == '*') silentFrom = Math.Min(silentFrom, depth);
            else if (spoken) text.Append(c == '~' ? ' ' : c is '\\' or '{' or '}' ? c : "");
            return at + 1;
        }

        var end = at;
        while (end < rtf.Length && char.IsAsciiLetter(rtf[end])) end++;
        var word = rtf.AsSpan(at, end - at);
        var number = end;
        if (number < rtf.Length && rtf[number] == '-') number++;
        while (number < rtf.Length && char.IsAsciiDigit(rtf[number])) number++;
        if (spoken) Word(word, rtf.AsSpan(end, number - end), text, depth, ref silentFrom);
        if (word is "u" && spoken && number < rtf.Length && rtf[number] == '?') return number + 1;
        return number < rtf.Length && rtf[number] == ' ' ? number + 1 : number;
    }

    private static void Word(ReadOnlySpan<char> word, ReadOnlySpan<char> number, StringBuilder text, int depth, ref int silentFrom)
    {
        switch (word)
        {
            case "par" or "line" or "row": text.Append('\n'); break;
            case "cell": text.Append(" | "); break;
            case "tab": text.Append('\t'); break;
            case "lquote" or "rquote": text.Append('’'); break;
            case "u" when int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code): text.Append((char)(ushort)code); break;
            case "fonttbl" or "colortbl" or "stylesheet" or "info" or "pict" or "object" or "header" or "footer": silentFrom = depth; break;
            case "htmlrtf" when number is not "0": silentFrom = Math.Min(silentFrom, depth); break;
        }
    }
}
