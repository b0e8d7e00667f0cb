using System.Globalization;
using System.Text;

namespace SiOne.Bot.Domain.Words;

/// <summary>Sets sentences as a printer would: no-break spaces before French punctuation, curly apostrophes. Setting twice changes nothing.</summary>
public static class Typography
{
    /// <summary>Stands before a colon, and inside dates and hours, where no line may break.</summary>
    public const char NoBreakSpace = '\u00A0';

    /// <summary>Stands before <c>; ! ?</c> and inside guillemets.</summary>
    public const char NarrowNoBreakSpace = '\u202F';

    private const char Apostrophe = '\u2019';

    private const char WordJoiner = '\u2060';

    /// <summary>What holds an address, a host name or a path together, in the wide forms too that host names may be written with.</summary>
    private const string Linking = ".@:/\\\u3002\uFF0E\uFF61\uFF20\uFF1A\uFF0F";

    /// <summary>Sets one sentence. For our own sentences, never for names, whose spelling is their owner's.</summary>
    public static string Set(string sentence, Language language)
    {
        var set = new StringBuilder(sentence);
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i] == '\'') set[i] = Apostrophe;
            if (language is Language.French && set[i] is ' ' or NoBreakSpace) set[i] = SpaceAt(set, i);
        }

        return set.ToString();
    }

    /// <summary>Set, in the language of the label's reader.</summary>
    public static string Set(Label label, Language language) => Set(label.In(language), language);

    /// <summary>
    /// A value that comes from elsewhere (a name) as one harmless line: control, format and line-separating characters,
    /// which could forge lines or turn the reading direction, become spaces.
    /// </summary>
    public static string OneLine(string value)
    {
        var line = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator)
                line.Append(' ');
            else
                line.Append(rune);
        }

        return line.ToString().Trim();
    }

    /// <summary>
    /// What a stranger wrote, as one harmless line of at most <paramref name="most"/> characters that no mail program turns into a
    /// link: a word joiner, which nobody sees, parts what could be an address, a host name, a path or a telephone number.
    /// </summary>
    /// <param name="value">The text; null: none.</param>
    /// <param name="most">The most characters of it that are kept, the ellipsis not counted.</param>
    /// <returns>Null when nothing is left to show.</returns>
    public static string? Unlinked(string? value, int most)
    {
        if (value is null) return null;
        var line = string.Join(' ', OneLine(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > most) line = line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)].TrimEnd() + "…";
        if (line.Length == 0) return null;
        var parted = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            parted.Append(line[i]);
            if (Links(line[i]) && i + 1 < line.Length && line[i + 1] != ' ') parted.Append(WordJoiner);
        }

        return parted.ToString();
    }

    /// <summary>The same text with its first letter as a capital, accent kept: "équipe" becomes "Équipe".</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static bool Links(char character) => char.IsDigit(character) || Linking.Contains(character, StringComparison.Ordinal);

    private static char SpaceAt(StringBuilder text, int at)
    {
        var before = At(text, at - 1);
        var after = At(text, at + 1);
        // "14 h 10", "10 %": a number does not leave its unit.
        if (char.IsAsciiDigit(before) && (after is '%' || (after is 'h' && !char.IsLetter(At(text, at + 2))))) return NoBreakSpace;
        if (before is 'h' && char.IsAsciiDigit(after) && At(text, at - 2) is NoBreakSpace && char.IsAsciiDigit(At(text, at - 3))) return NoBreakSpace;
        return after is ';' or '!' or '?' or '»' || before is '«' ? NarrowNoBreakSpace
            : after is ':' ? NoBreakSpace
            : text[at];
    }

    private static char At(StringBuilder text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';
}
