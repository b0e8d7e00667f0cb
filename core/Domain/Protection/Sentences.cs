namespace SiOne.Bot.Domain.Protection;

/// <summary>Parts a text into sentences, roughly: enough that the words of one do not meet those of another.</summary>
internal static class Sentences
{
    /// <summary>The sentences, in order. A point inside a word or number ends none; a line that goes on in a small letter was broken by the mail program.</summary>
    public static IEnumerable<string> In(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Ends(text, at)) continue;
            if (at > start) yield return text[start..at];
            start = at + 1;
        }

        if (start < text.Length) yield return text[start..];
    }

    private static bool Ends(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\n';
        return text[at] switch
        {
            '.' or '!' or '?' or ';' or '…' => char.IsWhiteSpace(next),
            '\n' => !char.IsLower(next),
            _ => false,
        };
    }
}
