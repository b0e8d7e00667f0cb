using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Protection;

/// <summary>RGPD V: words that tell of a device or medium that was lost or stolen; they read one folded sentence.</summary>
internal static partial class LossWords
{
    /// <summary>Whether a sentence tells of one.</summary>
    public static bool Tell(string sentence)
    {
        // One word for every device, so that the patterns stay small.
        var told = Clauses.Without(Tel().Replace(Device().Replace(sentence, "appareil"), "${its}appareil"), Denied().IsMatch);
        return Theft().IsMatch(told) || Loss().IsMatch(told) || InEnglish().IsMatch(told);
    }

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions Bounded = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Its = "(mon|ma|mes|son|sa|ses|notre|nos|votre|leur|leurs|le|la|les|l'|un|une|deux|des|ce|cet|cette)";
    private const string Adjective = "( ?(petit|petite|vieux|vieil|nouvel|nouveau|nouvelle|ancien|second|deuxieme|propre))?";
    private const string Stolen = "(vole|volee|voles|volees|voler|derobe|derobee|derobes|derobees|derober|subtilise|subtilisee|subtilises|subtiliser|arrache|arrachee|arracher|pique|piquee|piquer)";
    private const string Lost = "(perdu|perdue|perdus|perdues|egare|egaree|egares|egarees)";
    private const string Travel =
        "(train|tgv|ter|rer|metro|tram|tramway|bus|taxi|uber|vtc|blablacar|covoiturage|avion|aeroport|gare|hotel|restaurant|resto|cafe|bar|salon|seminaire|parking|aire d'autoroute|voiture de location|chez (un|une|le|la|notre|mon) client)";

    [GeneratedRegex(@"\b(ordinateur|ordi|pc|portable|laptop|macbook|telephone|smartphone|iphone|samsung|mobile|tablette|ipad|cle usb|cle 4g|disque dur|disque externe|carte sd)s?( (portable|externe|pro|professionnel|fixe)s?)?\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Device();

    // "Un tel fichier" names none.
    [GeneratedRegex(@"(?<its>\b(mon|ton|son|notre|votre|leur|le|du|ce|de|deux) |^)tels?( (portable|pro|perso))?\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Tel();

    [GeneratedRegex(
        @"\b" + Stolen + @"\b[^,]*\bappareil\b"
        + @"|\bappareil\b[^,]*\b(est|ete|etre|fait|faite|faits|a|ont|sont) " + Stolen + @"\b"
        + @"|\bappareil( de \w+)? (volee?s?|derobee?s?)\b"
        + @"|\b(vol|declaration de vol) (de |d'|du |des )(" + Its + " ?)?" + Adjective + @" ?appareil\b"
        + @"|\b(cambrioles?|cambriolee|cambriolees)\b|\b(victimes? d'un|apres le|suite au|suite a un|eu un|y a eu un) (cambriolage|vol)\b"
        + @"|\b(sacoche|sac|mallette)\b.*\b" + Stolen + @"\b.*\bappareil\b",
        Options)]
    private static partial Regex Theft();

    // Also a device that somebody left behind on the way; one forgotten at home is none.
    [GeneratedRegex(
        @"\b" + Lost + " " + Its + " ?" + Adjective + @" ?appareil\b"
        + @"|\bappareil\b( \w+){0,4} (est|ete|etre|sont) (\w+ )?(" + Lost + @"|introuvables?)\b"
        + @"|\bappareil( \w+){0,2} (perdu|egare)e?s?\b( (dans|au|a|chez|depuis|hier|ce)\b|$)"
        + @"|\bappareil\b( \w+){0,3} (a|ont|est|sont) disparue?s?( du| de la| de l'| des|$| hier| ce| cette| depuis| pendant)"
        + @"|\b(ne |n')(\w+ ){0,2}(retrouve|retrouvons|retrouvent|trouve|trouvons) (pas|plus|nulle part) " + Its + " ?" + Adjective + @" ?appareil\b"
        + @"|\b(perte|disparition) (de |d'|du |des )(" + Its + " ?)?" + Adjective + @" ?appareil\b"
        + @"|\b(oublie|oubliee|laisse|laissee) " + Its + " ?" + Adjective + @" ?appareil\b.*\b" + Travel + @"\b",
        Options)]
    private static partial Regex Loss();

    [GeneratedRegex(
        @"\b(appareil|computer|phone|tablet|usb (stick|key|drive)|hard drive)\b( \w+){0,3} (was|got|has been|is|been) (\w+ )?(stolen|lost|missing)\b"
        + @"|\b(stole|lost|stolen|misplaced) (my|our|his|her|the|a) (\w+ )?(appareil|computer|phone|tablet|usb (stick|key|drive)|hard drive)\b",
        Options)]
    private static partial Regex InEnglish();

    [GeneratedRegex(
        @"\bappareil distant\b|\b(pas|jamais|rien|aucun|sans) (ete |encore )?(vole|perdu|egare|derobe)|\bn'(est|a) pas (\w+ )?(vole|perdu|egare)|\b(croyais|pensais|croyait|pensait) (l')?(avoir|etre) (perdu|egare)|\bperdus? (le|la|les|un|une|mon|ma) (code|mot|numero|chargeur|cable|souris|acces)",
        Options)]
    private static partial Regex Denied();
}
