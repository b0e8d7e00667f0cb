using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Understanding.Scoring;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding;

/// <summary>Reads requests by rules: weighted cues over a vocabulary. Holds no state; may be called from many threads at once.</summary>
public sealed class RuleBasedUnderstanding : IUnderstanding
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Understand(message));
    }

    private static ImmutableArray<UnderstoodRequest> Understand(MessageToUnderstand message)
    {
        var parts = MessageParts.Of(message.Text);
        var reading = Reading.Of(TokenizedText.Read(message.Subject), false, TokenizedText.Read(parts.Request));
        var best = reading.Scores.Ranked()[0];
        return [new UnderstoodRequest { Operation = best.Operation, Confidence = 0.5 }];
    }
}
