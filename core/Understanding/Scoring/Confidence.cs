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
    public static double Of(Reading reading, Operation operation, Part? where)
    {
        var ranked = reading.Scores.Ranked;
        if (ranked[0].Operation != operation && where is not null) ranked = where.Scores.Ranked;
        var lead = ranked[0].Score - Math.Max(0, ranked[1].Score);
        return Math.Round(1 / (1 + Math.Exp(-(Base + PerPoint * Math.Clamp(lead, 0, MaxLead)))), 3);
    }
}
