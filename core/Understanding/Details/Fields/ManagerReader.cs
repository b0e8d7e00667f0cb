using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>Under whom somebody works who arrives: « son responsable sera Mme Duval », « sous la direction de … », « rattachée à … ».</summary>
internal static partial class ManagerReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const RegexOptions Bounded = RegexOptions.CultureInvariant;
    private const int Reach = 8;
    private const string Heads = "(?:responsables?|manager|manageuse|manageur|superieure?|chef|cheffe|n 1|boss|encadrante?|cadre|directeur|directrice|superviseure?|superviseuse|patronne?|supervisor|line manager)";
    private const string Tutors = "(?:tuteur|tutrice|maitre de stage|maitresse de stage|maitre d apprentissage|maitresse d apprentissage)";
    private const string OfWhat = "(?: (?:hierarchique|directe?|fonctionnel(?:le)?|d equipe|d atelier|d agence|de service|de pole|de site|de chantier|de sante))*";

    private static readonly FrozenSet<Operation> Arrivals = [LicenceOperations.Arrival, MailboxOperations.Create];
    private static readonly FrozenSet<string> Titles = "m mme mr mrs ms mlle dr me monsieur madame docteur maitre".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Full name, or title and last name where no more is told, or an address; null where nobody or several are named.</summary>
    /// <param name="text">The request's text.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="place">Where it stands; null: all of the text is about it.</param>
    public static string? Read(TokenizedText text, Operation operation, RequestPlace? place)
    {
        if (!Arrivals.Contains(operation)) return null;
        var names = new NameFinder(text).Find();
        var candidates = Candidates(text, names).Where(named => place?.IsOthers(named.Token) is not true).ToList();
        var managers = candidates.FindAll(named => Leads(text, named));
        // Who only learns the trade works under his tutor.
        if (managers.Count == 0) managers = candidates.FindAll(named => Teaches(text, named));
        if (place is not null && managers.Exists(named => place.IsOwn(named.Token))) managers.RemoveAll(named => !place.IsOwn(named.Token));
        var found = managers.Select(named => named.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return found is [var only] ? FieldValues.Clean(InFull(only, names)) : null;
    }

    private static IEnumerable<NameMention> Candidates(TokenizedText text, IReadOnlyCollection<NameMention> names)
    {
        foreach (var name in names) yield return name;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].Word is Marks.Address) yield return new NameMention(text.Written(text.Tokens[i]).ToString(), i, 1);
            // "Mme Duval", where no first name is told.
            if (i + 1 >= text.Tokens.Length || !Titles.Contains(text.Tokens[i].Word) || names.Any(name => name.Token <= i + 1 && i + 1 < name.End)) continue;
            var last = text.Tokens[i + 1];
            if (char.IsUpper(text.Written(last)[0]) && last.Sentence == text.Tokens[i].Sentence && !OtherWords.IsNoName(last.Word))
                yield return new NameMention(text.Raw[text.Tokens[i].Start..(last.Start + last.Length)], i, 2);
        }
    }

    // A first name told elsewhere completes "Mme Duval".
    private static string InFull(string name, IReadOnlyCollection<NameMention> names)
    {
        var words = name.Split(' ', '\u00A0');
        if (words.Length != 2 || !Titles.Contains(Folding.Fold(words[0]).TrimEnd('.'))) return name;
        var full = names.Select(other => other.Name).Where(other => other.EndsWith(" " + words[1], StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return full is [var only] ? only : name;
    }

    private static bool Leads(TokenizedText text, NameMention named)
    {
        var before = Before(text, named, sentence: true);
        if (Before().IsMatch(before) || Apposed().IsMatch(Before(text, named, sentence: false))) return true;
        if (Label().IsMatch(before) && IsLabel(text, named)) return true;
        return After().IsMatch(Behind(text, named));
    }

    private static bool Teaches(TokenizedText text, NameMention named)
    {
        var before = Before(text, named, sentence: true);
        return Tutor().IsMatch(before) || (TutorLabel().IsMatch(before) && IsLabel(text, named)) || TutorBehind().IsMatch(Behind(text, named));
    }

    private static int First(TokenizedText text, NameMention named) =>
        named.Token > 0 && Titles.Contains(text.Tokens[named.Token - 1].Word) ? named.Token - 1 : named.Token;

    private static bool IsLabel(TokenizedText text, NameMention named) => text.Raw.AsSpan(0, text.Tokens[First(text, named)].Start).TrimEnd() is [.., ':' or '='];

    // The words up to the name, of its sentence or only of its clause.
    private static string Before(TokenizedText text, NameMention named, bool sentence)
    {
        var (first, own) = (First(text, named), text.Tokens[named.Token]);
        return Words(text, Math.Max(0, first - Reach), first, token => sentence ? token.Sentence == own.Sentence : token.Clause == own.Clause);
    }

    private static string Behind(TokenizedText text, NameMention named) =>
        Words(text, named.End, Math.Min(text.Tokens.Length, named.End + Reach), token => token.Sentence == text.Tokens[named.Token].Sentence);

    private static string Words(TokenizedText text, int from, int to, Func<Token, bool> isMeant) =>
        string.Join(' ', Enumerable.Range(from, Math.Max(0, to - from)).Select(i => text.Tokens[i]).Where(isMeant).Select(token => token.Word));

    // "Notre responsable, Paul Roux, valide" is the writer's own manager.
    [GeneratedRegex(
        @"(?:\b(?:son|sa|leur|his|her|their|pour|comme|as)(?: futur| future| nouveau| nouvelle)? " + Heads + OfWhat + @"(?: (?:sera|est|c est|ce sera|serait|is|will be|n 1))*"
        + @"|(?:^|\b(?:le|la|the) )" + Heads + OfWhat + @" (?:sera|serait|ce sera|will be)|\bdont (?:le|la) " + Heads + OfWhat + " (?:est|sera)"
        + @"|\b(?:prendra|prend|recevra|recoit) ses (?:ordres|consignes|instructions) (?:de|d|aupres de|aupres d)"
        + @"|\bsous (?:la |l |les )?(?:direction|responsabilite|autorite|houlette|supervision|ordres|hierarchie|tutelle|coupe|management)(?: (?:directe?|hierarchique))* (?:de|d|du)"
        + @"|\b(?:travaillera|travaille|travailler|sera|place|placee|bossera) (?:directement )?sous"
        + @"|\b(?:rattachee?s?|rattachement|reporte|reportera|reporting|reports|report|rapporte|rapportera)(?: (?:hierarchiquement|directement|hierarchique|directly|sera|est))* (?:a|to)"
        + @"|\b(?:depend|dependra|dependre|dependrait|releve|relevera|relever)(?: (?:hierarchiquement|directement))* (?:de|d)"
        + @"|\b(?:managee?s?|encadree?s?|dirigee?s?|supervisee?s?|chapeautee?s?|managed|supervised)(?: directement)? (?:par|by))$",
        Options)]
    private static partial Regex Before();

    // "…, manager Paul Roux": the head begins the clause, so it is nobody's else.
    [GeneratedRegex("^" + Heads + OfWhat + "$", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex Apposed();

    [GeneratedRegex(@"(?:^|\b(?:son|sa|leur) )(?:" + Heads + OfWhat + @"(?: (?:n 1|du salarie|de la salariee))*|rattachement(?: hierarchique)?)$", Options)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:son|sa|leur|pour|comme) " + Tutors + "(?: (?:sera|est|c est|ce sera))*$", Options)]
    private static partial Regex Tutor();

    [GeneratedRegex("(?:^|(?:son|sa|leur) )" + Tutors + "$", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex TutorLabel();

    [GeneratedRegex("^(?:(?:qui )?(?:sera|est) (?:son|sa) |(?:comme|pour|en tant que) )" + Tutors + @"\b", Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex TutorBehind();

    [GeneratedRegex(
        @"^(?:(?:(?:c |ce )?(?:sera|est|serait|is|will be) )?(?:(?:lui|elle) )?(?:son|sa|leur|his|her|their)(?: futur| future| nouveau| nouvelle)? |(?:comme|pour|en tant que|as) (?:son |sa |leur |her |his )?)" + Heads
        + @"\b|^(?:c )?(?:est )?(?:elle |lui )?qui (?:sera|est|serait) (?:son|sa|leur) " + Heads
        + @"\b|^(?:c est (?:lui|elle) )?(?:qui )?(?:va )?(?:l |le |la |les )(?:encadre[r]?|encadrera|manage[r]?|managera|supervise[r]?|supervisera|dirige[r]?|dirigera|chapeaute[r]?|chapeautera|pilotera|suivra)\b",
        Bounded, BoundedPatterns.Milliseconds)]
    private static partial Regex After();
}
