using System.Buffers;
using System.Text;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>
/// A text as the patterns read it: hard spaces as spaces, curly quotes straight, wide letters narrow, invisible characters gone, each
/// position still knowing where it came from. Case and accents stay, which <see cref="FoldedText"/> takes away: a secret is told by them.
/// </summary>
internal sealed class NormalisedText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "\t\r\u00A0\u00AD\u202F\u2007\u2009\u2019\u2018\u02BC\u200B\u200C\u200D\u2060\uFEFF", .. Enumerable.Range(0xFF01, 0x5E).Select(i => (char)i)]);

    private readonly string _source;
    // Null when nothing was changed in length.
    private readonly int[]? _map;

    private NormalisedText(string source, string text, int[]? map) => (_source, Text, _map) = (source, text, map);

    public string Text { get; }

    public static NormalisedText Of(string source)
    {
        if (!source.AsSpan().ContainsAny(Special)) return new NormalisedText(source, source, map: null);
        var text = new StringBuilder(source.Length);
        var map = new int[source.Length];
        for (var i = 0; i < source.Length; i++)
        {
            if (Seen(source[i]) is not { } c) continue;
            map[text.Length] = i;
            text.Append(c);
        }

        return new NormalisedText(source, text.ToString(), map);
    }

    /// <summary>The source with each span replaced; overlapping spans become one.</summary>
    public string Replace(List<SecretSpan> spans, Func<string, string> mask)
    {
        if (spans.Count == 0) return _source;
        var result = new StringBuilder(_source.Length);
        var position = 0;
        foreach (var span in Merged(spans))
        {
            var start = _map is null ? span.Start : _map[span.Start];
            var end = _map is null ? span.End : _map[span.End - 1] + 1;
            result.Append(_source, position, start - position).Append(mask(Text.Substring(span.Start, span.Length)));
            position = end;
        }

        return result.Append(_source, position, _source.Length - position).ToString();
    }

    /// <summary>In order, overlapping ones as one.</summary>
    public static List<SecretSpan> Merged(List<SecretSpan> spans)
    {
        var merged = new List<SecretSpan>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
                merged[^1] = merged[^1] with { Length = Math.Max(merged[^1].End, span.End) - merged[^1].Start };
            else merged.Add(span);
        }

        return merged;
    }

    private static char? Seen(char c) => c switch
    {
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => null,
        '\u00A0' or '\u202F' or '\u2007' or '\u2009' or '\r' => ' ',
        '\u2019' or '\u2018' or '\u02BC' => '\'',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
