using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Finds full names: two to four words with capitals, particles between them, or a known first name where nobody typed capitals.</summary>
internal sealed class NameFinder
{
    private const int MaxUnits = 4;

    private static readonly FrozenSet<string> Particles = Set("de du des la le da di dos van von ben el al d der den");
    private static readonly FrozenSet<string> Titles = Set("m mme mr mrs ms mlle dr me pr monsieur madame mademoiselle docteur maitre melle");
    private static readonly FrozenSet<string> Elisions = Set("l d j c n s m t qu");

    private readonly TokenizedText _text;
    private readonly ImmutableArray<Token> _tokens;
    private readonly bool _shouted;

    /// <summary>Prepares a search.</summary>
    public NameFinder(TokenizedText text)
    {
        (_text, _tokens) = (text, text.Tokens);
        var (upper, lower) = (0, 0);
        foreach (var c in text.Raw)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }
        _shouted = upper > 2 * lower;
    }

    /// <summary>All full names in the order of the text.</summary>
    public ImmutableArray<NameMention> Find()
    {
        var found = ImmutableArray.CreateBuilder<NameMention>();
        for (var i = 0; i < _tokens.Length;)
        {
            if ((FormAt(i) ?? At(i)) is { } name)
            {
                found.Add(name);
                i = name.End;
            }
            else i++;
        }
        if (FirstNameTold() is { } told && TitledLastName() is { } last) found.Insert(found.TakeWhile(name => name.Token < last.Start).Count(), Named(last, told) with { Token = last.Start, Length = last.End - last.Start });
        return found.ToImmutable();
    }

    // "Nom : LE GOFF / Prénom : Enora", one a line.
    private NameMention? FormAt(int i)
    {
        if (Field(i, "nom") is not { } last || Field(last[^1].End, "prenom") is not { } first) return null;
        return new NameMention(string.Join(' ', first.Concat(last).Select(unit => unit.Spelled)), i, first[^1].End - i);
    }

    private List<Unit>? Field(int i, string label)
    {
        if (i < 0 || i + 1 >= _tokens.Length || _tokens[i].Word != label || !ColonAfter(i)) return null;
        var units = new List<Unit>();
        for (var at = i + 1; at < _tokens.Length && units.Count < MaxUnits && (units.Count == 0 || Gap(at - 1) == " ") && ReadUnit(at) is { } unit; at = unit.End) units.Add(unit);
        return units.Count == 0 ? null : units;
    }

    private bool ColonAfter(int i)
    {
        var end = _tokens[i].Start + _tokens[i].Length;
        return _text.Raw.AsSpan(end, _tokens[i + 1].Start - end).Contains(':');
    }

    // "Prénom : Maryvonne", "son prénom c'est David": of the one whose last name stands after a title.
    private Unit? FirstNameTold()
    {
        for (var i = 0; i + 1 < _tokens.Length; i++)
        {
            if (_tokens[i].Word != "prenom" || (i > 0 && Field(i - 2, "nom") is not null)) continue;
            var at = i + 1;
            while (at < _tokens.Length && _tokens[at].Word is "c" or "est" or "is") at++;
            if (at < _tokens.Length && ReadUnit(at) is { } unit && FirstNames.Contains(unit.Folded)) return unit;
        }
        return null;
    }

    private Unit? TitledLastName()
    {
        for (var i = 0; i + 1 < _tokens.Length; i++)
        {
            if (Titles.Contains(_tokens[i].Word) && ReadUnit(i + 1) is { IsCapital: true } last && !OtherWords.IsNoName(last.Folded) && !FirstNames.Contains(last.Folded)) return last;
        }
        return null;
    }

    private NameMention? At(int start)
    {
        if (start > 0 && (Gap(start - 1) is "-" or "." or "_" || (Gap(start - 1) == " " && OtherWords.IsOfOrganisation(_tokens[start - 1].Word))) || ReadUnit(start) is not { } first) return null;
        if (LastNameFirst(first) is { } bracketed) return bracketed;
        if (!CanStart(first)) return null;
        var units = new List<Unit> { first };
        var at = first.End;
        while (units.Count < MaxUnits + 2 && at < _tokens.Length && Gap(at - 1) is " " or "\u00A0" or "' " && ReadUnit(at) is { } next)
        {
            var isParticle = Particles.Contains(next.Folded) && (next.IsCapital || HasNameAfter(next));
            if (!isParticle && !CanContinue(next, units)) break;
            units.Add(next);
            at = next.End;
            if (!isParticle && units.Count(unit => !Particles.Contains(unit.Folded)) >= (IsShortened(units) ? MaxUnits : 3)) break;
        }
        DropLead(units);
        while (units.Count > 0 && Particles.Contains(units[^1].Folded)) units.RemoveAt(units.Count - 1);
        return units.Count < 2 || units.Exists(unit => OtherWords.IsOfOrganisation(unit.Folded)) ? null : new NameMention(Spell(units, IsTitled(units[0].Start)), units[0].Start, units[^1].End - units[0].Start);
    }

    // "Rajoute Tiffany Bourdais", "le Crosscall de Mickaël Besnier": the name begins with the first name.
    private static void DropLead(List<Unit> units)
    {
        if (FirstNames.Contains(units[0].Folded) || (units[0].IsAllCapitals && !units[^1].IsAllCapitals)) return;
        var first = units.FindIndex(1, unit => unit.IsCapital && FirstNames.Contains(unit.Folded));
        if (first > 0 && units.Skip(first + 1).Any(unit => !Particles.Contains(unit.Folded))) units.RemoveRange(0, first);
    }

    // "Mme Le Tallec (Donatienne)", and "mme poirot celine" where nobody typed capitals.
    private NameMention? LastNameFirst(Unit last)
    {
        if (OtherWords.IsNoName(last.Folded) || last.Letters < 2 || OtherWords.IsOfOrganisation(last.Folded)) return null;
        var first = last.End < _tokens.Length ? ReadUnit(last.End) : null;
        if (first is null || !FirstNames.Contains(first.Folded)) return null;
        if (last.IsCapital && first.IsCapital && Gap(last.End - 1) == " (" && first.End <= _tokens.Length && IsFollowedBy(first, ')')) return Named(last, first);
        var isTitled = last.Start > 0 && Titles.Contains(_tokens[last.Start - 1].Word);
        var isAlone = last.Start > 0 && _tokens[last.Start - 1].Sentence != _tokens[last.Start].Sentence;
        var ends = first.End >= _tokens.Length || _tokens[first.End].Clause != _tokens[first.Start].Clause;
        var isPlain = !last.IsCapital && !first.IsCapital && Gap(last.End - 1) == " " && !FirstNames.Contains(last.Folded) && !CommonWord(last);
        return isPlain && ends && (isTitled || isAlone) ? Named(last, first) : null;
    }

    private static NameMention Named(Unit last, Unit first) => new(first.Spelled + " " + last.Spelled, last.Start, first.End - last.Start);

    private bool IsFollowedBy(Unit unit, char mark)
    {
        var end = _tokens[unit.End - 1].Start + _tokens[unit.End - 1].Length;
        return end < _text.Raw.Length && _text.Raw[end] == mark;
    }

    private static bool IsShortened(List<Unit> units) => units.Any(unit => Particles.Contains(unit.Folded));

    private bool HasNameAfter(Unit particle) =>
        particle.End < _tokens.Length && Gap(particle.End - 1) is " " or "'" or "’" && ReadUnit(particle.End) is { IsCapital: true } next
        && (!OtherWords.IsNoName(next.Folded) || Particles.Contains(next.Folded));

    private bool CanStart(Unit unit) =>
        unit.Letters > 1 && !IsInitials(unit) && !OtherWords.IsNoName(unit.Folded) && !char.IsDigit(unit.Written[0]) && (unit.IsCapital && !_shouted || (FirstNames.Contains(unit.Folded) && (unit.IsCapital || !OtherWords.IsEveryday(unit.Folded))));

    // "JC Ménard" is not his full name.
    private static bool IsInitials(Unit unit) => unit.Letters < 4 && !unit.Folded.AsSpan().ContainsAny(Vowels);

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private bool CanContinue(Unit unit, List<Unit> before)
    {
        if (unit.IsCapital && !unit.IsAllCapitals && before.Count == 1 && before[0].IsCapital && FirstNames.Contains(before[0].Folded) && OtherWords.MayBeFamilyName(unit.Folded)) return true;
        if (unit.Letters < 2 || OtherWords.IsNoName(unit.Folded) || unit.Written.Any(char.IsDigit)) return false;
        if (!_shouted && unit is { IsAllCapitals: true, Letters: < 5 } && before.Count(word => !word.IsAllCapitals && !Particles.Contains(word.Folded)) > 1) return false;
        if (_shouted) return before.Count == 1 && FirstNames.Contains(before[0].Folded) && !CommonWord(unit);
        if (unit.IsCapital) return before[0].IsCapital || FirstNames.Contains(before[0].Folded);
        return before.Count == 1 && !before[0].IsCapital && FirstNames.Contains(before[0].Folded) && !CommonWord(unit);
    }

    // Without capitals only what is no word of the trade can be a last name.
    private static bool CommonWord(Unit unit) => unit.Letters < 4 || OtherWords.IsEveryday(unit.Folded) || IsWordOfTheTrade(unit);

    private static bool IsWordOfTheTrade(Unit unit)
    {
        _ = Vocabulary.Lexicon.Default.LongestAt(TokenizedText.Read(unit.Folded).Tokens, 0, out var length);
        return length > 0;
    }

    private Unit? ReadUnit(int start)
    {
        var token = _tokens[start];
        if (token.Word is Marks.Address or Marks.Path || (Elisions.Contains(token.Word) && Gap(start) is "'" or "’" && !IsNobleElision(start))) return null;
        var end = start + 1;
        if (token.Length == 1 && Gap(start) is "'" or "’" && !IsNobleElision(start)) return null;
        while (end < _tokens.Length && (Gap(end - 1) is "-" || (Gap(end - 1) is "'" or "’" && _tokens[end].Word is not "s")) && end - start < 4) end++;
        var written = _text.Raw.Substring(token.Start, _tokens[end - 1].Start + _tokens[end - 1].Length - token.Start);
        return new Unit(Folding.Fold(written), written, start, end);
    }

    // "D'Artagnan", "O'Brien", "Loïc L'Hostis", "Wandrille d'Aubigny"
    private bool IsNobleElision(int i)
    {
        if (i == 0 || i + 1 >= _tokens.Length || !char.IsUpper(_text.Written(_tokens[i + 1])[0]) || !char.IsUpper(_text.Written(_tokens[i - 1])[0])) return false;
        if (_text.Written(_tokens[i]) is "D" or "O") return true;
        return _text.Written(_tokens[i]) is "L" or "d" && FirstNames.Contains(_tokens[i - 1].Word) && !OtherWords.IsNoName(_tokens[i + 1].Word);
    }

    private string Gap(int i)
    {
        if (i < 0 || i + 1 >= _tokens.Length) return "";
        var end = _tokens[i].Start + _tokens[i].Length;
        var length = _tokens[i + 1].Start - end;
        return length is 1 or 2 ? _text.Raw.Substring(end, length) : "";
    }

    private bool IsTitled(int start) => start > 0 && Titles.Contains(_tokens[start - 1].Word);

    // "KOUASSI Aristide" and "M. Kouassi Aristide" become "Aristide Kouassi".
    private static string Spell(List<Unit> units, bool isTitled)
    {
        var lastNameFirst = (units[0].IsAllCapitals && !units[^1].IsAllCapitals && units[0].Letters > 1)
            || (units.Count == 2 && !FirstNames.Contains(units[0].Folded) && FirstNames.Contains(units[1].Folded) && (units[0].IsAllCapitals || (isTitled && !FirstNames.MayBeFamilyName(units[1].Folded))));
        IEnumerable<Unit> ordered = units;
        if (lastNameFirst)
        {
            List<Unit> capitals = units[0].IsAllCapitals ? [.. units.TakeWhile(unit => unit.IsAllCapitals)] : [units[0]];
            ordered = units.Skip(capitals.Count).Concat(capitals);
        }
        return string.Join(' ', ordered.Select(unit => unit.Spelled));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private sealed record Unit(string Folded, string Written, int Start, int End)
    {
        public int Letters => Written.Count(char.IsLetter);

        public bool IsCapital => char.IsUpper(Written[0]) || (Written.Length > 2 && Written[1] is '\'' or '’' && char.IsUpper(Written[2]));

        public bool IsAllCapitals => Letters > 1 && !Written.Any(char.IsLower);

        public string Spelled => Particles.Contains(Folded) && !IsCapital ? Written
            : IsAllCapitals || !IsCapital ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Written.ToLowerInvariant()) : Written;
    }
}
