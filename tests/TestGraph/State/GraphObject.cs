using System.Text.Json.Nodes;

namespace SiOne.Bot.TestGraph.State;

/// <summary>One object of a tenant: its properties, where it links to, what is part of it.</summary>
public sealed class GraphObject
{
    /// <summary>Makes one.</summary>
    /// <param name="type">The type's name in the metadata.</param>
    /// <param name="id">Its id.</param>
    /// <param name="values">Its properties but the id; taken over, not copied.</param>
    public GraphObject(string type, string id, JsonObject? values = null)
    {
        Type = type;
        Id = id;
        Values = values ?? [];
        Values["id"] = id;
    }

    /// <summary>The type's name in the metadata.</summary>
    public string Type { get; }

    /// <summary>Never changes.</summary>
    public string Id { get; }

    /// <summary>Its properties as Graph would write them.</summary>
    public JsonObject Values { get; }

    /// <summary>Ids behind a navigation property, oldest first.</summary>
    public Dictionary<string, List<string>> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Objects that live and die with this one, by navigation property, oldest first.</summary>
    public Dictionary<string, List<GraphObject>> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>The text of that property, or null.</summary>
    public string? Text(string name) => (string?)Values[name];

    /// <summary>Whether that property is true.</summary>
    public bool Is(string name) => Values[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>The ids behind a navigation property, to change.</summary>
    public List<string> LinksOf(string name) => Links.TryGetValue(name, out var ids) ? ids : Links[name] = [];

    /// <summary>The parts behind a navigation property, to change.</summary>
    public List<GraphObject> PartsOf(string name) => Parts.TryGetValue(name, out var parts) ? parts : Parts[name] = [];

    /// <summary>Another one that shares nothing with this.</summary>
    public GraphObject Clone()
    {
        var copy = new GraphObject(Type, Id, (JsonObject)Values.DeepClone());
        foreach (var (name, ids) in Links) copy.Links[name] = [.. ids];
        foreach (var (name, parts) in Parts) copy.Parts[name] = [.. parts.Select(part => part.Clone())];
        return copy;
    }
}
