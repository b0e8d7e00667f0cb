using System.Collections.Immutable;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>Reads each message of the development set with a model that was trained without it. The product's own messages are only trained on.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;
    private const int Seed = 20261123;

    /// <summary>The answers, in the order of the development set.</summary>
    /// <param name="development">The development set.</param>
    /// <param name="own">The product's own messages.</param>
    /// <param name="scorers">Trained on the product's own messages alone, so one pair serves all folds.</param>
    /// <param name="options">The reader's thresholds.</param>
    /// <param name="progress">What is being done.</param>
    /// <param name="cancellationToken">Stops between two operations.</param>
    public static ImmutableArray<Answer> Run(
        ImmutableArray<PreparedMessage> development, ImmutableArray<PreparedMessage> own, (RequestScorer Operations, SetScorer Sets) scorers, UnderstandingOptions options, Action<string> progress, CancellationToken cancellationToken)
    {
        var answers = new Answer[development.Length];
        var order = Enumerable.Range(0, development.Length).ToArray();
        new Random(Seed).Shuffle(order);
        for (var fold = 0; fold < Folds; fold++)
        {
            progress($"cross-validation: fold {fold + 1} of {Folds}");
            var tested = order.Where((_, i) => i % Folds == fold).ToHashSet();
            var (messages, sentences) = ModelTrainer.TrainReaders([.. development.Where((_, i) => !tested.Contains(i)), .. own], cancellationToken);
            var reader = new LearnedUnderstanding(new OperationModel(messages, sentences, scorers.Operations, scorers.Sets), options);
            foreach (var i in tested) answers[i] = new Answer(development[i].Labelled, reader.Understand(development[i].Labelled.Message));
        }
        return [.. answers];
    }
}
