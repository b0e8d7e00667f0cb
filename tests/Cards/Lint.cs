using System.Text;
using System.Text.Json;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;

namespace SiOne.Bot.Cards.Tests;

/// <summary>Our own rules for a card, which the official schema and renderer do not know.</summary>
internal static class Lint
{
    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var card = document.RootElement;
        var found = new List<string>();
        if (Encoding.UTF8.GetByteCount(json) > CardFit.MaxBytes) found.Add("too large");
        if (Text(card, "type") != "AdaptiveCard") found.Add("type");
        if (Text(card, "version") != "1.5") found.Add("version");
        if (Text(card, "$schema") is null) found.Add("$schema");
        if (Text(card, "lang") is not ("fr" or "en")) found.Add("lang");
        if (string.IsNullOrWhiteSpace(Text(card, "fallbackText"))) found.Add("fallbackText");
        var all = Objects(card).ToArray();
        found.AddRange(all.SelectMany(Element));
        found.AddRange(all.Where(element => element.TryGetProperty("type", out _)).Select(element => Text(element, "id")).OfType<string>()
            .GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"id {group.Key} twice"));
        return found;
    }

    private static IEnumerable<string> Element(JsonElement element) => Text(element, "type") switch
    {
        "TextBlock" => TextBlock(element),
        "Image" when string.IsNullOrWhiteSpace(Text(element, "altText")) => ["an image without words"],
        { } type when type.StartsWith("Input.", StringComparison.Ordinal) => Input(element),
        "ActionSet" when element.GetProperty("actions").GetArrayLength() is 0 or > 6 => ["an action set of no or too many actions"],
        "Action.Execute" => Execute(element),
        "Action.Submit" => Data(element),
        "Action.OpenUrl" when Text(element, "url")?.StartsWith("mailto:", StringComparison.Ordinal) is not true => ["a link that is no mail"],
        "Action.ShowCard" when Objects(element.GetProperty("card")).Any(inner => Text(inner, "type") is "Action.ShowCard") => ["a card in a card in a card"],
        _ => [],
    };

    private static IEnumerable<string> TextBlock(JsonElement element)
    {
        if (!element.TryGetProperty("wrap", out var wrap) || !wrap.GetBoolean()) yield return "a text that does not wrap";
        if (string.IsNullOrWhiteSpace(Text(element, "text"))) yield return "an empty text";
        if (Text(element, "text")!.Contains('\n', StringComparison.Ordinal)) yield return "a text of several lines";
    }

    private static IEnumerable<string> Input(JsonElement element)
    {
        if (string.IsNullOrWhiteSpace(Text(element, "label"))) yield return "an input without a label";
        if (Text(element, "id") is not { Length: > 0 }) yield return "an input without an id";
        var required = element.TryGetProperty("isRequired", out var isRequired) && isRequired.GetBoolean();
        if (required != Text(element, "errorMessage") is { Length: > 0 }) yield return "a required input without its message";
    }

    private static IEnumerable<string> Execute(JsonElement element)
    {
        if (!CardVerbs.TryParse(Text(element, "verb"), out var verb)) yield return $"verb {Text(element, "verb")}";
        foreach (var problem in Data(element)) yield return problem;
        if (verb is CardVerb.Refresh && Text(element, "title") is null) yield break;
        if (string.IsNullOrWhiteSpace(Text(element, "title"))) yield return "a button without words";
        if (!element.TryGetProperty("fallback", out var fallback) || Text(fallback, "type") != "Action.Submit") yield return "an execute without its fallback";
        else if (Text(fallback, "title") != Text(element, "title") || fallback.GetProperty("data").GetRawText() != element.GetProperty("data").GetRawText())
            yield return "a fallback that is another action";
    }

    private static IEnumerable<string> Data(JsonElement element)
    {
        var data = element.GetProperty("data").GetRawText();
        var id = element.GetProperty("data").TryGetProperty("id", out var given) ? given.GetString() : null;
        if (!CardAction.IsId(id) || data != $$"""{"v":1,"id":"{{id}}"}""") yield return $"data {data}";
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var property) && property.ValueKind is JsonValueKind.String ? property.GetString() : null;

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [element, .. element.EnumerateObject().SelectMany(property => Objects(property.Value))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
