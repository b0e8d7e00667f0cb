using System.Text.RegularExpressions;
using SiOne.Bot.TestGraph.Metadata;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Query;

/// <summary>One linked thing of a <c>$expand</c>.</summary>
/// <param name="Name">The navigation property.</param>
/// <param name="Target">What it leads to.</param>
/// <param name="Select">The properties wanted of it; null for the usual ones.</param>
internal sealed partial record Expansion(string Name, TypeReference Target, IReadOnlyList<string>? Select)
{
    /// <summary>Reads <c>manager($select=id,displayName)</c> or several of these.</summary>
    public static IEnumerable<Expansion> Parse(string expand, GraphType type)
    {
        var read = 0;
        foreach (Match match in One().Matches(expand))
        {
            if (match.Index != read) break;
            read = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            if (!type.Navigation.TryGetValue(name, out var target))
                throw GraphRefusalException.BadRequest($"Parsing OData Select and Expand failed: Could not find a property named '{name}' on type 'microsoft.graph.{type.Name}'.");
            // A directory object is expanded as what it is: people, in all that is asked for here.
            var inner = GraphMetadata.Current.Type(target.Name == "directoryObject" ? "user" : target.Name);
            yield return new Expansion(name, target, match.Groups["select"] is { Success: true } select ? QueryOptions.Names(select.Value, inner) : null);
        }

        if (read != expand.Length) throw GraphRefusalException.BadRequest($"Parsing OData Select and Expand failed: Syntax error in '{expand}'.");
    }

    [GeneratedRegex(@"\G(?<name>[A-Za-z]+)(\(\$select=(?<select>[A-Za-z0-9,]+)\))?(,|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex One();
}
