using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Whether two texts that should be one say different things: the trick of an instruction that only some programs see. Links, pictures and
/// a few words of difference are daily business.
/// </summary>
internal static partial class Divergence
{
    private const int LookedAt = 30_000;
    private const int FewWords = 8;

    /// <summary>True when either holds a sentence or more that the other does not.</summary>
    public static bool Between(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        // A text too short for a sentence of difference may still be wholly another.
        return Lacks(a, b) || Lacks(b, a) || (a.Count >= 3 && b.Count >= 3 && !a.Overlaps(b));
    }

    private static bool Lacks(HashSet<string> said, HashSet<string> other)
    {
        var missing = said.Count(word => !other.Contains(word));
        return missing >= FewWords && missing * 100 > said.Count * 8;
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var plain = Addresses().Replace(text.Length > LookedAt ? text[..LookedAt] : text, " ");
        var at = 0;
        while (at < plain.Length)
        {
            while (at < plain.Length && !char.IsLetterOrDigit(plain[at])) at++;
            var start = at;
            while (at < plain.Length && char.IsLetterOrDigit(plain[at])) at++;
            if (at - start >= 3) words.Add(plain[start..at]);
        }

        return words;
    }

    // What a plain text writes in the place of links and pictures.
    [GeneratedRegex(@"<[^<>\s][^<>]{0,2000}>|\[[^\[\]\n]{0,300}\]|https?://\S+|www\.\S+|\S+@\S+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
