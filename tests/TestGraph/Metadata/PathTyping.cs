namespace SiOne.Bot.TestGraph.Metadata;

/// <summary>Where a path leads.</summary>
/// <param name="Type">What stands at its end; for an action, what it acts on.</param>
/// <param name="Action">The action at its end, or null.</param>
public sealed record PathEnd(TypeReference Type, GraphAction? Action)
{
    /// <summary>Whether it ends in <c>$ref</c>: the link, not what it leads to.</summary>
    public bool IsReference { get; init; }
}

/// <summary>Follows a route's template through the metadata: what it names must be there.</summary>
public static class PathTyping
{
    /// <summary>Where the template leads.</summary>
    /// <param name="template">Such as <c>users/{user}/memberOf</c>; <c>{…}</c> stands for a key.</param>
    /// <exception cref="InvalidDataException">A segment is not in the metadata.</exception>
    public static PathEnd Follow(string template)
    {
        var metadata = GraphMetadata.Current;
        var segments = template.Split('/');
        if (!metadata.Starts.TryGetValue(segments[0], out var here)) throw Unknown(template, segments[0]);
        var end = new PathEnd(here, null);
        for (var at = 1; at < segments.Length; at++)
        {
            var segment = segments[at];
            if (end.Action is not null || end.IsReference) throw Unknown(template, segment);
            end = Step(metadata, end.Type, segment, at + 1 < segments.Length ? segments[at + 1] : "") ?? throw Unknown(template, segment);
            // The path of a file is one key of the drive's root.
            if (segment == "root:") at++;
        }

        return end;
    }

    private static PathEnd? Step(GraphMetadata metadata, TypeReference here, string segment, string next)
    {
        var type = metadata.Type(here.Name);
        if (segment == "$ref") return new PathEnd(here, null) { IsReference = true };
        if (segment.StartsWith("graph.", StringComparison.Ordinal))
            return metadata.Find(segment[6..]) is { } cast && cast.Is(here.Name) ? new PathEnd(here with { Name = cast.Name }, null) : null;
        if (here.IsCollection) return segment.StartsWith('{') || segment == "inbox" ? new PathEnd(here with { IsCollection = false }, null) : null;
        if (segment == "root:") return next.StartsWith('{') && type.Navigation.TryGetValue("root", out var root) ? new PathEnd(root, null) : null;
        if (type.Navigation.TryGetValue(segment, out var linked)) return new PathEnd(linked, null);
        if (metadata.Action(segment, type.Name) is { } action) return new PathEnd(here, action);
        return type.Properties.TryGetValue(segment, out var property) && metadata.Find(property.Name) is not null ? new PathEnd(property, null) : null;
    }

    private static InvalidDataException Unknown(string template, string segment) => new($"The metadata has no {segment} in {template}.");
}
