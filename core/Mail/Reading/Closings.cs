using System.Text.RegularExpressions;

namespace SiOne.Bot.Mail.Reading;

/// <summary>The formulas by which people end a mail, French first.</summary>
internal static partial class Closings
{
    private const int Longest = 160;

    /// <summary>The line is a formula and nothing else.</summary>
    public static bool Is(string line) => line.Length is > 0 and <= Longest && Straight(line) is var straight && (Formula().IsMatch(straight) || Sentence().IsMatch(straight) || ClosingWords.Are(straight));

    /// <summary>What stands behind a formula on its line: "Cordialement, Julie Martin". Null when the line is no such thing.</summary>
    public static string? Behind(string line)
    {
        if (line.Length > Longest) return null;
        for (var at = line.LastIndexOfAny([',', '.', '-', '–']); at > 0; at = line.LastIndexOfAny([',', '.', '-', '–'], at - 1))
            if (at + 1 < line.Length && line[at + 1] == ' ' && Is(line[..at].TrimEnd())) return line[(at + 1)..].Trim();
        return null;
    }

    /// <summary>With the apostrophe and the blanks that patterns know: Word writes ’ and U+00A0.</summary>
    public static string Straight(string line) => line.Replace('’', '\'').Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();

    [GeneratedRegex(
        @"^(?:(?:bien |très |tres |toujours )?(?:cordialement|sincèrement|amicalement|respectueusement|amitiés|confraternellement|chaleureusement)(?: (?:à|a) (?:vous|tous|toutes)| vôtre)?|(?:à|a) (?:très )?bientôt|au plaisir(?: de .{1,40})?|bon courage|(?:à|a) (?:plus(?: tard)?|demain|lundi|mardi|mercredi|jeudi|vendredi)|[aà@] ?\+{1,2}|bises?|c[o]?r?d(?:l)?t|cdlmt|bien (?:à|a) (?:vous|toi)"
        + @"|(?:avec mes |mes |nos |sincères |meilleures |cordiales |bonnes |respectueuses )*salutations(?: (?:distinguées|les meilleures|cordiales|respectueuses))?"
        + @"|(?:merci )?(?:et )?(?:(?:je vous|nous vous|vous) souhait(?:e|ons|ant) |passez )?(?:une? )?(?:très |agréable )?(?:bonnes?|belles?|excellente?s?|bon|joyeuses?|agréable) (?:journée|soirée|fin de journée|semaine|après-midi|réception|continuation|week-end|weekend|fin de semaine|fin de journée à vous|fêtes?(?: de (?:fin d'année|noël))?|vacances|année)(?: (?:à|a) (?:vous|tous|toutes|toi).{0,30})?"
        + @"|(?:merci|merci (?:encore|à nouveau|à tous)|encore merci|mille mercis|un grand merci|merci beaucoup|merci bien|merci d'avance|merci par avance|d'avance merci|avec mes remerciements|en vous remerciant.{0,60}|par avance,? merci|mrc)(?: (?:à|a) (?:vous|tous|toi))?(?: (?:par |d')?avance)?"
        + @"(?:[ ,.]{1,2}(?:et )?(?:bien )?(?:cordialement|bonne journée|bonne soirée|cdt|cdlt))?"
        + @"|(?:je vous remercie|merci|merci d'avance|merci par avance|nous vous remercions)(?: (?:par avance|d'avance|beaucoup))?(?: (?:de|pour) (?:votre|vos|ton) .{1,30})?(?:,? et)? (?:vous souhaite |je vous souhaite )?(?:une )?(?:très )?(?:bonne|belle) (?:journée|soirée|semaine|fin de journée|fin de semaine)"
        + @"|(?:(?:un grand |encore )?merci(?: beaucoup| bien| encore)?|avec mes remerciements) (?:d'avance |par avance )?(?:de|pour) (?:votre|vos|ton|ta) (?:prompte? |précieuse )?(?:aide|retours?|réponses?|compréhension|diligence|intervention|réactivité|attention|confiance|soutien|disponibilité|temps)(?: (?:rapide|et votre \w+|par avance|d'avance|à ce sujet))?"
        + @"|(?:best|kind|warm|many thanks and|with kind|with best)? ?regards|best(?: wishes)?|rgds|kr|br|cheers|thanks(?: (?:a lot|in advance|so much|and regards))?|thank you(?: (?:in advance|very much|so much))?|many thanks|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)"
        + @"|mit freundlichen grüßen|viele grüße|saludos)\s*[,.!;]*\s*(?::-?\))?$",
        Options)]
    private static partial Regex Formula();

    // Whole sentences, the older the longer.
    [GeneratedRegex(
        @"^(?:(?:je reste |nous restons |restant )?(?:dans l'attente|en attente) (?:de|d')\s?(?:votre|un|une|vous).+"
        + @"|(?:dans (?:cette |l')attente,? )?(?:veuillez (?:agréer|recevoir|croire).+|(?:je|nous) vous (?:prie|prions) (?:d'agréer|de croire|de recevoir).+)"
        + @"|je compte sur vous|take care|(?:speak|talk) (?:to you )?soon|(?:i )?look(?:ing)? forward to .+|all the best|see you (?:soon|then|tomorrow))\s*[,.!;]*$",
        Options)]
    private static partial Regex Sentence();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
