using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Cues;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>How strongly a text speaks for each operation.</summary>
internal sealed class OperationScores
{
    private static readonly int Count = AllOperations.List.Length;
    private static readonly ImmutableArray<(Cue Cue, int Operation)> Cues =
        [.. CueList.All.Select(cue => (cue, AllOperations.List.IndexOf(cue.Operation)))];

    private static readonly OperationScores Nothing = new(new double[Count]);
    private const int RankedCount = 5;

    private readonly double[] _scores;

    private OperationScores(double[] scores)
    {
        _scores = scores;
        Ranked = Rank(scores);
    }

    /// <summary>The score of an operation.</summary>
    public double this[Operation operation] => _scores[AllOperations.List.IndexOf(operation)];

    /// <summary>The strongest operations, best first; on equal scores the order of the catalogue.</summary>
    public ImmutableArray<(Operation Operation, double Score)> Ranked { get; }

    /// <summary>The scores of one stretch of text: the weights of the cues that hold.</summary>
    public static OperationScores Of(Mentions mentions)
    {
        if (mentions == default) return Nothing;
        var scores = new double[Count];
        foreach (var (cue, operation) in Cues)
            if (cue.Holds(mentions)) scores[operation] += cue.Weight;
        return new OperationScores(scores);
    }

    /// <summary>A message as a whole: its strongest sentence counts most, then the next one, then what all of them say together.</summary>
    public static OperationScores Combine(IReadOnlyList<(double Weight, OperationScores Scores)> sentences, OperationScores whole)
    {
        var scores = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            double first = 0, second = 0;
            foreach (var (weight, sentence) in sentences)
            {
                var score = sentence._scores[i] * weight;
                if (score > first) (first, second) = (score, first);
                else if (score > second) second = score;
            }
            scores[i] = first + Weights.SecondSentence * second + Weights.WholeText * whole._scores[i];
        }
        return new OperationScores(scores);
    }

    /// <summary>One operation takes the strength of others, which count no more.</summary>
    public OperationScores Absorb(Operation into, IReadOnlySet<Operation> others)
    {
        var scores = (double[])_scores.Clone();
        foreach (var other in others)
        {
            var at = AllOperations.List.IndexOf(other);
            scores[AllOperations.List.IndexOf(into)] = Math.Max(scores[AllOperations.List.IndexOf(into)], scores[at]);
            scores[at] = Math.Min(0, scores[at]);
        }
        return new OperationScores(scores);
    }

    private static ImmutableArray<(Operation Operation, double Score)> Rank(double[] scores)
    {
        Span<int> best = stackalloc int[RankedCount];
        var count = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var at = count;
            while (at > 0 && scores[best[at - 1]] < scores[i]) at--;
            if (at == RankedCount) continue;
            if (count < RankedCount) count++;
            for (var move = count - 1; move > at; move--) best[move] = best[move - 1];
            best[at] = i;
        }
        var ranked = ImmutableArray.CreateBuilder<(Operation, double)>(count);
        foreach (var i in best[..count]) ranked.Add((AllOperations.List[i], scores[i]));
        return ranked.MoveToImmutable();
    }
}
