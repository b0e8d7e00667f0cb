using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Protection;

/// <summary>RGPD V: words that tell of something that went to somebody for whom it was not meant; they read one folded sentence.</summary>
internal static partial class MisdirectedWords
{
    /// <summary>Whether a sentence tells of it.</summary>
    public static bool Tell(string sentence)
    {
        var told = Clauses.Without(sentence, Denied().IsMatch);
        // "Le colis est parti, mais il a été envoyé à la mauvaise adresse": the parcel, as long as nothing else is named.
        if (Parcel().IsMatch(sentence) && !Thing().IsMatch(told)) return false;
        if (WrongReader().IsMatch(told)) return true;
        // "Désolé, le message est parti par erreur" excuses itself to us; to a wrong reader one says sorry as well.
        return Excused().IsMatch(sentence) ? ByMistakeTo().IsMatch(told) && !ToUs().IsMatch(told) : ByMistakeTo().IsMatch(told) || ByMistake().IsMatch(told);
    }

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions Bounded = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Sent =
        "(envoye|envoyee|envoyes|envoyees|envoyer|transmis|transmise|transmises|transmettre|transfere|transferee|transferes|transferer|expedie|expediee|adresse|adressee|adresses|parti|partie|partis|parties|partage|partagee|partages|diffuse|diffusee|communique|communiquee|communiques|depose|deposee|repondu)";

    private const string What =
        "(mails?|e-mails?|emails?|messages?|courriels?|fichiers?|documents?|pieces? jointes?|pj|factures?|devis|bulletins?|fiches?|paies?|salaires?|contrats?|listes?|tableaux?|dossiers?|donnees|photos?|scans?|ribs?|iban|coordonnees|cv|candidatures?|arret maladie|arrets|excel|pdf|compte rendu|certificats?|mots? de passe|identifiants)";

    private const string Wrong =
        "(mauvais destinataires?|mauvaises? personnes?|mauvaises? adresses?|mauvais mail|mauvaise boite|mauvais clients?|mauvais contacts?|mauvais interlocuteurs?|mauvais correspondants?|mauvaise liste|mauvais groupe|mauvais (m|mr|mme|monsieur|madame)\\b|faux destinataire|destinataires? (errone|incorrect)s?|pas (le|la|les) bon(ne|s|nes)? (destinataires?|personnes?|adresses?|clients?)|autre client|client a la place)";

    // The wrong one named, a reply to all, addresses that everybody sees.
    [GeneratedRegex(
        @"\b" + Sent + @"\b.*\b" + Wrong + @"|\b" + Wrong + @".*\b" + Sent + @"\b"
        + @"|\b" + What + @"\b.*\b" + Sent + @"\b.*\b(a|au|chez) (un |une |notre |le |la )?(homonyme|concurrent)s?\b"
        + @"|\b(trompe|trompee|trompes|plante|plantee) (de|d') ?(destinataires?|adresses?( mail)?|personnes?|client|contact|correspondant)\b"
        + @"|\berreurs? (de|d'|sur le|sur l') ?(destinataires?|adresses? (mail|du destinataire|de destination)|envoi|expedition)\b.*"
        + @"|\b(repondu|reponse|repondre) a tous\b.*\b(au lieu|par erreur|megarde|confidentiel\w*|salaires?)\b"
        + @"|\b(en copie|en cc|cc|destinataires|adresses)\b.*\b(au lieu (de|d'|du) ?(cci|la copie cachee|copie cachee|bcc|mettre)|visibles? (de|par|pour) (tous|tout le monde|les autres|chacun))",
        Options)]
    private static partial Regex WrongReader();

    // "Envoyé par erreur" with somebody to whom it went.
    [GeneratedRegex(
        @"\b" + Sent + @"\b.*\b(par erreur|par megarde|par inadvertance|sans (le )?vouloir|sans faire expres)\b.*\b(a|au|aux|chez|vers) [a-z]"
        + @"|\b(par erreur|par megarde|par inadvertance)\b.*\b" + Sent + @"\b.*\b" + What + @"\b.*\b(a|au|aux|chez|vers) [a-z]"
        + @"|\b" + Sent + @"\b.*\b" + What + @"\b.*\b(a|au|aux|chez|vers) [a-z].*\b(par erreur|par megarde|par inadvertance)\b"
        + @"|\b(recu|recoit|recoivent|recevons|recois)\b.*\bpar erreur\b.*\b(destines?|destinee|destinees|d'un autre|d'une autre|autre client|confidentiel\w*|salaires?|medica\w+)\b"
        + @"|\bsent\b.*\b(to the wrong (person|recipient|address|customer|client)|by mistake to)\b",
        Options)]
    private static partial Regex ByMistakeTo();

    // "Envoyé par erreur" with a thing alone.
    [GeneratedRegex(
        @"\b" + What + @"\b.*\b(parti|partie|partis|parties|envoye|envoyee|envoyes|envoyees|arrive|arrivee|arrives)\b.*\b(par erreur|par megarde|par inadvertance)\b"
        + @"|\b" + Sent + @"\b.*\b" + What + @"\b.*\b(par erreur|par megarde|par inadvertance)\b",
        Options)]
    private static partial Regex ByMistake();

    [GeneratedRegex(@"\b(desolee?s?|pardon|excuses?|ignorez|ignorer|oubliez|(pas|plus) en tenir compte|tenez pas compte)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Excused();

    [GeneratedRegex(@"\b(a|au|aux|chez|vers) (vous|votre|vos|l'assistance|assistance|l'equipe|le support|support|la hotline)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex ToUs();

    // What carries no words.
    [GeneratedRegex(@"\b(colis|livraison|livre|livree|livreur|chronopost|la poste|technicien|taxi|camion|commande)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Parcel();

    [GeneratedRegex(@"\b" + What + @"\b", Options)]
    private static partial Regex Thing();

    // A parcel, a printer, the same mail twice, and what did not happen.
    [GeneratedRegex(
        @"\b(colis|livraison|livre|livree|livreur|chronopost|la poste|courrier papier|technicien|taxi|camion|commande|deux fois|en double|doublon|imprimante|impression|corbeille|spams?|indesirables|(en|dans (le|les|mes|nos)) brouillons?|croyais|ignorez|ignorer|oubliez)\b"
        + @"|\b(supprime|supprimee|supprimes|jete|jetee|jetes|efface|effacee|effaces|ecrase|ecrasee|cree|creee)\b( \w+)? (par|sans)\b"
        + @"|\b(pas|jamais|rien|sans) (ete |encore |rien )?(envoye|transmis|parti|transfere)|\bn'(ai|a|avons|est) (pas|rien|jamais)\b.*" + Sent,
        Options)]
    private static partial Regex Denied();
}
