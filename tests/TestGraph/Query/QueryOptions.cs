using System.Globalization;
using SiOne.Bot.TestGraph.Metadata;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Query;

/// <summary>What stands behind the question mark of a read, checked against the type that is read.</summary>
internal sealed class QueryOptions
{
    private static readonly string[] Single = ["$select", "$expand"];
    private static readonly string[] Many = [.. Single, "$filter", "$search", "$top", "$count", "$orderby", "$skiptoken"];

    private QueryOptions(Dictionary<string, string> values, GraphType type)
    {
        Values = values;
        if (values.GetValueOrDefault("$select") is { } select) Select = Names(select, type);
        if (values.GetValueOrDefault("$expand") is { } expand) Expand = [.. Expansion.Parse(expand, type)];
        if (values.GetValueOrDefault("$filter") is { } filter) Filter = Filter.Parse(filter, type);
        if (values.GetValueOrDefault("$top") is { } top)
        {
            if (!int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 999)
                throw GraphRefusalException.BadRequest($"Invalid page size specified: '{top}'. Must be between 1 and 999 inclusive.");
            Top = number;
        }
    }

    /// <summary>As written.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>The properties asked for; null for the usual ones.</summary>
    public IReadOnlyList<string>? Select { get; }

    /// <summary>The linked objects to bring along.</summary>
    public IReadOnlyList<Expansion> Expand { get; } = [];

    /// <summary>Which objects; null for all.</summary>
    public Filter? Filter { get; }

    /// <summary>Objects a page, 1 to 999.</summary>
    public int Top { get; } = 100;

    /// <summary>Whether the number of all is wanted.</summary>
    public bool IsCounted => Values.GetValueOrDefault("$count") == "true";

    /// <summary>How many objects the pages before held.</summary>
    public int Skip => Values.GetValueOrDefault("$skiptoken") is { } token
        ? int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : throw GraphRefusalException.Directory("The skip token is not valid.")
        : 0;

    /// <summary>Reads the options of a request that may have them.</summary>
    /// <exception cref="GraphRefusalException">One is unknown, stands twice or names what the type does not have.</exception>
    public static QueryOptions Parse(GraphRequest request, GraphType type, bool isCollection)
    {
        var values = Read(request.Query);
        var allowed = isCollection ? Many : Single;
        if (values.Keys.FirstOrDefault(name => name.StartsWith('$') && !allowed.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw GraphRefusalException.BadRequest($"The query parameter '{unknown}' is not supported.");
        return new QueryOptions(values, type);
    }

    /// <summary>The names of a <c>$select</c>, each of which the type has.</summary>
    public static IReadOnlyList<string> Names(string select, GraphType type)
    {
        var names = select.Split(',', StringSplitOptions.TrimEntries);
        // A mailbox's settings are a path of their own here; a null in their place would be a lie.
        if (names.FirstOrDefault(name => !type.Properties.ContainsKey(name) || name == "mailboxSettings") is { } unknown)
            throw GraphRefusalException.BadRequest($"Parsing OData Select and Expand failed: Could not find a property named '{unknown}' on type 'microsoft.graph.{type.Name}'.");
        return names;
    }

    private static Dictionary<string, string> Read(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(at < 0 ? pair : pair[..at]);
            if (!values.TryAdd(name, at < 0 ? "" : Decode(pair[(at + 1)..])))
                throw GraphRefusalException.BadRequest($"Query option '{name}' was specified more than once, but it must be specified at most once.");
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
