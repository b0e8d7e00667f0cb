using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Understanding.Scoring;

namespace SiOne.Bot.Understanding;

/// <summary>Reads requests by rules: weighted cues over a vocabulary. Holds no state; may be called from many threads at once.</summary>
public sealed class RuleBasedUnderstanding : IUnderstanding
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Errands.Read(message, UnderstandWhole));
    }

    private static ImmutableArray<UnderstoodRequest> UnderstandWhole(MessageToUnderstand message)
    {
        var whole = new MessageReading(message);
        var reading = whole.Reading;
        if (FallBack.For(reading, whole.Body.Raw.Contains('?', StringComparison.Ordinal)) is var (guess, sureness))
            return [whole.Guess(guess, sureness, Confidence.IsTooLow(sureness))];
        var split = RequestSplitter.Split(reading, whole.Body);
        var requests = ImmutableArray.CreateBuilder<UnderstoodRequest>();
        foreach (var (operation, where) in split)
        {
            var confidence = Confidence.Of(reading, operation, where, other => split.Any(taken => taken.Operation == other || Movement.Includes(taken.Operation, other)));
            requests.AddRange(whole.Requests(split, operation, where, confidence, Confidence.IsTooLow(confidence)));
        }
        return requests.ToImmutable();
    }
}
