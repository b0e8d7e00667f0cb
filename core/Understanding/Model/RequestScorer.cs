using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Model;

/// <summary>Weighs what the first readers say of each operation by itself; <see cref="SetScorer"/> then weighs them against each other.</summary>
/// <remarks>Trained on answers that the first readers gave for authors whom they had not seen, so it trusts them as far as new mail allows.</remarks>
/// <param name="companions">See <see cref="Companions"/>.</param>
/// <param name="weights">One for each clue of <see cref="Clues"/>.</param>
/// <param name="bias">The logit without clues.</param>
internal sealed class RequestScorer(float[] companions, float[] weights, float bias)
{
    private const double HighestRuleScore = 12;
    private const double RuleUnit = 0.2;

    /// <summary>How often operations go together.</summary>
    public float[] Companions { get; } = companions;

    /// <summary>The weights.</summary>
    public float[] Weights { get; } = weights;

    /// <summary>The bias.</summary>
    public float Bias { get; } = bias;

    /// <summary>For each operation by itself how much speaks for it.</summary>
    public double[] Logits(Evidence evidence)
    {
        var clues = Clues(evidence, Companions);
        var logits = new double[clues.Length];
        for (var operation = 0; operation < clues.Length; operation++)
        {
            logits[operation] = Bias;
            for (var i = 0; i < Weights.Length; i++) logits[operation] += Weights[i] * clues[operation][i];
        }
        return logits;
    }

    /// <summary>For each operation the numbers that are weighed.</summary>
    public static float[][] Clues(Evidence evidence, float[] companions)
    {
        var logits = evidence.Message;
        var order = Enumerable.Range(0, logits.Length).OrderByDescending(i => logits[i]).ToArray();
        var (top, next) = (order[0], order[1]);
        var strongest = Enumerable.Range(0, logits.Length).Select(evidence.Strongest).ToArray();
        var count = evidence.Sentences.Length;
        var rows = new float[logits.Length][];
        for (var operation = 0; operation < rows.Length; operation++)
        {
            var isTop = operation == top;
            var lead = logits[isTop ? next : top];
            var abroad = order.Select(other => (double?)logits[other]).Where((_, i) => AllOperations.List[order[i]].Category != AllOperations.List[operation].Category).First()!.Value;
            var (first, second) = strongest[operation];
            var rule = evidence.Rules[operation];
            rows[operation] =
            [
                (float)logits[operation], isTop ? 1 : 0, isTop ? (float)lead : 0, isTop ? 0 : (float)lead, (float)abroad,
                isTop ? 0 : companions[top * rows.Length + operation],
                (float)first, (float)second, (float)(first - Others(strongest, operation)), (float)evidence.BestLead(operation),
                (float)(Math.Min(rule, HighestRuleScore) * RuleUnit), (float)((rule - Others(evidence.Rules, operation)) * RuleUnit), evidence.RulePick[operation] ? 1 : 0,
                MathF.Log(1 + count), (float)(count * 0.05 * logits[operation]),
            ];
        }
        return rows;
    }

    private static double Others((double First, double Second)[] strongest, int operation)
    {
        var best = double.NegativeInfinity;
        for (var other = 0; other < strongest.Length; other++)
            if (other != operation) best = Math.Max(best, strongest[other].First);
        return best;
    }

    private static double Others(double[] scores, int operation)
    {
        var best = double.NegativeInfinity;
        for (var other = 0; other < scores.Length; other++)
            if (other != operation) best = Math.Max(best, scores[other]);
        return best;
    }
}
