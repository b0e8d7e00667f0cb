using System.Collections.Frozen;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>The day on which a request takes effect, or for a restore the state that is asked for.</summary>
internal static class DateReader
{
    private static readonly FrozenSet<string> Effective = Set("partir", "compter", "dater", "effet", "des", "pour", "avant", "au", "from", "by", "as", "starting", "commence", "demarre", "arrive", "until", "d ici", "effective", "souhaite", "souhaitee", "souhaites", "plutot", "finalement");
    private static readonly FrozenSet<string> State = Set(
        "etat", "version", "sauvegarde", "celui", "celle", "ceux", "au", "date", "backup", "jusqu", "comme", "tel", "telle", "tels", "telles", "etait", "etaient", "presentait", "fois", "encore", "vu", "vue");
    private static readonly FrozenSet<string> StateAfter = Set("version", "copy", "state", "backup");
    private static readonly FrozenSet<string> Leaving = Set("parti", "partie", "quitte", "depart", "quittee");
    private static readonly FrozenSet<string> RangeWords = Set("partir", "compter", "dater", "effet", "absent", "absente", "conge", "conges", "absence", "vacances", "ferme", "fermes", "date", "fermeture", "matin", "soir", "depart", "sortie", "echeance", "end");
    private static readonly FrozenSet<string> Reasons = Set("depuis", "since", "reunion", "audit", "salon", "rdv", "pot", "vu", "demande", "demandee", "demandes", "webinaire", "elections", "mail", "facture", "courrier", "inclus", "appel", "travaux", "commission", "reunit", "barbecue", "tournoi", "audience", "fusionne", "dejeuner", "attendre");
    private static readonly FrozenSet<string> Returns = Set("retour", "revient", "back", "rentre", "reviendra", "rentrera");
    private static readonly FrozenSet<string> Ends = Set("jusqu", "jusque", "until", "till");

    // A day told for another request of the message is none of theirs.
    private static readonly FrozenSet<Operation> OnItsOwn =
    [
        OtherOperations.Quote, OtherOperations.Contract, MailboxOperations.Settings, MailboxOperations.ConvertShared, MailboxOperations.Create, LicenceOperations.Purchase, LicenceOperations.Training, LicenceOperations.Install,
        PhoneOperations.Settings, OtherOperations.Intervention, OtherOperations.DataRights, RestoreOperations.Plan, MailboxOperations.Close,
    ];

    /// <summary>The day, or null where none is given or the operation has none.</summary>
    /// <param name="text">Subject and request together.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="today">The day it was received, in Paris.</param>
    /// <param name="place">Where the request stands; null: all of the text is about it.</param>
    /// <param name="bodyStart">How many words of the text come before those that the place counts.</param>
    /// <param name="namesItsOwn">The request names somebody whom the rest of the message does not: days told of others are theirs.</param>
    public static DateOnly? Read(TokenizedText text, Operation operation, DateOnly today, RequestPlace? place = null, int bodyStart = 0, bool namesItsOwn = false)
    {
        if (HasNoDate(operation)) return null;
        var mentions = new DateFinder(text, today, LooksBack(operation)).Find();
        DateOnly? best = null;
        var bestScore = 0.0;
        for (var i = 0; i < mentions.Length; i++)
        {
            if (i > 0 && IsChoice(text, mentions[i - 1], mentions[i]))
            {
                if (operation != OtherOperations.Intervention) return null;
                continue;
            }
            var score = Score(text, mentions[i], operation, today);
            if (i > 0 && IsEndOfRange(text, mentions[i - 1], mentions[i])) score -= 5;
            if (place is not null && score > 1) score += Closeness(text, mentions[i], operation, place, bodyStart, namesItsOwn);
            if (score > bestScore) (best, bestScore) = (mentions[i].Date, score);
        }
        return best;
    }

    private static double Closeness(TokenizedText text, DateMention mention, Operation operation, RequestPlace place, int bodyStart, bool namesItsOwn)
    {
        var token = mention.Token - bodyStart;
        if (place.IsOwn(token)) return 4;
        if (token >= 0 && place.IsBeside(text.Tokens[mention.Token] with { Sentence = text.Tokens[mention.Token].Sentence - SubjectSentences(text, bodyStart) }, token)) return 2;
        if (OnItsOwn.Contains(operation) && (token >= 0 || place.First > 0)) return place.IsOthers(token) || operation == OtherOperations.Quote ? -10 : -1.5;
        return place.IsOthers(token) ? (namesItsOwn ? -4 : -0.5) : 0;
    }

    private static int SubjectSentences(TokenizedText text, int bodyStart) => bodyStart > 0 && bodyStart < text.Tokens.Length ? text.Tokens[bodyStart].Sentence : 0;

    // "le 3 décembre ou le 10, tu proposes": nothing is fixed.
    private static bool IsChoice(TokenizedText text, DateMention first, DateMention second)
    {
        var end = first.Token + first.Length;
        return second.Token - end <= 2 && Enumerable.Range(end, Math.Max(0, second.Token - end)).Any(i => text.Tokens[i].Word is "ou" or "or") && text.Tokens[first.Token].Sentence == text.Tokens[second.Token].Sentence;
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
            DateKind.Back => 2.3,
            DateKind.Weekday => 2.2,
            DateKind.Relative => isRestore ? 2.5 : 1.8,
            _ => CanBeAtOnce(operation) ? 1.9 : 0,
        };
        foreach (var word in Before(text, mention))
        {
            if ((isRestore ? State : Effective).Contains(word)) score += 1.5;
            if ((isRestore ? Leaving : Reasons).Contains(word)) score -= 2.5;
            if (Returns.Contains(word) && (operation == MailboxOperations.Absence || operation == MailboxOperations.Redirect)) score -= 4;
        }
        if (isRestore) return ScoreOfState(text, mention, today, score);
        if (Before(text, mention).Take(3).Any(Ends.Contains)) score -= 5;
        if (mention.Kind is DateKind.MonthEnd && operation == LicenceOperations.Training) score -= 4;
        if (Before(text, mention).Take(4).Contains("que") && Before(text, mention).Contains("plutot")) score -= 5;
        if (Before(text, mention).Take(2).Any(word => word is "plus" or "pas") && Before(text, mention).Contains("part")) score -= 4;
        if (mention.Date < today) score -= MayBePast(operation) ? 1.3 : 4;
        if (mention.Date == today && mention.Kind is DateKind.Relative && !IsEffectiveToday(text, mention, operation)) score -= 4;
        return IsReason(text, mention, operation) ? score - 3.5 : score;
    }

    // "à faire aujourd'hui" is a day of effect; "aujourd'hui on se connecte tous" tells how things are, "reçu ce jour" what was.
    private static bool IsEffectiveToday(TokenizedText text, DateMention mention, Operation operation)
    {
        if (!CanBeAtOnce(operation) || Before(text, mention).FirstOrDefault() is { } before && Told.Contains(before)) return false;
        var end = mention.Token + mention.Length;
        if (end < text.Tokens.Length && text.Tokens[end].Clause == text.Tokens[mention.Token].Clause && Telling.Contains(text.Tokens[end].Word)) return false;
        var last = text.Tokens[end - 1].Word;
        if (last is "matin" or "morning" or "midi") return false;
        return last is not ("soir" or "tonight" or "evening") || operation == LicenceOperations.Departure || operation.Category is Category.Mailbox;
    }

    private static readonly FrozenSet<string> Told = Set("est", "sont", "is", "are", "recu", "recue", "remis", "remise", "a");
    private static readonly FrozenSet<string> Telling = Set("on", "je", "il", "elle", "nous", "c", "des", "un", "une", "jai", "j", "les", "le", "la", "we", "i", "mise", "mis");

    private static double ScoreOfState(TokenizedText text, DateMention mention, DateOnly today, double score)
    {
        for (var i = mention.Token + mention.Length; i < text.Tokens.Length && i < mention.Token + mention.Length + 2; i++)
            if (StateAfter.Contains(text.Tokens[i].Word)) score += 1.5;
        return mention.Date > today || mention.Kind is DateKind.AtOnce ? score - 4 : score;
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
        if (before.Count < 2 || before[0] is not ("du" or "de") || Before(text, mention).Contains("avant")) return false;
        return before[1] is "semaine" || (operation != OtherOperations.Intervention && operation != LicenceOperations.Training && !RangeWords.Contains(before[1]));
    }

    private static bool IsStartOfRange(TokenizedText text, DateMention mention)
    {
        var end = mention.Token + mention.Length;
        var isDeA = end < text.Tokens.Length && text.Tokens[end].Word is "a" && Before(text, mention).FirstOrDefault() is "de";
        return end + 1 < text.Tokens.Length && (isDeA || text.Tokens[end].Word is "au" or "to" or "jusqu" or "until") && text.Tokens[end].Sentence == text.Tokens[mention.Token].Sentence;
    }

    private static bool CanBeAtOnce(Operation operation) =>
        operation.Category is Category.Mailbox
        || (operation.Category is Category.Licence && operation != LicenceOperations.Training && operation != LicenceOperations.Install)
        || operation == OtherOperations.DataRights || operation == OtherOperations.Contract;

    private static bool MayBePast(Operation operation) => operation == LicenceOperations.Departure || operation == PhoneOperations.Return || operation == MailboxOperations.Close;

    // "du 6 au 17 avril": the first day counts.
    private static bool IsEndOfRange(TokenizedText text, DateMention first, DateMention second)
    {
        if (text.Tokens[first.Token].Sentence != text.Tokens[second.Token].Sentence || second.Token - first.Token > 12) return false;
        var starts = Before(text, first).Take(2).Any(word => word is "du" or "from" or "entre" or "between");
        if (second.Token - first.Token - first.Length == 1 && text.Tokens[second.Token - 1].Word is "a" && Before(text, first).FirstOrDefault() is "de") return true; // "de demain à samedi"
        return Before(text, second).Take(2).Any(word => word is "jusqu" or "until" || (starts && word is "au" or "to" or "et" or "and"));
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
