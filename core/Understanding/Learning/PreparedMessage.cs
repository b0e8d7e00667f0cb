using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Model;
using SiOne.Bot.Understanding.Scoring;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>A labelled message with its features, read once for all trainings that it takes part in.</summary>
/// <param name="Labelled">The message and its labels.</param>
/// <param name="Reading">The message taken apart.</param>
/// <param name="Bag">The features of the whole.</param>
/// <param name="Sentences">Each sentence's features and the operations that its words are marked for; empty where nobody marked the message.</param>
internal sealed record PreparedMessage(LabelledMessage Labelled, MessageReading Reading, FeatureBag Bag, ImmutableArray<(FeatureBag Bag, ImmutableArray<Operation> Operations)> Sentences)
{
    /// <summary>Reads a message.</summary>
    public static PreparedMessage Of(LabelledMessage labelled)
    {
        var reading = new MessageReading(labelled.Message);
        return new PreparedMessage(labelled, reading, MessageFeatures.Of(reading), Marked(labelled, reading));
    }

    // "No request" has no marks either, but all of its sentences are known to ask nothing.
    private static ImmutableArray<(FeatureBag, ImmutableArray<Operation>)> Marked(LabelledMessage labelled, MessageReading reading)
    {
        if (!labelled.Requests.Any(request => !request.Marks.IsEmpty) && labelled.Author == DevelopmentAuthor) return [];
        var sentences = MessageFeatures.BodySentences(reading);
        var bags = MessageFeatures.OfSentences(reading, sentences);
        return [.. sentences.Select((sentence, i) => (bags[i], MarkedFor(labelled, reading, sentence.Number)))];
    }

    private const string DevelopmentAuthor = "requests";

    private static ImmutableArray<Operation> MarkedFor(LabelledMessage labelled, MessageReading reading, int sentence)
    {
        if (SentenceSpan.Find(labelled.Message.Text, reading.Body, sentence) is not { } span) return [];
        return
        [
            .. labelled.Requests
                .Where(request => request.Marks.Any(mark => 2 * (Math.Min(mark.End, span.End) - Math.Max(mark.Start, span.Start)) > Math.Min(mark.Length, span.Length)))
                .Select(request => request.Operation).Distinct(),
        ];
    }
}
