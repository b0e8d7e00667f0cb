using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>How sure the reader is: the share of right answers among messages with such a lead, on data that the cues were not set on.</summary>
internal static class Confidence
{
    private const double Threshold = 0.5;
    private const double Base = -0.5;
    private const double PerPoint = 0.23;
    private const double MaxLead = 10;

    /// <summary>Below this a technician reads the message.</summary>
    public static bool IsTooLow(double confidence) => confidence < Threshold;

    /// <summary>A logistic curve over the lead on the next best operation; the height of the score itself was seen to tell nothing.</summary>
    /// <param name="reading">The message.</param>
    /// <param name="operation">The operation proposed.</param>
    /// <param name="where">The part that asks for it.</param>
    /// <param name="isTaken">The operations that are requests of their own or belong to one: they raise no doubt.</param>
    public static double Of(Reading reading, Operation operation, Part? where, Func<Operation, bool> isTaken)
    {
        var isOwn = operation == reading.Scores.Ranked[0].Operation || operation == reading.Movement;
        var scores = isOwn || where is null ? reading.Scores : where.Scores;
        var next = scores.Ranked.Where(rank => rank.Operation != operation && !isTaken(rank.Operation)).Select(rank => rank.Score).FirstOrDefault();
        var lead = scores[operation] - Math.Max(0, next);
        return Math.Round(1 / (1 + Math.Exp(-(Base + PerPoint * Math.Clamp(lead, 0, MaxLead)))), 3);
    }
}
