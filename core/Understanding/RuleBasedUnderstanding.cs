using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Scoring;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding;

/// <summary>Reads requests by rules: weighted cues over a vocabulary. Holds no state; may be called from many threads at once.</summary>
public sealed class RuleBasedUnderstanding : IUnderstanding
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Understand(message));
    }

    private static ImmutableArray<UnderstoodRequest> Understand(MessageToUnderstand message)
    {
        var whole = UnderstandWhole(message);
        var errands = Errands.Cut(TokenizedText.Read(MessageParts.Of(message.Text).Request));
        if (errands.IsEmpty || !Errands.Operations.Contains(whole[0].Operation)) return whole;
        var each = errands.Select(text => UnderstandWhole(message with { Subject = "", Text = text })).ToList();
        if (Errands.AreTold(each)) return [.. each.SelectMany(requests => requests)];
        // Two people and two verbs, but one request: it may join the wish of one with the name of the other.
        var isOne = whole.Select(request => request.Person).Distinct(StringComparer.Ordinal).Count() < each.Count;
        return isOne ? [.. whole.Select(request => request with { Abstained = true })] : whole;
    }

    private static ImmutableArray<UnderstoodRequest> UnderstandWhole(MessageToUnderstand message)
    {
        var details = new MessageDetails(message);
        var body = details.Body;
        var reading = Reading.Of(details.Subject, details.IsReply, body);
        if (FallBack.For(reading, body.Raw.Contains('?', StringComparison.Ordinal)) is var (guess, sureness))
            return [details.Fill(new UnderstoodRequest { Operation = guess, Confidence = sureness, Abstained = Confidence.IsTooLow(sureness) }, place: null)[0]];
        var split = RequestSplitter.Split(reading, body);
        var requests = ImmutableArray.CreateBuilder<UnderstoodRequest>();
        foreach (var (operation, where) in split)
        {
            var confidence = Confidence.Of(reading, operation, where, other => split.Any(taken => taken.Operation == other || Movement.Includes(taken.Operation, other)));
            var request = new UnderstoodRequest { Operation = operation, Confidence = confidence, Abstained = Confidence.IsTooLow(confidence) };
            requests.AddRange(details.Fill(request, PlaceOf(body, split, where), split.Length > 1 ? Owned(split, where) : null, RequestSplitter.ChangesBothWays(reading, operation)));
        }
        return requests.ToImmutable();
    }

    private static RequestPlace? PlaceOf(TokenizedText body, ImmutableArray<(Operation Operation, Part? Where)> split, Part? where) => split.Length > 1 && where is not null
        ? RequestPlace.OfSentences(body, sentence => sentence == where.Sentence, sentence => sentence != where.Sentence && split.Any(other => other.Where?.Sentence == sentence)) : null;

    // Between two requests a sentence goes on with the one before it; what comes before the first belongs to the first.
    private static Func<int, bool> Owned(ImmutableArray<(Operation Operation, Part? Where)> split, Part? where)
    {
        if (where is null) return _ => false;
        var starts = split.Select(request => request.Where?.Sentence).OfType<int>().Order().ToList();
        var next = starts.Find(start => start > where.Sentence) is > 0 and var later ? later : int.MaxValue;
        var first = starts[0] == where.Sentence ? 0 : where.Sentence;
        return sentence => sentence >= first && sentence < next;
    }
}
