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
        var (isReply, subjectText) = SubjectLine.Read(message.Subject);
        var parts = MessageParts.Of(message.Text);
        var subject = TokenizedText.Read(subjectText);
        var body = TokenizedText.Read(parts.Request);
        var reading = Reading.Of(subject, isReply, body);
        var today = ParisDay.Of(message.ReceivedAt);
        var both = TokenizedText.Read(subjectText + "\n" + parts.Request);
        var persons = new PersonReader(subject, body, parts.Closing, message.SenderName);
        var matters = new MatterReader(isReply ? TokenizedText.Read("") : subject, body, message.SenderName);
        var fields = Fields(body, matters);
        var read = new Func<Operation, Func<int, bool>?, ImmutableSortedSet<Matter>>((operation, owns) => WithLoss(matters.Read(operation, owns), both, operation, today));
        if (FallBack.For(reading, body.Raw.Contains('?', StringComparison.Ordinal)) is var (guess, sureness))
        {
            return
            [
                new UnderstoodRequest
                {
                    Operation = guess,
                    Confidence = sureness,
                    Abstained = Confidence.IsTooLow(sureness),
                    Person = persons.Read(guess, null).FirstOrDefault(),
                    Date = DateReader.Read(both, guess, today),
                    Urgent = UrgencyReader.Read(both, guess),
                    Fields = fields,
                    Matters = read(guess, null),
                },
            ];
        }
        var split = RequestSplitter.Split(reading, body);
        var requests = ImmutableArray.CreateBuilder<UnderstoodRequest>();
        foreach (var (operation, where) in split)
        {
            var near = split.Length > 1 && where is not null
                ? RequestPlace.OfSentences(body, sentence => sentence == where.Sentence, sentence => sentence != where.Sentence && split.Any(other => other.Where?.Sentence == sentence)) : null;
            var date = DateReader.Read(both, operation, today, near, subject.Tokens.Length);
            var confidence = Confidence.Of(reading, operation, where, other => split.Any(taken => taken.Operation == other || Movement.Includes(taken.Operation, other)));
            var request = new UnderstoodRequest
            {
                Operation = operation,
                Confidence = confidence,
                Abstained = Confidence.IsTooLow(confidence),
                Date = date,
                Hour = HourReader.Read(both, operation, date, today),
                Urgent = UrgencyReader.Read(both, operation, near, subject.Tokens.Length),
                Fields = fields,
                Matters = read(operation, split.Length > 1 ? Owned(split, where) : null),
            };
            var people = persons.Read(operation, near, RequestSplitter.ChangesBothWays(reading, operation));
            if (people.IsEmpty) requests.Add(request);
            else foreach (var person in people) requests.Add(request with { Person = person });
        }
        return requests.ToImmutable();
    }

    private static ImmutableSortedSet<Matter> WithLoss(ImmutableSortedSet<Matter> matters, TokenizedText text, Operation operation, DateOnly today) =>
        operation.Category is Category.Restore && operation != RestoreOperations.Plan && DateReader.Read(text, operation, today) is { } date && LossDateReader.Read(text, date, today)
            ? matters.Add(Matter.LossDate) : matters;

    private static ImmutableSortedDictionary<string, string> Fields(TokenizedText body, MatterReader matters)
    {
        var fields = ImmutableSortedDictionary<string, string>.Empty;
        if (AddressReader.Read(body) is { } addresses) fields = fields.Add(FieldNames.Addresses, addresses);
        return matters.Software() is { } software ? fields.Add(FieldNames.Software, software) : fields;
    }

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
