using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>Trains the model from labelled messages. The same messages give the same model, bit by bit.</summary>
internal static class ModelTrainer
{
    private const float ScorerRegularisation = 1f;

    // Authors left out together: one at a time costs as many trainings as there are authors.
    private const int MostGroups = 8;

    /// <summary>The readers of whole messages and of sentences.</summary>
    public static (LinearModel Messages, LinearModel Sentences) TrainReaders(IReadOnlyCollection<PreparedMessage> messages, CancellationToken cancellationToken)
    {
        var sentences = messages.SelectMany(message => message.Sentences).ToList();
        return (
            LinearTrainer.Train([.. messages.Select(message => message.Bag)], [.. messages.Select(message => message.Labelled.Operations)], cancellationToken),
            LinearTrainer.Train([.. sentences.Select(sentence => sentence.Bag)], [.. sentences.Select(sentence => sentence.Operations)], cancellationToken));
    }

    /// <summary>The scorers: each author's messages are read by readers who were trained on the other authors, as if they were new mail.</summary>
    /// <param name="own">The product's own messages; the rules were not set on them, so the rules' weight is not flattered.</param>
    /// <param name="progress">What is being done.</param>
    /// <param name="cancellationToken">Stops between two operations.</param>
    public static (RequestScorer Operations, SetScorer Sets) TrainScorers(IReadOnlyCollection<PreparedMessage> own, Action<string> progress, CancellationToken cancellationToken)
    {
        var companions = Companions.Count([.. own.Select(message => message.Labelled)]);
        var read = new List<(PreparedMessage Message, Evidence Evidence)>();
        var authors = own.Select(message => message.Labelled.Author).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var some in authors.Chunk((authors.Length + MostGroups - 1) / MostGroups))
        {
            progress($"scorer: readers without {string.Join(", ", some)}");
            var (messages, sentences) = TrainReaders([.. own.Where(message => !some.Contains(message.Labelled.Author))], cancellationToken);
            read.AddRange(own.Where(message => some.Contains(message.Labelled.Author)).Select(message => (message, Evidence.Of(message.Reading, messages, sentences))));
        }
        var operations = Scorer(
            companions, [.. read.SelectMany(pair => RequestScorer.Clues(pair.Evidence, companions))],
            [.. read.SelectMany(pair => AllOperations.List.Select(operation => pair.Message.Labelled.Operations.Contains(operation)))]);
        return (operations, SetTrainer.Train([.. read.Select(pair => Example(pair.Message, pair.Evidence, operations)).Where(example => example.Right >= 0)]));
    }

    // A message whose requests are no candidate teaches nothing: -1.
    private static (float[][] Clues, int Right) Example(PreparedMessage message, Evidence evidence, RequestScorer scorer)
    {
        var logits = scorer.Logits(evidence);
        var sets = CandidateSets.Of(logits);
        var asked = message.Labelled.Operations.Select(operation => AllOperations.List.IndexOf(operation)).ToHashSet();
        var clues = new SetClues(evidence, logits, scorer.Companions);
        return ([.. sets.Select(clues.Of)], sets.ToList().FindIndex(asked.SetEquals));
    }

    // Clues of very different sizes are learned slowly: each is brought to mean 0 and deviation 1, and the weights are turned back afterwards.
    private static RequestScorer Scorer(float[] companions, List<float[]> rows, List<bool> labels)
    {
        var clues = Enumerable.Range(0, rows[0].Length).ToArray();
        var means = clues.Select(i => rows.Average(row => (double)row[i])).ToArray();
        var deviations = clues.Select(i => Math.Sqrt(rows.Average(row => Math.Pow(row[i] - means[i], 2))) + 1e-9).ToArray();
        var scaled = rows.Select(row => clues.Select(i => (float)((row[i] - means[i]) / deviations[i])).ToArray()).ToList();
        var (weights, bias) = LinearTrainer.Train(scaled, labels, ScorerRegularisation);
        return new RequestScorer(companions, [.. clues.Select(i => (float)(weights[i] / deviations[i]))], (float)(bias - clues.Sum(i => weights[i] * means[i] / deviations[i])));
    }
}
