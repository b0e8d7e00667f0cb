using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>A text whose words for request 1, 2, … are marked <c>[[1|…]]</c>.</summary>
internal static class MarkedText
{
    private const string Opening = "[[";
    private const string Closing = "]]";

    /// <summary>The text without its marks, and the marked stretches in it.</summary>
    /// <exception cref="FormatException">A mark is not closed, or stands inside another one.</exception>
    public static (string Text, ImmutableArray<(int Number, TextSpan Span)> Marks) Read(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var marks = ImmutableArray.CreateBuilder<(int, TextSpan)>();
        var at = 0;
        while (marked.IndexOf(Opening, at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = marked.IndexOf(Closing, open, StringComparison.Ordinal);
            var isNumbered = open + 3 < marked.Length && char.IsAsciiDigit(marked[open + 2]) && marked[open + 3] == '|';
            if (close < 0 || !isNumbered) throw new FormatException($"A mark is broken: {marked[open..Math.Min(marked.Length, open + 30)]}");
            text.Append(marked, at, open - at);
            var words = marked[(open + 4)..close];
            if (words.Contains(Opening, StringComparison.Ordinal)) throw new FormatException($"A mark stands in another one: {words}");
            marks.Add((marked[open + 2] - '0', new TextSpan(text.Length, words.Length)));
            text.Append(words);
            at = close + Closing.Length;
        }
        text.Append(marked, at, marked.Length - at);
        return (text.ToString(), marks.ToImmutable());
    }
}
