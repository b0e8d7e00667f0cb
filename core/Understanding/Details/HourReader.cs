using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>The hour at which what is closed, taken back or redirected changes. An hour that does not plainly stand with the effective date is none.</summary>
internal static class HourReader
{
    private const int Context = 8;

    private static readonly FrozenSet<Operation> WithHour =
        [LicenceOperations.Departure, LicenceOperations.Release, MailboxOperations.Close, MailboxOperations.Redirect, MailboxOperations.ConvertShared];

    // What may stand between an hour and its day: "vendredi soir à partir de 18h".
    private static readonly FrozenSet<string> Links = Set("a partir compter de des soir matin midi apres at from as of le ce du on l heure precise precises pile prochain");

    // An hour of something else: a meeting, an opening time, the time a mail was written; "avant 18h", "vers 18h" name none.
    private static readonly FrozenSet<string> Elsewhere = Set(
        "reunion reunions rdv rendez pot entretien entretiens visio point formation appel appels rappel appeler rappeler appelez rappelez joindre joignable joignables passer passez passera passage present presente bureaux ouvert ouverts ouvre ouverture horaire horaires "
        + "audience train avion vol restitution rend rendra rendre recupere recuperer demenagement intervention arrive arrivera viendra vient technicien envoye recu ecrit dispo disponible disponibles meeting call dejeuner repas conge absence visite salon inventaire");

    private static readonly FrozenSet<string> Vague = Set("avant vers entre jusqu jusque before until around between environ sous dans");

    private static readonly FrozenSet<string> Changes = Set(
        "couper coupez coupe coupure fermer fermez ferme fermeture desactiver desactivez desactive desactivation bloquer bloquez supprimer supprimez suppression rediriger redirigez redirection basculer basculez bascule convertir convertissez transformer transformez liberer liberez retirer retirez effet cloturer cloturez close disable redirect");

    /// <summary>The hour by the wall clock of Paris; null when none goes with the date.</summary>
    /// <param name="text">Subject and request together.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="date">The effective date that was read; null when there is none.</param>
    /// <param name="today">The day it was received, in Paris.</param>
    public static TimeOnly? Read(TokenizedText text, Operation operation, DateOnly? date, DateOnly today)
    {
        if (date is null || !WithHour.Contains(operation)) return null;
        var days = new DateFinder(text, today, preferPast: false).Find();
        var found = new HashSet<TimeOnly>();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (HourMention.At(text, i) is not { } hour || IsElsewhere(text, hour)) continue;
            var beside = days.Where(day => Stand(text, hour, day)).ToList();
            var goesWith = beside.Count > 0 ? beside.Exists(day => day.Date == date && !IsElsewhere(text, hour with { Token = Math.Min(hour.Token, day.Token) })) : IsOfTheChange(text, hour, days);
            if (goesWith) found.Add(hour.Time);
            i = hour.End - 1;
        }
        return found.Count == 1 ? found.Single() : null;
    }

    private static bool Stand(TokenizedText text, HourMention hour, DateMention day)
    {
        var (from, to) = day.Token < hour.Token ? (day.Token + day.Length, hour.Token) : (hour.End, day.Token);
        if (to < from || to - from > 5 || text.Tokens[day.Token].Sentence != text.Tokens[hour.Token].Sentence) return false;
        for (var i = from; i < to; i++)
            if (!Links.Contains(text.Tokens[i].Word)) return false;
        return true;
    }

    // "Paul part vendredi. Coupez ses accès à 17h30.": the sentence names the change and no other day.
    private static bool IsOfTheChange(TokenizedText text, HourMention hour, IEnumerable<DateMention> days)
    {
        var sentence = text.Tokens[hour.Token].Sentence;
        if (days.Any(day => text.Tokens[day.Token].Sentence == sentence)) return false;
        if (hour.Token == 0 || text.Tokens[hour.Token - 1].Word is not ("a" or "de" or "des" or "at" or "from")) return false;
        for (var i = hour.Token - 1; i >= 0 && hour.Token - i <= Context && text.Tokens[i].Sentence == sentence; i--)
            if (Changes.Contains(text.Tokens[i].Word)) return true;
        return false;
    }

    private static bool IsElsewhere(TokenizedText text, HourMention hour)
    {
        var clause = text.Tokens[hour.Token].Clause;
        for (var i = Math.Max(0, hour.Token - Context); i < text.Tokens.Length && i < hour.End + Context; i++)
        {
            if (text.Tokens[i].Clause != clause) continue;
            if (Elsewhere.Contains(text.Tokens[i].Word) || (i < hour.Token && i >= hour.Token - 3 && Vague.Contains(text.Tokens[i].Word) && !IsDirection(text, i))) return true;
        }
        return false;
    }

    // "vers accueil@…", "vers Zoé": a place where mail goes, no hour.
    private static bool IsDirection(TokenizedText text, int i) =>
        text.Tokens[i].Word is "vers" && i + 1 < text.Tokens.Length && text.Tokens[i + 1].Word is not ([>= '0' and <= '9', ..] or "midi" or "le") && !CalendarWords.Weekdays.ContainsKey(text.Tokens[i + 1].Word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>An hour that a text names.</summary>
    /// <param name="Time">The hour.</param>
    /// <param name="Token">Its first word.</param>
    /// <param name="End">The word after it.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct HourMention(TimeOnly Time, int Token, int End)
    {
        /// <summary>"12h", "17h30", "17 h 30", "12 heures", "17:30", "midi", "5 pm"; null where no hour starts. Midnight belongs to two days and is none.</summary>
        public static HourMention? At(TokenizedText text, int i)
        {
            var word = Word(text, i);
            if (word is "midi" or "noon") return Word(text, i - 1) is "apres" or "avant" or "du" ? null : new HourMention(new TimeOnly(12, 0), i, i + 1);
            var letter = word.IndexOf('h', StringComparison.Ordinal);
            if (letter is 1 or 2 && Number(word[..letter]) is { } hour) return letter + 1 == word.Length ? Of(text, hour, 0, i, i + 1) : Number(word[(letter + 1)..]) is { } tail ? Of(text, hour, tail, i, i + 1) : null;
            if (word.Length is 2 or 3 && word.EndsWith("pm", StringComparison.Ordinal) && Number(word[..^2]) is > 0 and < 12 and var after) return Of(text, after + 12, 0, i, i + 1);
            if (Number(word) is not { } number) return null;
            var next = Word(text, i + 1);
            if (next is "pm" && number is > 0 and < 12) return Of(text, number + 12, 0, i, i + 2);
            if (next is "h" or "heures" or "heure") return Number(Word(text, i + 2)) is { } minutes && Word(text, i + 2).Length == 2 ? Of(text, number, minutes, i, i + 3) : Of(text, number, 0, i, i + 2);
            if (next is ['h', >= '0' and <= '9', >= '0' and <= '9'] && Number(next[1..]) is { } joined) return Of(text, number, joined, i, i + 2);
            var end = text.Tokens[i].Start + text.Tokens[i].Length;
            return end < text.Raw.Length && text.Raw[end] == ':' && next.Length == 2 && text.Tokens[i + 1].Start == end + 1 && Number(next) is { } clock ? Of(text, number, clock, i, i + 2) : null;
        }

        private static HourMention? Of(TokenizedText text, int hour, int minutes, int from, int to)
        {
            if (hour is < 1 or > 23 || minutes > 59) return null;
            if (hour < 12 && Word(text, to) is "du" && Word(text, to + 1) is "soir") hour += 12;
            return new HourMention(new TimeOnly(hour, minutes), from, to);
        }

        private static int? Number(string word) => word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        private static string Word(TokenizedText text, int i) => i >= 0 && i < text.Tokens.Length ? text.Tokens[i].Word : "";
    }
}
