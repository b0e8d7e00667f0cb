namespace SiOne.Bot.Understanding.Model;

/// <summary>How often each feature occurs in a text. A feature's name begins with the letter of its group (<see cref="FeatureGroups"/>).</summary>
internal sealed class FeatureBag
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The features with their counts.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>One more of a feature.</summary>
    public void Add(string name) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, name, out _)++;
}

/// <summary>The groups of features: each is brought to length one by itself, so that the many letters do not drown the few concepts, then weighed.</summary>
internal static class FeatureGroups
{
    /// <summary>How many there are.</summary>
    public const int Count = 8;

    private const string Letters = "wbcsCpqn";

    // Seen best in cross-validation over the product's own authors.
    private static readonly float[] Weights = [1.2f, 1.5f, 1f, 0.5f, 1f, 0.5f, 1f, 0.5f];

    /// <summary>The number of a feature's group: words, pairs of words, letters, subject, concepts, sentence before, place, sentence behind.</summary>
    public static int Of(string feature) => Letters.IndexOf(feature[0], StringComparison.Ordinal);

    /// <summary>What a group counts.</summary>
    public static float Weight(int group) => Weights[group];
}
