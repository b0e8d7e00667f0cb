using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Intake;

/// <summary>Words that ask to wait or not to do it. A technician reads what is found here, so a word too many costs less than one too few.</summary>
internal static class Objection
{
    private static readonly ImmutableArray<string[]> Phrases =
    [
        .. ("attendez, attends, attendre, patientez, pas pour l instant, pas pour le moment, pour l instant non, pour le moment non, pas tout de suite, pas maintenant, pas avant, pas aujourd hui, pas ce soir, surtout pas, ne rien faire, faites rien, fais rien, touchez a rien, touche a rien, "
        + "finalement non, finalement pas, non finalement, en fait non, finalement il reste, finalement elle reste, finalement on garde, finalement nous gardons, reste finalement, restera finalement, ne part plus, ne part pas, ne part finalement, laissez tomber, laisse tomber, oubliez ma demande, "
        + "annulez, annule, annuler, annulee, annulation, annulons, stop, stoppez, stopper, arretez, arrete tout, suspendez, suspendre, reportez, reporter, repoussez, repousser, decalez, decaler, on verra plus tard, faites le plus tard, faire plus tard, "
        + "mettez en attente, mettre en attente, laissez en attente, laisser en attente, garder en attente, gardez en attente, en suspens, plus la peine, pas la peine, plus besoin, "
        + "wait, hold off, hold on, on hold, not yet, not now, cancel, postpone, please don t, leave it").Split(',', StringSplitOptions.TrimEntries).Select(phrase => phrase.Split(' ')),
    ];

    private static readonly FrozenSet<string> Waiting = Set("attendez attends attendre wait");

    // "Je ne peux plus attendre", "sans attendre", "j'attends", "qu'attendez-vous": whoever says so is in a hurry.
    private static readonly FrozenSet<string> Hurry = Set("sans pas plus fait faire n ne j je qu nous can t cannot longtemps vous d");
    private static readonly FrozenSet<string> HappenedLater = Set("recu recue vu vue eu fait teste essaye repondu regarde pu marche fonctionne regle reglee resolu resolue");
    private static readonly FrozenSet<string> Harmless = Set("hesitez hesiter attendez attendre tardez tarder oubliez oublier inquietez inquieter hesitate forget worry manquez manquer");
    private static readonly FrozenSet<string> Pronouns = Set("le la l les lui leur y en nous surtout rien me m");
    private static readonly FrozenSet<string> Denials = Set("pas rien plus surtout");
    private static readonly FrozenSet<string> Subjects = Set("i we they you he she vous");

    /// <summary>Whether a stretch of folded words objects.</summary>
    public static bool Stands(string[] words)
    {
        for (var at = 0; at < words.Length; at++)
            if (Says(words, at) || NotYet(words, at) || Forbids(words, at) || ForbidsInEnglish(words, at)) return true;
        return false;
    }

    private static bool Says(string[] words, int at) =>
        Phrases.Any(phrase => words.AsSpan(at).StartsWith(phrase) && !(Waiting.Contains(phrase[0]) && IsHurry(words, at)));

    private static bool IsHurry(string[] words, int at)
    {
        var before = Word(words, at - 1);
        return before is "d" or "de" ? Word(words, at - 2) is "marre" or "possible" or "impossible" or "fatigue" or "assez" : Hurry.Contains(before);
    }

    private static bool NotYet(string[] words, int at) =>
        words[at] is "pas" && Word(words, at + 1) is "encore" && !HappenedLater.Contains(Word(words, at + 2));

    // "Ne fermez pas", "ne le supprimez surtout pas", "n'y touchez pas", "ne pas supprimer"; "vous ne voyez pas" tells.
    private static bool Forbids(string[] words, int at)
    {
        if (words[at] is not ("ne" or "n") || Word(words, at - 1) is "vous") return false;
        if (Word(words, at + 1) is "pas" or "rien") return Word(words, at + 2) is { Length: > 3 } verb && verb[^1] is 'r' or 'e' && verb[^2..] is "er" or "ir" or "re" && !Harmless.Contains(verb);
        var next = at + 1;
        while (next < words.Length && next < at + 3 && Pronouns.Contains(words[next])) next++;
        var order = Word(words, next);
        return (order.EndsWith("ez", StringComparison.Ordinal) || order is "faites") && !Harmless.Contains(order) && (Denials.Contains(Word(words, next + 1)) || Word(words, next + 1) is "donc" or "encore");
    }

    private static bool ForbidsInEnglish(string[] words, int at)
    {
        var length = words[at] is "don" && Word(words, at + 1) is "t" ? 2 : words[at] is "do" && Word(words, at + 1) is "not" ? 2 : words[at] is "dont" ? 1 : 0;
        return length > 0 && Word(words, at + length) is { Length: > 0 } verb && !Harmless.Contains(verb) && !Subjects.Contains(Word(words, at - 1));
    }

    private static string Word(string[] words, int at) => at >= 0 && at < words.Length ? words[at] : "";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
