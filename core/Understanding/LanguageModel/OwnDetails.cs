using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Details;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>
/// What the embedded readers say of a message for an operation that a model proposes. Whom it is about and what is beyond the contract decide on
/// authority and entitlement: the model has no part in them, not even by choosing a sentence.
/// </summary>
internal sealed class OwnDetails
{
    private readonly TokenizedText _body;
    private readonly TokenizedText _both;
    private readonly PersonReader _persons;
    private readonly MatterReader _matters;
    private readonly DateOnly _today;

    /// <summary>Prepares a message.</summary>
    public OwnDetails(MessageToUnderstand message)
    {
        var (isReply, subjectText) = SubjectLine.Read(message.Subject);
        var parts = MessageParts.Of(message.Text);
        var subject = TokenizedText.Read(subjectText);
        _body = TokenizedText.Read(parts.Request);
        _both = TokenizedText.Read(subjectText + "\n" + parts.Request);
        _persons = new PersonReader(subject, _body, parts.Closing, message.SenderName);
        _matters = new MatterReader(isReply ? TokenizedText.Read("") : subject, _body, message.SenderName);
        _today = ParisDay.Of(message.ReceivedAt);
        NamesSeveral = new NameFinder(_both).Find().Select(name => name.Name).Distinct(StringComparer.Ordinal).Skip(1).Any();
    }

    /// <summary>Several people are named: whose matter is which takes a person to tell.</summary>
    public bool NamesSeveral { get; }

    /// <summary>A proposal as a request; null when it would be about several people.</summary>
    public UnderstoodRequest? Read(Proposal proposal)
    {
        var operation = proposal.Operation;
        var people = _persons.Read(operation, near: null);
        if (people.Length > 1) return null;
        var stated = proposal.Date is { } words ? DateReader.Read(TokenizedText.Read(words), operation, _today) : null;
        var date = stated ?? DateReader.Read(_both, operation, _today);
        return new UnderstoodRequest
        {
            Operation = operation,
            Confidence = proposal.Confidence,
            Person = people.FirstOrDefault(),
            Date = date,
            Hour = HourReader.Read(_both, operation, date, _today),
            Urgent = proposal.Urgent,
            Fields = Fields(),
            Matters = Matters(operation),
        };
    }

    private ImmutableSortedSet<Matter> Matters(Operation operation)
    {
        var matters = _matters.Read(operation, owns: null);
        return operation.Category is Category.Restore && operation != RestoreOperations.Plan && DateReader.Read(_both, operation, _today) is { } date
            && LossDateReader.Read(_both, date, _today) ? matters.Add(Matter.LossDate) : matters;
    }

    private ImmutableSortedDictionary<string, string> Fields()
    {
        var fields = ImmutableSortedDictionary<string, string>.Empty;
        if (AddressReader.Read(_body) is { } addresses) fields = fields.Add(FieldNames.Addresses, addresses);
        return _matters.Software() is { } software ? fields.Add(FieldNames.Software, software) : fields;
    }
}
