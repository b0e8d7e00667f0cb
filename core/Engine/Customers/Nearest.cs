namespace SiOne.Bot.Engine.Customers;

/// <summary>Guesses which word was meant by a mistyped one.</summary>
internal static class Nearest
{
    /// <summary>A suggestion to append, or nothing when no word is close.</summary>
    public static string Hint(string written, IEnumerable<string> words)
    {
        // A third of the letters may be wrong: "rôle" is "role", "weekends" is "weekend", but "foo" is nothing.
        var (word, distance) = words.Select(word => (word, Distance(written, word))).MinBy(pair => pair.Item2);
        return word is not null && distance <= Math.Max(1, word.Length / 3) ? $" (did you mean \"{word}\"?)" : "";
    }

    /// <summary>Levenshtein's distance; a difference of case counts nothing.</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > right.Length) return int.MaxValue;
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                var cost = Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1);
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}
