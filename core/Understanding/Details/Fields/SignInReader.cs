using System.Text.RegularExpressions;
using SiOne.Bot.Domain;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>What keeps somebody out: a locked account whose password is known, or a second factor that is gone. Where the password is gone too, it is reset, and nothing is read.</summary>
internal static partial class SignInReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const RegexOptions Bounded = RegexOptions.CultureInvariant;

    /// <summary><see cref="Changes.Unlock"/> or <see cref="Changes.AccessPass"/>; null where the words do not say.</summary>
    /// <param name="text">The request's text.</param>
    /// <param name="place">Where it stands; null: all of the text is about it.</param>
    public static string? Read(TokenizedText text, RequestPlace? place)
    {
        var denied = Negation.Find(text.Tokens);
        var meant = Enumerable.Range(0, text.Tokens.Length).Where(i => place?.IsOthers(i) is not true).ToArray();
        var words = string.Join(' ', meant.Select(i => text.Tokens[i].Word));
        // "Je n'ai pas oublié mon mot de passe": what is denied is neither gone nor to be changed.
        var asserted = string.Join(' ', meant.Select(i => denied[i] ? "-" : text.Tokens[i].Word));
        if (PasswordUnknown().IsMatch(words) || PasswordGone().IsMatch(asserted)) return null;
        if (Factor().IsMatch(words)) return FactorGone().IsMatch(words) ? Changes.AccessPass : null;
        // Entra opens a locked account with a new password: unlocking by hand is for those who keep theirs.
        return Locked().IsMatch(words) && (PasswordKnown().IsMatch(asserted) || PasswordKept().IsMatch(words)) ? Changes.Unlock : null;
    }

    [GeneratedRegex(
        @"\b(?:oublie[er]?s?|forgot|forgotten|(?:nouveau|autre) (?:mot de passe|mdp)|(?:reinitialis[a-z]*|reset|changer|changez|renouvel[a-z]*)(?: (?:de|du|le|mon|son|leur|the|my|his|her))* (?:mot de passe|mdp|password))\b",
        Options)]
    private static partial Regex PasswordGone();

    [GeneratedRegex(
        @"\b(?:(?:perdu|egare|retrouve plus|sais plus|souviens plus|rappelle plus|souvient plus|connais plus)(?: de)?(?: (?:mon|son|le|ses|mes|leur|du))? (?:mot de passe|mots de passe|mdp|identifiants)|(?:mot de passe|mdp) (?:perdu|expire|inconnu|oublie)|lost (?:my|his|her|the) password)\b",
        Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex PasswordUnknown();

    [GeneratedRegex(
        @"\b(?:authenticator|authentificat[a-z]+|mfa|2fa|(?:double|second|deuxieme) (?:facteur|verification|validation)|codes? (?:de validation|de verification|de securite|de connexion|d authentification|(?:recu )?par sms|sms|a (?:6|six) chiffres)|notifications?(?: [a-z0-9]+){0,4} (?:tel|telephone|portable|mobile|smartphone)|(?:valid|approuv)[a-z]+(?: [a-z0-9]+){0,3} notification|approbation|verification en deux|two factor|verification code)\b",
        Options)]
    private static partial Regex Factor();

    [GeneratedRegex(
        @"\b(?:nouveau|nouvelle|change|changee|changer|perdu|perdue|casse|cassee|vole|volee|ancien|ancienne|plus|jamais|rien n|pas|reinitialis[a-z]+|reset|new|lost|supprime|desinstalle|reinstalle|remplace)\b",
        Options)]
    private static partial Regex FactorGone();

    [GeneratedRegex(@"\b(?:bloque[er]?s?|verrouille[er]?s?|debloque[rz]?|deverrouille[rz]?|deblocage|deverrouillage|locked|unlock)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Locked();

    [GeneratedRegex(
        @"\b(?:(?:connais|connait|sais|sait|retrouve|retrouvee|souviens|souvient)(?: [a-z]+){0,2} (?:mot de passe|mdp)|(?:ai|a)(?: (?:bien|toujours|encore))? (?:mon|son|le) (?:mot de passe|mdp)|bon (?:mot de passe|mdp)|(?:mot de passe|mdp)(?: [a-z]+){0,3} (?:bon|correct|connu|sous les yeux))\b",
        Options)]
    private static partial Regex PasswordKnown();

    [GeneratedRegex(@"\b(?:peine|besoin|sans|inutile)(?: (?:de|d))?(?: (?:le|en))? (?:changer|reinitialiser|modifier)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex PasswordKept();
}
