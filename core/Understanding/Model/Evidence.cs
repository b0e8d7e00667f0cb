using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Scoring;

namespace SiOne.Bot.Understanding.Model;

/// <summary>What the first readers say of a message: the model of whole messages, the model of sentences, and the rules.</summary>
/// <param name="Message">Logits of the whole message, one an operation.</param>
/// <param name="Sentences">The sentences of the body, each with its logits.</param>
/// <param name="Rules">The rules' score of each operation.</param>
/// <param name="RulePick">The operations that the rules would answer, in the catalogue's order.</param>
/// <param name="Clauses">The clauses of the body with the rules' scores.</param>
/// <param name="Words">How many words the body has.</param>
/// <param name="IsList">The body announces several requests or numbers them.</param>
internal sealed record Evidence(
    double[] Message, ImmutableArray<(BodySentence Sentence, double[] Logits)> Sentences, double[] Rules, bool[] RulePick, ImmutableArray<Part> Clauses, int Words, bool IsList)
{
    private const double NoSentence = -8;
    private const double WeakestClause = 0.5;

    /// <summary>Asks the readers.</summary>
    public static Evidence Of(MessageReading message, LinearModel messages, LinearModel sentences)
    {
        var body = MessageFeatures.BodySentences(message);
        var bags = MessageFeatures.OfSentences(message, body);
        return new Evidence(
            messages.Logits(MessageFeatures.Of(message)),
            [.. body.Select((sentence, i) => (sentence, sentences.Logits(bags[i])))],
            [.. AllOperations.List.Select(operation => message.Reading.Scores[operation])],
            RulePicks(message),
            message.Reading.Clauses,
            message.Body.Tokens.Length,
            RequestSplitter.IsList(message.Body));
    }

    /// <summary>The sentence that speaks most for an operation; null when the body has none.</summary>
    public BodySentence? SentenceFor(int operation) => Sentences.IsEmpty ? null : Sentences.MaxBy(sentence => sentence.Logits[operation]).Sentence;

    /// <summary>The place of the clause that speaks most for an operation within its sentence; behind all clauses when none does.</summary>
    public int ClauseFor(int operation)
    {
        var (at, best) = (Clauses.Length, WeakestClause);
        if (SentenceFor(operation) is not { } sentence) return at;
        for (var i = 0; i < Clauses.Length; i++)
        {
            var score = Clauses[i].Scores[AllOperations.List[operation]];
            if (Clauses[i].Sentence == sentence.Number && score > best) (at, best) = (i, score);
        }
        return at;
    }

    /// <summary>The two strongest logits of an operation among the sentences.</summary>
    public (double First, double Second) Strongest(int operation)
    {
        var (first, second) = (NoSentence, NoSentence);
        foreach (var (_, logits) in Sentences)
        {
            if (logits[operation] > first) (first, second) = (logits[operation], first);
            else if (logits[operation] > second) second = logits[operation];
        }
        return (first, second);
    }

    /// <summary>By how much an operation leads in the sentence where it leads most.</summary>
    public double BestLead(int operation)
    {
        var best = NoSentence;
        foreach (var (_, logits) in Sentences)
        {
            var next = NoSentence * 4;
            for (var other = 0; other < logits.Length; other++)
                if (other != operation) next = Math.Max(next, logits[other]);
            best = Math.Max(best, logits[operation] - next);
        }
        return best;
    }

    private static bool[] RulePicks(MessageReading message)
    {
        var split = RequestSplitter.Split(message.Reading, message.Body).Select(request => request.Operation).ToHashSet();
        return [.. AllOperations.List.Select(split.Contains)];
    }
}
