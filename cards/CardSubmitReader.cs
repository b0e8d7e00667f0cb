using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using SiOne.Bot.Cards.Actions;

namespace SiOne.Bot.Cards;

/// <summary>
/// Reads what a card sent back: exactly the payload and inputs out of the closed list, all of them texts; anything else is refused. Never throws,
/// whatever the document holds.
/// </summary>
public static class CardSubmitReader
{
    // A card has fewer inputs than that, those of all its forms together.
    private const int MaxProperties = 64;

    private static readonly FrozenDictionary<string, CardInput> ByWord =
        Enum.GetValues<CardInput>().ToFrozenDictionary(CardInputs.Word, input => input, StringComparer.Ordinal);

    /// <summary>The value of an <c>adaptiveCard/action</c> invoke: <c>{action: {type, data}, trigger}</c>. The verb in it is not looked at.</summary>
    public static CardSubmitReading ReadExecute(JsonElement value)
    {
        if (Property(value, "action") is not { ValueKind: JsonValueKind.Object } action || Property(action, "data") is not { } data)
            return Refused(CardSubmitRefusal.Malformed);
        if (Text(Property(action, "type")) is not "Action.Execute") return Refused(CardSubmitRefusal.NotExecute);
        var reading = ReadSubmit(data);
        return reading.Submit is { } submit && Text(Property(value, "trigger")) is "automatic"
            ? reading with { Submit = submit with { IsAutomatic = true } }
            : reading;
    }

    /// <summary>The value of a message that <c>Action.Submit</c> sent: the payload itself.</summary>
    public static CardSubmitReading ReadSubmit(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object) return Refused(CardSubmitRefusal.Malformed);
        var properties = Properties(value);
        if (properties is null) return Refused(CardSubmitRefusal.Malformed);
        if (!properties.TryGetValue("v", out var v) || v.ValueKind is not JsonValueKind.Number || !v.TryGetInt32(out var version) || version != CardPayload.Version)
            return Refused(CardSubmitRefusal.OtherVersion);
        if (!properties.TryGetValue("id", out var given) || Text(given) is not { } id || !CardAction.IsId(id)) return Refused(CardSubmitRefusal.BadId);
        var inputs = ImmutableSortedDictionary.CreateBuilder<CardInput, string>();
        foreach (var (name, element) in properties)
        {
            if (name is "v" or "id") continue;
            if (Named(name) is not ({ } input, { } mark)) return Refused(CardSubmitRefusal.UnknownInput);
            if (Text(element) is not { } text) return Refused(CardSubmitRefusal.Malformed);
            if (text.Length > input.MaxLength()) return Refused(CardSubmitRefusal.TooLong);
            if (id.StartsWith(mark, StringComparison.Ordinal) && text.Trim() is { Length: > 0 } filled
                && !(input is CardInput.Person && filled == CardInputs.SomebodyElse))
                inputs[input] = filled;
        }

        return new CardSubmitReading(new CardSubmit(id, inputs.ToImmutable()), null);
    }

    /// <summary>"text-0123456789ab": the input and the action's mark; nulls where it is no name of ours.</summary>
    private static (CardInput?, string?) Named(string name)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !ByWord.TryGetValue(name[..dash], out var input)) return (null, null);
        var mark = name[(dash + 1)..];
        return mark.Length == CardInputs.MarkLength && CardAction.IsId(mark.PadRight(CardAction.IdLength, '0')) ? (input, mark) : (null, null);
    }

    /// <summary>All properties by name; null when one occurs twice, there are too many, or a name is no text.</summary>
    private static Dictionary<string, JsonElement>? Properties(JsonElement value)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        try
        {
            foreach (var property in value.EnumerateObject())
                if (properties.Count == MaxProperties || !properties.TryAdd(property.Name, property.Value)) return null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped, is JSON and no text.
            return null;
        }

        return properties;
    }

    private static JsonElement? Property(JsonElement value, string name)
    {
        if (value.ValueKind is not JsonValueKind.Object) return null;
        return Properties(value) is { } properties && properties.TryGetValue(name, out var found) ? found : null;
    }

    private static string? Text(JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.String } text) return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static CardSubmitReading Refused(CardSubmitRefusal refusal) => new(null, refusal);
}
