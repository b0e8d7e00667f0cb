using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>One mail of <c>tests/Corpus</c> with what a person reads in it.</summary>
/// <param name="Path">The mail.</param>
/// <param name="Client">What it was written with.</param>
/// <param name="Kind">The kind, as <c>explain</c> names it.</param>
/// <param name="Text">What is new in it; null where nobody wrote it.</param>
/// <param name="Forward">Whose words it forwards; null for any other mail.</param>
/// <param name="From">The sender's address; null where that is not the question.</param>
/// <param name="Attachments">The names attached.</param>
/// <param name="Flags">What a technician is told besides the words.</param>
internal sealed partial record CorpusMail(
    string Path, string Client, string Kind, string? Text, string? Forward, string? From, ImmutableArray<string> Attachments, ImmutableArray<string> Flags)
{
    /// <summary>The folder of all sets.</summary>
    public static string Root { get; } = System.IO.Path.Combine(Repository(), "tests", "Corpus");

    /// <summary>The sets that are there: <c>tuned</c>, later <c>blind</c>.</summary>
    public static IEnumerable<string> Sets() =>
        Directory.EnumerateDirectories(Root).Where(set => File.Exists(System.IO.Path.Combine(set, "expected.jsonl"))).Select(set => System.IO.Path.GetFileName(set)).Order(StringComparer.Ordinal);

    /// <summary>The mails of one set.</summary>
    public static IEnumerable<CorpusMail> Of(string set)
    {
        foreach (var line in File.ReadLines(System.IO.Path.Combine(Root, set, "expected.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var root = row.RootElement;
            yield return new CorpusMail(
                System.IO.Path.Combine(Root, set, Text("file")!), Text("client")!, Text("kind")!, Text("text"), Text("forward"), Text("from"), List("attachments"), List("flags"));

            string? Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
            ImmutableArray<string> List(string name) => root.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];
        }
    }

    /// <summary>A text as two readers would agree on it (the rule is in the corpus's README).</summary>
    public static string Compared(string text, bool forward)
    {
        var lines = text.Split('\n').Where(line => !forward || !HeaderLine().IsMatch(line)).Select(line => ListMark().Replace(line, ""));
        return Blanks().Replace(string.Join('\n', lines).Replace('|', ' '), " ").Trim();
    }

    /// <summary>An expectation of a forward whose header block was written down whole, without its dates and recipients: the reader owes neither.</summary>
    public static string WithoutDatesAndRecipients(string text)
    {
        var lines = text.Split('\n');
        return string.Join('\n', lines.Where((line, i) => !(DateOrRecipient().IsMatch(line) && (IsBeside(lines, i, -1) || IsBeside(lines, i, 1)))));
    }

    // In a block, where a line of another field stands beside it.
    private static bool IsBeside(string[] lines, int i, int step)
    {
        for (i += step; i >= 0 && i < lines.Length && DateOrRecipient().IsMatch(lines[i]);) i += step;
        return i >= 0 && i < lines.Length && HeaderLine().IsMatch(lines[i]);
    }

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(at.FullName, "global.json"))) at = at.Parent!;
        return at.FullName;
    }

    [GeneratedRegex(@"^\s*\*?(?:de|from|objet|sujet|subject)\s*:", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^\s*\*?(?:envoyé|date|sent|à|to|pour|cc)\s*:", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex DateOrRecipient();

    [GeneratedRegex(@"^\s*(?:[-*•·]|\d{1,2}[.)])\s+", RegexOptions.NonBacktracking)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"[\s\u00A0\u200B\u202F\uFEFF]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
