using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Words;

/// <summary>Quotes what a person wrote: their own words and lines, made harmless and kept within bounds.</summary>
internal static class SaidWords
{
    private const int MaxLength = 4_000;

    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>The quotation; null when there are no words.</summary>
    public static WordedSaid? Of(string? said, Label label, Language language)
    {
        if (string.IsNullOrWhiteSpace(said)) return null;
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var line in Cut(said.Trim()).Split(LineBreaks, StringSplitOptions.None).Select(Typography.OneLine))
            if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0)) lines.Add(line);
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        return lines.Count == 0 ? null : new WordedSaid(Typography.Set(label, language), lines.ToImmutable());
    }

    /// <summary>Never through the middle of a character.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= MaxLength) return text;
        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end] + "…";
    }
}
