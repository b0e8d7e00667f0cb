using MimeKit;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// One text out of the versions of it that a mail offers: the plain one, since it is what was typed, unless the HTML says more to a person. Where
/// they contradict each other the HTML counts: it is what clients show.
/// </summary>
internal static class Alternatives
{
    private const int CellsOfATable = 4;

    // Who answers inside the mail below says so at the top.
    private const int LookedAt = 1_000;

    /// <summary>The text, whether the versions differ, and the first line of what the HTML marks as a signature.</summary>
    public static (string Text, bool Differ, string? Signature) Best(List<TextPart> group, int limit)
    {
        List<string> sources = [.. group.Where(p => p.IsHtml).Select(p => PartText.Of(p, limit))];
        var (text, differ) = Best(group, sources, limit);
        if (sources.Count == 0) return (text, differ, null);
        if (AnswersInside.AreAnnounced(text.AsSpan(0, Math.Min(text.Length, LookedAt)))) text = AnswersInside.Uncover(text, sources[0]);
        return (text, differ, MarkedSignature.FirstLine(sources[0]));
    }

    private static (string Text, bool Differ) Best(List<TextPart> group, List<string> sources, int limit)
    {
        var plain = string.Join("\n\n", group.Where(p => !p.IsHtml).Select(p => Plain(p, limit).Trim('\n')).Where(t => t.Length > 0));
        if (sources.Count == 0) return (plain, false);
        var mangled = MangledText.Is(plain);
        if (!string.IsNullOrWhiteSpace(plain) && !mangled && !sources.Exists(IsLaidOut) && !Divergence.Between(plain, Roughly(sources, limit))) return (plain, false);
        var html = string.Join("\n\n", sources.Select(s => HtmlText.Of(s, limit).Trim('\n')).Where(t => t.Length > 0));
        if (string.IsNullOrWhiteSpace(plain)) return (html, false);
        // "Your reader shows no HTML": nothing is hidden from anybody.
        if (plain.Length < 200 && html.Length > (4 * plain.Length) + 400) return (html, false);
        if (string.IsNullOrWhiteSpace(html)) return (plain, false);
        // A server may have put its banner on one of them alone.
        var differ = Divergence.Between(Banners.Remove(plain), Banners.Remove(html));
        return (differ || mangled || Rows(html) > Rows(plain) + 1 ? html : plain, differ);
    }

    // Tags taken off in linear time: hidden text counts, so what is cleared here needs no parser.
    private static string Roughly(List<string> sources, int limit) => string.Join('\n', sources.Select(s => HtmlStripper.Strip(s, limit)));

    private static bool IsLaidOut(string html)
    {
        var cells = 0;
        for (var at = html.IndexOf("<td", StringComparison.OrdinalIgnoreCase); at >= 0 && cells < CellsOfATable; cells++)
            at = html.IndexOf("<td", at + 3, StringComparison.OrdinalIgnoreCase);
        return cells >= CellsOfATable;
    }

    // Rows of a table that is kept readable: a plain text loses its columns.
    private static int Rows(string text)
    {
        var rows = 0;
        foreach (var range in text.AsSpan().Split('\n'))
            if (text.AsSpan(range).Contains(" | ", StringComparison.Ordinal) && !text.AsSpan(range).StartsWith(">")) rows++;
        return rows;
    }

    private static string Plain(TextPart part, int limit)
    {
        var text = PartText.Of(part, limit);
        if (part.IsRichText) return RtfText.Of(text, limit);
        return TextCleaning.Clip(MangledText.Seen(part.IsFlowed ? FlowedText.Join(text, IsDelSp(part)) : text), limit);
    }

    private static bool IsDelSp(TextPart part) =>
        string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase);
}
