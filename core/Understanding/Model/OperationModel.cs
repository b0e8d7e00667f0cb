using SiOne.Bot.Understanding.Scoring;

namespace SiOne.Bot.Understanding.Model;

/// <summary>The learned model: a reader of whole messages, a reader of sentences, and the scorers that weigh both with the rules. Immutable; may be used from many threads.</summary>
/// <param name="Messages">Reads whole messages.</param>
/// <param name="Sentences">Reads sentences.</param>
/// <param name="Scorer">Weighs them for each operation by itself.</param>
/// <param name="Sets">Weighs sets of operations against each other.</param>
internal sealed record OperationModel(LinearModel Messages, LinearModel Sentences, RequestScorer Scorer, SetScorer Sets)
{
    private const string Resource = "SiOne.Bot.Understanding.operations.model";
    private static readonly Lazy<(OperationModel Model, ModelCard Card)> Embedded = new(Load);

    /// <summary>The model that the product ships with.</summary>
    public static OperationModel Default => Embedded.Value.Model;

    /// <summary>What that model was trained on and what it reaches.</summary>
    public static ModelCard Card => Embedded.Value.Card;

    /// <summary>What the first readers say of a message.</summary>
    public Evidence Ask(MessageReading message) => Evidence.Of(message, Messages, Sentences);

    /// <summary>What the message asks, as far as that is known.</summary>
    public LikelySets Weigh(Evidence evidence)
    {
        var logits = Scorer.Logits(evidence);
        return Sets.Ask(CandidateSets.Of(logits), new SetClues(evidence, logits, Scorer.Companions));
    }

    private static (OperationModel, ModelCard) Load()
    {
        using var file = typeof(OperationModel).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("This build holds no model: run the verb \"train\", then build again.");
        return ModelFile.Read(file);
    }
}
