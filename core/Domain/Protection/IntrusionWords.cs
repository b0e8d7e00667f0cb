using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Protection;

/// <summary>RGPD V: words that tell of an account or device in strange hands, or of data that got out; they read one folded sentence.</summary>
internal static partial class IntrusionWords
{
    /// <summary>Whether a sentence tells of it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="lured">The message speaks of somebody who lures: then what was clicked and given away counts.</param>
    public static bool Tell(string sentence, bool lured)
    {
        var told = Clauses.Without(sentence, NothingHappened().IsMatch);
        return Intrusion().IsMatch(told) || (lured && GaveAway().IsMatch(told)) || (Virus().IsMatch(told) && (!Illness().IsMatch(sentence) || Machine().IsMatch(told)));
    }

    /// <summary>Whether a sentence speaks of somebody who lures.</summary>
    public static bool IsLure(string sentence) => Lure().IsMatch(sentence);

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"\b(comptes?|boites?|messagerie|mails?|adresses?|ordinateurs?|ordi|pc|poste|serveurs?|site|teams|outlook|session|reseau|telephone|facebook|linkedin|sommes|suis|etes|etre|fait|faite|ete|ai|avons)\b( \w+){0,6} (pirate|piratee|pirates|piratees|pirater|hacke|hackee|hackes|hacker|compromis|compromise|usurpe|usurpee|infecte|infectee|infectes|infecter)\b"
        + @"|\b(piratage|usurpation|detournement) (de|d'|du|des) ?(notre|nos|mon|ma|mes|son|sa|la|l'|le|un|une)? ?(compte|boite|messagerie|adresse|identite|mail|serveur|site|poste)"
        + @"|\b(victimes?|subi|subissons) d?'?(une?|d'une?|du|de)? ?(attaque|cyberattaque|piratage|phishing|hameconnage|rancongiciel|ransomware|usurpation|intrusion|fuite|virus|escroquerie|arnaque)"
        + @"|\b(rancongiciel|ransomware|cryptolocker|demande de rancon|rancon en bitcoins?)\b"
        + @"|\b(fichiers?|donnees|documents?|serveur|dossiers?)\b( \w+){0,5} (cryptes?|cryptees|chiffres?|chiffrees|encryptes?)\b"
        + @"|\b(fuite|vol|exfiltration|divulgation) (de|d'|des|de nos|de mes) ?(donnees|fichiers|informations|identifiants|mots de passe)"
        + @"|\b(donnees|fichiers|identifiants|mots de passe)\b( \w+){0,4} (volee?s?|exfiltree?s?|divulguee?s?|dans la nature|sur le dark ?web|en vente)\b"
        + @"|\b(mails?|messages?)\b.*\b(en mon nom|a mon nom|de ma boite|depuis ma boite|depuis mon compte|avec mon adresse)\b.*\b(pas envoyes?|pas ecrits?|jamais envoyes?|jamais ecrits?|a mon insu)\b"
        + @"|\b(mails?|messages?)\b.*\b(que je n'ai (pas|jamais) (envoyes?|ecrits?)|partis? (tout )?seuls?|partent (tout )?seuls?|a mon insu)\b"
        + @"|\bquelqu'un\b.*\b(s'est connecte|se connecte|s'est introduit|a eu acces|a acces|a pris la main|lit mes mails|utilise mon compte|est entre dans)\b"
        + @"|\bconnexions?\b.*\b(suspectes?|inconnues?|frauduleuses?|non reconnues?|depuis (l'etranger|un pays|une ville|la russie|la chine|le nigeria|les pays-bas)|que je ne reconnais pas)\b"
        + @"|\b(regle|regles)\b.*\b(transfert|redirection)\b.*\b(pas (creee?|faite|mise)|inconnue|vers une adresse (inconnue|etrangere))\b"
        + @"|\b(souris|curseur)\b.*\bbouge\b.*\btoute? seule?\b|\bpris la main sur (mon|le|son|l')\b.*\b(faux|arnaque|escroc|pretendu|inconnu|se faisant passer)\b"
        + @"|\b(antivirus|defender|alerte)\b.*\b(a (trouve|detecte|bloque)|signale)\b.*\b(virus|trojan|cheval de troie|malware|menace|logiciel malveillant)\b"
        + @"|\b(account|mailbox|computer)\b( \w+){0,3} (hacked|compromised)\b|\bransomware\b",
        Options)]
    private static partial Regex Intrusion();

    [GeneratedRegex(@"\b(j'ai|on a|nous avons|a|avons|attrape|ramasse|eu) (attrape |chope |ramasse |eu |trouve |detecte )?(un|le|des) (virus|malware|trojan|cheval de troie|logiciel espion)\b", Options)]
    private static partial Regex Virus();

    // "J'ai attrapé un virus, je suis malade."
    [GeneratedRegex(@"\b(covid|grippe|malade|gastro|film|vaccin|fievre|medecin)\b", Options)]
    private static partial Regex Illness();

    [GeneratedRegex(@"\b(pc|ordi\w*|poste|portable|serveur|telephone|antivirus|malware|trojan|cheval de troie|logiciel espion)\b", Options)]
    private static partial Regex Machine();

    [GeneratedRegex(
        @"\b(phishing|hameconnage|frauduleu\w+|fraude|faux (site|mail|message|lien|technicien|support|formulaire|appel|banquier|conseiller)|fausse page|arnaque\w*|escroc\w*|suspecte?s?|pirates?|malveillant\w*|douteu\w+|se faisant passer|pretendu\w*|bizarres?|louches?)\b",
        Options)]
    private static partial Regex Lure();

    [GeneratedRegex(
        @"\b(clique|cliquee|cliquer|ouvert|telecharge|execute|lance|installe|active)\b.*\b(lien|piece jointe|pj|fichier|document|macros?|anydesk|teamviewer|logiciel|dessus|bouton)\b"
        + @"|\b(saisi|rentre|entre|donne|communique|tape|renseigne|mis|rempli|indique|fourni|dicte)\b.*\b(mot de passe|mots de passe|mdp|identifiants?|codes?|coordonnees bancaires|carte bancaire|numero de carte|rib|acces)\b"
        + @"|\b(fait|fais) (avoir|pieger|arnaquer)\b|\b(paye|vire|verse|virement)\b.*\b(faux|escroc|arnaque|fraud\w+|rib)\b",
        Options)]
    private static partial Regex GaveAway();

    [GeneratedRegex(
        @"\b(pas|rien|jamais|sans|ni) (\w+ )?(clique|cliquer|ouvert|ouvrir|saisi|donne|repondu|telecharge|rempli|infecte|pirate|compromis)\b|\bpersonne n'?a? ?(clique|ouvert|saisi)"
        + @"|\b(devis|renouvel\w+|abonnement|licences?|sans chiffre|mise a jour|expire|faut-il|dois-je|peut-on|puis-je|est-ce)\b",
        Options)]
    private static partial Regex NothingHappened();
}
