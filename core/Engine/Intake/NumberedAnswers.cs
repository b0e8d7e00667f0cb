using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Takes a reply to a numbered list of questions apart: by the numbers that it repeats, or by our own questions that it left standing.</summary>
internal static partial class NumberedAnswers
{
    private static readonly ImmutableSortedDictionary<int, string> None = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>What stands behind each number, on lines of their own or on one: "1) Paul Martin 2. lundi". Empty where nothing is numbered.</summary>
    public static ImmutableSortedDictionary<int, string> Of(string text)
    {
        var found = new List<(int Number, int From, int To)>();
        foreach (Match match in Mark().Matches(text))
        {
            var number = int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (number > (found.Count == 0 ? 0 : found[^1].Number)) found.Add((number, match.Index, match.Groups["first"].Index));
        }

        return found.Select((mark, i) => (mark.Number, Text: Paragraph(text[mark.To..(i + 1 < found.Count ? found[i + 1].From : text.Length)])))
            .Where(answer => answer.Text.Length > 0)
            .Aggregate(None, (answers, answer) => answers.Add(answer.Number, answer.Text));
    }

    /// <summary>What was written behind or below our questions in what a reply quotes, where its mail program marks no quotes.</summary>
    /// <param name="body">The whole readable text of the reply.</param>
    /// <param name="questions">What was asked.</param>
    public static IEnumerable<string> Below(string body, ImmutableArray<Label> questions)
    {
        var lines = body.Split('\n').Select(Folded).ToArray();
        foreach (var question in questions.SelectMany(label => new[] { Folded(label.Fr), Folded(label.En) }))
            for (var i = 0; i < lines.Length; i++)
            {
                // A quoted question may be wrapped once.
                var (line, next) = lines[i].Contains(question, StringComparison.Ordinal) || i + 1 == lines.Length ? (lines[i], i + 1) : ($"{lines[i]} {lines[i + 1]}", i + 2);
                if (line.IndexOf(question, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
                var rest = line[(at + question.Length)..].Trim(' ', ':', '-', '→');
                yield return rest.Length > 0 ? rest : lines.Skip(next).FirstOrDefault(below => below.Length > 0) ?? "";
                break;
            }
    }

    private static string Paragraph(string text) => text.Trim().Split("\n\n", 2)[0].Trim(' ', '\n', ';', ',');

    private static string Folded(string line) =>
        string.Join(' ', line.Replace('’', '\'').Split([' ', '\t', '\r', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries)).TrimStart('>', ' ');

    // "14:30" and "1er" are no numbers of a list.
    [GeneratedRegex(@"(?:^|[\s;,])(?<number>[1-9][0-9]?)\s?[.)°:/-](?:\s+(?<first>\S)|(?<first>\p{L}))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
