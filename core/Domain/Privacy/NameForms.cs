using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>The ways in which people write somebody's name, as patterns over folded text.</summary>
internal static class NameForms
{
    private const string Between = "[ '.,-]{1,3}";
    private const int ShortestAlone = 3;
    private static readonly string Title = $"({string.Join('|', CapitalWords.Titles.Where(title => title is not "me"))})";

    /// <summary>The patterns, longest first: what matches first is cut.</summary>
    public static IEnumerable<string> Of(PersonTraces traces)
    {
        ImmutableHashSet<string> others = [.. traces.Others.Where(name => !traces.Names.Any(own => Customers.PersonNames.Same(own, name))).SelectMany(FoldedWord.AllIn)];
        foreach (var name in traces.Names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var (first, last) = Parts(name);
            if (first.IsEmpty || last.IsEmpty) continue;
            var (given, family) = (Joined(first), Joined(last));
            yield return $"({Title}[ .]{{1,2}})?{given}{Between}{family}";
            yield return $"({Title}[ .]{{1,2}})?{family}{Between}{given}";
            yield return $"{first[0][0]}[. ]{{1,2}}{family}";
            if (last.All(others.Contains)) continue;
            yield return $"{Title}[ .]{{1,2}}{family}";
            if (!last.All(IsCommon)) yield return family;
        }
    }

    /// <summary>
    /// First and last name, in folded words: the first word, hyphens included, is the first name, unless capitals say which is the last ("MARTIN Paul").
    /// One word alone is no name to go by.
    /// </summary>
    private static (ImmutableArray<string> First, ImmutableArray<string> Last) Parts(string name)
    {
        var words = name.Split([' ', '\u00A0', '\u202F', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var shouted = words.Where(word => word.Length > 1 && word.Any(char.IsUpper) && !word.Any(char.IsLower)).ToArray();
        var last = shouted.Length > 0 && shouted.Length < words.Length ? shouted : [.. words.Skip(1)];
        return ([.. words.Except(last).SelectMany(FoldedWord.AllIn)], [.. last.SelectMany(FoldedWord.AllIn)]);
    }

    private static string Joined(ImmutableArray<string> words) => string.Join(Between, words.Select(Regex.Escape));

    private static bool IsCommon(string word) => word.Length < ShortestAlone || CommonWords.All.Contains(word) || CapitalWords.Things.Contains(word);
}
