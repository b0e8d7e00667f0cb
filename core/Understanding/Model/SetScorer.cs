using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Model;

/// <summary>Weighs whole sets of operations against each other: a log-linear model over <see cref="SetClues"/>. Operations weighed one by one do not know of each other, so that one wish is read as two.</summary>
/// <param name="weights">One for each of <see cref="SetClues"/>.</param>
internal sealed class SetScorer(float[] weights)
{
    /// <summary>The weights.</summary>
    public float[] Weights { get; } = weights;

    /// <summary>The sets with their probabilities.</summary>
    public LikelySets Ask(ImmutableArray<int[]> sets, SetClues clues) => new(sets, Probabilities([.. sets.Select(clues.Of)], Weights));

    /// <summary>The probability of each set: a softmax over the weighed clues.</summary>
    public static double[] Probabilities(float[][] clues, ReadOnlySpan<float> weights)
    {
        var sums = new double[clues.Length];
        for (var set = 0; set < sums.Length; set++)
            for (var i = 0; i < weights.Length; i++) sums[set] += weights[i] * clues[set][i];
        var highest = sums.Max();
        var all = 0.0;
        for (var set = 0; set < sums.Length; set++) all += sums[set] = Math.Exp(sums[set] - highest);
        for (var set = 0; set < sums.Length; set++) sums[set] /= all;
        return sums;
    }
}

/// <summary>Sets of operations, each with the probability that a message asks for just these.</summary>
/// <param name="Sets">The sets.</param>
/// <param name="Probabilities">One for each; their sum is one.</param>
internal sealed record LikelySets(ImmutableArray<int[]> Sets, double[] Probabilities)
{
    /// <summary>For each operation the probability that it is asked, alone or beside others.</summary>
    public double[] Operations()
    {
        var asked = new double[AllOperations.List.Length];
        for (var set = 0; set < Probabilities.Length; set++)
            foreach (var member in Sets[set]) asked[member] += Probabilities[set];
        return asked;
    }

    /// <summary>The probability that something of a category is asked.</summary>
    public double Of(Category category)
    {
        var sum = 0.0;
        for (var set = 0; set < Probabilities.Length; set++)
            if (Array.Exists(Sets[set], member => AllOperations.List[member].Category == category)) sum += Probabilities[set];
        return Math.Min(1, sum);
    }
}
