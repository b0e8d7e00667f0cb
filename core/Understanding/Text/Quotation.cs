namespace SiOne.Bot.Understanding.Text;

/// <summary>Finds the words that stand in quotation marks.</summary>
internal static class Quotation
{
    private const int MaxLength = 80;

    /// <summary>For each word whether it is quoted.</summary>
    public static bool[] Find(TokenizedText text)
    {
        var quoted = new bool[text.Tokens.Length];
        var token = 0;
        for (var i = 0; i < text.Raw.Length; i++)
        {
            if (ClosingOf(text.Raw[i]) is not { } closing) continue;
            var end = text.Raw.IndexOf(closing, i + 1, Math.Min(MaxLength, text.Raw.Length - i - 1));
            if (end < 0) continue;
            while (token < quoted.Length && text.Tokens[token].Start < i) token++;
            while (token < quoted.Length && text.Tokens[token].Start < end) quoted[token++] = true;
            i = end;
        }
        return quoted;
    }

    private static char? ClosingOf(char opening) => opening switch
    {
        '«' => '»',
        '“' => '”',
        '"' => '"',
        _ => null,
    };
}
