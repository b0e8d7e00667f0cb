using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>The language that a mailbox is to speak: of somebody who arrives, or where a setting is asked.</summary>
internal static partial class LanguageReader
{
    private const int Reach = 10;
    private const int Near = 4;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Things = "(?:compte|boite|messagerie|session|interface|menus?|affichage|outils|outlook|office|windows|teams|profil|environnement|tout|everything|langue|365|mailbox|account|logiciels|applis|mails)";

    private static readonly FrozenSet<string> Elsewhere =
        "alias signature signatures delegation delegations acces regle regles spam spams absence partage partagee quota nom clavier correcteur orthographe dictionnaire traduire traduction".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Languages = "francais anglais french english".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Being = "est etait sont reste restent affiche affichent is was".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Wishes = (
        "mettre mettez mets remettre remettez remets remis remise passer passez repasser repassez basculer basculez rebasculer changer changez configurer configurez avoir ravoir regler reglez revenir retrouver "
        + "voudrais voudrait souhaite souhaiterais aimerais veux veut aimerait souhaitons prefere preferons prefererais prefererait demande doit devra devrait possible voir afficher retablir retablissez utiliser "
        + "faudrait faut besoin switch set change want put").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary><c>fr</c> or <c>en</c>; null where the words do not say, or say both.</summary>
    /// <param name="text">The request's text.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="place">Where it stands; null: all of the text is about it.</param>
    public static string? Read(TokenizedText text, Operation operation, RequestPlace? place)
    {
        var isArrival = operation == LicenceOperations.Arrival || operation == MailboxOperations.Create;
        if (!isArrival && operation != MailboxOperations.Settings) return null;
        var (denied, quoted) = (Negation.Find(text.Tokens), Quotation.Find(text));
        var sentences = text.Tokens.Select((token, i) => (token, i)).Where(pair => place?.IsOthers(pair.i) is not true && !quoted[pair.i])
            .GroupBy(pair => pair.token.Sentence, pair => denied[pair.i] ? "" : pair.token.Word).Select(words => words.ToArray()).ToArray();
        // "Mettre la signature en anglais" sets no language of the mailbox.
        if (!isArrival && sentences.Any(words => words.Any(Elsewhere.Contains))) return null;
        var found = sentences.SelectMany(words => isArrival ? Spoken().Matches(string.Join(' ', words)).Select(match => Of(match.Value)) : Wished(words)).Distinct().ToArray();
        return found is [var only] ? only : null;
    }

    // "Je le voudrais en français", not "il est en anglais", which tells how it is.
    private static IEnumerable<string> Wished(string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (!Languages.Contains(words[i])) continue;
            if (IsNamed(words, i)) yield return Of(words[i]);
            var turns = IsTurn(words, i);
            if (!turns && words[i - 1] is not ("en" or "in" or "to" or "into")) continue;
            var lead = words[Math.Max(0, i - Reach)..(i - 1)].Reverse().TakeWhile(word => !Being.Contains(word) && (turns || !Languages.Contains(word)));
            if (lead.Any(Wishes.Contains)) yield return Of(words[i]);
        }
    }

    // "passer du français à l'anglais"
    private static bool IsTurn(string[] words, int i) => words[i - 1] is "au" or "vers" || (words[i - 1] is "l" && i > 1 && words[i - 2] is "a" or "vers");

    // "changez la langue : anglais", "remettez-moi le français"
    private static bool IsNamed(string[] words, int i)
    {
        if (words[i - 1] is "du" or "de" or "en" or "in") return false;
        var asked = words[..i].Any(Wishes.Contains);
        return asked && (words[Math.Max(0, i - Reach)..i].Any(word => word is "langue" or "language") || (words[i - 1] is "le" or "l" && words[Math.Max(0, i - Near)..i].Any(Wishes.Contains)));
    }

    private static string Of(string words) => words.Contains("fran", StringComparison.Ordinal) || words.EndsWith("french", StringComparison.Ordinal) ? "fr" : "en";

    // What speaks the language: the person, or what he works with.
    [GeneratedRegex(
        @"\b(?:anglophones?|francophones?|english speak(?:ing|er)|french speak(?:ing|er)|(?:parle|comprend) (?:qu|que l|uniquement l|seulement l|uniquement|seulement) ?(?:anglais|francais)|only speaks (?:english|french)|"
        + Things + @"(?: [a-z0-9]+){0,3} (?:en (?:langue )?(?:anglaise?|francaise?)|in (?:english|french))|(?:version|interface|messagerie|session|environnement|menus|affichage|poste)(?: [a-z]+){0,2} (?:anglaise?s?|francaise?s?)|langues?(?: [a-z0-9]+){0,4} (?:anglaise?|francaise?))\b",
        Options)]
    private static partial Regex Spoken();
}
