using System.Collections.Frozen;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>The day on which a request takes effect, or for a restore the state that is asked for.</summary>
internal static class DateReader
{
    private static readonly FrozenSet<string> Effective = Set("partir", "compter", "effet", "des", "pour", "avant", "au", "from", "by", "as", "starting", "debut", "commence", "demarre", "arrive", "until", "d ici", "effective");
    private static readonly FrozenSet<string> State = Set("etat", "version", "sauvegarde", "celui", "ceux", "au", "date", "backup", "jusqu");
    private static readonly FrozenSet<string> Reasons = Set("depuis", "jusqu", "jusque", "since", "until", "retour", "revient", "back", "reunion", "audit", "salon", "rdv", "pot", "vu", "demande", "demandee", "demandes", "webinaire", "elections", "mail", "facture", "courrier", "inclus", "appel", "suite");

    /// <summary>The day, or null where none is given or the operation has none.</summary>
    /// <param name="text">Subject and request together.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="today">The day it was received, in Paris.</param>
    /// <param name="near">The sentences that ask for this operation; dates there count more. Null: all alike.</param>
    public static DateOnly? Read(TokenizedText text, Operation operation, DateOnly today, Func<int, bool>? near = null)
    {
        if (HasNoDate(operation)) return null;
        var isRestore = operation.Category is Category.Restore;
        var mentions = new DateFinder(text, today, isRestore && operation != RestoreOperations.Plan).Find();
        DateOnly? best = null;
        var bestScore = 0.0;
        for (var i = 0; i < mentions.Length; i++)
        {
            var mention = mentions[i];
            var score = Score(text, mention, operation, today) + (near is null || near(text.Tokens[mention.Token].Sentence) ? 1 : 0);
            if (i > 0 && IsEndOfRange(text, mentions[i - 1], mention)) score -= 4;
            if (score > bestScore) (best, bestScore) = (mention.Date, score);
        }
        return best;
    }

    /// <summary>Faults, lost phones, help, passwords: done as soon as they can be, whatever day the text speaks of.</summary>
    private static bool HasNoDate(Operation operation) =>
        operation.Category is Category.Incident || operation == PhoneOperations.Fault || operation == PhoneOperations.Lost || operation == PhoneOperations.Repair
        || operation == PhoneOperations.Help || operation == LicenceOperations.Password || operation == OtherOperations.None;

    private static double Score(TokenizedText text, DateMention mention, Operation operation, DateOnly today)
    {
        var isRestore = operation.Category is Category.Restore && operation != RestoreOperations.Plan;
        var score = mention.Kind switch
        {
            DateKind.Full => 3.0,
            DateKind.Day => 2.8,
            DateKind.MonthEnd => 1.5,
            DateKind.Weekday => 2.2,
            DateKind.Relative => isRestore ? 2.5 : 1.8,
            _ => CanBeAtOnce(operation) ? 1.6 : 0,
        };
        var marker = (isRestore ? State : Effective, 1.5);
        for (var before = mention.Token - 1; before >= 0 && before >= mention.Token - 4 && text.Tokens[before].Sentence == text.Tokens[mention.Token].Sentence; before--)
        {
            if (marker.Item1.Contains(text.Tokens[before].Word)) score += marker.Item2;
            if (!isRestore && Reasons.Contains(text.Tokens[before].Word)) score -= 2.5;
        }
        if (isRestore) return mention.Date > today ? score - 4 : score;
        if (mention.Date < today && !MayBePast(operation)) score -= 2.5;
        if (mention.Date == today && mention.Kind is DateKind.Relative && !CanBeAtOnce(operation)) score -= 2;
        return score;
    }

    private static bool CanBeAtOnce(Operation operation) =>
        operation.EffectiveDate is not EffectiveDate.None && operation.Category is Category.Mailbox or Category.Licence && operation != LicenceOperations.Install && operation != LicenceOperations.Assign;

    private static bool MayBePast(Operation operation) => operation == LicenceOperations.Departure || operation == PhoneOperations.Return || operation == MailboxOperations.Close;

    // "du 6 au 17 avril": the first day counts.
    private static bool IsEndOfRange(TokenizedText text, DateMention first, DateMention second)
    {
        var end = first.Token + first.Length;
        return second.Token - end <= 2 && second.Token > 0 && text.Tokens[second.Token - 1].Word is "au" or "to" or "jusqu" or "until"
            && text.Tokens[first.Token].Sentence == text.Tokens[second.Token].Sentence;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
