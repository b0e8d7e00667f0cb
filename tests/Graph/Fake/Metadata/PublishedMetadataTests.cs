using System.Xml.Linq;
using SiOne.Bot.TestGraph.Metadata;
using SiOne.Bot.TestGraph.Routes;
using Xunit.Abstractions;

namespace SiOne.Bot.Graph.Tests.Fake.Metadata;

/// <summary>The fake's table against Microsoft's published metadata, which lies beside the repository and never in it.</summary>
public sealed class PublishedMetadataTests(ITestOutputHelper output)
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Fact]
    public void Every_line_of_the_table_stands_in_the_published_metadata()
    {
        if (File() is not { } file)
        {
            output.WriteLine("SKIPPED: there is no shared/schemas/graph-v1.0.csdl.xml beside the repository; nothing was measured.");
            return;
        }

        var schema = XDocument.Load(file).Descendants(Edm + "Schema").Single(schema => (string?)schema.Attribute("Namespace") == "microsoft.graph");
        var published = schema.Elements().Where(element => element.Attribute("Name") is not null && element.Name.LocalName.EndsWith("Type", StringComparison.Ordinal))
            .ToDictionary(element => (string)element.Attribute("Name")!, StringComparer.Ordinal);
        var wrong = GraphMetadata.Current.Types.SelectMany(type => Differences(type, published.GetValueOrDefault(type.Name)))
            .Concat(Starts(schema)).Concat(Actions(schema)).ToList();
        Assert.Empty(wrong);
        output.WriteLine($"{GraphMetadata.Current.Types.Count} types, {GraphMetadata.Current.Actions.Count} actions and {RouteTable.All.Count} routes compared.");
    }

    private static List<string> Differences(GraphType type, XElement? published)
    {
        if (published is null) return [$"{type.Name} is not published"];
        var kind = type.Kind switch { GraphTypeKind.Entity => "EntityType", GraphTypeKind.Complex => "ComplexType", GraphTypeKind.Enumeration => "EnumType" };
        var parent = ((string?)published.Attribute("BaseType"))?.Split('.')[^1];
        var wrong = new List<string>();
        if (published.Name.LocalName != kind) wrong.Add($"{type.Name} is a {published.Name.LocalName}");
        if (parent != type.Base?.Name) wrong.Add($"{type.Name} extends {parent}");
        if (type.Kind is GraphTypeKind.Enumeration && !type.Members.SequenceEqual(published.Elements(Edm + "Member").Select(Name), StringComparer.Ordinal)) wrong.Add($"members of {type.Name}");
        wrong.AddRange(Own(type.Properties, type.Base?.Properties).Where(own => Find(published, "Property", own.Key) != own.Value).Select(own => $"{type.Name}.{own.Key} {own.Value}"));
        wrong.AddRange(Own(type.Navigation, type.Base?.Navigation).Where(own => Find(published, "NavigationProperty", own.Key) != own.Value).Select(own => $"{type.Name} > {own.Key} {own.Value}"));
        return wrong;
    }

    private static IEnumerable<KeyValuePair<string, TypeReference>> Own(IReadOnlyDictionary<string, TypeReference> all, IReadOnlyDictionary<string, TypeReference>? inherited) =>
        all.Where(pair => inherited?.ContainsKey(pair.Key) != true);

    private static TypeReference? Find(XElement type, string element, string name) =>
        type.Elements(Edm + element).FirstOrDefault(property => Name(property) == name) is { } found ? TypeOf((string)found.Attribute("Type")!) : null;

    private static IEnumerable<string> Starts(XElement schema)
    {
        var container = schema.Element(Edm + "EntityContainer")!;
        return GraphMetadata.Current.Starts.Where(start => !container.Elements(Edm + (start.Value.IsCollection ? "EntitySet" : "Singleton"))
            .Any(published => Name(published) == start.Key && TypeOf((string)(published.Attribute("EntityType") ?? published.Attribute("Type"))!).Name == start.Value.Name)).Select(start => start.Key);
    }

    private static IEnumerable<string> Actions(XElement schema) => GraphMetadata.Current.Actions
        .Where(action => !schema.Elements(Edm + "Action").Any(published => Name(published) == action.Name && Fits(action, [.. published.Elements(Edm + "Parameter")])))
        .Select(action => action.Name);

    private static bool Fits(GraphAction action, XElement[] parameters) => parameters.Length == action.Parameters.Count + 1
        && TypeOf((string)parameters[0].Attribute("Type")!).Name == action.BoundTo
        && parameters.Skip(1).All(parameter => action.Parameters.TryGetValue(Name(parameter), out var type) && type == TypeOf((string)parameter.Attribute("Type")!));

    private static string Name(XElement element) => (string)element.Attribute("Name")!;

    private static TypeReference TypeOf(string type)
    {
        var isCollection = type.StartsWith("Collection(", StringComparison.Ordinal);
        return new TypeReference((isCollection ? type[11..^1] : type).Split('.')[^1], isCollection);
    }

    private static string? File()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!System.IO.File.Exists(Path.Combine(at.FullName, "global.json"))) continue;
            var file = Path.Combine(at.Parent?.FullName ?? "", "shared", "schemas", "graph-v1.0.csdl.xml");
            return System.IO.File.Exists(file) ? file : null;
        }

        return null;
    }
}
