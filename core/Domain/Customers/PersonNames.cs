using System.Globalization;
using System.Text;

namespace SiOne.Bot.Domain.Customers;

/// <summary>Compares names as people write them: without regard to case, accents, hyphens and the order of first and last name.</summary>
public static class PersonNames
{
    /// <summary>Whether two names may stand for the same person. Both must hold the same words; a first name alone is not enough.</summary>
    public static bool Same(string left, string right)
    {
        var a = Words(left);
        var b = Words(right);
        return a.Length > 1 && a.AsSpan().SequenceEqual(b);
    }

    /// <summary>Whether a text holds a word of a name, whatever stands around it.</summary>
    public static bool Holds(string text, string word) => string.Concat(Words(word)) is { Length: > 0 } sought && string.Join(' ', Words(text)).Contains(sought, StringComparison.Ordinal);

    private static string[] Words(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var rune in Letters(name).Normalize(NormalizationForm.FormD).EnumerateRunes())
            if (!IsAccent(rune)) plain.Append(Rune.ToUpperInvariant(rune));
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return words;
    }

    /// <summary>Letters, accents and blanks. A name may come out of a mail: half a character would make <see cref="string.Normalize()"/> throw.</summary>
    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            _ = rune.Value switch
            {
                'œ' or 'Œ' => letters.Append("oe"),
                'æ' or 'Æ' => letters.Append("ae"),
                _ => letters.Append(Rune.IsLetter(rune) || IsAccent(rune) ? rune.ToString() : " "),
            };
        return letters.ToString();
    }

    private static bool IsAccent(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
}
