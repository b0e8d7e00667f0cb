namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// What the person newly wrote: quoted history, signature and disclaimers removed. A forward keeps what it forwards, with the lines that
/// say from whom and about what. When all would go, all stays.
/// </summary>
public static class NewText
{
    private const int MaxLines = 5_000;

    private const int MaxChain = 10;

    // A quoted line this long was wrapped by its client: what stands below it is its rest, without a quote mark; below a whole sentence stands an answer.
    private const int WrapColumn = 66;

    /// <summary>What is new in a body.</summary>
    /// <param name="body">The whole readable text.</param>
    /// <param name="subject">The subject, which tells a forward; empty in Teams.</param>
    /// <param name="sender">The name beside the sender's address, by which a signature is known; null when there is none.</param>
    public static string Of(string body, string subject, string? sender = null) => Of(body, subject, new Author(sender));

    /// <summary>As above, with all that the mail says of its sender.</summary>
    internal static string Of(string body, string subject, Author sender)
    {
        if (string.IsNullOrWhiteSpace(body)) return "";
        var lines = Banners.Remove(ClientLines.Without([.. body.Split('\n').Take(MaxLines)]));
        if (QuoteMarkers.Find(lines, 0) is not { } history) return Unmarked(lines, subject, sender);
        var own = Footers.AreAll(lines[..history.Start]) ? "" : Own(lines[..history.Start], sender);
        if (!history.IsForward && IsQuoted(NextText(lines, history.Content)) && !SubjectPrefix.IsForward(subject))
            own = Signed(own, Between(lines[history.Content..], sender), sender);
        else if (!history.IsForward && AnswersInside.AreAnnounced(own)) own = Join(own, string.Join('\n', AnswersInside.Marked(Latest(lines, history), sender)));
        var forwards = history.IsForward || SubjectPrefix.IsForward(subject);
        // A reply without a word of its own still answers with what it quotes: a person must see it.
        if (forwards && SignatureStart.IsAll(lines[..history.Start], sender)) own = SignedName.Signer(lines[..history.Start], sender) ?? "";
        return forwards || own.Length == 0 ? Join(own, Forwarded(lines, history, SubjectPrefix.IsChain(subject))) : own;
    }

    // In a mail that answers nothing, lines behind ">" were pasted: a log, a command.
    private static string Unmarked(List<string> lines, string subject, Author sender)
    {
        if (lines.TrueForAll(line => IsQuoted(line) || string.IsNullOrWhiteSpace(line))) return Unquote(lines);
        var own = SubjectPrefix.IsReply(subject) ? Own(lines, sender) : Trim(SignatureBlock.Remove(lines, sender));
        return own.Length > 0 ? own : Unquote(lines);
    }

    private static string Own(List<string> lines, Author sender)
    {
        var unquoted = lines.Where(l => !IsQuoted(l)).ToList();
        return Trim(SignatureBlock.Remove(unquoted, sender));
    }

    // Below the quote a signature may repeat who signed above it, or name the company.
    private static string Signed(string own, string below, Author sender) =>
        SignedName.Is(below, sender) && sender.IsPart(own[(own.LastIndexOf('\n') + 1)..]) ? own : Join(own, below);

    // Answers below or between the quoted lines.
    private static string Between(List<string> lines, Author sender)
    {
        var older = QuoteMarkers.Find(lines, 0);
        var rest = older is { } m && !IsQuoted(lines[m.Start]) ? lines[..m.Start] : lines;
        var answers = rest.Where((l, i) => !(i > 0 && IsBroken(rest[i - 1]) && l.Length > 0)).ToList();
        var below = answers.SkipWhile(l => IsQuoted(l) || string.IsNullOrWhiteSpace(l)).ToList();
        // Gmail can put the signature under what it quotes.
        return below is ["--" or "-- " or "--\u00A0", .. var signature] ? SignedName.Signer(signature, sender) ?? "" : Own(answers, sender);
    }

    private static List<string> Latest(List<string> lines, QuoteMarkers.Marker history) => lines[history.Content..(QuoteMarkers.Find(lines, history.Content)?.Start ?? lines.Count)];

    private static bool IsBroken(string line) => IsQuoted(line) && line.Length >= WrapColumn && line.TrimEnd()[^1] is not ('.' or '!' or '?' or ':' or ';' or '…');

    private static string NextText(List<string> lines, int from) => lines.Skip(from).FirstOrDefault(l => !string.IsNullOrWhiteSpace(l)) ?? "";

    private static string Forwarded(List<string> lines, QuoteMarkers.Marker history, bool chain)
    {
        var text = "";
        for (var depth = 0; depth < MaxChain; depth++)
        {
            var older = QuoteMarkers.Find(lines, history.Content);
            var hasText = HasText(lines, history.Content, older?.Start ?? lines.Count);
            var content = lines[history.Content..(older is { } o ? o.Start : lines.Count)].ConvertAll(StripMarks);
            text = Join(text, Join(string.Join('\n', ForwardedHeader.Kept(lines[history.Start..history.Content])), Trim(SignatureBlock.Remove(content, ForwardedHeader.Author(lines[history.Start..history.Content])))));
            if (older is not { } next || (hasText && !chain)) break;
            history = next;
        }

        return text;
    }

    private static bool HasText(List<string> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (QuoteMarkers.Unquoted(lines[i]).Length > 0) return true;
        return false;
    }

    private static string Unquote(List<string> lines) => Trim(lines.ConvertAll(StripMarks));

    private static bool IsQuoted(string line) => line.AsSpan().TrimStart(" \t").StartsWith(">");

    private static string StripMarks(string line)
    {
        var text = line.AsSpan();
        while (text.TrimStart(' ').StartsWith(">")) text = text.TrimStart(' ')[1..];
        return text.Length == line.Length ? line : text.TrimStart(' ').ToString();
    }

    private static string Trim(List<string> lines) => string.Join('\n', lines.Select(l => l.TrimEnd())).Trim('\n', ' ', '\t', '_', '\u00A0');

    private static string Join(string first, string second) =>
        first.Length == 0 ? second : second.Length == 0 ? first : $"{first}\n\n{second}";
}
