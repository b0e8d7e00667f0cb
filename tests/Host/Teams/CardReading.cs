using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>A card as its reader sees it: words, buttons, inputs.</summary>
internal static class CardReading
{
    private static readonly string[] Shown = ["text", "title", "value", "label", "placeholder", "altText"];

    /// <summary>Every word of a post, with plain spaces and without marks that nobody sees.</summary>
    public static string Words(this FakePost post) => $"{Plain(post.Text ?? "")}\n{(post.Card is { } card ? Words(card) : "")}";

    /// <summary>Every word of a card.</summary>
    public static string Words(JsonNode card)
    {
        var words = new StringBuilder();
        foreach (var node in All(card).OfType<JsonObject>())
            foreach (var key in Shown)
                if (node[key] is JsonValue value && value.TryGetValue<string>(out var text)) words.AppendLine(Plain(text));
        return words.ToString();
    }

    /// <summary>The verbs that can be pressed, each once.</summary>
    public static string[] Verbs(this FakePost post) => post.Card is { } card ? Verbs(card) : [];

    /// <summary>The verbs that can be pressed, each once.</summary>
    public static string[] Verbs(JsonNode card) =>
        [.. All(card).OfType<JsonObject>().Where(node => IsOf(node, "Action.Execute")).Select(node => (string)node["verb"]!).Distinct(StringComparer.Ordinal)];

    /// <summary>What a button sends, with the inputs of its form filled in; each input is named by its first word.</summary>
    public static JsonObject Data(JsonNode card, string verb, params (string Input, string Value)[] inputs)
    {
        var button = All(card).OfType<JsonObject>().First(node => IsOf(node, "Action.Execute") && (string?)node["verb"] == verb);
        var data = (JsonObject)button["data"]!.DeepClone();
        foreach (var (input, value) in inputs) data[$"{input}-{((string)data["id"]!)[..12]}"] = value;
        return data;
    }

    /// <summary>The ids of all inputs.</summary>
    public static string[] Inputs(JsonNode card) => [.. All(card).OfType<JsonObject>()
        .Where(node => ((string?)node["type"])?.StartsWith("Input.", StringComparison.Ordinal) is true).Select(node => (string)node["id"]!)];

    /// <summary>Every node, the card itself first.</summary>
    public static IEnumerable<JsonNode> All(JsonNode? node)
    {
        if (node is null) yield break;
        yield return node;
        var children = node switch
        {
            JsonObject item => item.Select(pair => pair.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children)
            foreach (var below in All(child)) yield return below;
    }

    /// <summary>Without the marks that keep words from becoming links, and with plain spaces.</summary>
    public static string Plain(string text) =>
        text.Replace("\u2060", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\\", "", StringComparison.Ordinal);

    private static bool IsOf(JsonObject node, string type) => node["type"] is JsonValue value && value.TryGetValue<string>(out var text) && text == type;
}
