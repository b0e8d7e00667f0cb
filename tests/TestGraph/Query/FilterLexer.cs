using System.Text.RegularExpressions;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Query;

/// <summary>Cuts a filter into words, quoted texts and signs (OData 4.01, part 2, section 5.1.1).</summary>
internal static partial class FilterLexer
{
    /// <summary>The pieces, in order. A quoted text keeps its first quote and has its inner ones undone.</summary>
    public static List<string> Cut(string filter)
    {
        var pieces = new List<string>();
        for (var at = 0; at < filter.Length;)
        {
            var match = Piece().Match(filter, at);
            if (!match.Success || match.Index != at || match.Length == 0) throw GraphRefusalException.BadRequest($"Invalid filter clause: Syntax error at position {at} in '{filter}'.");
            at += match.Length;
            if (match.Groups["text"].Success) pieces.Add("'" + match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal));
            else if (match.Groups["other"].Success) pieces.Add(match.Groups["other"].Value);
        }

        return pieces;
    }

    [GeneratedRegex(@"\s+|'(?<text>(?:[^']|'')*)'|(?<other>[(),:]|[A-Za-z0-9_$@.\-+/]+(?::\d\d(?::[0-9.]+)?(?:Z|[+\-]\d\d:\d\d)?)?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Piece();
}
