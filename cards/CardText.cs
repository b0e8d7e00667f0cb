using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards;

/// <summary>
/// Makes text safe where clients read Markdown, mentions and functions: whatever a person wrote shows as it was written and does nothing.
/// Every text of every card goes through here.
/// </summary>
public static class CardText
{
    /// <summary>The most characters of a person's words that a card shows.</summary>
    public const int MaxLength = 1_000;

    private const int MaxLines = 30;

    private const char WordJoiner = '\u2060';

    private static readonly SearchValues<char> Active = SearchValues.Create("\\`*_[]<>~|&");

    private static readonly SearchValues<char> ActiveAtStart = SearchValues.Create("#+-=");

    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

    /// <summary>
    /// Our own sentence, its typography kept, which may hold names as the customer file spells them, or what the domain has already made
    /// harmless: one line of at most <see cref="MaxLength"/> characters, nothing in it read as Markdown or made a link.
    /// </summary>
    public static string Own(string sentence) => Short(sentence, MaxLength);

    /// <summary>The same of at most <paramref name="most"/> characters.</summary>
    public static string Short(string sentence, int most) => Escaped(Parted(Clipped(Cleaned(sentence), most)));

    /// <summary>
    /// What a person wrote, as one line of at most <paramref name="most"/> characters: no link, no mention, no emphasis, no function, no
    /// change of reading direction. Empty when nothing is left.
    /// </summary>
    public static string Of(string? text, int most = MaxLength) => Typography.Unlinked(text, most) is { } line ? Escaped(line) : "";

    /// <summary>What a person wrote, line by line, each as <see cref="Of"/> makes it; empty lines are left out, and what is too long ends with an ellipsis.</summary>
    public static ImmutableArray<string> Lines(string? text, int most = MaxLength)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var lines = ImmutableArray.CreateBuilder<string>();
        var left = most;
        foreach (var line in text.Split(LineBreaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (left <= 0 || lines.Count == MaxLines)
            {
                lines.Add("…");
                break;
            }

            var shown = Of(line, left);
            if (shown.Length == 0) continue;
            lines.Add(shown);
            left -= line.Length;
        }

        return lines.ToImmutable();
    }

    /// <summary>
    /// For what clients show as plain text (buttons, labels, choices, the fallback): one line, clipped, without what could be taken for a
    /// tag, a link or a function. A stranger's words in it go through <see cref="Typography.Unlinked"/> first.
    /// </summary>
    public static string Plain(string? text, int most = 120)
    {
        var line = Parted(Clipped(Cleaned(text ?? ""), most));
        return line.Replace('<', '‹').Replace('>', '›').Replace("{", "\u2060{", StringComparison.Ordinal).Replace("](", "]\u2060(", StringComparison.Ordinal);
    }

    /// <summary>
    /// What a text field begins with: shown as it is and sent back as it is, so nothing is escaped and no mark is put in. Lines stay; what forges them
    /// or turns the reading direction does not. Null when nothing is left.
    /// </summary>
    public static string? Begun(string? text, int most)
    {
        var lines = string.Join('\n', (text ?? "").Split(LineBreaks, StringSplitOptions.None).Select(Typography.OneLine)).Trim();
        return lines.Length == 0 ? null : lines.Length <= most ? lines : lines[..(char.IsHighSurrogate(lines[most - 1]) ? most - 1 : most)];
    }

    private static string Clipped(string line, int most) =>
        line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)].TrimEnd() + "…";

    /// <summary>Without what forges lines or turns the reading direction; the word joiner that parts links stays.</summary>
    private static string Cleaned(string text) => string.Join(WordJoiner, text.Split(WordJoiner).Select(Typography.OneLine)).Trim();

    private static string Escaped(string line)
    {
        var text = new StringBuilder(line.Length + 8);
        var number = NumberAt(line);
        for (var i = 0; i < line.Length; i++)
        {
            // Teams' older phone clients make a link of "](" whatever stands before it.
            if (line[i] is '(' && i > 0 && line[i - 1] is ']') text.Append(WordJoiner);
            if (Active.Contains(line[i]) || (i == 0 && ActiveAtStart.Contains(line[i])) || i == number || IsFunction(line, i)) text.Append('\\');
            text.Append(line[i]);
            // A tag that is looked for before Markdown is read is no tag either.
            if (line[i] is '<' && i + 1 < line.Length && line[i + 1] is not (' ' or WordJoiner)) text.Append(WordJoiner);
        }

        return text.ToString();
    }

    /// <summary>Addresses and host names fall apart for clients that look for them; hours and article numbers stay whole.</summary>
    private static string Parted(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            text.Append(line[i]);
            if (i + 1 < line.Length && Holds(i > 0 ? line[i - 1] : ' ', line[i], line[i + 1])) text.Append(WordJoiner);
        }

        return text.ToString();
    }

    private static bool Holds(char before, char link, char after) => link switch
    {
        '@' => char.IsLetterOrDigit(after),
        '.' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) && !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)),
        ':' or '/' => after is '/' || (link is ':' && char.IsLetter(before) && after is not ' '),
        _ => false,
    };

    // "{{DATE(…)}}" and "${…}": the second brace, and the one behind the dollar.
    private static bool IsFunction(string line, int at) => line[at] == '{' && at > 0 && line[at - 1] is '{' or '$';

    /// <summary>Where the full stop or bracket of a numbered list would stand ("1.", "2)"); -1 where the line begins otherwise.</summary>
    private static int NumberAt(string line)
    {
        var at = 0;
        while (at < line.Length && (char.IsAsciiDigit(line[at]) || line[at] == WordJoiner)) at++;
        return at > 0 && at < line.Length && line[at] is '.' or ')' ? at : -1;
    }
}
