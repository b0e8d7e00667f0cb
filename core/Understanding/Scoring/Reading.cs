using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Cues;
using SiOne.Bot.Understanding.Text;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>A message with the scores of its sentences, its clauses and itself.</summary>
internal sealed class Reading
{
    private static readonly ConceptSet Ask = Lexicon.Default.Set("ask");

    private Reading(ImmutableArray<Part> sentences, ImmutableArray<Part> clauses, Mentions whole, OperationScores scores, Operation? movement) =>
        (Sentences, Clauses, Whole, Scores, Movement) = (sentences, clauses, whole, scores, movement);

    /// <summary>The sentences, the subject's first.</summary>
    public ImmutableArray<Part> Sentences { get; }

    /// <summary>The clauses of the body's sentences.</summary>
    public ImmutableArray<Part> Clauses { get; }

    /// <summary>The concepts of the whole message.</summary>
    public Mentions Whole { get; }

    /// <summary>The scores of the whole message.</summary>
    public OperationScores Scores { get; }

    /// <summary>The arrival or departure that the message is about, with all that belongs to it; null for neither.</summary>
    public Operation? Movement { get; }

    /// <summary>Scores a message.</summary>
    public static Reading Of(TokenizedText subject, bool isReply, TokenizedText body)
    {
        var subjectClauses = MentionFinder.PerClause(subject);
        var bodyClauses = MentionFinder.PerClause(body);
        var topic = Topic.Of(subjectClauses, bodyClauses);
        var subjectParts = Sentence(topic.Apply(subjectClauses), isSubject: true);
        var clauses = topic.Apply(bodyClauses);
        var bodyParts = Sentence(clauses, isSubject: false);
        var whole = subjectParts.Concat(bodyParts).Aggregate(default(Mentions), (sum, part) => sum.Union(part.Mentions));
        var subjectWeight = isReply ? Weights.ReplySubject : Weights.Subject;
        var weighted = subjectParts.Select(part => (subjectWeight, part.Scores))
            .Concat(bodyParts.Select(part => (part.Mentions.Asserted.Overlaps(Ask) ? Weights.AskingSentence : 1, part.Scores)))
            .ToList();
        var scores = OperationScores.Combine(weighted, OperationScores.Of(whole));
        var movement = Scoring.Movement.Of(whole.Asserted, subjectParts.Concat(bodyParts), scores);
        return new Reading(
            [.. subjectParts, .. bodyParts],
            [.. clauses.Select(clause => new Part(clause.Sentence, false, clause.Mentions, OperationScores.Of(clause.Mentions)))],
            whole,
            movement is null ? scores : Scoring.Movement.Absorb(movement, scores),
            movement);
    }

    private static List<Part> Sentence(ImmutableArray<(int Sentence, Mentions Mentions)> clauses, bool isSubject) =>
    [
        .. clauses.GroupBy(clause => clause.Sentence).Select(group =>
        {
            var mentions = group.Aggregate(default(Mentions), (sum, clause) => sum.Union(clause.Mentions));
            return new Part(group.Key, isSubject, mentions, OperationScores.Of(mentions));
        }),
    ];
}

/// <summary>A stretch of a message.</summary>
/// <param name="Sentence">The number of the sentence it belongs to.</param>
/// <param name="IsSubject">It is the subject's.</param>
/// <param name="Mentions">Its concepts.</param>
/// <param name="Scores">Its scores.</param>
internal sealed record Part(int Sentence, bool IsSubject, Mentions Mentions, OperationScores Scores);
