using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace SiOne.Bot.Domain.Privacy;

/// <summary>
/// Finds one person in other people's texts and cuts out what names them, and nothing else (Art. 25): the whole name in any order, an initial or a title with
/// the last name, the last name alone where it is no common word and nobody else's, their addresses, numbers and accounts. Case, accents, hyphens, line
/// ends and invisible characters do not hide them. A first name alone stays: it could be anybody's. (<see cref="Redactor"/> takes everybody out, and most of
/// the text with them.)
/// </summary>
public sealed class PersonCut
{
    /// <summary>In the place of a name.</summary>
    public const string Name = "[nom effacé]";

    /// <summary>In the place of an address.</summary>
    public const string Address = "[adresse effacée]";

    /// <summary>In the place of a number.</summary>
    public const string Phone = "[numéro effacé]";

    /// <summary>In the place of an account.</summary>
    public const string Account = "[compte effacé]";

    private const int DigitsThatCount = 9;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private readonly ImmutableArray<Form> _forms;

    private PersonCut(ImmutableArray<Form> forms) => _forms = forms;

    /// <summary>Nothing is known of the person: nothing is found.</summary>
    public bool IsEmpty => _forms.IsEmpty;

    /// <summary>Finds and cuts that person.</summary>
    public static PersonCut Of(PersonTraces traces)
    {
        var forms = ImmutableArray.CreateBuilder<Form>();
        Add(traces.Addresses.Select(address => Regex.Escape(FoldedText.Of(address).Text)), Address);
        Add(traces.Accounts.Select(account => $"{account:D}|{account:N}"), Account);
        Add(NameForms.Of(traces), Name);
        Add(traces.Phones.Select(PhoneForm).OfType<string>(), Phone);
        return new PersonCut(forms.ToImmutable());

        void Add(IEnumerable<string> patterns, string inPlace)
        {
            if (string.Join('|', patterns.Distinct(StringComparer.Ordinal)) is { Length: > 0 } all) forms.Add(new Form(new Regex($@"\b({all})\b", Options), inPlace));
        }
    }

    /// <summary>Whether a text names them.</summary>
    public bool IsIn(string text)
    {
        if (IsEmpty || text.Length == 0) return false;
        var folded = FoldedText.Of(text);
        return _forms.Any(form => form.In(folded.Text).Any());
    }

    /// <summary>The text without them; the same object where it does not name them.</summary>
    public string Cut(string text)
    {
        foreach (var form in _forms)
        {
            if (text.Length == 0) break;
            var folded = FoldedText.Of(text);
            var (cut, position) = (new StringBuilder(), 0);
            foreach (var match in form.In(folded.Text))
            {
                var (start, end) = folded.SourceOf(match.Index, match.Length);
                cut.Append(text, position, start - position).Append(form.InPlace);
                position = end;
            }

            if (position > 0) text = cut.Append(text, position, text.Length - position).ToString();
        }

        return text;
    }

    /// <summary>The last nine digits, however they are parted, with or without what a country or a trunk puts before them.</summary>
    private static string? PhoneForm(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length < DigitsThatCount ? null : $@"(\+?(00)?33[ .()/-]{{0,3}}(0\)[ .]?)?|0[ .]?)?{string.Join("[ .()/-]{0,2}", digits[^DigitsThatCount..].AsEnumerable())}";
    }

    private sealed record Form(Regex Pattern, string InPlace)
    {
        public IEnumerable<Match> In(string folded) => Pattern.Matches(folded).Where(match => InPlace != Address || IsWhole(folded, match));

        /// <summary>What stands before or after it would make it another address.</summary>
        private static bool IsWhole(string folded, Match match)
        {
            var (before, end) = (match.Index - 1, match.Index + match.Length);
            if (before >= 0 && folded[before] is '.' or '%' or '+' or '-') return false;
            return end >= folded.Length || (folded[end] is not '-' && !(folded[end] is '.' && end + 1 < folded.Length && char.IsAsciiLetterOrDigit(folded[end + 1])));
        }
    }
}
