using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Reads what the words say beyond the operation. Only plain words count; what is denied does not.</summary>
internal sealed class MatterReader
{
    private static readonly Lexicon Lexicon = MatterTerms.Lexicon;

    private readonly TokenizedText _bodyText;
    private readonly ImmutableArray<Hit> _subject;
    private readonly ImmutableArray<Hit> _body;

    /// <summary>Prepares a message.</summary>
    /// <param name="subject">The subject; empty where it is that of an older matter.</param>
    /// <param name="body">The request's text.</param>
    /// <param name="senderName">Whose own mailbox is nobody else's; null when unknown.</param>
    public MatterReader(TokenizedText subject, TokenizedText body, string? senderName) =>
        (_bodyText, _subject, _body) = (body, Find(subject, senderName), Find(body, senderName));

    /// <summary>The first business software that the body names, in lower case as it is written; null when there is none.</summary>
    public string? Software()
    {
        var software = Lexicon.Id("software");
        if (_body.FirstOrDefault(hit => hit.Has(software) && !hit.Denied) is not { } hit) return null;
        var (first, last) = (_bodyText.Tokens[hit.Start], _bodyText.Tokens[hit.End - 1]);
        return _bodyText.Raw[first.Start..(last.Start + last.Length)].ToLowerInvariant();
    }

    /// <summary>The matters of one request.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="owns">Which sentences of the body belong to the request; null when all of the message does.</param>
    public ImmutableSortedSet<Matter> Read(Operation operation, Func<int, bool>? owns)
    {
        var body = owns is null ? _body : _body.RemoveAll(hit => !owns(hit.Sentence));
        var subject = owns is null ? _subject : [];
        var matters = ImmutableSortedSet.CreateBuilder<Matter>();
        foreach (var rule in MatterRules.All)
        {
            if (matters.Contains(rule.Matter) || !rule.Operations.Contains(operation)) continue;
            if (subject.Concat(body).Any(hit => hit.Concepts.Overlaps(rule.NotInText))) continue;
            if (Holds(rule, body) || Holds(rule, subject)) matters.Add(rule.Matter);
        }
        return matters.Count == 0 ? [] : matters.ToImmutable();
    }

    private static bool Holds(MatterRule rule, ImmutableArray<Hit> hits)
    {
        foreach (var anchor in hits)
        {
            if (anchor.Denied || !anchor.Has(rule.Anchor)) continue;
            var sentence = hits.Where(hit => hit.Sentence == anchor.Sentence).ToList();
            if (sentence.Exists(hit => hit.Concepts.Overlaps(rule.NotInSentence))) continue;
            if (rule.Next is { } next && !sentence.Exists(hit => hit.Has(next) && hit.Start >= anchor.End && hit.Start <= anchor.End + 1)) continue;
            var found = rule.Near.Select(concept => sentence.Find(hit => !hit.Denied && hit.Has(concept) && Gap(anchor, hit) <= MatterRule.Reach)).ToList();
            if (found.Exists(hit => hit is null)) continue;
            var (from, to) = (found.Append(anchor).Min(hit => hit!.Clause), found.Append(anchor).Max(hit => hit!.Clause));
            if (!sentence.Exists(hit => hit.Clause >= from && hit.Clause <= to && hit.Concepts.Overlaps(rule.NotInClause))) return true;
        }
        return false;
    }

    private static int Gap(Hit a, Hit b) => Math.Max(0, Math.Max(b.Start - a.End, a.Start - b.End));

    private static ImmutableArray<Hit> Find(TokenizedText text, string? senderName)
    {
        var tokens = text.Tokens;
        var denied = Negation.Find(tokens);
        var quoted = Quotation.Find(text);
        var hits = ImmutableArray.CreateBuilder<Hit>();
        for (var i = 0; i < tokens.Length;)
        {
            var concepts = Lexicon.LongestAt(tokens, i, out var length);
            if (length > 0 && !quoted[i]) hits.Add(new Hit(concepts, i, i + length, tokens[i].Sentence, tokens[i].Clause, IsDenied(tokens, denied, i, length)));
            i += Math.Max(1, length);
        }
        hits.AddRange(People(text, senderName));
        return hits.ToImmutable();
    }

    // "pas sur le bureau" is denied as a whole; "n'ouvre plus" holds its own negation and is meant.
    private static bool IsDenied(ImmutableArray<Token> tokens, bool[] denied, int start, int length)
    {
        for (var i = start; i < start + length; i++)
            if (tokens[i].Word is "pas" or "plus" or "ne" or "n" or "t" or "not" or "rien" or "sans") return false;
        if (start > 0 && tokens[start - 1].Word is "pas" or "non" && tokens[start - 1].Clause == tokens[start].Clause) return true;
        if (tokens[start].Word is "apres" or "depuis" or "suite" or "sur" or "dans" or "en") return false; // "ne s'ouvre plus après le virus"
        for (var i = start; i < start + length; i++)
            if (denied[i]) return true;
        return false;
    }

    private static IEnumerable<Hit> People(TokenizedText text, string? senderName)
    {
        var person = default(ConceptSet).With(Lexicon.Id("person"));
        var own = Lexicon.Set("own");
        var tokens = text.Tokens;
        var names = new NameFinder(text).Find();
        foreach (var name in names)
        {
            var concept = senderName is not null && PersonNames.Same(name.Name, senderName) ? own : person;
            yield return new Hit(concept, name.Token, name.End, tokens[name.Token].Sentence, tokens[name.Token].Clause, false);
        }
        for (var i = 0; i < tokens.Length; i++)
        {
            var covered = names.Any(name => i >= name.Token && i < name.End);
            if (!covered && FirstNames.Contains(tokens[i].Word) && char.IsUpper(text.Written(tokens[i])[0]))
                yield return new Hit(person, i, i + 1, tokens[i].Sentence, tokens[i].Clause, false);
        }
    }

    /// <summary>Concepts at one place of the text.</summary>
    private sealed record Hit(ConceptSet Concepts, int Start, int End, int Sentence, int Clause, bool Denied)
    {
        public bool Has(int concept) => Concepts.Contains(default(ConceptSet).With(concept));
    }
}
