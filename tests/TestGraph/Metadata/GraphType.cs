namespace SiOne.Bot.TestGraph.Metadata;

/// <summary>What kind of a type it is, in the terms of the metadata (OData CSDL 4.01).</summary>
public enum GraphTypeKind
{
    /// <summary>Has an id and navigation properties.</summary>
    Entity,

    /// <summary>A value with properties.</summary>
    Complex,

    /// <summary>One of a list of names.</summary>
    Enumeration,
}

/// <summary>Of which type a property, a navigation property or a parameter is.</summary>
/// <param name="Name">The type's name without namespace.</param>
/// <param name="IsCollection">Whether it is a list of these.</param>
public readonly record struct TypeReference(string Name, bool IsCollection)
{
    /// <summary>Reads <c>String</c> or <c>[String]</c>.</summary>
    public static TypeReference Parse(string text) => text.StartsWith('[') ? new TypeReference(text[1..^1], true) : new TypeReference(text, false);

    /// <inheritdoc/>
    public override string ToString() => IsCollection ? $"[{Name}]" : Name;
}

/// <summary>A type of Microsoft Graph as far as the test graph knows it.</summary>
/// <param name="Name">Without namespace.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Base">The type it extends, or null.</param>
/// <param name="Properties">Its properties, with its bases'.</param>
/// <param name="Navigation">Its navigation properties, with its bases'.</param>
/// <param name="Members">An enumeration's names.</param>
public sealed record GraphType(
    string Name,
    GraphTypeKind Kind,
    GraphType? Base,
    IReadOnlyDictionary<string, TypeReference> Properties,
    IReadOnlyDictionary<string, TypeReference> Navigation,
    IReadOnlyList<string> Members)
{
    /// <summary>Whether it is that type or extends it.</summary>
    public bool Is(string name) => Name == name || Base?.Is(name) == true;
}

/// <summary>An action.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BoundTo">The type it acts on.</param>
/// <param name="Parameters">What its body may hold.</param>
public sealed record GraphAction(string Name, string BoundTo, IReadOnlyDictionary<string, TypeReference> Parameters);
