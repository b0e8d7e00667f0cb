using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Metadata;

/// <summary>Whether a body says only what the metadata allows, in the types that it asks for.</summary>
internal static class BodyCheck
{
    /// <summary>Checks an object of that type.</summary>
    /// <param name="body">What was sent. Annotations (names with <c>@</c>) are passed over.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="writable">The top-level properties that may be written; null for all.</param>
    public static void Object(JsonObject body, GraphType type, IReadOnlyCollection<string>? writable = null)
    {
        foreach (var (name, value) in body)
        {
            if (name.Contains('@', StringComparison.Ordinal)) continue;
            if (!type.Properties.TryGetValue(name, out var property)) throw GraphRefusalException.Directory($"Invalid property '{name}'.");
            if (writable?.Contains(name, StringComparer.Ordinal) == false) throw GraphRefusalException.Directory($"Property '{name}' is read-only and cannot be set.");
            Value(name, value, property);
        }
    }

    /// <summary>Checks the parameters of an action; null is no parameters.</summary>
    public static void Parameters(JsonObject? body, GraphAction action)
    {
        foreach (var (name, value) in body ?? [])
        {
            if (name.Contains('@', StringComparison.Ordinal)) continue;
            if (!action.Parameters.TryGetValue(name, out var parameter))
                throw GraphRefusalException.BadRequest($"The parameter '{name}' in the request payload is not a valid parameter for the operation '{action.Name}'.");
            if (value is null && parameter.IsCollection) throw GraphRefusalException.BadRequest($"The value of parameter '{name}' cannot be null.");
            Value(name, value, parameter);
        }

        foreach (var (name, type) in action.Parameters)
            if (type.IsCollection && body?.ContainsKey(name) != true) throw GraphRefusalException.BadRequest($"The parameter '{name}' of the operation '{action.Name}' is missing.");
    }

    private static void Value(string name, JsonNode? value, TypeReference type)
    {
        if (type.IsCollection)
        {
            if (value is not JsonArray list) throw Mismatch(name, $"Collection({type.Name})");
            foreach (var item in list) One(name, item, type.Name);
        }
        else if (value is not null)
        {
            One(name, value, type.Name);
        }
    }

    private static void One(string name, JsonNode? value, string type)
    {
        if (GraphMetadata.Current.Find(type) is { Kind: not GraphTypeKind.Enumeration } declared)
        {
            if (value is not JsonObject inner) throw Mismatch(name, type);
            Object(inner, declared);
            return;
        }

        if (value is not JsonValue primitive || !Fits(primitive, type)) throw Mismatch(name, type);
    }

    private static bool Fits(JsonValue value, string type)
    {
        if (GraphMetadata.Current.Find(type) is { } enumeration)
            return value.GetValueKind() is JsonValueKind.String && enumeration.Members.Contains((string)value!, StringComparer.OrdinalIgnoreCase);
        return value.GetValueKind() switch
        {
            JsonValueKind.String => FitsText((string)value!, type),
            JsonValueKind.True or JsonValueKind.False => type is "Boolean",
            JsonValueKind.Number => type is "Double" || (type is "Int32" && value.TryGetValue<int>(out _)) || (type is "Int64" && value.TryGetValue<long>(out _)),
            _ => false,
        };
    }

    private static bool FitsText(string text, string type) => type switch
    {
        "String" or "Duration" => true,
        "Guid" => Guid.TryParse(text, out _),
        "Date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "DateTimeOffset" => text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        _ => false,
    };

    private static GraphRefusalException Mismatch(string name, string type) => GraphRefusalException.Directory(
        $"A value of property '{name}' is incompatible with the metadata. The value must be of type '{type}'.");
}
