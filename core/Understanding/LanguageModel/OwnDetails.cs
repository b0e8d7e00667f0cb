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
    private readonly MessageDetails _details;
    private readonly DateOnly _today;

    /// <summary>Prepares a message.</summary>
    public OwnDetails(MessageToUnderstand message)
    {
        _details = new MessageDetails(message);
        _today = ParisDay.Of(message.ReceivedAt);
        NamesSeveral = new[] { _details.Subject, _details.Body }.SelectMany(text => new NameFinder(text).Find()).Select(name => name.Name)
            .Distinct(StringComparer.Ordinal).Skip(1).Any();
    }

    /// <summary>Several people are named: whose matter is which takes a person to tell.</summary>
    public bool NamesSeveral { get; }

    /// <summary>A proposal as a request; null when it would be about several people.</summary>
    public UnderstoodRequest? Read(Proposal proposal)
    {
        var stated = proposal.Date is { } words ? DateReader.Read(TokenizedText.Read(words), proposal.Operation, _today) : null;
        var proposed = new UnderstoodRequest { Operation = proposal.Operation, Confidence = proposal.Confidence, Date = stated };
        return _details.Fill(proposed, place: null) is [var only] ? only with { Urgent = proposal.Urgent } : null;
    }
}
