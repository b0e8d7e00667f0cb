namespace SiOne.Bot.TestGraph.Metadata;

/// <summary>The types, actions and starts of paths that the test graph knows, read from the embedded table.</summary>
public sealed class GraphMetadata
{
    private static readonly Dictionary<string, TypeReference> None = new(StringComparer.Ordinal);

    private readonly Dictionary<string, GraphType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeReference> _starts = new(StringComparer.Ordinal);
    private readonly List<GraphAction> _actions = [];

    private GraphMetadata(IReadOnlyList<string[]> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var head = lines[at++];
            var block = lines.Skip(at).TakeWhile(line => line[0].Length == 0).ToList();
            at += block.Count;
            Add(head, block);
        }
    }

    /// <summary>The table.</summary>
    public static GraphMetadata Current { get; } = new(ReadLines());

    /// <summary>Every type.</summary>
    public IReadOnlyCollection<GraphType> Types => _types.Values;

    /// <summary>Entity sets (as collections) and singletons.</summary>
    public IReadOnlyDictionary<string, TypeReference> Starts => _starts;

    /// <summary>Every action.</summary>
    public IReadOnlyList<GraphAction> Actions => _actions;

    /// <summary>That type.</summary>
    /// <exception cref="KeyNotFoundException">The table does not list it.</exception>
    public GraphType Type(string name) => _types[name];

    /// <summary>That type, or null for a primitive one or one that the table does not list.</summary>
    public GraphType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>That action, or null.</summary>
    public GraphAction? Action(string name, string boundTo) => _actions.Find(action => action.Name == name && Type(boundTo).Is(action.BoundTo));

    private void Add(string[] head, List<string[]> block)
    {
        switch (head[0])
        {
            case "entity" or "complex":
                var parent = head.Length > 2 ? _types[head[2]] : null;
                var kind = head[0] == "entity" ? GraphTypeKind.Entity : GraphTypeKind.Complex;
                var properties = Joined(parent?.Properties, block.Where(line => line[2] != ">").Select(line => (line[2], line[3])));
                var navigation = Joined(parent?.Navigation, block.Where(line => line[2] == ">").Select(line => (line[3], line[4])));
                _types.Add(head[1], new GraphType(head[1], kind, parent, properties, navigation, []));
                break;
            case "enum":
                _types.Add(head[1], new GraphType(head[1], GraphTypeKind.Enumeration, null, None, None, head[2..]));
                break;
            case "set" or "single":
                _starts.Add(head[1], new TypeReference(head[2], head[0] == "set"));
                break;
            case "action":
                _actions.Add(new GraphAction(head[1], head[2], Joined(null, head[3..].Select(parameter => parameter.Split(':')).Select(pair => (pair[0], pair[1])))));
                break;
            default:
                throw new InvalidDataException($"The table has a line that begins with {head[0]}.");
        }
    }

    private static Dictionary<string, TypeReference> Joined(IReadOnlyDictionary<string, TypeReference>? parent, IEnumerable<(string Name, string Type)> own)
    {
        var all = new Dictionary<string, TypeReference>(parent ?? None, StringComparer.Ordinal);
        foreach (var (name, type) in own) all.Add(name, TypeReference.Parse(type));
        return all;
    }

    private static List<string[]> ReadLines()
    {
        using var stream = typeof(GraphMetadata).Assembly.GetManifestResourceStream("graph.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Select(line => line.Split(' '))];
    }
}
