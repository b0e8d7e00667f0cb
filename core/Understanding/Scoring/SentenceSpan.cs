using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>Finds a sentence of what is asked in the message as it came, where lines are not trimmed and quotes not cut out.</summary>
internal static class SentenceSpan
{
    /// <summary>The stretch from the first to the last word of a sentence; null when the text holds it in another form.</summary>
    public static TextSpan? Find(string text, TokenizedText request, int sentence)
    {
        var words = request.Tokens.Where(token => token.Sentence == sentence).ToList();
        if (words.Count == 0) return null;
        var (from, to) = (words[0].Start, words[^1].Start + words[^1].Length);
        // Lines before it may repeat its words: it is sought behind the place that it has at least.
        var firstLine = Line(request.Raw, from, to, first: true);
        var start = text.IndexOf(firstLine, Math.Min(from, text.Length), StringComparison.Ordinal);
        if (start < 0) start = text.IndexOf(firstLine, StringComparison.Ordinal);
        if (start < 0) return null;
        var lastLine = Line(request.Raw, from, to, first: false);
        var last = text.IndexOf(lastLine, start, StringComparison.Ordinal);
        return last < 0 ? new TextSpan(start, firstLine.Length) : new TextSpan(start, last + lastLine.Length - start);
    }

    private static string Line(string raw, int from, int to, bool first)
    {
        var sentence = raw[from..to];
        var cut = first ? sentence.IndexOf('\n', StringComparison.Ordinal) : sentence.LastIndexOf('\n');
        return cut < 0 ? sentence : first ? sentence[..cut] : sentence[(cut + 1)..];
    }
}
