using System.Globalization;
using System.Text;

namespace SiOne.Bot.Understanding.Text;

/// <summary>Folds what people type to one spelling: lower case, no accents, plain apostrophes.</summary>
/// <remarks>Character by character from a table, because <see cref="string.Normalize()"/> throws on lone surrogates, which hostile mails hold.</remarks>
internal static class Folding
{
    private const int TableSize = 0x250;
    private static readonly char[] Table = BuildTable();

    /// <summary>Appends the folded form of one character; combining marks vanish, ligatures become two letters.</summary>
    public static void Append(StringBuilder to, char c)
    {
        switch (c)
        {
            case 'œ' or 'Œ': to.Append("oe"); break;
            case 'æ' or 'Æ': to.Append("ae"); break;
            case 'ß': to.Append("ss"); break;
            case >= '\u0300' and <= '\u036F': break;
            default: to.Append(Fold(c)); break;
        }
    }

    /// <summary>The folded form of a word or phrase.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text) Append(folded, c);
        return folded.ToString();
    }

    /// <summary>Whether the character belongs to a word: letter, digit or combining mark.</summary>
    public static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F';

    private static char Fold(char c) => c switch
    {
        '’' or '‘' or 'ʼ' or '`' or '´' => '\'',
        < (char)TableSize => Table[c],
        _ => char.ToLowerInvariant(c),
    };

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            var lower = char.ToLowerInvariant((char)i);
            var decomposed = lower.ToString().Normalize(NormalizationForm.FormD);
            table[i] = CharUnicodeInfo.GetUnicodeCategory(decomposed[0]) is UnicodeCategory.LowercaseLetter ? decomposed[0] : lower;
        }
        return table;
    }
}
