using System.Collections.Immutable;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>Trains the model that the product ships with, measures it and writes its file.</summary>
/// <param name="options">The thresholds with which it is measured.</param>
/// <param name="progress">Told what is being done.</param>
public sealed class ModelTraining(UnderstandingOptions options, Action<string> progress)
{
    /// <summary>Trains from a folder of data; the same data gives the same file.</summary>
    /// <param name="dataFolder">Labelled messages.</param>
    /// <param name="modelPath">Where the file goes; an old one is replaced at the end.</param>
    /// <param name="cancellationToken">Gives up; an old file stays.</param>
    /// <returns>The card of the model.</returns>
    /// <exception cref="InvalidDataException">The data cannot be read, or there is too little of it.</exception>
    public ModelCard Run(string dataFolder, string modelPath, CancellationToken cancellationToken)
    {
        var data = TrainingData.Load(dataFolder);
        var (model, answers) = Train(data, cancellationToken);
        var reader = new LearnedUnderstanding(model, options);
        var again = data.Development.Select(labelled => new Answer(labelled, reader.Understand(labelled.Message))).ToList();
        var card = new ModelCard(data.Hash, data.Development.Length, data.Own.Length, Answer.Measure(answers), Answer.Measure(again));
        var fresh = modelPath + ".new";
        using (var file = File.Create(fresh)) ModelFile.Write(file, model, card);
        File.Move(fresh, modelPath, overwrite: true);
        return card;
    }

    /// <summary>The model, and what its like answered in cross-validation.</summary>
    internal (OperationModel Model, ImmutableArray<Answer> Answers) Train(TrainingData data, CancellationToken cancellationToken)
    {
        if (data.Own.Select(message => message.Author).Distinct(StringComparer.Ordinal).Count() < 2 || data.Development.IsEmpty)
            throw new InvalidDataException("Training needs the development set and messages of at least two authors.");
        var development = data.Development.Select(PreparedMessage.Of).ToImmutableArray();
        var own = data.Own.Select(PreparedMessage.Of).ToImmutableArray();
        var scorers = ModelTrainer.TrainScorers(own, progress, cancellationToken);
        var answers = CrossValidation.Run(development, own, scorers, options, progress, cancellationToken);
        progress("the model itself");
        var (messages, sentences) = ModelTrainer.TrainReaders([.. development, .. own], cancellationToken);
        return (new OperationModel(messages, sentences, scorers.Operations, scorers.Sets), answers);
    }
}
