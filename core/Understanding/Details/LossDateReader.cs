using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Whether the day that a restore names is that of the loss ("supprimé hier") and not of the state wanted ("la version d'hier").</summary>
/// <remarks>A state read as a loss would restore the night before the one asked for: what says both is a state.</remarks>
internal static class LossDateReader
{
    private const int ReachBefore = 8;
    private const int ReachAfter = 5;

    private static readonly ImmutableArray<string> Losses =
        ["supprim", "suprim", "efface", "perdu", "perte", "ecras", "dispar", "introuvable", "purge", "jete", "detrui", "delete", "overwr", "erased", "lost", "vanished"];

    private static readonly FrozenSet<string> WholeLosses = Set("supp suppr vide videe vides vider vire viree vires virer corbeille");

    // What is made, sent or wanted of that day; a day with one of these beside it says nothing of the loss.
    private static readonly FrozenSet<string> States = Set(
        "etat version versions sauvegarde sauvegardes backup celui celle ceux celles tel telle comme etait etaient existait date anterieure restaurer restaure restaurez restauration remettre remettez remets revenir recuperer recuperez restore "
        + "was marchait fonctionnait bon bonne cree creee crees recu recue recus envoye envoyee envoyes modifie modifiee modifies enregistre enregistree redige fait faite sent received made from vu vue that jusqu avant");

    private static readonly FrozenSet<string> Journey = Set("journee nuit matinee soiree courant cours");
    private static readonly FrozenSet<string> Articles = Set("le la l the on ce cette");

    /// <summary>Whether a date is that of the loss.</summary>
    /// <param name="text">Subject and request together.</param>
    /// <param name="date">The date that was read.</param>
    /// <param name="today">The day it was received, in Paris.</param>
    public static bool Read(TokenizedText text, DateOnly date, DateOnly today)
    {
        var mentions = new DateFinder(text, today, preferPast: true).Find().Where(mention => mention.Date == date).ToList();
        return mentions.Exists(mention => IsLoss(text, mention)) && !mentions.Exists(mention => IsState(text, mention));
    }

    private static bool IsLoss(TokenizedText text, DateMention mention)
    {
        if (IsState(text, mention)) return false;
        var before = Before(text, mention, sameClause: true).ToList();
        var lost = before.FindIndex(IsLost);
        if (lost >= 0) return !before.Take(lost).Any(States.Contains);
        if (before.FirstOrDefault() is "depuis" or "since" && before.Contains("plus") && before.Exists(word => word is "trouve" or "retrouve" or "trouvons" or "retrouvons" or "vois" or "voit" or "voyons")) return true;
        var after = After(text, mention).ToList();
        lost = after.FindIndex(IsLost);
        return lost >= 0 && !after.Take(lost).Any(States.Contains) && !before.Any(States.Contains);
    }

    private static bool IsState(TokenizedText text, DateMention mention)
    {
        var before = Before(text, mention).SkipWhile(word => Articles.Contains(word) || CalendarWords.Weekdays.ContainsKey(word)).ToList();
        // "le fichier du 3", "la version d'hier", "restaurer au 4 mars": the day belongs to the noun or the wish.
        if (before.FirstOrDefault() is "du" or "de" or "d" or "des" && !Journey.Contains(before.ElementAtOrDefault(1) ?? "")) return true;
        if (before.FirstOrDefault() is "au" or "a") return true;
        return before.TakeWhile(word => !IsLost(word)).Take(4).Any(States.Contains) || After(text, mention).Take(3).Any(word => word is "etait" or "etaient" or "marchait" or "existait" or "encore");
    }

    private static IEnumerable<string> Before(TokenizedText text, DateMention mention, bool sameClause = false)
    {
        var day = text.Tokens[mention.Token];
        for (var i = mention.Token - 1; i >= 0 && mention.Token - i <= ReachBefore && text.Tokens[i].Sentence == day.Sentence && (!sameClause || text.Tokens[i].Clause == day.Clause); i--)
            yield return text.Tokens[i].Word;
    }

    private static IEnumerable<string> After(TokenizedText text, DateMention mention)
    {
        var end = mention.Token + mention.Length;
        for (var i = end; i < text.Tokens.Length && i < end + ReachAfter && text.Tokens[i].Clause == text.Tokens[mention.Token].Clause; i++)
            yield return text.Tokens[i].Word;
    }

    private static bool IsLost(string word) => WholeLosses.Contains(word) || Losses.Any(stem => word.StartsWith(stem, StringComparison.Ordinal));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
