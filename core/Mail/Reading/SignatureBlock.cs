using System.Text.RegularExpressions;
using SiOne.Bot.Domain;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Takes footers, disclaimers and the signature off the end of a text. Careful by design: what may be a request stays. The signer's name
/// stays, too, since "my phone is broken" is about whoever signs.
/// </summary>
internal static partial class SignatureBlock
{
    /// <summary>The lines without what closes them; never fewer than one if there was one.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="author">Whoever wrote it.</param>
    public static List<string> Remove(List<string> lines, Author author)
    {
        var kept = Footers.Remove(lines);
        // "PS : …" under a signature is said like the rest, the signature above it is not.
        if (kept.FindLastIndex(line => Postscript().IsMatch(line)) is var ps and > 0 && Cut(kept[ps..], author).Count == kept.Count - ps)
            kept = [.. Cut(kept[..ps], author), "", .. kept[ps..]];
        else kept = Cut(kept, author);
        return Footers.Trimmed(kept, kept.Count) == 0 ? lines : Footers.Remove(kept);
    }

    private static List<string> Cut(List<string> lines, Author author)
    {
        if (SignatureStart.ByDashes(lines, author) is var dashes and >= 0)
        {
            var above = SignatureStart.Earliest(lines, dashes);
            return Signed(WithName(lines, above, dashes + 1, author), above, author);
        }

        if (SignatureStart.ByMark(lines, author) is var mark and > 0)
        {
            var above = Cut(lines[..mark], author with { Signature = null });
            var last = SignedName.In(above.FindLast(line => !string.IsNullOrWhiteSpace(line)) ?? "");
            return SignedName.IsFull(last) || author.IsPart(last) ? above : WithName([.. above, .. lines[mark..]], above.Count, above.Count, author);
        }

        var closing = SignatureStart.ByClosing(lines, author);
        if (closing == SignatureStart.Quoted) return lines;
        if (closing > 0)
        {
            return Closings.Behind(lines[closing].Trim()) is { } name && SignedName.Is(SignedName.In(name), author)
                ? [.. lines[..Footers.Trimmed(lines, SignatureStart.Earliest(lines, closing))], "", SignedName.In(name)]
                : WithName(lines, closing, closing + 1, author);
        }

        return SignatureStart.ByName(lines, author) is var signed and > 0 ? [.. lines[..signed], author.Leading(lines[signed].Trim()) ?? SignedName.In(lines[signed])] : lines;
    }

    // "Cheers,", "Declan", and below the dashes the whole name: the farewell goes, both names stay.
    private static List<string> Signed(List<string> kept, int above, Author author)
    {
        var words = kept[..Math.Min(above, kept.Count)];
        return SignatureStart.ByClosing(words, author) is var closing and > 0 && Closings.Is(words[closing].Trim()) && words.Count(line => line.Trim().Length > 0) > 1
            ? [.. WithName(words, closing, closing + 1, author), .. kept[words.Count..]]
            : kept;
    }

    private static List<string> WithName(List<string> lines, int cut, int below, Author author)
    {
        var kept = lines[..Footers.Trimmed(lines, cut)];
        if (SignedName.Signer(lines.Skip(below), author) is { } name) kept.AddRange(["", name]);
        return kept;
    }

    [GeneratedRegex(@"^\s*(?:p\.?\s?s\.?|n\.?b\.?)\s?[:.–-]\s?\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, BoundedPatterns.Milliseconds)]
    private static partial Regex Postscript();
}
