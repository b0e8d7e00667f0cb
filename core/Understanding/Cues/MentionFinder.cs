using System.Collections.Immutable;
using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>Finds the concepts of each sentence and clause of a text.</summary>
internal static class MentionFinder
{
    private static readonly Lexicon Lexicon = Lexicon.Default;
    private static readonly ConceptSet Works = default(ConceptSet).With(Lexicon.Id("works")).With(Lexicon.Id("power"));
    private static readonly int Fault = Lexicon.Id("fault");

    // In quotes stand the names of folders, teams and lists: « Formations », "Factures 2026".
    private static readonly ConceptSet NotInQuotes = new[] { "training", "arrival", "newcomer", "departure", "buy", "contract", "invoice", "backup", "quote", "visit", "away", "lose", "printer", "computer", "phone" }
        .Aggregate(default(ConceptSet), (set, name) => set.With(Lexicon.Id(name)));

    /// <summary>The mentions of each clause, with the number of the clause's sentence.</summary>
    public static ImmutableArray<(int Sentence, Mentions Mentions)> PerClause(TokenizedText text)
    {
        var tokens = text.Tokens;
        if (tokens.IsEmpty) return [];
        var denied = Negation.Find(tokens);
        var quoted = Quotation.Find(text);
        var clauses = ImmutableArray.CreateBuilder<(int, Mentions)>();
        var current = default(Mentions);
        for (var i = 0; i < tokens.Length;)
        {
            var concepts = Lexicon.LongestAt(tokens, i, out var length);
            if (length > 0 && quoted[i]) concepts = concepts.Without(NotInQuotes);
            if (length > 0)
            {
                current = denied[i] && !HoldsItsOwnNegation(tokens, i, length)
                    ? Deny(current, concepts)
                    : current with { Asserted = current.Asserted.Union(concepts) };
            }
            var next = i + Math.Max(1, length);
            if (next >= tokens.Length || tokens[next].Clause != tokens[i].Clause)
            {
                clauses.Add((tokens[i].Sentence, current));
                current = default;
            }
            i = next;
        }
        return clauses.ToImmutable();
    }

    // What does not work is a fault, whatever it is that does not.
    private static Mentions Deny(Mentions mentions, ConceptSet concepts) => new(
        concepts.Overlaps(Works) ? mentions.Asserted.With(Fault) : mentions.Asserted,
        mentions.Denied.Union(concepts));

    private static bool HoldsItsOwnNegation(ImmutableArray<Token> tokens, int start, int length)
    {
        for (var i = start; i < start + length; i++)
            if (tokens[i].Word is "pas" or "plus" or "ne" or "n" or "not" or "jamais" or "rien" or "sans") return true;
        return false;
    }
}
