using System.Buffers;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What clients and companies put below a text: "Envoyé de mon iPhone", disclaimers, pleas for the trees.</summary>
internal static partial class Footers
{
    private static readonly SearchValues<char> Drawn = SearchValues.Create("-_=*#~+—– \u1427\u00A0");

    private const int LongestMobile = 120;
    private const int LookedAt = 1_200;
    private const int Longest = 250;
    private const int MostLines = 12;

    /// <summary>The lines without what stands below them; never fewer than one if there was one.</summary>
    public static List<string> Remove(List<string> lines)
    {
        var end = Trimmed(lines, lines.Count);
        while (end > 0)
        {
            var start = ParagraphStart(lines, end);
            if (IsMobile(lines[end - 1]) || IsDecoration(lines[end - 1])) start = end - 1;
            else if ((start = Begun(lines, start, end)) < 0) break;
            var next = Trimmed(lines, start);
            if (next == 0) break;
            end = next;
        }

        return lines[..end];
    }

    /// <summary>A line that a phone or a program added by itself.</summary>
    public static bool IsMobile(string line) => line.Length <= LongestMobile && Mobile().IsMatch(Closings.Straight(line)) && !Sentence.Reports(line);

    /// <summary>Nothing but such lines: the person has written no word.</summary>
    public static bool AreAll(IEnumerable<string> lines) => lines.All(line => string.IsNullOrWhiteSpace(line) || IsMobile(line));

    /// <summary>Where the text above a place ends, blank lines apart.</summary>
    public static int Trimmed(List<string> lines, int end)
    {
        while (end > 0 && string.IsNullOrWhiteSpace(lines[end - 1])) end--;
        return end;
    }

    private static int ParagraphStart(List<string> lines, int end)
    {
        var start = end;
        while (start > 0 && !string.IsNullOrWhiteSpace(lines[start - 1])) start--;
        return start;
    }

    // Where a notice begins by its words, a signature may stand above it without a blank line; else the whole paragraph is one, or none: -1.
    private static int Begun(List<string> lines, int start, int end)
    {
        for (var i = Math.Max(start, end - MostLines); i < end; i++)
            if (Begins(Closings.Straight(lines[i])) && IsDisclaimer(lines, i, end)) return BelowPicture(lines, start, i);
        return IsDisclaimer(lines, start, end) ? start : -1;
    }

    // "[avast logo]", "<https://…>": the notice's own picture.
    private static int BelowPicture(List<string> lines, int start, int i)
    {
        while (i > start && (SignedName.IsPicture(lines[i - 1].Trim()) || lines[i - 1].TrimStart().StartsWith("<http", StringComparison.OrdinalIgnoreCase))) i--;
        return i;
    }

    private static bool Begins(string line) => Certain().IsMatch(line) || Likely().IsMatch(line) || Green().IsMatch(line);

    // Lines drawn below a text, and the mark that trackers leave.
    private static bool IsDecoration(string line) => !line.AsSpan().Trim().ContainsAnyExcept(Drawn);

    private static bool IsDisclaimer(List<string> lines, int start, int end)
    {
        var paragraph = Closings.Straight(Bracketed().Replace(string.Join(' ', lines[start..end]), ""));
        if (paragraph.Length > LookedAt) paragraph = paragraph[..LookedAt];
        if (Sentence.Reports(paragraph) && paragraph.Length < Longest) return false;
        if (Certain().IsMatch(paragraph)) return true;
        if (Green().IsMatch(lines[start]) && Plea().IsMatch(Closings.Straight(lines[start])) && paragraph.Length < Longest && !paragraph.EndsWith('?') && !Personal().IsMatch(paragraph)) return true;
        if (Personal().IsMatch(paragraph) || paragraph.EndsWith('?')) return false;
        var legal = Legal().Matches(paragraph).Select(m => m.Value.ToLowerInvariant()).Distinct().Count();
        return legal >= (Likely().IsMatch(paragraph) ? 1 : 3);
    }

    [GeneratedRegex(
        @"^(?:[-–—*]{0,3}\s?)?(?:envoyé (?:(?:de|depuis|à partir de|avec|via)\s(?:mon|ma|mes|my|un mobile)|(?:de|depuis|à partir de|avec|via|par)\s(?:l'appli|la messagerie|outlook|yahoo|proton|courrier|gmail|mobile|téléphone|android|samsung|iphone|ipad|mail|bluemail|spark|orange|sfr|free|la poste|windows|galaxy)).*|provenance\s?:\s?courrier .+|(?:téléchargez|télécharger|obtenez|obtenir) .{3,30} pour (?:android|ios|iphone|ipad|mac|windows|mobile).*|envoyé (?:depuis|avec|via|par) (?:typeapp|bluemail|aquamail|infomaniak|mailo|tutanota|tuta|canary|edison|fairemail|nine|boxer|zimbra|thunderbird|apple).*|envoyé avec (?:la|le) (?:messagerie|mail|poste) .+|yahoo mail ?: .+"
        + @"|sent (?:from|via|with|using)\s.+|get outlook for .+|von meinem .+ gesendet|enviado desde .+|inviato da .+|verstuurd vanaf .+"
        + @"|enviado do meu .+|(?:garanti )?sans virus\s?\.?.*|l'absence de virus dans ce courrier .+|virus-free.*)$",
        Options)]
    private static partial Regex Mobile();

    // Nobody begins a request like this.
    [GeneratedRegex(
        @"^[^\p{L}]*(?:p )?(?:avant d'imprimer|pensez à l'environnement|merci de penser à l'environnement|n'imprimez|merci de n'imprimer|avant de l'imprimer|préservons|protégeons l'environnement|adoptez l'éco"
        + @"|si vous (?:n'êtes pas le destinataire|avez reçu ce (?:message|mail|courriel) par erreur)|attention\s?: ce (?:message|mail|courriel) provient|(?:garanti )?sans virus\b|l'absence de virus|virus-free"
        + @"|(?:cet e-?mail|ce message|ce courriel) a été (?:vérifié|analysé)|l'intégrité de ce message|l'internet ne permet|internet ne permet"
        + @"|please consider the environment|if you are not the intended)",
        Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Certain();

    // A plea for the trees: printing, and why not. "L'imprimante annonce un bourrage papier" has neither a plea nor a tree.
    [GeneratedRegex(
        @"\b(?:imprim(?:er|ez|ons|é|ée|ant)|impressions?|print(?:ing|ed)?)\b.{0,80}\b(?:environnement|planète|nature|arbres?|forêts?|si nécessaire|que si|vraiment (?:nécessaire|utile|besoin)|(?:économ\w+|moins|gâch\w+|gaspill\w+) (?:de |du |le )?papier|écolog\w+|environment|trees?|planet)\b"
        + @"|\b(?:environnement|planète|nature|arbres?|forêts?|(?:économ\w+|moins|gâch\w+|gaspill\w+) (?:de |du |le )?papier|écolog\w+|éco-?gestes?|environment|trees?|planet)\b.{0,80}\b(?:imprim(?:er|ez|ons|é|ée|ant)|impressions?|print(?:ing|ed)?)\b",
        Options)]
    private static partial Regex Green();

    [GeneratedRegex(
        @"\b(?:avant d'imprimer|n'imprim(?:ez|ons)|imprimez|imprimons|limit(?:ez|ons)|rédui(?:sez|sons)|pens(?:ez|ons|e)|préserv\w+|protég\w+|sauv(?:ez|ons)|économis\w+|respect\w+|adopt(?:ez|ons)|réfléchi\w+|soucieux|gestes?|before (?:you )?print(?:ing)?|think|save|consider)\b",
        Options)]
    private static partial Regex Plea();

    // "Ce message est apparu sur mon écran" begins like a notice, too: one of its words must follow.
    [GeneratedRegex(
        @"^[^\p{L}]*(?:ce (?:message|courriel|courrier|mail|e-?mail)\b|cet e-?mail\b|le (?:contenu|présent) (?:de ce |message|courriel|mail|e-?mail)|les informations (?:contenues|transmises|figurant)"
        + @"|message confidentiel|confidentialité\s?:|avertissement\s?:|toute (?:publication|utilisation|diffusion|modification)|this (?:e-?mail|message|communication)\b|the information (?:contained|in this)"
        + @"|cette (?:communication|transmission|correspondance)\b|(?:avis|clause) de confidentialité|mentions? légales?\s?:|confidentiality notice|disclaimer\s?:)",
        Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Likely();

    [GeneratedRegex(@"<[^<>]*>|\[[^\[\]]*\]", Options)]
    private static partial Regex Bracketed();

    // "J'ai écrit par erreur au mauvais destinataire" is an incident; a lawyer's notice never says "I".
    [GeneratedRegex(@"\b(?:j['’]ai|je|mon|ma|mes|my|i)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Personal();

    // Three of them in one paragraph: a person may write "par erreur" and "destinataire", a lawyer writes the rest, too.
    [GeneratedRegex(
        @"\bdestinataires?\b|par erreur|confidentiel|secret professionnel|\brgpd\b|données personnelles|(?:informations|données) contenues dans (?:ce|cet)\b|détruire|l'expéditeur|(?:toute|leur) (?:diffusion|utilisation|reproduction|publication)|usage exclusif|exclusi(?:f|ve|vement)|protégées"
        + @"|n'engage|(?:décline|aucune|toute) responsabilité|\bvirus\b|conformément|intended (?:recipient|solely)|notify the sender|privileged|unauthori[sz]ed|confidential|disclos",
        Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Legal();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Bounded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
