using System.Buffers;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Takes footers, disclaimers and the signature off the end of a text. Careful by design: what may be a request stays. The signer's name
/// stays, too, since "my phone is broken" is about whoever signs.
/// </summary>
internal static partial class SignatureBlock
{
    private static readonly SearchValues<char> AfterName = SearchValues.Create(",–—|/(•");

    // Someone else's signature is what the mail is about.
    private const int Quoted = 0;

    private const int MaxLines = 14;
    private const int MaxLineLength = 90;

    /// <summary>The lines without what closes them; never fewer than one if there was one.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="sender">The name beside the sender's address: a line of just that name begins a signature. Null when there is none.</param>
    public static List<string> Remove(List<string> lines, string? sender)
    {
        var kept = Footers.Remove(lines);
        // "PS : …" under a signature is said like the rest, the signature above it is not.
        if (kept.FindLastIndex(line => Postscript().IsMatch(line)) is var ps and > 0 && ByDashes(kept) < ps) kept = [.. Cut(kept[..ps], sender), "", .. kept[ps..]];
        else kept = Cut(kept, sender);
        return IsBlank(kept) ? lines : Footers.Remove(kept);
    }

    private static List<string> Cut(List<string> lines, string? sender)
    {
        if (ByDashes(lines) is var dashes and >= 0)
        {
            var above = Earliest(lines, dashes);
            return Signed(WithName(lines, above, dashes + 1, sender), above, sender);
        }

        var closing = ByClosing(lines, sender);
        if (closing == Quoted) return lines;
        if (closing > 0)
            return Closings.Behind(lines[closing].Trim()) is { } name && IsName(NamePart(name), sender) ? [.. lines[..Footers.Trimmed(lines, Earliest(lines, closing))], "", NamePart(name)] : WithName(lines, closing, closing + 1, sender);
        return BySender(lines, sender) is var signed and > 0 ? [.. lines[..signed], NamePart(lines[signed])] : lines;
    }

    // "Cheers,", "Declan", and below the dashes the whole name: the farewell goes, both names stay.
    private static List<string> Signed(List<string> kept, int above, string? sender)
    {
        var words = kept[..Math.Min(above, kept.Count)];
        return ByClosing(words, sender) is var closing and > Quoted && Closings.Is(words[closing].Trim()) && words.Count(line => line.Trim().Length > 0) > 1
            ? [.. WithName(words, closing, closing + 1, sender), .. kept[words.Count..]]
            : kept;
    }

    // RFC 3676, 4.3. Mail clients lose the space at the end.
    private static int ByDashes(List<string> lines)
    {
        for (var i = lines.Count - 1; i >= 0 && i > lines.Count - 16; i--)
            if (lines[i] is "-- " or "--\u00A0" || (lines[i] is "--" or "—" or "---" or "__" or "___" && !IsProse(lines, i + 1))) return Footers.Trimmed(lines, i) > 0 ? i : -1;
        return -1;
    }

    // Two dashes without their space may also part two matters.
    private static bool IsProse(List<string> lines, int from) =>
        lines.Skip(from).Any(line => line.TrimEnd() is { Length: > 45 } text && (text[^1] is '.' or '!' || Speaks(text)));

    // "Kévin Poirier", then post, company and numbers, without a word of farewell before.
    private static int BySender(List<string> lines, string? sender)
    {
        if (string.IsNullOrWhiteSpace(sender)) return -1;
        var seen = 0;
        for (var i = lines.Count - 1; i > 0; i--)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            if (SenderName.Is(NamePart(line), sender)) return IsAnnounced(lines, i) ? -1 : i;
            if (++seen > MaxLines || (line.Length > MaxLineLength && !Contact().IsMatch(line)) || Speaks(line) || IsProse([line], 0)) return -1;
        }

        return -1;
    }

    // "Hélène Brossard, DRH": the name without the post.
    private static string NamePart(string signed)
    {
        var line = signed.Trim(' ', '\t', '-', '–', '*', '_', ',', '/', '|');
        var end = line.AsSpan().IndexOfAny(AfterName);
        var name = end < 0 ? line : line[..end];
        // "Lucie Hamelin - accueil", "Yvan Thibaudet 06 00 55 33 12".
        var dash = name.IndexOf(" - ", StringComparison.Ordinal);
        if (dash > 0) name = name[..dash];
        var number = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (number > 1 && name[number - 1] is ' ' or '+') name = name[..number].TrimEnd('+', ' ', ':');
        return name.Trim(' ', '*', '_', '\u00A0');
    }

    private static int ByClosing(List<string> lines, string? sender)
    {
        var seen = 0;
        for (var i = lines.Count - 1; i > 0; i--)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            if (Closings.Is(line)) return IsAnnounced(lines, i) ? Quoted : Earliest(lines, i);
            if (Closings.Behind(line) is { } name && IsName(NamePart(name), sender)) return i;
            if (++seen > MaxLines || (line.Length > MaxLineLength && !Contact().IsMatch(line)) || Speaks(line)) return -1;
        }

        return -1;
    }

    // "Voici mes coordonnées :", "la nouvelle signature :": what follows is the matter itself.
    private static bool IsAnnounced(List<string> lines, int at) =>
        Footers.Trimmed(lines, at) is > 0 and var above && lines[above - 1].TrimEnd().EndsWith(':');

    // "Merci d'avance," and "Cordialement" on two lines are one closing.
    private static int Earliest(List<string> lines, int closing)
    {
        for (var i = closing - 1; i > 0; i--)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            if (!Closings.Is(lines[i].Trim())) break;
            closing = i;
        }

        return closing;
    }

    // A line under the closing that says something: then it is no signature.
    private static bool Speaks(string line) => line.EndsWith('?') || Speech().IsMatch(Closings.Straight(line));

    private static List<string> WithName(List<string> lines, int cut, int below, string? sender)
    {
        var kept = lines[..Footers.Trimmed(lines, cut)];
        var names = lines.Skip(below).Select(line => line.Trim()).Where(line => line.Length > 0 && !Closings.Is(line) && !IsPicture(line))
            .Select(NamePart).Where(name => name.Length > 0).Take(8).ToList();
        // Below a company's name stands the person's.
        var name = names.Count > 0 && sender is not null && !Titled().IsMatch(names[0]) && !SenderName.IsPart(names[0], sender) ? names.Find(candidate => SenderName.Is(candidate, sender)) ?? names[0] : names.FirstOrDefault();
        if (name is not null && IsName(name, sender)) kept.AddRange(["", name]);
        return kept;
    }

    private static bool IsName(string name, string? sender) =>
        name.Length is > 1 and <= 60 && ((PersonName().IsMatch(name) && !Office().IsMatch(name)) || (sender is not null && SenderName.IsPart(name, sender)));

    /// <summary>The name at the head of a signature; null when it is signed by an office, or by nobody.</summary>
    /// <param name="lines">What stands below the dashes.</param>
    /// <param name="sender">As above.</param>
    public static string? NameOn(IEnumerable<string> lines, string? sender) =>
        lines.Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && !IsPicture(line)) is { } first && NamePart(first) is var name && IsName(name, sender) ? name : null;

    // "[Logo]", "[cid:image001.png@01DC]": where a plain text had a picture.
    private static bool IsPicture(string line) => line is ['[', .., ']'] && !line.AsSpan(1, line.Length - 2).ContainsAny('[', ']');

    private static bool IsBlank(List<string> lines) => Footers.Trimmed(lines, lines.Count) == 0;

    [GeneratedRegex(@"^\s*(?:p\.?\s?s\.?|n\.?b\.?)\s?[:.–-]\s?\S", Options)]
    private static partial Regex Postscript();

    [GeneratedRegex(@"^(?:p\.?\s?s\.?\s?:?\s|nb\s?:|n\.b|attention|urgent|important|au fait|sinon|et |mais |pour info|edit)|\b(?:merci de|pouvez|pourriez|faut|besoin|svp)\b", Options)]
    private static partial Regex Speech();

    // Numbers, addresses and what the law makes companies print.
    [GeneratedRegex(@"\d{2}(?:[ .-]?\d{2}){4}|\+\d{2}|@|www\.|https?:|\b(?:tél|fax|siret|rcs|capital|tva|naf|ape|cedex)\b", Options)]
    private static partial Regex Contact();

    // Signed by an office, not by a person.
    [GeneratedRegex(@"^(?:le |la |l'|les )?(?:service|direction|secrétariat|accueil|société|sarl|sas|sa|eurl|sci|scp|selarl|cabinet|mairie|équipe|comptabilité|association|support|étude|groupe|entreprise|ets|établissements|pôle)\b", Options)]
    private static partial Regex Office();

    // A title stands before a person's name alone.
    [GeneratedRegex(@"^(?:M\.|Mr|Mme|Mlle|Me|Dr|Pr|Maître)\s\p{L}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    // One to four words that start with a capital, particles apart, a title before them allowed: a first name alone may be a post as well,
    // and stays to be safe; case decides, so no IgnoreCase here.
    [GeneratedRegex(
        @"^(?:(?:M\.|Mr|Mme|Mlle|Me|Dr|Pr|Maître)\s)?\p{Lu}[\p{L}'’.-]{0,24}(?:\s(?:de|du|des|la|le|d'|von|van|el|ben)){0,2}(?:\s(?:d'|l')?\p{Lu}[\p{L}'’.-]{0,24}){0,3}$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
