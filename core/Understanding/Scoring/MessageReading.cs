using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>A message taken apart once: the rules' scores, and the details that each of its requests gets.</summary>
internal sealed class MessageReading
{
    private readonly MessageToUnderstand _message;
    private readonly MessageDetails _details;

    /// <summary>Takes a message apart.</summary>
    public MessageReading(MessageToUnderstand message)
    {
        _message = message;
        _details = new MessageDetails(message);
        Reading = Reading.Of(Subject, _details.IsReply, Body);
    }

    /// <summary>The subject without its prefixes.</summary>
    public TokenizedText Subject => _details.Subject;

    /// <summary>What is asked.</summary>
    public TokenizedText Body => _details.Body;

    /// <summary>The rules' scores.</summary>
    public Reading Reading { get; }

    /// <summary>The first request of a message that hardly any cue speaks for.</summary>
    public UnderstoodRequest Guess(Operation operation, double confidence, bool abstained) =>
        _details.Fill(new UnderstoodRequest { Operation = operation, Confidence = confidence, Abstained = abstained }, place: null)[0];

    /// <summary>A request with its details: one, or one for each person where the operation is done once a person.</summary>
    /// <param name="split">All requests of the message.</param>
    /// <param name="operation">What this one asks.</param>
    /// <param name="where">The part that asks for it; null where none does.</param>
    /// <param name="confidence">How sure, 0 to 1.</param>
    /// <param name="abstained">A technician reads it.</param>
    public ImmutableArray<UnderstoodRequest> Requests(ImmutableArray<(Operation Operation, Part? Where)> split, Operation operation, Part? where, double confidence, bool abstained)
    {
        var request = new UnderstoodRequest
        {
            Operation = operation,
            Confidence = confidence,
            Abstained = abstained,
            Span = where is null ? null : SentenceSpan.Find(_message.Text, Body, where.Sentence),
        };
        return _details.Fill(request, PlaceOf(split, where), split.Length > 1 ? Owned(split, where) : null, RequestSplitter.ChangesBothWays(Reading, operation));
    }

    private RequestPlace? PlaceOf(ImmutableArray<(Operation Operation, Part? Where)> split, Part? where) => split.Length > 1 && where is not null
        ? RequestPlace.OfSentences(Body, sentence => sentence == where.Sentence, sentence => sentence != where.Sentence && split.Any(other => other.Where?.Sentence == sentence)) : null;

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
