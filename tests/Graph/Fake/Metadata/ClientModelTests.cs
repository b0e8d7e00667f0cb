using System.Reflection;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Serialization;
using SiOne.Bot.TestGraph.Metadata;

namespace SiOne.Bot.Graph.Tests.Fake.Metadata;

/// <summary>The fake's table against the models of Microsoft's client, which are made from the published metadata: so a fresh clone checks it, too.</summary>
public sealed class ClientModelTests
{
    private static readonly Assembly Client = typeof(GraphServiceClient).Assembly;

    // Names that the client's generator changed.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal) { ["file"] = "FileObject", ["directory"] = "DirectoryObject1" };

    // Published, and left out of the client: it carries them as additional data.
    private static readonly string[] Additional = ["resourceProvisioningOptions"];

    private static readonly Dictionary<string, string> Primitives = new(StringComparer.Ordinal)
    {
        ["String"] = "String",
        ["Boolean"] = "Boolean",
        ["Int32"] = "Int32",
        ["Int64"] = "Int64",
        ["Double"] = "Double",
        ["Guid"] = "Guid",
        ["DateTimeOffset"] = "DateTimeOffset",
        ["Date"] = "Date",
        ["Duration"] = "TimeSpan",
    };

    public static TheoryData<string> Types => [.. GraphMetadata.Current.Types.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_is_as_the_client_has_it(string name)
    {
        var type = GraphMetadata.Current.Type(name);
        var model = ModelOf(name);
        Assert.NotNull(model);
        if (type.Kind is GraphTypeKind.Enumeration)
        {
            var members = model.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetCustomAttribute<System.Runtime.Serialization.EnumMemberAttribute>()!.Value);
            Assert.Subset(members.ToHashSet(StringComparer.Ordinal), type.Members.ToHashSet<string?>(StringComparer.Ordinal));
            return;
        }

        var fields = ((IParsable)Activator.CreateInstance(model)!).GetFieldDeserializers().Keys;
        Assert.Empty(type.Properties.Keys.Concat(type.Navigation.Keys).Except(fields, StringComparer.Ordinal).Except(Additional, StringComparer.Ordinal));
        var wrong = type.Properties.Concat(type.Navigation)
            .Select(pair => (pair.Key, Expected: pair.Value, Property: model.GetProperty(Pascal(pair.Key))))
            .Where(pair => pair.Property is not null && NameOf(pair.Property.PropertyType) != ClientName(pair.Expected))
            .Select(pair => $"{pair.Key} {pair.Expected} but {pair.Property!.PropertyType}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_path_starts_where_the_clients_do()
    {
        var starts = typeof(GraphServiceClient).BaseType!.GetProperties().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(GraphMetadata.Current.Starts.Keys, start => Assert.Contains(Pascal(start), starts));
    }

    [Fact]
    public void An_action_takes_what_the_clients_does()
    {
        foreach (var action in GraphMetadata.Current.Actions)
        {
            Assert.Contains(Client.GetTypes(), type => type.Name == $"{Pascal(action.Name)}RequestBuilder");
            if (action.Parameters.Count == 0) continue;
            var body = Client.GetTypes().Single(type => type.Name == $"{Pascal(action.Name)}PostRequestBody" && type.Namespace!.Contains(action.BoundTo == "user" ? "Graph.Users.Item" : "Graph.DeviceManagement", StringComparison.Ordinal)
                && type.Namespace.Split('.').Length <= 7);
            Assert.Equal(action.Parameters.Keys.Order(StringComparer.Ordinal), ((IParsable)Activator.CreateInstance(body)!).GetFieldDeserializers().Keys.Order(StringComparer.Ordinal));
        }
    }

    private static Type? ModelOf(string name) => Client.GetType($"Microsoft.Graph.Models.{ClientTypeName(name)}");

    private static string ClientTypeName(string name) => Renamed.GetValueOrDefault(name) ?? Pascal(name);

    private static string ClientName(TypeReference type) =>
        $"{Primitives.GetValueOrDefault(type.Name) ?? ClientTypeName(type.Name)}{(type.IsCollection ? "[]" : "")}";

    private static string NameOf(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return $"{NameOf(type.GetGenericArguments()[0])}[]";
        return (Nullable.GetUnderlyingType(type) ?? type).Name;
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
