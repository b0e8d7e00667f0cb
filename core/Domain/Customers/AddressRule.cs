using System.Globalization;
using System.Text;

namespace SiOne.Bot.Domain.Customers;

/// <summary>How the part of an address before the at sign is made of a name: <c>{first}.{last}</c>, <c>{f}{last}</c>.</summary>
public sealed record AddressRule
{
    /// <summary>The longest local part that a mail address may have (RFC 5321, 4.5.3.1.1).</summary>
    private const int Longest = 64;

    private static readonly string[] Places = ["{first}", "{last}", "{f}", "{l}"];

    private AddressRule(string pattern) => Pattern = pattern;

    /// <summary><c>{first}.{last}</c>.</summary>
    public static AddressRule Default { get; } = new("{first}.{last}");

    /// <summary>The rule as it is written: <c>{first}</c>, <c>{last}</c>, their first letters <c>{f}</c> and <c>{l}</c>, and between them letters, digits, dots, hyphens.</summary>
    public string Pattern { get; }

    /// <summary>Reads a rule; null for anything that could make no address, or the same one for everybody.</summary>
    public static AddressRule? Parse(string text)
    {
        var rest = Places.Aggregate(text, (left, place) => left.Replace(place, "", StringComparison.Ordinal));
        if (rest.Length == text.Length || rest.Any(c => !IsAllowed(c))) return null;
        return new AddressRule(text).LocalOf("Ada", "Modele") is null ? null : new AddressRule(text);
    }

    /// <summary>The local part for a name, in lower case without accents; null where the name leaves too little, or too much.</summary>
    /// <param name="first">First name; composed ones keep their hyphen.</param>
    /// <param name="last">Last name; "de la Tour" becomes "delatour".</param>
    public string? LocalOf(string first, string last)
    {
        var (given, family) = (Folded(first), Folded(last));
        if (given.Length == 0 || family.Length == 0) return null;
        var local = Pattern.Replace("{first}", given, StringComparison.Ordinal).Replace("{last}", family, StringComparison.Ordinal)
            .Replace("{f}", given[..1], StringComparison.Ordinal).Replace("{l}", family[..1], StringComparison.Ordinal);
        return IsLocal(local) ? local : null;
    }

    /// <summary>Whether a text is a local part that this product would give: letters, digits, inner dots and hyphens.</summary>
    public static bool IsLocal(string text) =>
        text.Length is > 0 and <= Longest && text.All(IsAllowed) && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && !text.Contains("..", StringComparison.Ordinal);

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_';

    private static string Folded(string name)
    {
        var folded = new StringBuilder(name.Length);
        // A name may come out of a mail: half a character would make Normalize throw.
        var whole = string.Concat(name.EnumerateRunes().Select(rune => rune.ToString()));
        foreach (var c in whole.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
            .Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).ToLower(CultureInfo.InvariantCulture))
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') folded.Append(c);
        return folded.ToString().Trim('-');
    }
}
