using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>Learns to weigh sets of operations: gradient descent with the steps of Adam (Kingma and Ba, 2015) over all examples at once, so that nothing depends on their order. Microsoft.ML has no trainer that picks one of several candidates by shared weights.</summary>
internal static class SetTrainer
{
    private const int Steps = 250;
    private const double LearningRate = 0.05;
    private const double Regularisation = 3;
    private const double Momentum = 0.9;
    private const double Spread = 0.99;

    // The clue of the single operations' logits: without other clues a set is as likely as its members are together.
    private const int Start = 0;

    /// <summary>The scorer that makes the right sets of some messages likeliest.</summary>
    /// <param name="examples">For each message the clues of its candidates and the place of the right one.</param>
    public static SetScorer Train(IReadOnlyList<(float[][] Clues, int Right)> examples)
    {
        var deviations = Deviations(examples);
        var scaled = examples.Select(example => (Clues: example.Clues.Select(row => row.Select((clue, i) => (float)(clue / deviations[i])).ToArray()).ToArray(), example.Right)).ToList();
        var (weights, start) = (new double[SetClues.Count], deviations[Start]);
        weights[Start] = start;
        var (momentum, spread) = (new double[weights.Length], new double[weights.Length]);
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = Gradient(scaled, [.. weights.Select(weight => (float)weight)]);
            for (var i = 0; i < weights.Length; i++)
            {
                var slope = (gradient[i] + Regularisation * (weights[i] - (i == Start ? start : 0))) / scaled.Count;
                momentum[i] = Momentum * momentum[i] + (1 - Momentum) * slope;
                spread[i] = Spread * spread[i] + (1 - Spread) * slope * slope;
                var rate = LearningRate * Math.Min(1, (Steps + 10.0 - step) / 100);
                weights[i] -= rate * (momentum[i] / (1 - Math.Pow(Momentum, step))) / (Math.Sqrt(spread[i] / (1 - Math.Pow(Spread, step))) + 1e-6);
            }
        }
        return new SetScorer([.. weights.Select((weight, i) => (float)(weight / deviations[i]))]);
    }

    private static double[] Gradient(List<(float[][] Clues, int Right)> examples, float[] weights)
    {
        var gradient = new double[weights.Length];
        foreach (var (clues, right) in examples)
        {
            var probabilities = SetScorer.Probabilities(clues, weights);
            for (var set = 0; set < clues.Length; set++)
            {
                var error = probabilities[set] - (set == right ? 1 : 0);
                for (var i = 0; i < gradient.Length; i++) gradient[i] += error * clues[set][i];
            }
        }
        return gradient;
    }

    private static double[] Deviations(IReadOnlyList<(float[][] Clues, int Right)> examples)
    {
        var rows = examples.SelectMany(example => example.Clues).ToList();
        return
        [
            .. Enumerable.Range(0, SetClues.Count).Select(i =>
            {
                var mean = rows.Average(row => (double)row[i]);
                return Math.Sqrt(rows.Average(row => Math.Pow(row[i] - mean, 2))) + 1e-5;
            }),
        ];
    }
}
