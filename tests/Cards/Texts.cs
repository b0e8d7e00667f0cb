using System.Text.Json;
using SiOne.Bot.Cards.Model;

namespace SiOne.Bot.Cards.Tests;

/// <summary>Every text of a card that is not a name or an identifier.</summary>
internal static class Texts
{
    public static IEnumerable<string> Of(AdaptiveCard card)
    {
        using var document = JsonDocument.Parse(CardJson.Write(card));
        return [.. Of(document.RootElement)];
    }

    private static IEnumerable<string> Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not ("id" or "verb" or "type" or "$schema"))
            .SelectMany(property => Of(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
