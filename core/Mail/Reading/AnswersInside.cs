using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SiOne.Bot.Domain;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Answers that somebody wrote into the mail they answer where the client puts no quote marks: in another colour, behind an arrow, or behind their initials.
/// Looked for only where the text above says so ("mes réponses en rouge ci-dessous").
/// </summary>
internal static partial class AnswersInside
{
    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;

    /// <summary>The text says that answers stand in what follows.</summary>
    public static bool AreAnnounced(ReadOnlySpan<char> text) => Announced().IsMatch(text);

    /// <summary>The text with quote marks before what was quoted, so that the coloured answers stand between; as it was when there are none.</summary>
    public static string Uncover(string text, string html)
    {
        List<string> lines = [.. text.Split('\n')];
        if (QuoteMarkers.Find(lines, 0) is not { } history || lines.Skip(history.Content).Any(line => line.StartsWith('>')) || HtmlShape.IsCostly(html)) return text;
        var colours = Colours(html);
        var coloured = Enumerable.Range(history.Content, lines.Count - history.Content)
            .Where(i => !string.IsNullOrWhiteSpace(lines[i])).Select(i => (Line: i, Colour: colours.GetValueOrDefault(Key(lines[i]), ""))).ToList();
        // What most lines have is the colour of whoever asked.
        var theirs = coloured.GroupBy(line => line.Colour).MaxBy(group => group.Count())?.Key;
        var answers = coloured.Where(line => line.Colour != theirs && line.Colour.Length > 0).Select(line => line.Line).ToHashSet();
        if (answers.Count == 0) return text;
        for (var i = history.Content; i < lines.Count; i++)
            if (!answers.Contains(i)) lines[i] = $"> {lines[i]}".TrimEnd();
        return string.Join('\n', lines);
    }

    /// <summary>The lines of an unmarked history that begin with an arrow or with the writer's initials.</summary>
    public static IEnumerable<string> Marked(IEnumerable<string> history, Author author)
    {
        var initials = Initials(author.Name ?? "");
        return history.Select(line => line.Trim()).Where(line => Arrow().IsMatch(line) || (initials.Length > 1 && IsInitialled(line, initials)));
    }

    private static bool IsInitialled(string line, string initials) =>
        (line.StartsWith($"[{initials}]", Ignore) || line.StartsWith($"{initials} :", Ignore) || line.StartsWith($"{initials}:", Ignore) || line.StartsWith($"{initials}>", Ignore)) && line.Length > initials.Length + 3;

    private static string Initials(string name) => string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]));

    // Each line's colour, where all of it has one.
    private static Dictionary<string, string> Colours(string html)
    {
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.QuerySelectorAll("span, font, p, div, li, td"))
            if (HtmlColours.Ink(element) is { } ink && HtmlColours.IsBright(ink) && element.TextContent.Length < 4_000)
                foreach (var line in element.TextContent.Split('\n').Append(element.TextContent))
                    if (Key(line) is { Length: > 0 } key) colours.TryAdd(key, ink);
        return colours;
    }

    private static string Key(string line) => string.Join(' ', line.Split([' ', '\u00A0', '\u202F', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(
        @"\b(?:en|in) (?:rouge|bleu|vert|orange|violet|rose|gras|couleurs?|italique|red|blue|green|bold)\b"
        + @"|\b(?:répon\w{1,6}|commentaires?|remarques?|annotations?|précisions|answers?|repl(?:y|ies)|comments?)\b.{0,60}\b(?:dessous|ci-après|below|inline|point par point|(?:dans|entre|sous|après|au fil de) (?:le|la|les|votre|vos|ton|tes|chaque|du) \w+|dans l.e?-?mail)",
        Options)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^(?:[=-]{1,3}>|[→➔➜►]|>>+)\s?\S", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Arrow();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Bounded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
