using System.Text.RegularExpressions;
using SiOne.Bot.Domain;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Whether a line says something, as a person's words do and a signature's do not. Words of a request lost are worse than a footer kept.</summary>
internal static partial class Sentence
{
    private const int FewestWords = 3;

    /// <summary>A capital, a few words and a full stop, or a verb among them; no number, address or what the law has printed.</summary>
    public static bool Is(string line)
    {
        var text = Closings.Straight(line);
        if (text.Length == 0 || !text.Any(char.IsLower) || text.Count(c => c is ' ') + 1 < FewestWords || SignatureStart.IsContact(text) || Closings.Is(text) || Footers.IsMobile(text)) return false;
        return Verb().IsMatch(text) || (char.IsUpper(text[0]) && text[^1] is '.' && !text.AsSpan().Contains('/') && !Abbreviated().IsMatch(text));
    }

    /// <summary>It reports a fault or an event: no notice that a company prints below every mail does.</summary>
    public static bool Reports(string text) => Report().IsMatch(Closings.Straight(text));

    // Forms of daily verbs that are no other word's; "a" and "porte" may be.
    [GeneratedRegex(
        @"\b(?:est|sont|était|étaient|sera|seront|serait|a été|ont|avait|aura|n'est|n'a|n'ont|ne|va|vont|doit|doivent|peut|peuvent|veut|veulent|faut|faudrait|arrive|arrivent|part|partent|affiche|affichent|s'affiche|fonctionne|fonctionnent|marche|répond|répondent|demande|demandent|reste|restent|revient|reviennent"
        + @"|ouvre|s'ouvre|ferme|imprime|clignote|tourne|manque|manquent|commence|commencent|attend|attendent|reçoit|reçoivent|dit|disent|cherche|cherchent|quitte|rejoint|prend|prennent|sonne|coupe|refuse|plante|bloque"
        + @"|is|are|was|were|will|cannot|can't|doesn't|isn't|has|have|needs|won't|keeps|says|shows)\b",
        Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Verb();

    // "Cabinet Martin & Fils S.A.", "Tél. dir."
    [GeneratedRegex(@"(?:\b\p{L}\.|\b(?:etc|inc|ltd|co|cie|ets|dir|resp|dépt|dept|serv|tél|st|ste|av|bd)\.)$", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Abbreviated();

    // No word of a lawyer's among them: "transmis par erreur", "ne peut être engagée" and "in error" stand in notices.
    [GeneratedRegex(
        @"\b(?:impossible|panne|bloqu\p{L}*|bourrage|n'arrive\p{L}*|n'imprime|n'affiche|affiche|s'affiche|fonctionne\p{L}*|marche\p{L}*|revien\p{L}*|refuse|plante\p{L}*|imprimantes?|copieurs?|traceurs?|scanners?|arrivent|partent"
        + @"|est (?:parti|arrivé|tombé|passé|resté|bloqué|revenu|apparu)\p{L}*|a été (?:envoyé|reçu|transmis|transféré|ouvert|bloqué|supprimé)\p{L}* (?:par erreur )?(?:à|au|aux|chez|hier|ce matin|lundi|mardi|mercredi|jeudi|vendredi)|contient un|parle d|cite|demande un|il faut|il faudrait"
        + @"|jam(?:med|s)?|printers?|stuck|never arrive\p{L}*)\b",
        Options)]
    private static partial Regex Report();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Bounded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
