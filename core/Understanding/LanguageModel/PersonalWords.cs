using System.Collections.Frozen;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>
/// The words of a text that may name somebody: the customer's people, the sender, full names, first names, what follows a title or a greeting, and
/// every word with a capital inside a sentence that is not known to be a thing. When in doubt it is a name.
/// </summary>
internal static class PersonalWords
{
    private const int ShortestWord = 3;

    private static readonly FrozenSet<string> Particles = Set("de du des la le les da di dos van von ben el al d l der den et");
    private static readonly FrozenSet<string> Titles = Set("m mme mlle mr mrs ms dr me pr monsieur madame mademoiselle docteur maitre");
    private static readonly FrozenSet<string> Greetings = Set("bonjour bonsoir salut hello hi hey dear coucou cher chere merci");

    // First names that are everyday words as well: only a capital tells.
    private static readonly FrozenSet<string> AlsoWords = Set("claire max noel rose marine victoire aime ange blanche constance clemence prudence");

    /// <summary>The places of such words.</summary>
    public static IEnumerable<RedactedSpan> Find(string text, MessageToUnderstand message)
    {
        var read = TokenizedText.Read(text);
        var named = new NameFinder(read).Find();
        foreach (var name in named) yield return Span(read, name.Token, name.End - 1, RedactedKind.Person);
        var people = Words(named.Select(name => name.Name).Concat(People(message)));
        var company = Words(Company(message));
        for (var i = 0; i < read.Tokens.Length; i++)
        {
            var word = read.Tokens[i].Word;
            if (people.Contains(word)) yield return Span(read, i, i, RedactedKind.Person);
            else if (company.Contains(word)) yield return Span(read, i, i, RedactedKind.Company);
            else if (MayName(read, i)) yield return Span(read, i, i, RedactedKind.Person);
        }
    }

    private static bool MayName(TokenizedText read, int i)
    {
        var word = read.Tokens[i].Word;
        var written = read.Written(read.Tokens[i]);
        if (word is Marks.Address or Marks.Path || char.IsDigit(written[0])) return false;
        if (FirstNames.Contains(word) && (char.IsUpper(written[0]) || !AlsoWords.Contains(word))) return true;
        if (!char.IsUpper(written[0]) || written.Length < 2 || KnownThings.Contains(word) || Particles.Contains(word)) return false;
        if (i > 0 && (Titles.Contains(read.Tokens[i - 1].Word) || Greetings.Contains(read.Tokens[i - 1].Word))) return true;
        // Three capitals are an acronym; a word that begins a sentence has its capital from that.
        var isAcronym = written.Length <= ShortestWord && !written.ContainsAnyInRange('a', 'z');
        return !isAcronym && i > 0 && read.Tokens[i - 1].Sentence == read.Tokens[i].Sentence && !IsShouted(read);
    }

    private static bool IsShouted(TokenizedText read) => read.Raw.Count(char.IsUpper) > 2 * read.Raw.Count(char.IsLower);

    private static IEnumerable<string> People(MessageToUnderstand message) =>
        (message.Customer?.People ?? []).Select(person => person.Name)
        .Concat((message.Customer?.People ?? []).SelectMany(person => person.Addresses).Select(address => address.Value[..address.Value.LastIndexOf('@')]))
        .Append(message.SenderName ?? "");

    private static IEnumerable<string> Company(MessageToUnderstand message) =>
        message.Customer is { } customer ? customer.Domains.Select(domain => domain.Split('.')[0]).Append(customer.Name) : [];

    // A mailbox called "support@" makes no name of the word.
    private static FrozenSet<string> Words(IEnumerable<string> names) =>
        names.SelectMany(name => TokenizedText.Read(name.Replace('.', ' ').Replace('_', ' ')).Tokens).Select(token => token.Word)
            .Where(word => word.Length >= ShortestWord && !Particles.Contains(word) && !KnownThings.Contains(word)).ToFrozenSet(StringComparer.Ordinal);

    private static RedactedSpan Span(TokenizedText read, int first, int last, RedactedKind kind)
    {
        var (from, to) = (read.Tokens[first], read.Tokens[last]);
        var length = to.Start + to.Length - from.Start;
        return new RedactedSpan(from.Start, length, kind, Folding.Fold(read.Raw.Substring(from.Start, length)));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
