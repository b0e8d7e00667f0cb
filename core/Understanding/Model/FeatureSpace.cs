using System.Text;

namespace SiOne.Bot.Understanding.Model;

/// <summary>The features that a model knows, each with its rarity (inverse document frequency). Features are known by a hash of their names: names would make half of the file.</summary>
internal sealed class FeatureSpace
{
    private const int HeadBits = 16;

    // Where the hashes with each head begin: hashes are spread evenly, so that one or two share a head, and the table is much smaller than a dictionary.
    private readonly int[] _heads = new int[(1 << HeadBits) + 1];

    /// <summary>A space of known features.</summary>
    /// <param name="hashes">The features' hashes, each once, ascending.</param>
    /// <param name="rarity">The inverse document frequency of each.</param>
    public FeatureSpace(uint[] hashes, Half[] rarity)
    {
        (Hashes, Rarity) = (hashes, rarity);
        for (var i = 1; i < hashes.Length; i++)
            if (hashes[i] <= hashes[i - 1]) throw new InvalidDataException("The features are not in order.");
        foreach (var hash in hashes) _heads[(hash >> (32 - HeadBits)) + 1]++;
        for (var head = 1; head < _heads.Length; head++) _heads[head] += _heads[head - 1];
    }

    /// <summary>The hash of each feature.</summary>
    public uint[] Hashes { get; }

    /// <summary>The inverse document frequency of each feature.</summary>
    public Half[] Rarity { get; }

    /// <summary>How many features there are.</summary>
    public int Count => Hashes.Length;

    /// <summary>The features that occur in at least two of some texts; of too many the most frequent ones.</summary>
    public static FeatureSpace Learn(IReadOnlyCollection<FeatureBag> bags, int most)
    {
        var texts = new Dictionary<uint, int>();
        foreach (var bag in bags)
            foreach (var hash in bag.Counts.Keys.Select(Hash).Distinct())
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(texts, hash, out _)++;
        var kept = texts.Where(pair => pair.Value > 1).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).OrderBy(pair => pair.Key).ToList();
        return new FeatureSpace(
            [.. kept.Select(pair => pair.Key)],
            [.. kept.Select(pair => (Half)(Math.Log((1.0 + bags.Count) / (1 + pair.Value)) + 1))]);
    }

    /// <summary>The known features of a text, ascending: counts damped, weighed by rarity, each group brought to length one and weighed.</summary>
    public SparseVector Vector(FeatureBag bag)
    {
        var known = new List<(int Index, int Group, float Value)>(bag.Counts.Count);
        Span<float> squares = stackalloc float[FeatureGroups.Count];
        squares.Clear();
        foreach (var (name, count) in bag.Counts)
        {
            if (Find(name) is not { } index) continue;
            var (group, value) = (FeatureGroups.Of(name), (1 + MathF.Log(count)) * (float)Rarity[index]);
            known.Add((index, group, value));
            squares[group] += value * value;
        }
        known.Sort((a, b) => a.Index.CompareTo(b.Index));
        var indices = new List<int>(known.Count);
        var values = new List<float>(known.Count);
        foreach (var (index, group, value) in known)
        {
            var weighed = value / MathF.Sqrt(squares[group]) * FeatureGroups.Weight(group);
            // Two names of one hash are one feature.
            if (indices.Count > 0 && indices[^1] == index)
            {
                values[^1] += weighed;
                continue;
            }
            indices.Add(index);
            values.Add(weighed);
        }
        return new SparseVector([.. indices], [.. values]);
    }

    /// <summary>The place of a feature; null when it is not known.</summary>
    public int? Find(string name)
    {
        var hash = Hash(name);
        var head = hash >> (32 - HeadBits);
        for (var i = _heads[head]; i < _heads[head + 1]; i++)
            if (Hashes[i] == hash) return i;
        return null;
    }

    // FNV-1a over UTF-8: the runtime's own hashes differ from one process to the next.
    private static uint Hash(string name)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(name, bytes, out var length)) length = bytes.Length;
        var hash = 2166136261u;
        foreach (var value in bytes[..length]) hash = (hash ^ value) * 16777619u;
        return hash;
    }
}

/// <summary>A vector of which only what is not zero is held, in ascending order of the indices.</summary>
internal sealed record SparseVector(int[] Indices, float[] Values);
