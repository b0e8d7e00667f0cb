using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>The words around secrets: what announces one, what links it to its value, and what only looks like one.</summary>
internal static partial class SecretWords
{
    /// <summary>How a key announces, which decides how much a value must look like one.</summary>
    public enum KeyKind
    {
        None,

        /// <summary>A password: nothing else may follow it.</summary>
        Password,

        /// <summary>A code or PIN: digits count, error codes and postcodes do not.</summary>
        Code,

        /// <summary>A key, token or secret: a word of many meanings.</summary>
        Weak,

        /// <summary>A login: a secret comes behind it, after a slash or comma.</summary>
        Login,
    }

    /// <summary>Beginnings of keys: most texts hold none, and cost one vectorised search.</summary>
    public static readonly SearchValues<string> Beginnings = SearchValues.Create(
        [
            "mot", "mdp", "m.d.p", "m d p", "pass", "pwd", "pw", "psswd", "phrase", "code", "clé", "cle", "clef", "jeton", "token", "otp", "2fa", "mfa",
            "secret", "sesame", "sésame", "pin", "puk", "wpa", "identifiant", "login", "session", "user", "utilisateur", "compte", "combinaison",
        ], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NoValue = (
        "oublié oubliée oublie perdu perdue expiré expirée expire bloqué bloquée bloque verrouillé verrouillée invalide incorrect incorrecte erroné erronée refusé refusée refuse "
        + "inconnu inconnue temporaire provisoire identique suivant suivante ci-dessous ci-joint ci-après svp stp merci et ou de du des pour sur à a est ne n'est plus pas par que qui aussi "
        + "bonjour cordialement non oui ok aucun aucune le la les un une mon ma mes son sa ses leur notre votre ce cette cela ça c'est il elle je on nous vous ils dans en au aux avec sans "
        + "si mais car donc puis toujours encore déjà jamais bien bon bonne mauvais faux correct changé changée réinitialisé réinitialisation nouveau ancien actuel défaut par_défaut "
        + "the is was not a an and or my your his her to for with please forgotten expired wrong invalid reset lost unknown none same new old here below attached it this that "
        + "oubliés perdus demandé demande urgent impossible connexion erreur compte session windows office outlook teams wifi wi-fi messagerie mail admin administrateur utilisateur "
        + "voir joint idem n/a nc vide xxx xxxx xxxxx ??? … ... à_venir tbd usb bitlocker pc téléphone fait reçu envoyé créer changer modifier réinitialiser")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that never are a secret.</summary>
    public static bool IsOrdinary(string value) => NoValue.Contains(value.Trim('.', ',', ';', ':', '!', '?', '\'', '*'));

    /// <summary>The key at the start of a text, and its length.</summary>
    public static (KeyKind Kind, int Length) KeyAt(ReadOnlySpan<char> text)
    {
        foreach (var m in Password().EnumerateMatches(text)) return (KeyKind.Password, m.Length);
        foreach (var m in Code().EnumerateMatches(text)) return (KeyKind.Code, m.Length);
        foreach (var m in Weak().EnumerateMatches(text)) return (KeyKind.Weak, m.Length);
        foreach (var m in Login().EnumerateMatches(text)) return (KeyKind.Login, m.Length);
        return default;
    }

    [GeneratedRegex(
        @"^(?:mots?\s{0,3}(?:de|2|d)\s{0,3}pass{1,3}es?|mots?\s{0,3}de\s{0,3}pas|motdepasse|mdp|m d p|pass\s?words?|pass\s?wd|pass\s?code|pass\s?phrase|pass|pwd|pw|psswd"
        + @"|phrase\s(?:de\spasse|secr[eè]te)|s[ée]same)\b|^m\.d\.p\b\.?",
        Options, BoundedPatterns.Milliseconds)]
    private static partial Regex Password();

    [GeneratedRegex(
        @"^(?:codes?(?:\s(?:d'acc[eè]s|pin|puk|secret|confidentiel|(?:de\s|d')?(?:session|connexion|v[ée]rification|validation|s[ée]curit[ée]|d[ée]verrouillage|ouverture|verrouillage|[ée]cran|l'[ée]cran|alarme|t[ée]l(?:[ée]phone)?|pc|porte)"
        + @"|(?:à|a)\susage\sunique|sms|wi-?fi))?|pin(?:\scode)?|puk|combinaison)\b",
        Options, BoundedPatterns.Milliseconds)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"^(?:cl(?:[ée]|ef)s?(?:\s(?:du\s|de\s|d')?(?:wi-?fi|wpa\d?|api|secr[eè]te|r[ée]cup[ée]ration|chiffrement|licence|bitlocker|produit|activation))?|wpa\d?|jeton|token|otp|2fa|mfa|secret|client\ssecret)\b",
        Options, BoundedPatterns.Milliseconds)]
    private static partial Regex Weak();

    [GeneratedRegex(@"^(?:identifiants?(?:\set\smots?\sde\spasse)?|login|logins|session|user(?:name)?|utilisateur|compte)\b", Options, BoundedPatterns.Milliseconds)]
    private static partial Regex Login();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
