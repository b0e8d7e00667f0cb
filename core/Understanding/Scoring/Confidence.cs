using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>How sure the reader is: the share of right answers that messages with such scores had on the development set.</summary>
internal static class Confidence
{
    private const double Threshold = 0.5;

    /// <summary>Below this a technician reads the message.</summary>
    public static bool IsTooLow(double confidence) => confidence < Threshold;

    /// <summary>A logistic curve over the height of the best score and its lead over the next one.</summary>
    public static double Of(Reading reading, Operation operation, bool isFirst)
    {
        var ranked = reading.Scores.Ranked();
        var score = reading.Scores[operation];
        var rival = ranked.First(pair => pair.Operation != operation).Score;
        var lead = isFirst ? Math.Max(0, score - Math.Max(0, rival)) : 2;
        return Math.Round(1 / (1 + Math.Exp(-(-1.2 + 0.1 * Math.Min(score, 12) + 0.35 * Math.Min(lead, 8)))), 3);
    }
}
