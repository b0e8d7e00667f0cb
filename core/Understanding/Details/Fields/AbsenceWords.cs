using System.Collections.Frozen;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details.Fields;

/// <summary>
/// The words of an automatic answer, as somebody hands them over: in quotation marks, or after a colon. Where the mail only asks for a message, tells
/// what it should say ("dites que …") or shows the one that stands there already, there are none.
/// </summary>
internal static class AbsenceWords
{
    private const int MaxLength = 2000;
    private const int FewestWords = 3;
    private const int LookBack = 30;
    private const int Near = 6;
    private const int Beside = 3;
    private const int Behind = 12;

    private static readonly FrozenSet<string> Announcing = Set(
        "absence absences reponse repondeur message messages msg texte text saying auto automatique office reply mot mention mettre mettez mets indiquer indiquez dire dites marquer marquez ecrire ecrivez noter notez suivant suivante celui contenu libelle formule formulation phrase");

    private static readonly FrozenSet<string> Present = Set("actuel actuelle actuellement ancien ancienne vieux vieille affiche erreur disait recoivent recoit lit objet sujet titre dossier liste rapport dit encore toujours aviez indique annonce enlever enlevez enleve retirer retirez retire supprimer supprimez arreter arretez desactiver desactivez");

    // "Le message « … » part encore": what goes out now.
    private static readonly FrozenSet<string> GoesOut = Set("part partent tourne encore toujours continue affiche");

    private static readonly FrozenSet<string> Wishes = Set("aimerais aimerait aimerions voudrais voudrait voudrions souhaite souhaiterais souhaitons faudrait");

    private static readonly FrozenSet<string> Languages = Set("francais anglais french english allemand german espagnol italien fr");

    /// <summary>The words with their lines, at most 2,000 characters; null where there are none, or several of which nobody can tell which is meant.</summary>
    /// <param name="written">All that the person wrote: the words may end like a letter.</param>
    /// <param name="operation">What is asked: an absence message, or a departure that may bring one.</param>
    public static string? Read(string written, Operation operation)
    {
        var isDeparture = operation == LicenceOperations.Departure;
        if (!isDeparture && operation != MailboxOperations.Absence) return null;
        var text = TokenizedText.Read(written);
        var quoted = Quotation.Marked(text.Raw, MaxLength).Where(marks => IsAnswer(text, marks.Opening, marks.Closing, isDeparture)).ToList();
        var words = quoted.Count switch
        {
            0 => AfterColon.Read(text, isDeparture),
            1 => Between(text, quoted[0]),
            _ => quoted.TrueForAll(marks => Before(text, marks.Opening, Beside).Any(Languages.Contains)) ? string.Join("\n\n", quoted.Select(marks => Between(text, marks))) : null,
        };
        return words is null ? null : Clean(words);
    }

    /// <summary>Whether words speak of an automatic answer as such, and not of any message.</summary>
    public static bool NamesAnAnswer(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.Ordinal) is var all
        && (all.Contains("absence") || all.Contains("repondeur")
            || (all.Overlaps(["reponse", "message", "msg", "mail", "reply"]) && all.Overlaps(["auto", "automatique", "automatic", "depart"])) || (all.Contains("out") && all.Contains("office")));

    private static bool IsAnswer(TokenizedText text, int opening, int closing, bool isDeparture)
    {
        var (first, end) = (FieldValues.TokenAt(text, opening), FieldValues.TokenAt(text, closing));
        if (end - first < FewestWords) return false;
        var near = Before(text, opening, Near).ToArray();
        // "Nous rentrons le…": not all of it is handed over.
        if (text.Raw[..closing].TrimEnd(' ', '\u00A0', '\u202F', '.') is var words && (words.EndsWith('…') || text.Raw[opening..closing].Contains("..", StringComparison.Ordinal))) return false;
        if (text.Tokens[end..Math.Min(end + Beside, text.Tokens.Length)].Any(token => GoesOut.Contains(token.Word))) return false;
        var before = Before(text, opening, LookBack).ToArray();
        var isWished = before.Any(Wishes.Contains);
        // "Remplacer « … » par « … »": the second one is meant.
        if (near is not [.., "par"] && (near.Any(word => Present.Contains(word) && !(isWished && word is "recoivent")) || near.Any(word => word.StartsWith("remplac", StringComparison.Ordinal)) || near.Intersect(["lieu", "place"]).Any())) return false;
        return isDeparture ? NamesAnAnswer(before) : isWished || near is [.., "par"] || before.Any(Announcing.Contains) || before.TakeLast(Beside).Any(Languages.Contains)
            || SpeaksForItself(text, first, end) || IsPointedAt(text, end);
    }

    // "Pour vendredi : « De retour lundi. »"; of two texts nobody can tell which is meant.
    private static bool SpeaksForItself(TokenizedText text, int first, int end) =>
        Quotation.Marked(text.Raw, MaxLength).Take(2).Count() == 1 && text.Tokens[first..end].Any(token => AfterColon.OfAnswers.Contains(token.Word));

    // "« … » : mets-moi ça en automatique"
    private static bool IsPointedAt(TokenizedText text, int end)
    {
        var behind = text.Tokens[end..Math.Min(end + Behind, text.Tokens.Length)].Select(token => token.Word).ToArray();
        return behind.Any(word => word is "ca" or "cela" or "ceci") && behind.Any(Announcing.Contains);
    }

    // The words of the sentence and the one before it; a quoted text ends what came before.
    private static IEnumerable<string> Before(TokenizedText text, int position, int count)
    {
        var end = FieldValues.TokenAt(text, position);
        if (end == 0) return [];
        var floor = Quotation.Marked(text.Raw, MaxLength).Where(marks => marks.Closing < position).Select(marks => marks.Closing).LastOrDefault(-1);
        var sentence = text.Tokens[end - 1].Sentence - 1;
        return text.Tokens[Math.Max(0, end - count)..end].Where(token => token.Start > floor && token.Sentence >= sentence).Select(token => token.Word);
    }

    private static string Between(TokenizedText text, (int Opening, int Closing) marks) => text.Raw[(marks.Opening + 1)..marks.Closing];

    // Lines stay; what no keyboard types does not.
    private static string? Clean(string words)
    {
        var lines = words.ReplaceLineEndings("\n").Split('\n').Select(line => new string([.. line.Where(c => !char.IsControl(c))]).Trim(' ', '\u00A0', '\u202F', '\t'));
        var clean = string.Join('\n', lines).Trim('\n', ' ');
        if (clean.Length > MaxLength) clean = clean[..(char.IsHighSurrogate(clean[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        return clean.Length == 0 ? null : clean;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
