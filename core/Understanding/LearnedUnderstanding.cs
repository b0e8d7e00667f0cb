using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Understanding.Model;
using SiOne.Bot.Understanding.Scoring;

namespace SiOne.Bot.Understanding;

/// <summary>Reads requests with the learned model; the details (person, date, urgency, matters) are read by rules. Holds no state that changes; may be called from many threads at once.</summary>
public sealed class LearnedUnderstanding : IUnderstanding
{
    private const double Empty = 0.6;
    private const double Vague = 0.1;
    private const int FewWords = 2;
    private const int MostVagueWords = 12;
    private readonly OperationModel _model;
    private readonly UnderstandingOptions _options;

    /// <summary>A reader with the model that the product ships with.</summary>
    /// <param name="options">Thresholds; the defaults when left out.</param>
    public LearnedUnderstanding(UnderstandingOptions? options = null)
        : this(OperationModel.Default, options ?? new UnderstandingOptions())
    {
    }

    internal LearnedUnderstanding(OperationModel model, UnderstandingOptions options) => (_model, _options) = (model, options);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Understand(message));
    }

    /// <summary>Why a message is read as it is: the likeliest operations, chosen or not, with the sentences and features that decided.</summary>
    public ImmutableArray<Reason> Why(MessageToUnderstand message) => Reasons.Of(_model, new MessageReading(message));

    internal ImmutableArray<UnderstoodRequest> Understand(MessageToUnderstand message) => Errands.Read(message, ReadWhole);

    // "ok" or an emoji has no features to learn from; a thing or a question in as few words is read by the model.
    private static bool SaysNothing(MessageReading message) =>
        message.Body.Tokens.Length + message.Subject.Tokens.Length <= FewWords
        && FallBack.For(message.Reading, message.Body.Raw.Contains('?', StringComparison.Ordinal))?.Operation == OtherOperations.None;

    // "Le truc de Paul": what the model guesses from its letters is chance.
    private static bool IsVague(MessageReading message) =>
        message.Body.Tokens.Length + message.Subject.Tokens.Length <= MostVagueWords && FallBack.NamesNothing(message.Reading);

    private ImmutableArray<UnderstoodRequest> ReadWhole(MessageToUnderstand message)
    {
        var whole = new MessageReading(message);
        if (SaysNothing(whole)) return [whole.Guess(OtherOperations.None, Empty, abstained: false)];
        var evidence = _model.Ask(whole);
        var likely = _model.Weigh(evidence);
        var split = ChosenRequests.Of(evidence, likely.Operations(), _options.FurtherRequest);
        if (FallBack.IsReminder(whole.Reading)) return [whole.Guess(IncidentOperations.Help, Vague, abstained: true)];
        if (IsVague(whole)) return [whole.Guess(split[0].Operation == OtherOperations.None ? OtherOperations.None : IncidentOperations.Help, Vague, abstained: true)];
        var requests = ImmutableArray.CreateBuilder<UnderstoodRequest>();
        foreach (var (operation, where) in split)
        {
            var confidence = Math.Round(likely.Of(operation.Category), 3);
            requests.AddRange(whole.Requests(split, operation, where, confidence, confidence < _options.AbstainBelow || FallBack.IsFollowUp(whole.Reading, operation)));
        }
        return requests.ToImmutable();
    }
}
