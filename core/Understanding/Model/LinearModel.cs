using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SiOne.Bot.Understanding.Model;

/// <summary>One logistic regression for each operation over the same features; weights are kept as signed bytes with a scale for each operation.</summary>
internal sealed class LinearModel
{
    private readonly int _operations;

    /// <summary>A model.</summary>
    /// <param name="space">Its features.</param>
    /// <param name="weights">One for each feature and operation, all operations of a feature beside each other.</param>
    /// <param name="scales">What a weight of one is worth, for each operation.</param>
    /// <param name="biases">The logit of a text without features, for each operation.</param>
    public LinearModel(FeatureSpace space, sbyte[] weights, float[] scales, float[] biases)
    {
        if (scales.Length != biases.Length || weights.Length != space.Count * scales.Length) throw new InvalidDataException("The model's parts do not fit together.");
        (Space, Weights, Scales, Biases, _operations) = (space, weights, scales, biases, scales.Length);
    }

    /// <summary>The features.</summary>
    public FeatureSpace Space { get; }

    /// <summary>The weights, see the constructor.</summary>
    public sbyte[] Weights { get; }

    /// <summary>What a weight of one is worth.</summary>
    public float[] Scales { get; }

    /// <summary>The logits of a text without features.</summary>
    public float[] Biases { get; }

    /// <summary>Keeps exact weights as bytes.</summary>
    /// <param name="space">The features.</param>
    /// <param name="exact">For each operation its weights, one a feature.</param>
    /// <param name="biases">For each operation.</param>
    public static LinearModel Quantise(FeatureSpace space, IReadOnlyList<float[]> exact, float[] biases)
    {
        var weights = new sbyte[space.Count * exact.Count];
        var scales = new float[exact.Count];
        for (var operation = 0; operation < exact.Count; operation++)
        {
            var largest = exact[operation].Length == 0 ? 0 : exact[operation].Max(MathF.Abs);
            scales[operation] = largest / sbyte.MaxValue;
            if (largest == 0) continue;
            for (var feature = 0; feature < space.Count; feature++)
                weights[feature * exact.Count + operation] = (sbyte)MathF.Round(exact[operation][feature] / scales[operation]);
        }
        return new LinearModel(space, weights, scales, biases);
    }

    /// <summary>For each operation how much a text speaks for it.</summary>
    public double[] Logits(FeatureBag bag)
    {
        Span<float> sums = stackalloc float[_operations];
        sums.Clear();
        var vector = Space.Vector(bag);
        for (var i = 0; i < vector.Indices.Length; i++) Add(sums, Weights.AsSpan(vector.Indices[i] * _operations, _operations), vector.Values[i]);
        var logits = new double[_operations];
        for (var operation = 0; operation < logits.Length; operation++) logits[operation] = sums[operation] * Scales[operation] + Biases[operation];
        return logits;
    }

    // Eight weights at a time: this loop is most of what reading a message costs. Each sum is added up in the same order as one by one, so nothing changes by it.
    private static void Add(Span<float> sums, ReadOnlySpan<sbyte> row, float value)
    {
        var at = 0;
        for (; at + Vector128<short>.Count <= row.Length; at += Vector128<short>.Count)
        {
            var shorts = Vector128.WidenLower(Vector128.CreateScalar(BinaryPrimitives.ReadInt64LittleEndian(MemoryMarshal.AsBytes(row[at..]))).AsSByte());
            var low = sums[at..];
            var high = sums[(at + Vector128<float>.Count)..];
            (Vector128.Create<float>(low) + Vector128.ConvertToSingle(Vector128.WidenLower(shorts)) * value).CopyTo(low);
            (Vector128.Create<float>(high) + Vector128.ConvertToSingle(Vector128.WidenUpper(shorts)) * value).CopyTo(high);
        }
        for (; at < row.Length; at++) sums[at] += row[at] * value;
    }

    /// <summary>What each feature of a text adds to the logit of one operation, the strongest first.</summary>
    public IReadOnlyList<(string Feature, double Weight)> Why(FeatureBag bag, int operation)
    {
        var vector = Space.Vector(bag);
        var at = vector.Indices.Select((index, i) => (index, vector.Values[i])).ToDictionary(pair => pair.index, pair => pair.Item2);
        return
        [
            .. bag.Counts.Keys.Select(name => (name, index: Space.Find(name))).Where(pair => pair.index is not null)
                .Select(pair => (pair.name, (double)at[pair.index!.Value] * Weights[pair.index.Value * _operations + operation] * Scales[operation]))
                .OrderByDescending(pair => Math.Abs(pair.Item2)).ThenBy(pair => pair.name, StringComparer.Ordinal),
        ];
    }
}
