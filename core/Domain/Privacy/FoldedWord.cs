using System.Globalization;
using System.Text;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>Words without case and accents: the one rule for a letter, by which <see cref="FoldedText"/> folds, too.</summary>
internal static class FoldedWord
{
    /// <summary>A word in small letters without accents; œ and æ become two letters.</summary>
    public static string Of(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
            _ = rune.Value switch
            {
                'œ' or 'Œ' => folded.Append("oe"),
                'æ' or 'Æ' => folded.Append("ae"),
                _ => Append(folded, Rune.ToLowerInvariant(rune)),
            };
        return folded.ToString();
    }

    /// <summary>The words of a text, folded; everything but letters parts them.</summary>
    public static IEnumerable<string> AllIn(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) letters.Append(Rune.IsLetter(rune) || IsAccent(rune) ? rune.ToString() : " ");
        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Of);
    }

    // A rune is never half a character, which would make Normalize throw.
    private static StringBuilder Append(StringBuilder folded, Rune rune)
    {
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
            if (!IsAccent(part)) folded.Append(part.ToString());
        return folded;
    }

    private static bool IsAccent(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
}
