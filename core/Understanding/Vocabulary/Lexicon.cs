using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Understanding.Text;

namespace SiOne.Bot.Understanding.Vocabulary;

/// <summary>All concepts, ready to be found in a list of words: at each word the longest term wins.</summary>
internal sealed class Lexicon
{
    private const int ShortestStem = 2;
    private readonly Node _root = new();
    private readonly FrozenDictionary<string, int> _ids;

    /// <summary>Makes a lexicon of some concepts.</summary>
    public Lexicon(IReadOnlyList<Concept> concepts)
    {
        if (concepts.Count > ConceptSet.Capacity) throw new InvalidOperationException("More concepts than a ConceptSet holds.");
        Names = [.. concepts.Select(concept => concept.Name)];
        _ids = Names.Select((name, id) => (name, id)).ToFrozenDictionary(pair => pair.name, pair => pair.id, StringComparer.Ordinal);
        for (var id = 0; id < concepts.Count; id++)
            foreach (var term in concepts[id].Terms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Add(Folding.Fold(term), id);
    }

    /// <summary>The product's own vocabulary.</summary>
    public static Lexicon Default { get; } = new([.. Things.Concepts, .. Actions.Concepts, .. Symptoms.Concepts]);

    /// <summary>The concepts' names, in the order of their ids.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The id of a concept.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public int Id(string name) =>
        _ids.TryGetValue(name, out var id) ? id : throw new ArgumentException($"No concept is called \"{name}\".", nameof(name));

    /// <summary>The set of some concepts.</summary>
    /// <exception cref="ArgumentException">There is none of one of the names.</exception>
    public ConceptSet Set(params ReadOnlySpan<string> names)
    {
        var set = default(ConceptSet);
        foreach (var name in names) set = set.With(Id(name));
        return set;
    }

    /// <summary>The longest term that starts at a word of one sentence.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="start">Where to look.</param>
    /// <param name="length">How many words the term has; 0 when none starts here.</param>
    public ConceptSet LongestAt(ImmutableArray<Token> tokens, int start, out int length)
    {
        var best = (Length: 0, Concepts: default(ConceptSet));
        Walk(_root, tokens, start, start, ref best);
        length = best.Length;
        return best.Concepts;
    }

    private static void Walk(Node node, ImmutableArray<Token> tokens, int start, int at, ref (int Length, ConceptSet Concepts) best)
    {
        var length = at - start;
        if (length > 0 && node.IsEnd)
        {
            if (length > best.Length) best = (length, node.Concepts);
            else if (length == best.Length) best = (length, best.Concepts.Union(node.Concepts));
        }
        if (at >= tokens.Length || tokens[at].Sentence != tokens[start].Sentence) return;
        var word = tokens[at].Word;
        if (node.Words.TryGetValue(word, out var next)) Walk(next, tokens, start, at + 1, ref best);
        if (node.Stems.Count == 0) return;
        for (var stem = ShortestStem; stem <= Math.Min(word.Length, node.LongestStem); stem++)
            if (node.StemLookup.TryGetValue(word.AsSpan(0, stem), out var byStem)) Walk(byStem, tokens, start, at + 1, ref best);
    }

    private void Add(string term, int id)
    {
        var node = _root;
        foreach (var word in term.Split(' '))
        {
            var isStem = word.EndsWith('*');
            var key = isStem ? word[..^1] : word;
            var children = isStem ? node.Stems : node.Words;
            if (isStem && key.Length < ShortestStem) throw new InvalidOperationException($"The stem of \"{term}\" is too short.");
            if (isStem) node.LongestStem = Math.Max(node.LongestStem, key.Length);
            if (!children.TryGetValue(key, out var next)) children.Add(key, next = new Node());
            node = next;
        }
        node.IsEnd = true;
        node.Concepts = node.Concepts.With(id);
    }

    private sealed class Node
    {
        public Node() => StemLookup = Stems.GetAlternateLookup<ReadOnlySpan<char>>();

        public Dictionary<string, Node> Words { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Node> Stems { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> StemLookup { get; }

        public int LongestStem { get; set; }

        public bool IsEnd { get; set; }

        public ConceptSet Concepts { get; set; }
    }
}
