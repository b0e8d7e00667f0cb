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

    /// <summary>The same text with its first letter as a capital, accent kept: "équipe" becomes "Équipe".</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

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
