using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>Trains logistic regressions with Microsoft.ML's L-BFGS: one seed and one thread a regression, so that the same data gives the same model.</summary>
internal static class LinearTrainer
{
    private const int Seed = 1;
    private const int MostFeatures = 150_000;
    private const float Regularisation = 0.05f;
    private const float Tolerance = 1e-4f;
    private const float FineTolerance = 1e-7f;

    /// <summary>One regression for each operation of the catalogue.</summary>
    /// <param name="bags">The texts.</param>
    /// <param name="operations">What each text asks.</param>
    /// <param name="cancellationToken">Stops between two operations.</param>
    public static LinearModel Train(IReadOnlyList<FeatureBag> bags, IReadOnlyList<IReadOnlyCollection<Operation>> operations, CancellationToken cancellationToken)
    {
        var space = FeatureSpace.Learn(bags, MostFeatures);
        var vectors = bags.Select(bag => space.Vector(bag)).Select(vector => new VBuffer<float>(space.Count, vector.Indices.Length, vector.Values, vector.Indices)).ToList();
        var weights = new float[AllOperations.List.Length][];
        var biases = new float[AllOperations.List.Length];
        // Each regression has one thread of its own and knows nothing of the others: their order changes none of them.
        Parallel.For(0, weights.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, i =>
        {
            var operation = AllOperations.List[i];
            (weights[i], biases[i]) = Train(
                space.Count, [.. vectors.Select((vector, text) => new Example { Features = vector, Label = operations[text].Contains(operation) })], Regularisation, Tolerance);
        });
        return LinearModel.Quantise(space, weights, biases);
    }

    /// <summary>One regression over few features, without quantising.</summary>
    public static (float[] Weights, float Bias) Train(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels, float regularisation) =>
        Train(rows[0].Length, [.. rows.Select((row, i) => new Example { Features = new VBuffer<float>(row.Length, row), Label = labels[i] })], regularisation, FineTolerance);

    private static (float[] Weights, float Bias) Train(int features, List<Example> examples, float regularisation, float tolerance)
    {
        // Without an example there is nothing to learn: the operation stays out of reach.
        if (!examples.Exists(example => example.Label)) return (new float[features], -10);
        var context = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = regularisation,
            OptimizationTolerance = tolerance,
            NumberOfThreads = 1,
        });
        var model = trainer.Fit(context.Data.LoadFromEnumerable(examples, schema)).Model.SubModel;
        return ([.. model.Weights], model.Bias);
    }

    private sealed class Example
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }
    }
}
