using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Privacy;

namespace SiOne.Bot.Domain.Protection;

/// <summary>
/// Plain words of a possible personal-data breach (RGPD V) in what somebody wrote, whatever they ask for: "on m'a volé mon portable, il m'en faut un autre"
/// asks for a computer. Read sentence by sentence; a clause in which it is denied, supposed or insured against tells of nothing, the others still do.
/// </summary>
public static partial class BreachSigns
{
    private const int MaxLength = 8_000; // Characters; nobody reports a loss in more.

    /// <summary>The kind that the words tell of, in the order of <see cref="BreachKind"/>; null where they tell of none.</summary>
    /// <param name="subject">The subject, masked; empty where there is none.</param>
    /// <param name="text">What the person newly wrote, masked; hostile.</param>
    public static BreachKind? In(string subject, string text)
    {
        var whole = $"{subject}\n\n{text}";
        var sentences = Sentences.In(whole.Length <= MaxLength ? whole : whole[..MaxLength]).Select(sentence => FoldedText.Of(sentence).Text).ToArray();
        // "On m'a volé mon PC, quelle est la procédure ?": what is asked behind it takes nothing of it back.
        var told = sentences.Select(sentence => Clauses.Without(Imagined().Replace(AskedBehind().Replace(sentence, ""), ""), Supposed().IsMatch)).ToArray();
        // "J'ai saisi mon mot de passe" tells of something only where somebody lured them.
        var lured = sentences.Any(IntrusionWords.IsLure);
        return told.Any(LossWords.Tell) ? BreachKind.LostDevice
            : told.Any(MisdirectedWords.Tell) ? BreachKind.Misdirected
            : told.Any(sentence => IntrusionWords.Tell(sentence, lured)) ? BreachKind.Compromise
            : null;
    }

    [GeneratedRegex(
        @", ?((et|mais|donc|alors) )?(est-ce|dois-je|devons-nous|doit-on|peut-on|puis-je|pouvons-nous|faut-il|que (faire|dois-je|devons-nous|doit-on|faut-il)|qu'est-ce|comment|(quelle|c'est quoi|quelles) (est |sont )?(la|les|l')? ?(procedures?|demarches?|marche))\b.*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AskedBehind();

    // All that follows is made up.
    [GeneratedRegex(@"\b(imaginons|supposons|admettons)\b.*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Imagined();

    // What might happen, what one insures against or learns about.
    [GeneratedRegex(
        @"\b(en cas de|contre le|contre la|contre les|assurances?|assurer|risques?|au cas ou|eviter|prevention|sensibilisation|formations?|procedure|conseils?)\b"
        + @"|\b(si|s') ?(je|j'|on|quelqu'un|un|une|il|elle|jamais|nous|vous|mon|ma|notre|l'|le|la)\b( ?\w+)?( \w+){0,6} (vol|volee?s?|voler|perd|perds|perdue?s?|perdait|piratee?s?|hackee?s?|virus|envoyee?s?|envoyait)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Supposed();
}
