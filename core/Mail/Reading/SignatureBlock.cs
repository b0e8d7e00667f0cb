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
    public static List<string> Remove(List<string> lines)
    {
        var kept = RemoveFooters(lines);
        if (ByDashes(kept) is var dashes and >= 0) kept = WithName(kept, Earliest(kept, dashes), dashes + 1);
        else if (ByClosing(kept) is var closing and > 0) kept = WithName(kept, closing, closing + 1);
        return IsBlank(kept) ? lines : RemoveFooters(kept);
    }

    private static List<string> RemoveFooters(List<string> lines)
    {
        var end = Trimmed(lines, lines.Count);
        while (end > 0)
        {
            var start = ParagraphStart(lines, end);
            if (IsShort(lines[end - 1]) && MobileFooter().IsMatch(lines[end - 1].Trim())) start = end - 1;
            else if (!IsDisclaimer(lines, start, end)) break;
            var next = Trimmed(lines, start);
            if (next == 0) break;
            end = next;
        }

        return lines[..end];
    }

    private static bool IsDisclaimer(List<string> lines, int start, int end)
    {
        var paragraph = string.Join(' ', lines[start..end]);
        return Disclaimer().IsMatch(paragraph.Length > 600 ? paragraph[..600] : paragraph);
    }

    private static int ParagraphStart(List<string> lines, int end)
    {
        var start = end;
        while (start > 0 && !string.IsNullOrWhiteSpace(lines[start - 1])) start--;
        return start;
    }

    private static bool IsShort(string line) => line.Length <= 120;

    private static bool IsClosing(string line) => IsShort(line) && Closing().IsMatch(line);

    // RFC 3676, 4.3. Mail clients lose the space at the end.
    private static int ByDashes(List<string> lines)
    {
        for (var i = lines.Count - 1; i >= 0 && i > lines.Count - 16; i--)
            if (lines[i] is "-- " or "--" or "--\u00A0" or "—" or "---" or "__" or "___") return Trimmed(lines, i) > 0 ? i : -1;
        return -1;
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
    private static bool Speaks(string line) => line.EndsWith('?') || Postscript().IsMatch(line);

    private static List<string> WithName(List<string> lines, int cut, int below)
    {
        var kept = lines[..Trimmed(lines, cut)];
        for (var i = below; i < lines.Count && i < below + 4; i++)
        {
            var line = lines[i].Trim(' ', '\t', '-', '–', '*', '_', ',', '/');
            if (line.Length == 0 || IsClosing(line)) continue;
            // "Hélène Brossard, DRH": the name without the post.
            var end = line.AsSpan().IndexOfAny(AfterName);
            var name = (end < 0 ? line : line[..end]).Trim();
            if (name.Length > 60 || !PersonName().IsMatch(name)) break;
            kept.Add("");
            kept.Add(name);
            break;
        }

        return kept;
    }

    private static int Trimmed(List<string> lines, int end)
    {
        while (end > 0 && string.IsNullOrWhiteSpace(lines[end - 1])) end--;
        return end;
    }

    private static bool IsBlank(List<string> lines) => Trimmed(lines, lines.Count) == 0;

    [GeneratedRegex(
        @"^(?:[-–—*]{0,3}\s?)?(?:envoyé (?:de|depuis|à partir de|avec|via|par)\s(?:mon|ma|mes|my|un mobile|l'appli|la messagerie|outlook|yahoo|proton|courrier|gmail|mobile|téléphone|android|samsung|iphone|ipad|mail|bluemail|spark|orange|sfr|free|la poste|windows|galaxy).*|provenance\s?:\s?courrier .+|télécharger outlook pour .+|obtenez outlook pour .+"
        + @"|sent (?:from|via|with|using)\s.+|get outlook for .+|von meinem .+ gesendet|enviado desde .+|inviato da .+|verstuurd vanaf .+"
        + @"|enviado do meu .+|(?:garanti )?sans virus\s?\.?.*|l'absence de virus dans ce courrier .+|virus-free.*)$",
        Options)]
    private static partial Regex MobileFooter();

    [GeneratedRegex(
        @"^[\s*_-]*(?:ce (?:message|courriel|courrier|mail|e-?mail)(?: électronique)?(?:,? (?:et|ainsi que)|,? y compris| \(et|,? (?:est|peut|contient|a été|est exclusivement))"
        + @"|le (?:contenu|présent) (?:de ce |message|courriel|mail|e-?mail)|les informations (?:contenues|transmises|figurant)|l'intégrité de ce message|confidentialité\s?:|avis de confidentialité"
        + @"|(?:avant d'imprimer|pensez à l'environnement|n'imprimez|merci de n'imprimer|avant de l'imprimer|préservons|protégeons l'environnement|adoptez l'éco)"
        + @"|si vous (?:n'êtes pas le destinataire|avez reçu ce (?:message|mail|courriel) par erreur)|message confidentiel|attention\s?: ce (?:message|mail|courriel) provient"
        + @"|this (?:e-?mail|message|communication)(?:,? (?:and|including|is|may|contains|was|has)| \(and)|the information (?:contained|in this)|please consider the environment|confidentiality notice|disclaimer\s?:"
        + @"|if you are not the intended|cet e-?mail (?:et|est|a été|peut)|cette (?:communication|transmission|correspondance) (?:et|est|peut))",
        Options)]
    private static partial Regex Disclaimer();

    [GeneratedRegex(
        @"^(?:(?:bien |très |tres )?(?:cordialement|sincèrement|amicalement|respectueusement|amitiés)(?: (?:à|a) vous| vôtre)?|c[o]?r?d(?:l)?t|cdlmt|bien (?:à|a) (?:vous|toi)"
        + @"|(?:avec mes |mes |nos |sincères |meilleures |cordiales |bonnes |respectueuses )*salutations(?: (?:distinguées|les meilleures|cordiales|respectueuses))?"
        + @"|(?:merci )?(?:et )?(?:bonne|belle|excellente) (?:journée|soirée|fin de journée|semaine|après-midi|réception)(?: (?:à|a) (?:vous|tous|toutes))?"
        + @"|(?:merci|mille mercis|un grand merci|merci beaucoup|merci bien|merci d'avance|merci par avance|d'avance merci|avec mes remerciements|en vous remerciant|mrc)(?: (?:à|a) (?:vous|tous|toi))?(?: (?:par |d')?avance)?"
        + @"(?:[ ,.]{1,2}(?:et )?(?:bien )?(?:cordialement|bonne journée|bonne soirée|cdt|cdlt))?"
        + @"|(?:dans l'attente|en attente) (?:de|d')\s?(?:votre|un|une|vous).+|veuillez (?:agréer|recevoir|croire).+|je vous prie d'agréer.+"
        + @"|(?:best|kind|warm|many thanks and|with kind|with best)? ?regards|best(?: wishes)?|rgds|kr|br|cheers|thanks(?: (?:a lot|in advance|so much|and regards))?|thank you(?: (?:in advance|very much|so much))?|many thanks|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)"
        + @"|mit freundlichen grüßen|viele grüße|saludos)\s*[,.!;]*\s*(?::-?\))?$",
        Options)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:p\.?\s?s\.?\s?:?\s|nb\s?:|n\.b|attention|urgent|important|au fait|sinon|et |mais |pour info|edit)|\b(?:merci de|pouvez|pourriez|faut|besoin|svp)\b", Options)]
    private static partial Regex Postscript();

    // One to four words that start with a capital, particles apart, a title before them allowed: a first name alone may be a post as well,
    // and stays to be safe; case decides, so no IgnoreCase here.
    [GeneratedRegex(
        @"^(?:(?:M\.|Mr|Mme|Mlle|Me|Dr|Pr|Maître)\s)?\p{Lu}[\p{L}'’.-]{0,24}(?:\s(?:de|du|des|la|le|d'|von|van|el|ben)){0,2}(?:\s(?:d'|l')?\p{Lu}[\p{L}'’.-]{0,24}){0,3}$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
