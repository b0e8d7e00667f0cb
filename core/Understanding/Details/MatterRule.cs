using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Details;

/// <summary>Words that together say a matter, in one sentence and near each other.</summary>
/// <param name="Matter">What they say.</param>
/// <param name="Operations">For which operations they say it.</param>
/// <param name="Anchor">The concept that is looked for first.</param>
/// <param name="Near">Concepts at most <see cref="Reach"/> words from it.</param>
/// <param name="Next">The concept that must follow the anchor at once; null when none must.</param>
/// <param name="NotInSentence">Concepts that must not stand in the sentence, not even denied.</param>
/// <param name="NotInClause">Concepts that must not stand in the clauses of the words found.</param>
/// <param name="NotInText">Concepts that must stand nowhere in the text.</param>
internal sealed record MatterRule(
    Matter Matter, FrozenSet<Operation> Operations, int Anchor, ImmutableArray<int> Near, int? Next,
    ConceptSet NotInSentence, ConceptSet NotInClause, ConceptSet NotInText)
{
    /// <summary>How many words may stand between the words of one rule.</summary>
    public const int Reach = 9;

    /// <summary>
    /// Reads a rule: the anchor and its companions, separated by spaces; <c>+name</c> follows the anchor at once, <c>!name</c> must be missing in
    /// the sentence, <c>~name</c> in the clauses of the words, <c>^name</c> in the whole text.
    /// </summary>
    public static MatterRule Parse(Matter matter, IEnumerable<Operation> operations, string pattern)
    {
        var lexicon = MatterTerms.Lexicon;
        var parts = pattern.Split(' ');
        ConceptSet Set(char mark) => parts.Where(part => part[0] == mark).Aggregate(default(ConceptSet), (set, part) => set.With(lexicon.Id(part[1..])));
        var plain = parts.Where(part => char.IsLetter(part[0])).Select(lexicon.Id).ToImmutableArray();
        var next = Array.Find(parts, part => part[0] == '+');
        return new MatterRule(matter, operations.ToFrozenSet(), plain[0], plain[1..], next is null ? null : lexicon.Id(next[1..]), Set('!'), Set('~'), Set('^'));
    }
}
