using System.Collections.Frozen;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>The day on which a request takes effect, or for a restore the state that is asked for.</summary>
internal static class DateReader
{
    private static readonly FrozenSet<string> Effective = Set("partir", "compter", "effet", "des", "pour", "avant", "au", "from", "by", "as", "starting", "debut", "commence", "demarre", "arrive", "until", "d ici", "effective");
    private static readonly FrozenSet<string> State = Set("etat", "version", "sauvegarde", "celui", "ceux", "au", "date", "backup", "jusqu");
    private static readonly FrozenSet<string> Leaving = Set("parti", "partie", "quitte", "depart", "quittee");
    private static readonly FrozenSet<string> RangeWords = Set("partir", "compter", "effet", "absent", "absente", "conge", "conges", "absence", "vacances", "ferme", "fermes", "date", "fermeture", "matin", "soir", "depart", "sortie");
    private static readonly FrozenSet<string> Reasons = Set("depuis", "jusqu", "jusque", "since", "until", "retour", "revient", "back", "reunion", "audit", "salon", "rdv", "pot", "vu", "demande", "demandee", "demandes", "webinaire", "elections", "mail", "facture", "courrier", "inclus", "appel", "suite");

    /// <summary>The day, or null where none is given or the operation has none.</summary>
    /// <param name="text">Subject and request together.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="today">The day it was received, in Paris.</param>
    public static DateOnly? Read(TokenizedText text, Operation operation, DateOnly today)
    {
        if (HasNoDate(operation)) return null;
        var mentions = new DateFinder(text, today, LooksBack(operation)).Find();
        DateOnly? best = null;
        var bestScore = 0.0;
        for (var i = 0; i < mentions.Length; i++)
        {
            var score = Score(text, mentions[i], operation, today);
            if (i > 0 && IsEndOfRange(text, mentions[i - 1], mentions[i])) score -= 5;
            if (score > bestScore) (best, bestScore) = (mentions[i].Date, score);
        }
        return best;
    }

    private static bool LooksBack(Operation operation) => operation.Category is Category.Restore && operation != RestoreOperations.Plan;

    /// <summary>Faults, lost phones, help, passwords: done as soon as they can be, whatever day the text speaks of.</summary>
    private static bool HasNoDate(Operation operation) =>
        operation.Category is Category.Incident || operation == PhoneOperations.Fault || operation == PhoneOperations.Lost || operation == PhoneOperations.Repair
        || operation == PhoneOperations.Help || operation == LicenceOperations.Password || operation == OtherOperations.None;

    private static double Score(TokenizedText text, DateMention mention, Operation operation, DateOnly today)
    {
        var isRestore = LooksBack(operation);
        var score = mention.Kind switch
        {
            DateKind.Full => 3.2,
            DateKind.Day => 3.1,
            DateKind.MonthEnd => 1.5,
            DateKind.Weekday => 2.2,
            DateKind.Relative => isRestore ? 2.5 : 1.8,
            _ => CanBeAtOnce(operation) ? 1.6 : 0,
        };
        foreach (var word in Before(text, mention))
        {
            if ((isRestore ? State : Effective).Contains(word)) score += 1.5;
            if ((isRestore ? Leaving : Reasons).Contains(word)) score -= 2.5;
        }
        if (isRestore) return mention.Date > today ? score - 4 : score;
        if (mention.Date < today && !MayBePast(operation)) score -= 4;
        if (mention.Date == today && mention.Kind is DateKind.Relative && !CanBeAtOnce(operation)) score -= 4;
        return IsReason(text, mention, operation) ? score - 3.5 : score;
    }

    private static IEnumerable<string> Before(TokenizedText text, DateMention mention)
    {
        for (var i = mention.Token - 1; i >= 0 && i >= mention.Token - 4 && text.Tokens[i].Sentence == text.Tokens[mention.Token].Sentence; i--)
            yield return text.Tokens[i].Word;
    }

    // "la réunion du 5 avril", "la semaine du 23": the day belongs to the noun, it is not the day of the change.
    private static bool IsReason(TokenizedText text, DateMention mention, Operation operation)
    {
        var before = Before(text, mention).SkipWhile(CalendarWords.Weekdays.ContainsKey).Take(2).ToList();
        if (IsStartOfRange(text, mention)) return false;
        if (before.Count < 2 || before[0] is not ("du" or "de")) return false;
        return before[1] is "semaine" || (operation != OtherOperations.Intervention && !RangeWords.Contains(before[1]));
    }

    private static bool IsStartOfRange(TokenizedText text, DateMention mention)
    {
        var end = mention.Token + mention.Length;
        return end + 1 < text.Tokens.Length && text.Tokens[end].Word is "au" or "to" or "jusqu" or "until" && text.Tokens[end].Sentence == text.Tokens[mention.Token].Sentence;
    }

    private static bool CanBeAtOnce(Operation operation) =>
        (operation.Category is Category.Mailbox && operation != MailboxOperations.Settings && operation != MailboxOperations.List && operation != MailboxOperations.ConvertShared)
        || operation == LicenceOperations.Departure || operation == LicenceOperations.Arrival;

    private static bool MayBePast(Operation operation) => operation == LicenceOperations.Departure || operation == PhoneOperations.Return || operation == MailboxOperations.Close;

    // "du 6 au 17 avril": the first day counts.
    private static bool IsEndOfRange(TokenizedText text, DateMention first, DateMention second)
    {
        if (text.Tokens[first.Token].Sentence != text.Tokens[second.Token].Sentence || second.Token - first.Token > 12) return false;
        var starts = Before(text, first).Take(2).Any(word => word is "du" or "from" or "entre" or "between");
        return Before(text, second).Take(2).Any(word => word is "jusqu" or "until" || (starts && word is "au" or "to" or "et" or "and"));
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
