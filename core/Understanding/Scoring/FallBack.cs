using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>What is proposed for a text that hardly any cue speaks for. It is always left to a technician where it looks like a request.</summary>
internal static class FallBack
{
    private const double WeakScore = 1.5;
    private const double Guess = 0.1;
    private const double NothingAsked = 0.6;

    private static readonly ConceptSet Asking = Lexicon.Default.Set("ask", "fault", "follow-up", "howto");
    private static readonly ConceptSet Things = Lexicon.Default.Set(
        "computer", "phone", "hardware", "printer", "software", "outlook", "mailbox", "account", "licence", "file", "network", "drive", "password", "repair", "sharepoint", "backup", "list", "mail", "address", "teams", "m365", "office-app", "rights", "calendar", "signature-block");
    // They go with any request.
    private static readonly ConceptSet Empty = Lexicon.Default.Set("ask", "follow-up", "howto", "works", "fault", "send", "receive", "date-wish", "identified", "give", "shared-thing");
    private static readonly ConceptSet FollowUp = Lexicon.Default.Set("follow-up");

    /// <summary>Whether "no request" was read where somebody reminds of a request made before.</summary>
    public static bool IsFollowUp(Reading reading, Operation operation) => operation == OtherOperations.None && reading.Whole.Asserted.Overlaps(FollowUp);

    /// <summary>Whether a text only reminds of a request made before and does not say which: a technician knows.</summary>
    public static bool IsReminder(Reading reading) => reading.Whole.Asserted.Overlaps(FollowUp) && NamesNothing(reading);

    /// <summary>Whether a text is too vague to be guessed at: it names no thing, no action and no trouble that the vocabulary knows.</summary>
    public static bool NamesNothing(Reading reading) => reading.Whole.Asserted.Union(reading.Whole.Denied).Without(Empty) == default;

    /// <summary>The operation and confidence of a text whose meaning the cues do not tell; null when they do.</summary>
    public static (Operation Operation, double Confidence)? For(Reading reading, bool hasQuestion)
    {
        var (best, score) = reading.Scores.Ranked[0];
        // A reminder or "ok pour moi" belongs to a request somebody made before: it is never "no request".
        if (best == OtherOperations.None && reading.Whole.Asserted.Overlaps(FollowUp)) return (IncidentOperations.Help, Guess);
        if (score >= WeakScore) return null;
        var asks = hasQuestion || reading.Whole.Asserted.Overlaps(Asking) || reading.Whole.Denied.Overlaps(Asking);
        if (score > 0 && asks) return (best, Guess);
        return asks || reading.Whole.Asserted.Overlaps(Things) ? (IncidentOperations.Help, Guess) : (OtherOperations.None, NothingAsked);
    }
}
