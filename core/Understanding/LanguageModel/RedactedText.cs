using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>A text with marks in the place of what must not be told, which knows for each character where it came from.</summary>
internal sealed class RedactedText
{
    private readonly string _source;
    private readonly List<(int Start, int End)> _origin;

    private RedactedText(string source, string text, List<(int Start, int End)> origin) => (_source, Text, _origin) = (source, text, origin);

    /// <summary>What may be told.</summary>
    public string Text { get; }

    /// <summary>Puts marks into a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="spans">What must not be told; of overlapping ones the earlier holds, and what of the other sticks out has its mark too.</param>
    public static RedactedText Of(string source, IEnumerable<RedactedSpan> spans)
    {
        var text = new StringBuilder(source.Length);
        var origin = new List<(int, int)>(source.Length);
        var numbers = new Dictionary<(RedactedKind, string), int>();
        var position = 0;
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length).Append(new RedactedSpan(source.Length, 0, default, "")))
        {
            for (; position < span.Start; position++)
            {
                text.Append(source[position]);
                origin.Add((position, position + 1));
            }

            if (span.End <= position) continue;
            var mark = MarkOf(span, numbers);
            text.Append(mark);
            origin.AddRange(Enumerable.Repeat((position, span.End), mark.Length));
            position = span.End;
        }

        return new RedactedText(source, text.ToString(), origin);
    }

    /// <summary>The words of the source behind a quote of the text; null when the text does not hold the quote.</summary>
    public string? Original(string quote)
    {
        var at = quote.Length == 0 ? -1 : Text.IndexOf(quote, StringComparison.Ordinal);
        return at < 0 ? null : _source[_origin[at].Start.._origin[at + quote.Length - 1].End];
    }

    private static string MarkOf(RedactedSpan span, Dictionary<(RedactedKind, string), int> numbers)
    {
        if (!numbers.TryGetValue((span.Kind, span.Key), out var number))
            numbers[(span.Kind, span.Key)] = number = numbers.Keys.Count(known => known.Item1 == span.Kind) + 1;
        return $"[{Names[(int)span.Kind]} {number}]";
    }

    private static readonly ImmutableArray<string> Names = ["LIEN", "ADRESSE MAIL", "CHEMIN", "FICHIER", "LIEU", "NUMERO", "SOCIETE", "PERSONNE"];
}

/// <summary>A place that must not be told.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">How many.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The same for the same thing, which then has one mark.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RedactedSpan(int Start, int Length, RedactedKind Kind, string Key)
{
    /// <summary>The character behind it.</summary>
    public int End => Start + Length;
}

/// <summary>What must not be told.</summary>
internal enum RedactedKind
{
    /// <summary>A web address or a domain.</summary>
    Link,

    /// <summary>A mail address, or the beginning of one.</summary>
    Address,

    /// <summary>A path on a server or drive.</summary>
    Path,

    /// <summary>A file's name; its ending stays.</summary>
    File,

    /// <summary>A street or town.</summary>
    Place,

    /// <summary>A telephone, customer, device or other long number.</summary>
    Number,

    /// <summary>The customer.</summary>
    Company,

    /// <summary>Somebody.</summary>
    Person,
}
