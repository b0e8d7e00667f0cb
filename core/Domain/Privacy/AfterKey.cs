using System.Text.RegularExpressions;
using static SiOne.Bot.Domain.Privacy.SecretWords;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>The value behind a key: "mdp provisoire : Ete2024!", "mot de passe (Ete2024!)", "session : pret / Ete2024!", or alone on the next line.</summary>
internal static partial class AfterKey
{
    public static void Find(string text, int keyStart, int end, KeyKind kind, List<SecretSpan> found)
    {
        if (kind is KeyKind.Login)
        {
            Pair(text, end, found);
            return;
        }

        var line = LineRest(text, end);
        if (kind is KeyKind.Code && IsOtherCode(text, keyStart, line)) return;
        if (kind is KeyKind.Code) Pair(text, end, found);
        if (kind is KeyKind.Weak && OtherKey().IsMatch(line)) return;
        if (Separated(text, end, line, kind, found) || Linked(text, end, line, kind, found) || Direct(text, end, line, kind, found)) return;
        if (kind is KeyKind.Password) Nearby(text, end, line, found);
        NextLine(text, end, line, kind, found);
    }

    // KEY [a few words] : VALUE
    private static bool Separated(string text, int end, string line, KeyKind kind, List<SecretSpan> found)
    {
        var match = Separator().Match(line);
        if (!match.Success) return false;
        var trouble = Trouble().IsMatch(match.Groups["words"].Value);
        var value = match.Groups["v"];
        var goesOn = GoesOn().IsMatch(line[(value.Index + value.Length)..]);
        var quoted = value.Value[0] is '"' or '«' or '“' or '`';
        return SecretFinder.Add(text, end + value.Index, value.Length, Judge, found);

        bool Judge(SecretShape s) => kind switch
        {
            _ when s.IsSomethingElse && !s.Symbols => kind is not KeyKind.Weak && s.Value.Length >= 4 && !trouble && LooksShort(s),
            // "clé wifi : 12345678": behind a colon a number is the key itself.
            KeyKind.Weak => !s.IsWord && (s.Letters ? s.Value.Length >= 6 : s.Value.Length >= 4 && s.Value.All(char.IsAsciiDigit)),
            KeyKind.Code => s.IsPin || !s.IsWord && (s.Letters || s.Value.Length <= 8),
            _ when trouble => s.IsStrong,
            // A plain word is a password when it stands alone behind the colon.
            _ => !s.IsWord || quoted || !goesOn,
        };
    }

    // "azerty1" or "2024-26" has the form of a device or a date, and is a password all the same when it stands behind "mdp :".
    private static bool LooksShort(SecretShape s) => s.Value.Length <= 20
        && !s.Value.Contains("//", StringComparison.Ordinal) && !s.Value.Contains("0x", StringComparison.OrdinalIgnoreCase) && s.Letters && s.Digits && !s.Value.Contains('.', StringComparison.Ordinal);

    // KEY [a few words] est VALUE
    private static bool Linked(string text, int end, string line, KeyKind kind, List<SecretSpan> found)
    {
        var match = Link().Match(line);
        if (!match.Success) return false;
        var value = match.Groups["v"];
        return SecretFinder.Add(text, end + value.Index, value.Length, s => kind switch
        {
            _ when s.IsSomethingElse => false,
            KeyKind.Weak => s.IsVeryStrong || (s.IsStrong && s.Value.Length >= 8) || (s.IsPin && s.Value.Length >= 6),
            KeyKind.Code => s.IsPin || (s.Letters && !s.IsWord),
            _ => !s.IsWord || s.UpperInside || value.Value[0] is '"' or '«' or '“' or '`',
        }, found);
    }

    // KEY VALUE, KEY (VALUE), KEY [qualifier] VALUE
    private static bool Direct(string text, int end, string line, KeyKind kind, List<SecretSpan> found)
    {
        var match = Adjacent().Match(line);
        if (!match.Success) return false;
        var value = match.Groups["v"];
        var quoted = value.Value[0] is '"' or '«' or '“' or '`' or '\'' || match.Groups["quote"].Value.StartsWith('«');
        return SecretFinder.Add(text, end + value.Index, value.Length, s => kind switch
        {
            KeyKind.Code => s.IsPin || s.IsVeryStrong,
            KeyKind.Weak => s.IsVeryStrong || (s.IsStrong && s.Digits && s.Value.Length >= 10),
            _ => s.IsStrong || (quoted && !s.IsSomethingElse) || (s.IsPin && s.Value.Length >= 6),
        }, found);
    }

    // "le mot de passe que vous m'avez donné (Bienvenue!49) est refusé"
    private static void Nearby(string text, int end, string line, List<SecretSpan> found)
    {
        var sentence = Sentence().Match(line);
        foreach (Match word in Word().Matches(sentence.Value))
        {
            var wrapped = word.Value[0] is '(' or '"' or '«' or '“' or '`';
            if (SecretFinder.Add(text, end + word.Index, word.Length, s => wrapped ? s.IsStrong : s.IsVeryStrong && s.Symbols, found)) return;
        }
    }

    // KEY alone on its line: the next line is the value when it is one word.
    private static void NextLine(string text, int end, string line, KeyKind kind, List<SecretSpan> found)
    {
        if (!KeyAlone().IsMatch(line)) return;
        var start = end + line.Length;
        while (start < text.Length && text[start] is '\n' or ' ' or '\t' && start < end + line.Length + 20) start++;
        if (start >= text.Length) return;
        var value = LineRest(text, start).Trim();
        if (value.Length == 0 || value.Contains(' ', StringComparison.Ordinal)) return;
        SecretFinder.Add(text, start, value.Length, s => kind is KeyKind.Password ? !IsGreeting(s.Value) : s.IsPin || s.IsStrong, found);
    }

    private static bool IsGreeting(string word) => char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower);

    // LOGIN : NAME / VALUE
    private static void Pair(string text, int end, List<SecretSpan> found)
    {
        var match = LoginPair().Match(LineRest(text, end));
        if (!match.Success) return;
        var value = match.Groups["v"];
        SecretFinder.Add(text, end + value.Index, value.Length, s => !s.IsWord && !s.IsSomethingElse && s.Value.Length >= 4 && (s.Letters || s.IsPin), found);
    }

    private static bool IsOtherCode(string text, int keyStart, string line)
    {
        if (OtherCode().IsMatch(line)) return true;
        var before = text[Math.Max(0, keyStart - 40)..keyStart];
        return ErrorBefore().IsMatch(before[(before.LastIndexOf('\n') + 1)..]);
    }

    private static string LineRest(string text, int from)
    {
        var rest = SecretFinder.RestOf(text, from);
        var end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    [GeneratedRegex(@"^(?<words>\s?(?:\([^()\n]{0,20}\))?[^:=\n.!?;()/→]{0,45}?)\s?(?::|=|->|=>|→|–|\s-\s)\s*(?:c'?\s?est\s+)?(?<v>[^\s]{3,128})", Options)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[^:=\n.!?;()]{0,60}?\s(?:est|c'est|cest|c est|c|était|etait|sera|sont|is|was|will be|reste|devient)\s+(?:bien\s|toujours\s|donc\s|:\s?)?(?<v>[^\s]{3,128})", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(?:(?:actuel|provisoire|temporaire|initial|nouveau|par défaut|à usage unique|unique|de session|session|windows|wifi|wi-fi|webmail|messagerie|mail|pc|du pc|de ma boite|de ma boîte|admin|suivant)\s+)?(?<quote>\(\s?|«\s?)?(?<v>[^\s]{3,128})", Options)]
    private static partial Regex Adjacent();

    [GeneratedRegex(@"^[^\n]{0,70}", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\S+", Options)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\s:=]*$", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex KeyAlone();

    [GeneratedRegex(@"^\s*(?:«\s?|:|=|c'est|est|is)?\s*[^\s/|;,]{2,64}(?:\s?»)?\s*(?:[/|;]|,?\s(?:et|and|avec|puis)\s)\s*(?<v>[^\s]{4,128})", Options)]
    private static partial Regex LoginPair();

    [GeneratedRegex(@"oubli|perdu|expir|bloqu|réinit|reinit|reset|refus|\bpas\b|\bplus\b|erreur|incorrect|invalide|chang|problème|probleme|forgot|lost|wrong|demand|politique|règle", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"^\s+[\p{L}\d]", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^\s*(?:d'|de\s|du\s)?(?:l')?(?:erreurs?|error|postal|client|clients|article|produit|barre|barres|qr|source|couleur|analytique|affaire|imputation|journal|tva|naf|ape|insee|promo|retour|http|stop|vba|iban|bic|swift|fournisseur|comptable|dossier|chantier|du travail|civil|vestimentaire|pays)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex OtherCode();

    [GeneratedRegex(@"(?:erreur|error|qr|bug|plantage|exception|message)\W.{0,24}$", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex ErrorBefore();

    [GeneratedRegex(@"^\s*(?:usb|4g|5g|3g|u\.s\.b|de voiture|du local|du bureau|de contact|rj|hdmi|bluetooth|en main)\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex OtherKey();

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const RegexOptions Bounded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
