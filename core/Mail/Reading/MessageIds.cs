namespace SiOne.Bot.Mail.Reading;

/// <summary>The ids of a Message-ID, In-Reply-To or References field, without angle brackets and without blanks that folding put in.</summary>
internal static class MessageIds
{
    // The longest line that RFC 5322 allows.
    private const int MaxLength = 998;

    public static IEnumerable<string> Of(string value)
    {
        if (!value.Contains('<', StringComparison.Ordinal))
        {
            foreach (var word in value.Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries))
                if (Clean(word.AsSpan()) is { } bare && (bare.Contains('@', StringComparison.Ordinal) || word.Length == value.Trim().Length)) yield return bare;
            yield break;
        }

        for (var at = value.IndexOf('<', StringComparison.Ordinal); at >= 0; at = value.IndexOf('<', at))
        {
            var end = value.IndexOf('>', at);
            if (Clean(value.AsSpan(at + 1, (end < 0 ? value.Length : end) - at - 1)) is { } id) yield return id;
            if (end < 0) yield break;
            at = end;
        }
    }

    private static string? Clean(ReadOnlySpan<char> id)
    {
        var clean = string.Concat(TextCleaning.Lines(id.ToString()).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('<' or '>')));
        return clean.Length == 0 ? null : TextCleaning.Clip(clean, MaxLength);
    }
}
