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

    private static string[] Words(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                plain.Append(char.IsLetter(c) ? char.ToUpperInvariant(c) : ' ');
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return words;
    }
}
