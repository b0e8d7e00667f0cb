using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>Finds the places of secrets in a normalised text: behind a key, before one, in a table, or by a form of their own.</summary>
internal static partial class SecretFinder
{
    private const int Look = 160;

    public static List<SecretSpan> Find(NormalisedText normalised)
    {
        var text = normalised.Text;
        var found = new List<SecretSpan>();
        FormedSecrets.Find(text, found);
        var keys = false;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(SecretWords.Beginnings);
            if (next < 0) break;
            at += next;
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                at++;
                continue;
            }

            var (kind, length) = SecretWords.KeyAt(text.AsSpan(at, Math.Min(48, text.Length - at)));
            if (kind is SecretWords.KeyKind.None)
            {
                at++;
                continue;
            }

            keys |= kind is not SecretWords.KeyKind.Login;
            AfterKey.Find(text, at, at + length, kind, found);
            if (kind is SecretWords.KeyKind.Password) BeforeKey(text, at, found);
            at += length;
        }

        if (keys)
        {
            TypedSecrets(text, found);
            SecretTable.Find(text, found);
        }

        return found;
    }

    // "Soleil2024! comme mot de passe"
    private static void BeforeKey(string text, int key, List<SecretSpan> found)
    {
        var start = Math.Max(0, key - 90);
        var before = text[start..key];
        before = before[(before.LastIndexOf('\n') + 1)..];
        var match = Before().Match(before);
        if (match.Success) Add(text, key - before.Length + match.Groups["v"].Index, match.Groups["v"].Length, s => s.IsVeryStrong, found);
    }

    // "on tape bien Renard_Roux_85": in a text about passwords, what people type is one.
    private static void TypedSecrets(string text, List<SecretSpan> found)
    {
        foreach (Match match in Typed().Matches(text))
            Add(text, match.Groups["v"].Index, match.Groups["v"].Length, s => s.IsVeryStrong, found);
    }

    internal static bool Add(string text, int start, int length, Func<SecretShape, bool> judge, List<SecretSpan> found)
    {
        var value = text.AsSpan(start, length);
        var trimmed = value.TrimStart("\"'«“`([*").TrimEnd(".,;:\"'»”`)>]…");
        start += value.IndexOf(trimmed, StringComparison.Ordinal);
        // A closing bracket may belong to the secret only if it opened inside it.
        if (trimmed.Length < 3 || trimmed.Length > 200) return false;
        var secret = trimmed.ToString();
        if (secret.Contains("[secret", StringComparison.Ordinal) || SecretWords.IsOrdinary(secret) || !judge(SecretShape.Of(secret))) return false;
        found.Add(new SecretSpan(start, trimmed.Length));
        return true;
    }

    internal static ReadOnlySpan<char> RestOf(string text, int from) => text.AsSpan(from, Math.Min(Look, text.Length - from));

    [GeneratedRegex(@"(?<v>\S{5,64})\s+(?:comme|est|c'est|was|is|as|=|en guise de)\s+(?:mon|ma|le|la|son|the|my|notre|un|nouveau|ancien|\s)*$", Options)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(?:tapes?|tap[ée]r?|saisis?|saisit|entr[ée]r?|essay[ée]r?|essaie|utilis[ée]r?|mets|mis|met|type|typed|using|enter|entered|tried)\s+(?:bien\s|toujours\s|ensuite\s|aussi\s|avec\s|le\s|:\s?)*(?<v>\S{5,64})", Options)]
    private static partial Regex Typed();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
