using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Finds the days that a text names, counted from the day it was received.</summary>
/// <param name="text">The text.</param>
/// <param name="today">The day it was received, in Paris.</param>
/// <param name="preferPast">A day without month or year lies in the past (what is to be restored), not ahead.</param>
internal sealed class DateFinder(TokenizedText text, DateOnly today, bool preferPast)
{
    private const int MonthsBack = 4;
    private const int SoonDays = 60;
    private readonly ImmutableArray<Token> _tokens = text.Tokens;

    private DateOnly? _lastFound;
    private DateOnly? _lastFull;

    /// <summary>All days in the order of the text.</summary>
    public ImmutableArray<DateMention> Find()
    {
        var found = ImmutableArray.CreateBuilder<DateMention>();
        (_lastFound, _lastFull) = (null, null);
        for (var i = 0; i < _tokens.Length;)
        {
            if (At(i) is { } mention)
            {
                found.Add(mention);
                // "du 24 décembre au 2 janvier … aux mêmes dates": the first day counts.
                var isEnd = WordAt(i - 2) is "jusqu" or "jusque" || WordAt(i - 1) is "until" or "jusqu";
                if (mention.Kind is not DateKind.AtOnce && !isEnd && !(WordAt(i - 1) is "au" or "to" && found.Count > 1 && i - found[^2].Token < 5)) (_lastFound, _lastFull) = (mention.Date, mention.Kind is DateKind.Full ? mention.Date : _lastFull);
                i += mention.Length;
            }
            else i++;
        }
        return found.ToImmutable();
    }

    private DateMention? At(int i) => Iso(i) ?? Numeric(i) ?? DayAndMonth(i) ?? Week(i) ?? MonthAndDay(i) ?? DayAlone(i) ?? MonthEnd(i) ?? YearEnd(i) ?? WeekdayAlone(i) ?? Back(i) ?? AtOnce(i) ?? Relative(i);

    // 2026-03-16
    private DateMention? Iso(int i) =>
        Number(i) is >= 1990 and < 2100 and var year && Joined(i, '-') && Number(i + 1) is { } month && Joined(i + 1, '-') && Number(i + 2) is { } day
            ? Full(day, month, year, i, 3) : null;

    // 16/03, 16/03/2026, 16.03.26; 1/2 at the head of a list item is a number of the list.
    private DateMention? Numeric(int i)
    {
        if (Number(i) is not { } day || Number(i + 1) is not { } month || !(Joined(i, '/') || (Joined(i, '.') && Joined(i + 1, '.')))) return null;
        if (Number(i + 2) is { } year && (Joined(i + 1, '/') || Joined(i + 1, '.'))) return Full(day, month, year < 100 ? 2000 + year : year, i, 3);
        return Full(day, month, null, i, 2);
    }

    // "30 mars", "lundi 6 avril 2026", "1er avril", "20th of March"; "6 au 17 avril" gives its month to the 6.
    private DateMention? DayAndMonth(int i)
    {
        if (DayNumber(i) is not { } day) return null;
        var next = WordAt(i + 1) is "of" or "er" or "st" or "nd" or "rd" or "th" ? i + 2 : i + 1;
        if (CalendarWords.Months.TryGetValue(WordAt(next), out var month))
        {
            var year = Number(next + 1) is >= 1990 and < 2100 and var written ? written : (int?)null;
            return Full(day, month, year, i, next - i + (year is null ? 1 : 2));
        }
        if (WordAt(next) is "au" or "et" or "to" or "ou" && DayNumber(SkipWeekday(next + 1)) is not null
            && CalendarWords.Months.TryGetValue(WordAt(SkipWeekday(next + 1) + 1), out month)) return Full(day, month, null, i, 1);
        return null;
    }

    // "March 20", "April 1st"
    private DateMention? MonthAndDay(int i) =>
        WordAt(i) is not ("mars" or "mai" or "may") && CalendarWords.Months.TryGetValue(WordAt(i), out var month) && DayNumber(i + 1) is { } day && !IsHour(i + 1) && _tokens[i].Clause == _tokens[i + 1].Clause
            ? Full(day, month, null, i, 2) : null;

    // "le 30", "au 30", "jeudi 19", "the 23rd"
    private DateMention? DayAlone(int i)
    {
        if (DayNumber(i) is not { } day || IsHour(i) || Number(i + 1) is not null || Number(i - 1) is not null) return null;
        var before = WordAt(i - 1);
        var isWeekday = CalendarWords.Weekdays.TryGetValue(before, out var weekday);
        if (!isWeekday && before is not ("le" or "du" or "au" or "the" or "on")) return null;
        if (before is "du" or "au" or "le" or "the" or "on" && IsCounted(WordAt(i + 1))) return null;
        // "je pars le 15 janvier … reprenez-le le 14": the month told before, when it lies far ahead.
        var month = MonthNamedBefore(i) ?? (_lastFull is { } full && full > today.AddDays(31) && !preferPast ? full.Month : null);
        var date = NearestDay(day, month);
        if (isWeekday && date is { } on && (int)on.DayOfWeek != weekday % 7 && NearestDay(day, null, weekday % 7) is { } matching) date = matching;
        return date is { } found ? new DateMention(found, isWeekday ? i - 1 : i, isWeekday ? 2 : 1, DateKind.Day) : null;
    }

    // "fin mars", "à la fin du mois", "end of the month"
    private DateMention? MonthEnd(int i)
    {
        if (WordAt(i) is not ("fin" or "end")) return null;
        var at = i + 1;
        while (at < i + 4 && WordAt(at) is "of" or "du" or "de" or "the" or "ce") at++;
        if (WordAt(at) is "mois" or "month" && WordAt(at + 1) is not ("prochain" or "dernier" or "d" or "de")) return new DateMention(EndOf(today.Year, today.Month), i, at - i + 1, DateKind.MonthEnd);
        if (!CalendarWords.Months.TryGetValue(WordAt(at), out var month)) return null;
        return NearestYear(1, month) is { } year ? new DateMention(EndOf(year, month), i, at - i + 1, DateKind.MonthEnd) : null;
    }

    // "semaine 13", "sem. 13": its Monday (ISO 8601), of the next such week that is not over; "3 visites par semaine 2 heures" counts.
    private DateMention? Week(int i)
    {
        if (WordAt(i) is not ("semaine" or "sem" or "week") || Number(i + 1) is not (>= 1 and <= 53 and var week)) return null;
        if (WordAt(i - 1) is "par" or "chaque" or "une" or "cette" or "per" || WordAt(i + 2) is "fois" or "h" or "heures" || IsCounted(WordAt(i + 2)) || (WordAt(i) != "sem" && _tokens[i].Clause != _tokens[i + 1].Clause)) return null;
        int[] years = preferPast ? [today.Year, today.Year - 1] : [today.Year, today.Year + 1];
        foreach (var year in years)
        {
            if (week > ISOWeek.GetWeeksInYear(year)) continue;
            var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
            if (preferPast ? monday <= today : monday.AddDays(6) >= today) return new DateMention(monday, i, 2, DateKind.Day);
        }
        return null;
    }

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    // "à la fin de l'année", "à la Saint-Sylvestre"
    private DateMention? YearEnd(int i)
    {
        var length = (WordAt(i), WordAt(i + 1), WordAt(i + 2), WordAt(i + 3)) switch
        {
            ("fin", "de", "l", "annee") => 4,
            ("saint", "sylvestre", _, _) => 2,
            _ => 0,
        };
        return length == 0 ? null : new DateMention(new DateOnly(today.Year, 12, 31), i, length, DateKind.MonthEnd);
    }

    private DateMention? WeekdayAlone(int i)
    {
        if (!CalendarWords.Weekdays.TryGetValue(WordAt(i), out var weekday) || WordAt(i).Length < 5 || DayNumber(i + 1) is not null && !IsHour(i + 1)) return null;
        if (WordAt(i - 1) is "le" or "les" or "chaque" or "tous" or "autre" or "un" or "samedis" || WordAt(i - 2) is "tous" || WordAt(i + 1) is "et" && WordAt(i - 1) is "de") return null;
        var days = DaysTo(weekday, IsPast(i));
        if (WordAt(i + 1) is "matin" or "soir" && DayNumber(i + 2) is { } number && !IsHour(i + 2) && NearestDay(number, null, weekday % 7) is { } named) return new DateMention(named, i, 3, DateKind.Day);
        if (WordAt(i + 1) is "en" && WordAt(i + 2) is "huit" or "quinze") return new DateMention(today.AddDays(days + (WordAt(i + 2) is "huit" ? 7 : 14)), i, 3, DateKind.Weekday);
        return new DateMention(today.AddDays(days), i, 1, DateKind.Weekday);
    }

    private int DaysTo(int weekday, bool isPast)
    {
        var ahead = (weekday % 7 - (int)today.DayOfWeek + 7) % 7;
        return isPast ? (ahead == 0 ? -7 : ahead - 7) : ahead == 0 ? 7 : ahead;
    }

    // "vendredi dernier", "depuis lundi", "est parti jeudi"; of what is to be restored, all that is not said to come.
    private bool IsPast(int i)
    {
        var (before, after) = (WordAt(i - 1), WordAt(i + 1));
        if (after is "prochain" or "prochaine" or "en" && WordAt(i + 2) is "huit" || before is "next" or "ce") return false;
        if (after is "dernier" or "derniere" or "passe" or "matin" && WordAt(i + 2) is "dernier" || before is "depuis" or "depui" or "last" or "since") return true;
        if (preferPast) return before is not ("pour" or "avant" or "for" or "by" or "au") && !Near(i, Coming);
        return before is not ("de" or "des" or "pour" or "avant" or "d" or "partir" or "compter" or "jusqu" or "au") && (HasHappened(i - 1) || (HasHappened(i - 2) && _tokens[i - 2].Clause == _tokens[i].Clause && before is not ("a" or "et")));
    }

    // "a quitté l'agence vendredi", not "nous quitte vendredi"
    private bool HasHappened(int i) =>
        Happened.Contains(WordAt(i)) && (!WordAt(i).EndsWith('e') || WordAt(i) is "partie" or "finie" || text.Written(_tokens[i])[^1] == 'é' || WordAt(i - 1) is "a" or "est" or "ai" or "suis" or "avait" or "was");

    private static readonly FrozenSet<string> Coming = Set("arrive arrivent arrivera rendre rendons livre livrer livrons attend attendu audience reunion visite commence demain rentre rendez signature demarre vient soutenance viennent passe");
    private static readonly FrozenSet<string> Happened = Set("parti partie partis quitte quittes quittee lache arrivee demissionne etait fini finie termine terminee rendu rendue left rentre rentree licencie licenciee restitue restituee vu recu passe decede decedee quittait perdu ferme supprime coupe arrive marie mariee maries attribue attribuee envoye repartis derobe derobee vole volee embauche embauchee revenu revenue repris reprise");

    private bool Near(int i, FrozenSet<string> words)
    {
        for (var before = i - 1; before >= 0 && before >= i - 4 && _tokens[before].Clause == _tokens[i].Clause; before--)
            if (words.Contains(_tokens[before].Word)) return true;
        return false;
    }

    // "à la même date", "ce jour-là", "dès le lendemain", "la veille": counted from the day named before.
    private DateMention? Back(int i)
    {
        if (_lastFound is not { } day) return null;
        return (WordAt(i), WordAt(i + 1), WordAt(i + 2)) switch
        {
            ("meme", "date" or "jour" or "echeance" or "moment", _) => new DateMention(day, i, 2, DateKind.Back),
            ("memes", "dates", _) => new DateMention(day, i, 2, DateKind.Back),
            ("jour" or "soir", "meme", _) => new DateMention(day, i, 2, DateKind.Back),
            ("ce" or "cette", "jour" or "date", "la") => new DateMention(day, i, 3, DateKind.Back),
            ("a" or "pour", "cette", "date") => new DateMention(day, i, 3, DateKind.Back),
            ("dans", "la", "foulee") => new DateMention(day, i, 3, DateKind.Back),
            ("same", "day" or "date", _) => new DateMention(day, i, 2, DateKind.Back),
            ("le", "lendemain", _) => new DateMention(day.AddDays(1), i, 2, DateKind.Back),
            ("la", "veille", _) => new DateMention(day.AddDays(-1), i, 2, DateKind.Back),
            _ => null,
        };
    }

    private DateMention? Relative(int i) => (WordAt(i), WordAt(i + 1), WordAt(i + 2)) switch
    {
        ("apres", "demain", _) => Days(2, i, 2),
        ("avant", "hier", _) => Days(-2, i, 2),
        ("demain" or "tomorrow", _, _) => Days(1, i, 1),
        ("hier" or "yesterday", _, _) => Days(-1, i, 1),
        ("cette", "nuit", _) => Days(-1, i, 2),
        ("last", "night", _) => Days(-1, i, 2),
        ("nuit", "derniere" or "passee", _) => Days(-1, i, 2),
        ("aujourd", "hui", _) => Days(0, i, 2),
        ("today" or "tonight" or "ajd" or "aujourdhui" or "auj", _, _) => Days(0, i, 1),
        (_, "hour" or "hours" or "minutes", "ago") => Days(0, i, 3),
        (_, "days", "ago") when Count(i) is { } ago => Days(-ago, i, 3),
        ("ce", "matin" or "soir" or "midi" or "jour", _) => Days(0, i, 2),
        ("cet", "apres", "midi") => Days(0, i, 3),
        ("this", "morning" or "afternoon" or "evening", _) => Days(0, i, 2),
        ("tout" or "tt", "a", "l") when WordAt(i + 3) == "heure" => Days(0, i, 4),
        ("dans" or "in" or "sous", _, "jours" or "jour" or "days") when Count(i + 1) is { } days => Days(days, i, 3),
        ("dans" or "in", _, "semaine" or "semaines" or "week" or "weeks") when Count(i + 1) is { } weeks => Days(7 * weeks, i, 3),
        ("d", "aujourd", "hui") when WordAt(i + 3) is "en" && WordAt(i + 4) is "huit" => Days(7, i, 5),
        ("y", "a", _) when Count(i + 2) is { } days && WordAt(i + 3) is "jours" or "jour" => Days(-days, i, 4),
        ("y", "a", [_, .., 'j']) when Parse(WordAt(i + 2)[..^1]) is { } days => Days(-days, i, 3),
        ("y", "a", _) when Count(i + 2) is { } weeks && WordAt(i + 3) is "semaine" or "semaines" => Days(-7 * weeks, i, 4),
        ("y", "a", _) when WordAt(i + 3) is "min" or "minutes" or "heure" or "heures" or "h" => Days(0, i, 4),
        _ => null,
    };

    private DateMention? AtOnce(int i) => (WordAt(i), WordAt(i + 1), WordAt(i + 2)) switch
    {
        ("immediatement" or "immediately" or "immediat" or "immediate", _, _) => new DateMention(today, i, 1, DateKind.AtOnce),
        ("tout", "de", "suite") => new DateMention(today, i, 3, DateKind.AtOnce),
        ("de", "suite", _) => new DateMention(today, i, 2, DateKind.AtOnce),
        ("a", "l", "instant") => new DateMention(today, i, 3, DateKind.AtOnce),
        ("date" or "compter" or "partir" or "dater", "de" or "d", "ce" or "aujourd") => new DateMention(today, i, 4, DateKind.AtOnce),
        ("la", "maintenant", _) => new DateMention(today, i, 2, DateKind.AtOnce),
        ("des", "a", "present") => new DateMention(today, i, 3, DateKind.AtOnce),
        ("maintenant", _, _) when text.Raw.AsSpan(_tokens[i].Start + _tokens[i].Length).TrimStart().StartsWith("!") => new DateMention(today, i, 1, DateKind.AtOnce),
        ("a", "reception", not "sur") => new DateMention(today, i, 2, DateKind.AtOnce),
        ("des", "aujourd", "hui") => new DateMention(today, i, 3, DateKind.AtOnce),
        ("des", "ce", "jour" or "soir") => new DateMention(today, i, 3, DateKind.AtOnce),
        ("aujourd", "hui", "meme") => new DateMention(today, i, 3, DateKind.AtOnce),
        ("des", "reception" or "maintenant", _) => new DateMention(today, i, 2, DateKind.AtOnce),
        ("sans", "delai" or "attendre", _) => new DateMention(today, i, 2, DateKind.AtOnce),
        ("sur", "le", "champ") => new DateMention(today, i, 3, DateKind.AtOnce),
        ("right", "now" or "away", _) => new DateMention(today, i, 2, DateKind.AtOnce),
        _ => null,
    };

    private DateMention Days(int days, int i, int length) => new(today.AddDays(days), i, length, DateKind.Relative);

    private DateMention? Full(int day, int month, int? year, int i, int length)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31) return null;
        return (year ?? NearestYear(day, month)) is { } y && y is > 1990 and < 2100 && day <= DateTime.DaysInMonth(y, month)
            ? new DateMention(new DateOnly(y, month, day), i, length, DateKind.Full) : null;
    }

    // Without a year the nearest one is meant; what is to be restored lies behind, if the day is not about to come.
    private int? NearestYear(int day, int month)
    {
        foreach (var year in new[] { today.Year - 1, today.Year, today.Year + 1 })
        {
            if (day > DateTime.DaysInMonth(year, month)) continue;
            var date = new DateOnly(year, month, day);
            var first = preferPast ? today.AddYears(-1).AddDays(SoonDays) : today.AddMonths(-MonthsBack);
            var last = preferPast ? today.AddDays(SoonDays) : today.AddMonths(12 - MonthsBack);
            if (date >= first && date < last) return year;
        }
        return null;
    }

    private DateOnly? NearestDay(int day, int? month, int? weekday = null)
    {
        if (month is { } named) return NearestYear(day, named) is { } year && day <= DateTime.DaysInMonth(year, named) ? new DateOnly(year, named, day) : null;
        var first = new DateOnly(today.Year, today.Month, 1);
        for (var months = 0; months < 12; months++)
        {
            var start = first.AddMonths(preferPast ? -months : months);
            if (day > DateTime.DaysInMonth(start.Year, start.Month)) continue;
            var date = new DateOnly(start.Year, start.Month, day);
            if ((preferPast ? date <= today : date >= today) && (weekday is null || (int)date.DayOfWeek == weekday)) return date;
        }
        return null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // "mi-avril (le 13)", "fin février (le 27)", "le 30 mars … le 31"
    private int? MonthNamedBefore(int i)
    {
        for (var before = i - 1; before >= 0 && before >= i - 5 && _tokens[before].Sentence == _tokens[i].Sentence; before--)
            if (CalendarWords.Months.TryGetValue(_tokens[before].Word, out var month) && _tokens[before].Word is not "mai" and not "may") return month;
        for (var before = i - 1; before >= 2 && before >= i - 25; before--)
            if (_tokens[before - 2].Word is "mois" && CalendarWords.Months.TryGetValue(_tokens[before].Word, out var ofMonth)) return ofMonth;
        return null;
    }

    private int SkipWeekday(int i) => CalendarWords.Weekdays.ContainsKey(WordAt(i)) || WordAt(i) is "le" ? i + 1 : i;

    private int? Count(int i) => Number(i) ?? (CalendarWords.Numbers.TryGetValue(WordAt(i), out var number) ? number : null);

    private int? DayNumber(int i)
    {
        var word = WordAt(i);
        if (word.Length is >= 3 and <= 4 && char.IsAsciiDigit(word[0]))
            word = word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal)
                || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal) ? word[..^2] : word;
        return word is "premier" ? (CalendarWords.Months.ContainsKey(WordAt(i + 1)) ? 1 : null) : Parse(word) is >= 1 and <= 31 and var day ? day : null;
    }

    private int? Number(int i) => Parse(WordAt(i));

    private static int? Parse(string word) =>
        word.Length is > 0 and <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool IsHour(int i) => WordAt(i + 1) is "h" or "heures" or "heure" or "am" or "pm" || WordAt(i + 1) is ['h', >= '0' and <= '9', ..];

    private static bool IsCounted(string word) => word is "licences" or "personnes" or "postes" or "go" or "mo" or "jours" or "mails" or "pc" or "tel" or "telephones" or "utilisateurs" or "eme" or "rue" or "boulevard" or "avenue" or "impasse" or "chemin" or "allee" or "place" or "quai" or "route" or "square" or "bis" or "min" or "minutes" or "premiers";

    private bool Joined(int i, char by) =>
        i + 1 < _tokens.Length && _tokens[i + 1].Start == _tokens[i].Start + _tokens[i].Length + 1 && text.Raw[_tokens[i + 1].Start - 1] == by;

    private string WordAt(int i) => i >= 0 && i < _tokens.Length ? _tokens[i].Word : "";
}
