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
    private readonly ImmutableArray<Token> _tokens = text.Tokens;

    /// <summary>All days in the order of the text.</summary>
    public ImmutableArray<DateMention> Find()
    {
        var found = ImmutableArray.CreateBuilder<DateMention>();
        for (var i = 0; i < _tokens.Length;)
        {
            if (At(i) is { } mention)
            {
                found.Add(mention);
                i += mention.Length;
            }
            else i++;
        }
        return found.ToImmutable();
    }

    private DateMention? At(int i) => Iso(i) ?? Numeric(i) ?? DayAndMonth(i) ?? MonthAndDay(i) ?? DayAlone(i) ?? MonthEnd(i) ?? WeekdayAlone(i) ?? Relative(i) ?? AtOnce(i);

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
        WordAt(i) is not ("mars" or "mai" or "may") && CalendarWords.Months.TryGetValue(WordAt(i), out var month) && DayNumber(i + 1) is { } day && !IsHour(i + 1)
            ? Full(day, month, null, i, 2) : null;

    // "le 30", "au 30", "jeudi 19", "the 23rd"
    private DateMention? DayAlone(int i)
    {
        if (DayNumber(i) is not { } day || IsHour(i) || Number(i + 1) is not null || Number(i - 1) is not null) return null;
        var before = WordAt(i - 1);
        var isWeekday = CalendarWords.Weekdays.TryGetValue(before, out var weekday);
        if (!isWeekday && before is not ("le" or "du" or "au" or "the" or "on")) return null;
        if (before is "du" or "au" or "le" or "the" or "on" && IsCounted(WordAt(i + 1))) return null;
        var date = NearestDay(day, MonthNamedBefore(i));
        if (isWeekday && date is { } on && (int)on.DayOfWeek != weekday % 7 && NearestDay(day, null, weekday % 7) is { } matching) date = matching;
        return date is { } found ? new DateMention(found, isWeekday ? i - 1 : i, isWeekday ? 2 : 1, DateKind.Day) : null;
    }

    private DateMention? MonthEnd(int i)
    {
        if (WordAt(i) is not ("fin" or "end") || !CalendarWords.Months.TryGetValue(WordAt(i + 1) is "of" or "du" or "de" ? WordAt(i + 2) : WordAt(i + 1), out var month)) return null;
        var year = NearestYear(1, month);
        return year is { } y ? new DateMention(new DateOnly(y, month, DateTime.DaysInMonth(y, month)), i, 2, DateKind.MonthEnd) : null;
    }

    private DateMention? WeekdayAlone(int i)
    {
        if (!CalendarWords.Weekdays.TryGetValue(WordAt(i), out var weekday) || WordAt(i).Length < 5 || DayNumber(i + 1) is not null && !IsHour(i + 1)) return null;
        if (WordAt(i - 1) is "le" or "les" or "chaque" or "tous" or "autre" or "un" || WordAt(i - 2) is "tous") return null;
        var isPast = WordAt(i + 1) is "dernier" or "derniere" || WordAt(i - 1) is "depuis" or "last" or "since"
            || (preferPast && WordAt(i + 1) is not ("prochain" or "prochaine") && WordAt(i - 1) is not ("pour" or "avant" or "next"));
        var ahead = (weekday % 7 - (int)today.DayOfWeek + 7) % 7;
        var days = isPast ? (ahead == 0 ? -7 : ahead - 7) : ahead == 0 ? 7 : ahead;
        return new DateMention(today.AddDays(days), i, 1, DateKind.Weekday);
    }

    private DateMention? Relative(int i) => (WordAt(i), WordAt(i + 1), WordAt(i + 2)) switch
    {
        ("apres", "demain", _) => Days(2, i, 2),
        ("avant", "hier", _) => Days(-2, i, 2),
        ("demain" or "tomorrow", _, _) => Days(1, i, 1),
        ("hier" or "yesterday", _, _) => Days(-1, i, 1),
        ("cette", "nuit", _) => Days(-1, i, 2),
        ("last", "night", _) => Days(-1, i, 2),
        ("aujourd", "hui", _) => Days(0, i, 2),
        ("today" or "tonight" or "ajd", _, _) => Days(0, i, 1),
        ("ce", "matin" or "soir" or "midi" or "jour", _) => Days(0, i, 2),
        ("cet", "apres", "midi") => Days(0, i, 3),
        ("this", "morning" or "afternoon" or "evening", _) => Days(0, i, 2),
        ("tout" or "tt", "a", "l") when WordAt(i + 3) == "heure" => Days(0, i, 4),
        ("dans" or "in", _, "jours" or "jour" or "days") when Count(i + 1) is { } days => Days(days, i, 3),
        ("y", "a", _) when Count(i + 2) is { } days && WordAt(i + 3) is "jours" or "jour" => Days(-days, i, 4),
        ("y", "a", _) when WordAt(i + 3) is "min" or "minutes" or "heure" or "heures" or "h" => Days(0, i, 4),
        _ => null,
    };

    private DateMention? AtOnce(int i) => (WordAt(i), WordAt(i + 1), WordAt(i + 2)) switch
    {
        ("immediatement" or "immediately" or "immediat" or "immediate", _, _) => new DateMention(today, i, 1, DateKind.AtOnce),
        ("tout", "de", "suite") => new DateMention(today, i, 3, DateKind.AtOnce),
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

    // Without a year the nearest one is meant; what is to be restored lies behind.
    private int? NearestYear(int day, int month)
    {
        foreach (var year in new[] { today.Year - 1, today.Year, today.Year + 1 })
        {
            if (day > DateTime.DaysInMonth(year, month)) continue;
            var date = new DateOnly(year, month, day);
            if (preferPast ? date <= today && date > today.AddYears(-1) : date >= today.AddMonths(-MonthsBack) && date < today.AddMonths(12 - MonthsBack)) return year;
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

    // "mi-avril (le 13)", "fin février (le 27)", "le 30 mars … le 31"
    private int? MonthNamedBefore(int i)
    {
        for (var before = i - 1; before >= 0 && before >= i - 5 && _tokens[before].Sentence == _tokens[i].Sentence; before--)
            if (CalendarWords.Months.TryGetValue(_tokens[before].Word, out var month) && _tokens[before].Word is not "mai" and not "may") return month;
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
        return word is "premier" ? 1 : Parse(word) is >= 1 and <= 31 and var day ? day : null;
    }

    private int? Number(int i) => Parse(WordAt(i));

    private static int? Parse(string word) =>
        word.Length is > 0 and <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool IsHour(int i) => WordAt(i + 1) is "h" or "heures" or "heure" or "am" or "pm" || WordAt(i + 1) is ['h', >= '0' and <= '9', ..];

    private static bool IsCounted(string word) => word is "licences" or "personnes" or "postes" or "go" or "mo" or "jours" or "mails" or "pc" or "tel" or "telephones" or "utilisateurs" or "eme" or "rue" or "boulevard" or "avenue" or "min" or "minutes" or "premiers";

    private bool Joined(int i, char by) =>
        i + 1 < _tokens.Length && _tokens[i + 1].Start == _tokens[i].Start + _tokens[i].Length + 1 && text.Raw[_tokens[i + 1].Start - 1] == by;

    private string WordAt(int i) => i >= 0 && i < _tokens.Length ? _tokens[i].Word : "";
}
