using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Cues;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>Cuts a text that asks one thing for one person and another for somebody else: each part is then read as a message of its own, so that no wish meets the wrong person.</summary>
internal static class Errands
{
    private const int Most = 6;

    private static readonly ConceptSet Verbs = Lexicon.Default.Set("create", "close", "delete", "release", "assign", "prepare", "convert", "remove", "arrival", "departure");
    private static readonly ConceptSet Objects = Lexicon.Default.Set("account", "m365", "mailbox", "licence", "phone", "address");

    // Whom mail goes to, who takes over or who agrees is told in another person's errand.
    private static readonly FrozenSet<string> Beside = new[]
    {
        "vers", "chez", "par", "avec", "remplace", "remplacer", "remplacera", "remplacement", "place", "succede", "succedera", "copie", "cc", "accord", "voir", "contacter", "contact", "comme", "manager", "responsable", "valide", "validation", "que", "celle", "celui", "acces",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The operations that an errand may be: done once for each person, by an administrator's word.</summary>
    public static FrozenSet<Operation> Operations { get; } =
    [
        LicenceOperations.Arrival, LicenceOperations.Departure, LicenceOperations.Release, LicenceOperations.Assign,
        MailboxOperations.Create, MailboxOperations.Close, MailboxOperations.ConvertShared, PhoneOperations.Prepare, PhoneOperations.Return,
    ];

    /// <summary>Reads a message as a whole, and each errand by itself where it holds several.</summary>
    /// <param name="message">The message.</param>
    /// <param name="read">Reads one text.</param>
    public static ImmutableArray<UnderstoodRequest> Read(MessageToUnderstand message, Func<MessageToUnderstand, ImmutableArray<UnderstoodRequest>> read)
    {
        var whole = read(message);
        if (!Operations.Contains(whole[0].Operation)) return whole;
        var errands = Cut(TokenizedText.Read(MessageParts.Of(message.Text).Request));
        if (errands.IsEmpty) return whole;
        // A span of a part would not be one of the text: its own lines are sought in the whole once more.
        var each = errands.Select(text => read(message with { Subject = "", Text = text })).Select(requests => requests.Select(request => request with { Span = whole.FirstOrDefault(other => other.Operation == request.Operation && other.Person == request.Person)?.Span }).ToImmutableArray()).ToList();
        if (AreTold(each)) return [.. each.SelectMany(requests => requests)];
        // Two people and two verbs, but one request: it may join the wish of one with the name of the other.
        var isOne = whole.Select(request => request.Person).Distinct(StringComparer.Ordinal).Count() < each.Count;
        return isOne ? [.. whole.Select(request => request with { Abstained = true })] : whole;
    }

    /// <summary>The parts of a text, each with one person and a verb; empty where it names fewer than two people with verbs of their own.</summary>
    /// <remarks>What stands before the first part (a greeting, a date for all) is put before each.</remarks>
    public static ImmutableArray<string> Cut(TokenizedText body)
    {
        var names = new NameFinder(body).Find().Where(name => IsMeant(body, name)).ToList();
        if (names.Select(name => name.Name).Distinct(StringComparer.Ordinal).Count() is < 2 or > Most) return [];
        var starts = new List<int>();
        string? person = null;
        foreach (var name in names)
        {
            var (first, mentions) = ClauseOf(body, name);
            if (name.Name == person) continue;
            // A second name without a verb and a thing of its own belongs to the list of the first one.
            if (!mentions.Asserted.Overlaps(Verbs) || !mentions.Asserted.Overlaps(Objects)) return [];
            starts.Add(first);
            person = name.Name;
        }
        if (starts.Count < 2 || starts.Distinct().Count() != starts.Count) return [];
        var lead = LeadBefore(body, starts[0]);
        var parts = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < starts.Count; i++)
        {
            var from = body.Tokens[starts[i]].Start;
            var to = i + 1 < starts.Count ? body.Tokens[starts[i + 1]].Start : body.Raw.Length;
            parts.Add(lead + body.Raw[from..to].TrimEnd(' ', '\n', '-', '•', '*', '–', ','));
        }
        return parts.ToImmutable();
    }

    /// <summary>Whether each part told of requests for its own person, surely enough to go without the whole.</summary>
    public static bool AreTold(IReadOnlyList<ImmutableArray<UnderstoodRequest>> parts) =>
        parts.All(part => Operations.Contains(part[0].Operation) && part.All(request => !request.Abstained && request.Person is not null && request.Person == part[0].Person))
        && parts.Select(part => part[0].Person).Distinct(StringComparer.Ordinal).Count() == parts.Count;

    private static bool IsMeant(TokenizedText body, NameMention name)
    {
        var sentence = body.Tokens[name.Token].Sentence;
        for (var i = name.Token - 1; i >= 0 && i >= name.Token - 2 && body.Tokens[i].Sentence == sentence; i--)
            if (Beside.Contains(body.Tokens[i].Word)) return false;
        // A signature is a line of its own.
        var isAlone = (name.Token == 0 || body.Tokens[name.Token - 1].Sentence != sentence) && (name.End >= body.Tokens.Length || body.Tokens[name.End].Sentence != sentence);
        return !isAlone && !new PersonRole(body).MaySign(name);
    }

    private static (int First, Mentions Mentions) ClauseOf(TokenizedText body, NameMention name)
    {
        var clause = body.Tokens[name.Token].Clause;
        var first = name.Token;
        while (first > 0 && body.Tokens[first - 1].Clause == clause) first--;
        var last = name.Token;
        while (last + 1 < body.Tokens.Length && body.Tokens[last + 1].Clause == clause) last++;
        var (from, to) = (body.Tokens[first].Start, body.Tokens[last].Start + body.Tokens[last].Length);
        var mentions = MentionFinder.PerClause(TokenizedText.Read(body.Raw[from..to])).Aggregate(default(Mentions), (sum, part) => sum.Union(part.Mentions));
        return (first, mentions);
    }

    private static string LeadBefore(TokenizedText body, int first)
    {
        var from = body.Tokens[first].Start;
        var lead = body.Raw[..from].TrimEnd(' ', '\n', '-', '•', '*', '–');
        return lead.Length == 0 ? "" : lead + (lead[^1] is '.' or ',' or ':' or ';' or '!' ? " " : ", ");
    }
}
