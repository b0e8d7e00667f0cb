using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Scoring;

/// <summary>A message taken apart once, and the details that each of its requests gets.</summary>
internal sealed class MessageReading
{
    private readonly MessageToUnderstand _message;
    private readonly TokenizedText _both;
    private readonly PersonReader _persons;
    private readonly MatterReader _matters;
    private readonly ImmutableSortedDictionary<string, string> _fields;
    private readonly DateOnly _today;

    /// <summary>Takes a message apart.</summary>
    public MessageReading(MessageToUnderstand message)
    {
        _message = message;
        var (isReply, subjectText) = SubjectLine.Read(message.Subject);
        var parts = MessageParts.Of(message.Text);
        Subject = TokenizedText.Read(subjectText);
        Body = TokenizedText.Read(parts.Request);
        Reading = Reading.Of(Subject, isReply, Body);
        _both = TokenizedText.Read(subjectText + "\n" + parts.Request);
        _persons = new PersonReader(Subject, Body, parts.Closing, message.SenderName);
        _matters = new MatterReader(isReply ? TokenizedText.Read("") : Subject, Body, message.SenderName);
        _fields = Fields(Body, _matters);
        _today = ParisDay.Of(message.ReceivedAt);
    }

    /// <summary>The subject without its prefixes.</summary>
    public TokenizedText Subject { get; }

    /// <summary>What is asked.</summary>
    public TokenizedText Body { get; }

    /// <summary>The rules' scores.</summary>
    public Reading Reading { get; }

    /// <summary>The first request of a message that hardly any cue speaks for.</summary>
    public UnderstoodRequest Guess(Operation operation, double confidence, bool abstained) => new()
    {
        Operation = operation,
        Confidence = confidence,
        Abstained = abstained,
        Person = _persons.Read(operation, null).FirstOrDefault(),
        Date = DateReader.Read(_both, operation, _today),
        Urgent = UrgencyReader.Read(_both, operation, Reading.Whole),
        Fields = _fields,
        Matters = Matters(operation, null),
    };

    /// <summary>A request with its details: one, or one for each person where the operation is done once a person.</summary>
    /// <param name="split">All requests of the message.</param>
    /// <param name="operation">What this one asks.</param>
    /// <param name="where">The part that asks for it; null where none does.</param>
    /// <param name="confidence">How sure, 0 to 1.</param>
    /// <param name="abstained">A technician reads it.</param>
    public IEnumerable<UnderstoodRequest> Requests(ImmutableArray<(Operation Operation, Part? Where)> split, Operation operation, Part? where, double confidence, bool abstained)
    {
        var near = split.Length > 1 && where is not null ? (Func<int, bool>)(sentence => sentence == where.Sentence) : null;
        var date = DateReader.Read(_both, operation, _today);
        var request = new UnderstoodRequest
        {
            Operation = operation,
            Confidence = confidence,
            Abstained = abstained,
            Date = date,
            Hour = HourReader.Read(_both, operation, date, _today),
            Urgent = UrgencyReader.Read(_both, operation, Reading.Whole),
            Fields = _fields,
            Matters = Matters(operation, split.Length > 1 ? Owned(split, where) : null),
            Span = where is null ? null : SentenceSpan.Find(_message.Text, Body, where.Sentence),
        };
        var people = _persons.Read(operation, near, RequestSplitter.ChangesBothWays(Reading, operation));
        return people.IsEmpty ? [request] : people.Select(person => request with { Person = person });
    }

    private ImmutableSortedSet<Matter> Matters(Operation operation, Func<int, bool>? owns)
    {
        var matters = _matters.Read(operation, owns);
        return operation.Category is Category.Restore && operation != RestoreOperations.Plan && DateReader.Read(_both, operation, _today) is { } date && LossDateReader.Read(_both, date, _today)
            ? matters.Add(Matter.LossDate) : matters;
    }

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
