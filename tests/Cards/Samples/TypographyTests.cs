using System.Text.Json;
using System.Text.RegularExpressions;
using SiOne.Bot.Cards.Samples;
using SiOne.Bot.Domain.Tests.Words;

namespace SiOne.Bot.Cards.Tests.Samples;

/// <summary>What people read on cards is set as a printer would, buttons and labels included.</summary>
public sealed class TypographyTests
{
    private static readonly string[] Names = ["Atelier Rive", "Claire Aubinet", "Julien Tessier", "Hugo Ferrand", "Élise d’Orval", "Menuiserie Aubert"];

    public static TheoryData<string> All => [.. CustomerSamples.All.Concat(GreetingSamples.All).Concat(TechnicianSamples.All).Select(sample => sample.Name)];

    public static TheoryData<string> Technicians => [.. TechnicianSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void French_is_set_as_a_printer_would(string name) => Assert.All(Read($"{name}.fr"), Bilingual.French);

    [Theory]
    [MemberData(nameof(All))]
    public void English_has_no_space_before_punctuation_and_no_French_left(string name) => Assert.All(Read($"{name}.en"), text => Bilingual.English(
        Regex.Replace(text, "“[^”]*”", "“”", RegexOptions.NonBacktracking), Names));

    [Theory]
    [MemberData(nameof(Technicians))]
    public void Nothing_but_names_dates_and_what_the_customer_wrote_is_the_same_in_both_languages(string name)
    {
        var (french, english) = (Read($"{name}.fr"), Read($"{name}.en"));
        Assert.Equal(french.Length, english.Length);
        Assert.All(french.Zip(english).Where(pair => pair.First == pair.Second), pair => Assert.Contains(pair.First, SameInBoth));
    }

    private static string[] SameInBoth => [.. Names, "Message", "Premium", "SI-7K3M-9QXA", "SI-Z0N4-77CR", "SI-2F8Z-K1WD"];

    /// <summary>What the product says on a card.</summary>
    private static string[] Read(string name)
    {
        using var card = JsonDocument.Parse(CardSamples.All.Single(sample => sample.Name == name).Json);
        return [.. Texts(card.RootElement).Except(Written, StringComparer.Ordinal)];
    }

    /// <summary>What people wrote stays as they wrote it.</summary>
    private static IEnumerable<string> Written => ((string[])[TechnicianSamples.LicenceWanted, TechnicianSamples.RightsWanted, TechnicianSamples.LostPhone]).SelectMany(text => CardText.Lines(text));

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Value.ValueKind is JsonValueKind.String
            ? property.Name is "text" or "title" or "label" or "placeholder" or "errorMessage" or "fallbackText" or "tooltip" ? [property.Value.GetString()!] : []
            : Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
