using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SiOne.Bot.TestGraph.Metadata;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Query;

/// <summary>A <c>$search</c> of the directory: <c>"property:words"</c>, several joined by OR. Words are compared from their beginning.</summary>
internal static partial class Search
{
    private static readonly char[] Breaks = [' ', '-', '.', '@', '_', '\''];

    /// <summary>Whether an object is among those searched for.</summary>
    /// <exception cref="GraphRefusalException">It is not written as the directory wants it.</exception>
    public static Func<JsonObject, bool> Parse(string text, GraphType type)
    {
        var clauses = text.Split(" OR ").Select(clause => Clause().Match(clause.Trim())).ToList();
        if (clauses.Exists(clause => !clause.Success))
            throw GraphRefusalException.BadRequest("Unrecognized query argument specified: the search must be of the form \"property:value\".");
        if (clauses.Find(clause => !type.Properties.ContainsKey(clause.Groups["name"].Value)) is { } unknown)
            throw GraphRefusalException.BadRequest($"Could not find a property named '{unknown.Groups["name"].Value}' on type 'microsoft.graph.{type.Name}'.");
        return item => clauses.Exists(clause => Holds(item[clause.Groups["name"].Value]?.ToString(), clause.Groups["words"].Value));
    }

    private static bool Holds(string? value, string words)
    {
        if (value is null) return false;
        var parts = value.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        return words.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).All(word => Array.Exists(parts, part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex("^\"(?<name>[A-Za-z]+):(?<words>[^\"]+)\"$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Clause();
}
