using System.Globalization;
using System.Text;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>A text in small letters without accents, blanks as single kinds, invisible characters gone, each place still knowing where it came from: <see cref="FoldedWord"/> with the way back, for what is cut out of the text.</summary>
internal sealed class FoldedText
{
    private const int EscapeLength = 6;
    private readonly List<(int Start, int End)> _source;

    private FoldedText(string text, List<(int, int)> source) => (Text, _source) = (text, source);

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Folds. An escape of JSON (<c>\u00e9</c>) reads as its letter.</summary>
    public static FoldedText Of(string text)
    {
        var (folded, source) = (new StringBuilder(text.Length), new List<(int Start, int End)>(text.Length));
        for (var at = 0; at < text.Length;)
        {
            var (rune, length) = Next(text, at);
            // Half a character, and what nobody sees.
            if (rune is { } seen && Rune.GetUnicodeCategory(seen) is var category && category is not (UnicodeCategory.Format or UnicodeCategory.EnclosingMark))
                Append(seen, category, at, at + length);
            at += length;
        }

        return new FoldedText(folded.ToString(), source);

        void Append(Rune rune, UnicodeCategory category, int start, int end)
        {
            if (category is UnicodeCategory.NonSpacingMark)
            {
                // An accent goes with its letter.
                if (source.Count > 0) source[^1] = (source[^1].Start, end);
                return;
            }

            foreach (var letter in Folded(rune, category))
            {
                folded.Append(letter);
                source.Add((start, end));
            }
        }
    }

    /// <summary>Where a piece of the folded text stands in the source.</summary>
    public (int Start, int End) SourceOf(int index, int length) => (_source[index].Start, _source[index + length - 1].End);

    private static (Rune? Rune, int Length) Next(string text, int at)
    {
        if (text[at] is '\\' && at + EscapeLength <= text.Length && text[at + 1] is 'u'
            && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.TryCreate((char)code, out var escaped))
            return (escaped, EscapeLength);
        return Rune.TryGetRuneAt(text, at, out var rune) ? (rune, rune.Utf16SequenceLength) : (null, 1);
    }

    private static string Folded(Rune rune, UnicodeCategory category) => rune.Value switch
    {
        '’' or '‘' or 'ʼ' => "'",
        '‐' or '‑' or '–' => "-",
        // An underscore parts words as a blank does; patterns know it as a letter.
        '_' => " ",
        _ when category is UnicodeCategory.SpaceSeparator or UnicodeCategory.Control => " ",
        _ => FoldedWord.Of(rune.ToString()),
    };
}
