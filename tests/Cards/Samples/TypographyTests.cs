using System.Text.Json;
using System.Text.RegularExpressions;
using SiOne.Bot.Cards.Samples;

namespace SiOne.Bot.Cards.Tests.Samples;

/// <summary>What customers read on cards is set as a printer would, buttons and labels included.</summary>
public sealed class TypographyTests
{
    private static readonly Regex Wrong = new(@"'| [:;!?»]|« |[\w.][;!?»]|[\w.]:[^/]|«\w|\u00A0[;!?»]|\u202F:", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static TheoryData<string> Customers => [.. CustomerSamples.All.Concat(GreetingSamples.All).Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Customers))]
    public void French_is_set_as_a_printer_would(string name) => Assert.All(
        Read($"{name}.fr"), text => Assert.False(Wrong.IsMatch(text), text));

    [Theory]
    [MemberData(nameof(Customers))]
    public void English_has_no_space_before_punctuation_and_no_French_left(string name) => Assert.All(Read($"{name}.en"), text =>
    {
        Assert.DoesNotMatch(@"\s[:;!?]|'", text);
        Assert.DoesNotMatch(@"\b(demande|votre|nous|vous|êtes|annuler la)\b", Regex.Replace(text, "“[^”]*”", "", RegexOptions.NonBacktracking));
    });

    private static IEnumerable<string> Read(string name)
    {
        using var card = JsonDocument.Parse(CardSamples.All.Single(sample => sample.Name == name).Json);
        return [.. Texts(card.RootElement)];
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Value.ValueKind is JsonValueKind.String
            ? property.Name is "text" or "title" or "label" or "placeholder" or "errorMessage" or "fallbackText" or "tooltip" ? [property.Value.GetString()!] : []
            : Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
