using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details.Fields;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Details;

/// <summary>What one message says beside its operations. It is taken apart once; then each of its requests is filled in.</summary>
internal sealed class MessageDetails
{
    private readonly TokenizedText _both;
    private readonly PersonReader _persons;
    private readonly MatterReader _matters;
    private readonly DateOnly _today;
    private readonly string? _addresses;
    private readonly string? _software;
    private readonly string _written;

    /// <summary>Takes a message apart.</summary>
    public MessageDetails(MessageToUnderstand message)
    {
        (IsReply, var subject) = SubjectLine.Read(message.Subject);
        var parts = MessageParts.Of(message.Text);
        Subject = TokenizedText.Read(subject);
        Body = TokenizedText.Read(parts.Request);
        _both = TokenizedText.Read(subject + "\n" + parts.Request);
        _persons = new PersonReader(Subject, Body, parts.Closing, message.SenderName);
        _matters = new MatterReader(IsReply ? TokenizedText.Read("") : Subject, Body, message.SenderName);
        _written = parts.Written;
        _today = ParisDay.Of(message.ReceivedAt);
        _addresses = AddressReader.Read(Body);
        _software = _matters.Software();
    }

    /// <summary>Whether the message answers or forwards another.</summary>
    public bool IsReply { get; }

    /// <summary>The subject without its "RE:".</summary>
    public TokenizedText Subject { get; }

    /// <summary>What is asked; places count its words.</summary>
    public TokenizedText Body { get; }

    /// <summary>The request with its details: one, or for what is done once a person, one for each.</summary>
    /// <param name="request">Operation and confidence; a date that it has already is kept.</param>
    /// <param name="place">Where it stands; null: all of the text is about it.</param>
    /// <param name="owns">Which sentences its matters may come from; null: all.</param>
    /// <param name="eachNamed">Every named person is meant, wherever the name stands.</param>
    public ImmutableArray<UnderstoodRequest> Fill(UnderstoodRequest request, RequestPlace? place, Func<int, bool>? owns = null, bool eachNamed = false)
    {
        var operation = request.Operation;
        var own = DateReader.Read(_both, operation, _today, place, Subject.Tokens.Length, place is not null && _persons.NamesItsOwn(place));
        var date = request.Date ?? own;
        var filled = request with
        {
            Date = date,
            Hour = HourReader.Read(_both, operation, date, _today),
            Urgent = UrgencyReader.Read(_both, operation, place, Subject.Tokens.Length),
            Fields = Fields(operation, place),
            Matters = Matters(operation, own, owns),
        };
        var people = _persons.Read(operation, place, eachNamed);
        return people.IsEmpty ? [filled] : [.. people.Select(person => filled with { Person = person })];
    }

    private ImmutableSortedDictionary<string, string> Fields(Operation operation, RequestPlace? place)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>();
        fields.AddRange(FieldReader.Read(Body, operation, place));
        var words = AbsenceWords.Read(_written, operation);
        Put(FieldNames.Addresses, _addresses);
        Put(FieldNames.Software, _software);
        Put(FieldNames.Message, words);
        // Who hands over words for an answer wants one.
        Put(FieldNames.Change, words is null ? ChangeReader.Read(Body, operation, place) : null);
        Put(FieldNames.Manager, ManagerReader.Read(Body, operation, place));
        Put(FieldNames.Language, LanguageReader.Read(Body, operation, place));
        return fields.ToImmutable();

        void Put(string name, string? value)
        {
            if (value is not null) fields[name] = value;
        }
    }

    private ImmutableSortedSet<Matter> Matters(Operation operation, DateOnly? date, Func<int, bool>? owns)
    {
        var matters = _matters.Read(operation, owns);
        return operation.Category is Category.Restore && operation != RestoreOperations.Plan && date is { } day && LossDateReader.Read(_both, day, _today)
            ? matters.Add(Matter.LossDate) : matters;
    }
}
