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

    private const int MaxLines = 9;
    private const int MaxLineLength = 90;

    /// <summary>The lines without what closes them; never fewer than one if there was one.</summary>
    /// <param name="lines">The text.</param>
    /// <param name="sender">The name beside the sender's address: a line of just that name begins a signature. Null when there is none.</param>
    public static List<string> Remove(List<string> lines, string? sender)
    {
        var kept = Footers.Remove(lines);
        // "PS : …" under a signature is said like the rest, the signature above it is not.
        if (kept.FindLastIndex(line => Postscript().IsMatch(line)) is var ps and > 0) kept = [.. Cut(kept[..ps], sender), "", .. kept[ps..]];
        else kept = Cut(kept, sender);
        return IsBlank(kept) ? lines : Footers.Remove(kept);
    }

    private static List<string> Cut(List<string> lines, string? sender)
    {
        if (ByDashes(lines) is var dashes and >= 0) return WithName(lines, Earliest(lines, dashes), dashes + 1);
        if (ByClosing(lines) is var closing and > 0) return WithName(lines, closing, closing + 1);
        return BySender(lines, sender) is var name and > 0 ? [.. lines[..name], NamePart(lines[name])] : lines;
    }

    private static bool IsShort(string line) => line.Length <= 120;

    private static bool IsClosing(string line) => IsShort(line) && Closing().IsMatch(line);

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
            if (SenderName.Is(NamePart(line), sender)) return i;
            if (++seen > MaxLines || line.Length > MaxLineLength || Speaks(line) || IsProse([line], 0)) return -1;
        }

        return -1;
    }

    // "Hélène Brossard, DRH": the name without the post.
    private static string NamePart(string signed)
    {
        var line = signed.Trim(' ', '\t', '-', '–', '*', '_', ',', '/', '|');
        var end = line.AsSpan().IndexOfAny(AfterName);
        return (end < 0 ? line : line[..end]).Trim();
    }

    private static int ByClosing(List<string> lines)
    {
        var seen = 0;
        for (var i = lines.Count - 1; i > 0; i--)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            if (IsClosing(line)) return Earliest(lines, i);
            if (++seen > MaxLines || line.Length > MaxLineLength || Speaks(line)) return -1;
        }

        return -1;
    }

    // "Merci d'avance," and "Cordialement" on two lines are one closing.
    private static int Earliest(List<string> lines, int closing)
    {
        for (var i = closing - 1; i > 0; i--)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            if (!IsClosing(lines[i].Trim())) break;
            closing = i;
        }

        return closing;
    }

    // A line under the closing that says something: then it is no signature.
    private static bool Speaks(string line) => line.EndsWith('?') || Speech().IsMatch(line);

    private static List<string> WithName(List<string> lines, int cut, int below)
    {
        var kept = lines[..Footers.Trimmed(lines, cut)];
        for (var i = below; i < lines.Count && i < below + 5; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || IsClosing(line) || IsPicture(line)) continue;
            var name = NamePart(line);
            if (name.Length == 0) continue;
            if (name.Length > 60 || !PersonName().IsMatch(name)) break;
            kept.Add("");
            kept.Add(name);
            break;
        }

        return kept;
    }

    // "[Logo]", "[cid:image001.png@01DC]": where a plain text had a picture.
    private static bool IsPicture(string line) => line is ['[', .., ']'] && !line.AsSpan(1, line.Length - 2).ContainsAny('[', ']');

    private static bool IsBlank(List<string> lines) => Footers.Trimmed(lines, lines.Count) == 0;

    [GeneratedRegex(
        @"^(?:(?:bien |très |tres )?(?:cordialement|sincèrement|amicalement|respectueusement|amitiés|confraternellement|chaleureusement)(?: (?:à|a) vous| vôtre)?|(?:à|a) (?:très )?bientôt|(?:à|a) (?:plus(?: tard)?|demain|lundi|mardi|mercredi|jeudi|vendredi)|a\+|bises?|c[o]?r?d(?:l)?t|cdlmt|bien (?:à|a) (?:vous|toi)"
        + @"|(?:avec mes |mes |nos |sincères |meilleures |cordiales |bonnes |respectueuses )*salutations(?: (?:distinguées|les meilleures|cordiales|respectueuses))?"
        + @"|(?:merci )?(?:et )?(?:bonnes?|belles?|excellentes?|bon|joyeuses?) (?:journée|soirée|fin de journée|semaine|après-midi|réception|continuation|week-end|weekend|fin de semaine|fin de journée à vous|fêtes?(?: de (?:fin d['’]année|noël))?|vacances|année)(?: (?:à|a) (?:vous|tous|toutes))?"
        + @"|(?:merci|mille mercis|un grand merci|merci beaucoup|merci bien|merci d'avance|merci par avance|d'avance merci|avec mes remerciements|en vous remerciant|mrc)(?: (?:à|a) (?:vous|tous|toi))?(?: (?:par |d')?avance)?"
        + @"(?:[ ,.]{1,2}(?:et )?(?:bien )?(?:cordialement|bonne journée|bonne soirée|cdt|cdlt))?"
        + @"|(?:(?:un grand |encore )?merci|avec mes remerciements) (?:d['’]avance )?(?:de|pour) (?:votre|vos|ton|ta) (?:aide|retours?|réponses?|compréhension|diligence|intervention|réactivité|attention|confiance|soutien|disponibilité|temps)(?: (?:rapide|et votre \w+|par avance|d['’]avance))?"
        + @"|(?:dans l'attente|en attente) (?:de|d')\s?(?:votre|un|une|vous).+|veuillez (?:agréer|recevoir|croire).+|je vous prie d'agréer.+"
        + @"|(?:best|kind|warm|many thanks and|with kind|with best)? ?regards|best(?: wishes)?|rgds|kr|br|cheers|thanks(?: (?:a lot|in advance|so much|and regards))?|thank you(?: (?:in advance|very much|so much))?|many thanks|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)"
        + @"|mit freundlichen grüßen|viele grüße|saludos)\s*[,.!;]*\s*(?::-?\))?$",
        Options)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^\s*(?:p\.?\s?s\.?|n\.?b\.?)\s?[:.–-]\s?\S", Options)]
    private static partial Regex Postscript();

    [GeneratedRegex(@"^(?:p\.?\s?s\.?\s?:?\s|nb\s?:|n\.b|attention|urgent|important|au fait|sinon|et |mais |pour info|edit)|\b(?:merci de|pouvez|pourriez|faut|besoin|svp)\b", Options)]
    private static partial Regex Speech();

    // One to four words that start with a capital, particles apart, a title before them allowed: a first name alone may be a post as well,
    // and stays to be safe; case decides, so no IgnoreCase here.
    [GeneratedRegex(
        @"^(?:(?:M\.|Mr|Mme|Mlle|Me|Dr|Pr|Maître)\s)?\p{Lu}[\p{L}'’.-]{0,24}(?:\s(?:de|du|des|la|le|d'|von|van|el|ben)){0,2}(?:\s(?:d'|l')?\p{Lu}[\p{L}'’.-]{0,24}){0,3}$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
