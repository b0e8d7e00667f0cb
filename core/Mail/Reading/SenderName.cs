using System.Collections.Frozen;
using System.Globalization;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Whether a line is the name that stands beside the sender's address: "LEFEVRE Julie" and "Julie Lefèvre" are the same person.</summary>
internal static class SenderName
{
    private static readonly FrozenSet<string> Titles = new[] { "M.", "Mr", "Mme", "Mlle", "Me", "Dr", "Pr", "Maître" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const CompareOptions Loose = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public static bool Is(string line, string sender)
    {
        if (line.Length is 0 or > 60) return false;
        var signed = Words(line);
        var stated = Words(sender);
        return stated.Length >= 2 && signed.Length == stated.Length && (stated.All(word => signed.Any(other => Same(word, other))) || IsShortened(signed, stated));
    }

    // "R. Kessler" and "Raymond K." for "Raymond Kessler": an initial for one name, the rest in its order.
    private static bool IsShortened(string[] signed, string[] stated)
    {
        var pairs = signed.Zip(stated).ToList();
        return pairs.Exists(pair => pair.First.Length > 2 && Same(pair.First, pair.Second)) && pairs.TrueForAll(pair => Same(pair.First, pair.Second) || Starts(pair.First, pair.Second) || Starts(pair.Second, pair.First));
    }

    private static bool Starts(string initial, string name) => initial.TrimEnd('.') is { Length: 1 } letter && Same(letter, name[..1]);

    /// <summary>The line is some of that name: the first name alone, in small letters, too.</summary>
    public static bool IsPart(string line, string sender) =>
        line.Length is > 1 and <= 60 && Words(line) is { Length: > 0 } signed && Words(sender) is var stated && signed.All(word => stated.Any(other => Same(word, other)));

    // "Julie Martin (Metalor)", "Julie Martin | Metalor": the name before the company.
    private static string[] Words(string name)
    {
        var end = name.AsSpan().IndexOfAny('(', '|', '–');
        if (end <= 0) end = name.IndexOf(" - ", StringComparison.Ordinal);
        var words = Split(end > 0 ? name[..end] : name);
        return words is [var title, _, ..] && Titles.Contains(title) ? words[1..] : words;
    }

    private static string[] Split(string name) => name.Split([' ', ',', '\u00A0', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(string one, string other) => CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, Loose) == 0;
}
