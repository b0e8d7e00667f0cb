namespace SiOne.Bot.Understanding.Text;

/// <summary>Finds the words that stand in quotation marks.</summary>
internal static class Quotation
{
    /// <summary>The longest name that somebody quotes, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>For each word whether it is quoted.</summary>
    public static bool[] Find(TokenizedText text)
    {
        var quoted = new bool[text.Tokens.Length];
        var token = 0;
        foreach (var (opening, closing) in Marked(text.Raw, LongestName))
        {
            while (token < quoted.Length && text.Tokens[token].Start < opening) token++;
            while (token < quoted.Length && text.Tokens[token].Start < closing) quoted[token++] = true;
        }
        return quoted;
    }

    /// <summary>The places of opening and closing quotation marks, outer ones only.</summary>
    /// <param name="raw">A text.</param>
    /// <param name="longest">How many characters may stand between them; what is longer is an opening mark that nobody closed.</param>
    public static IEnumerable<(int Opening, int Closing)> Marked(string raw, int longest)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            if (ClosingOf(raw[i]) is not { } closing) continue;
            var end = raw.IndexOf(closing, i + 1, Math.Min(longest, raw.Length - i - 1));
            if (end < 0) continue;
            yield return (i, end);
            i = end;
        }
    }

    private static char? ClosingOf(char opening) => opening switch
    {
        '«' => '»',
        '“' => '”',
        '"' => '"',
        _ => null,
    };
}
