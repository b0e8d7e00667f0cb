using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SiOne.Bot.Cards.Samples;

namespace SiOne.Bot.Cards.Tests.Samples;

public sealed class ApprovedCardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static TheoryData<string> Names => [.. CardSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_is_as_approved(string name)
    {
        using var card = JsonDocument.Parse(CardSamples.All.Single(sample => sample.Name == name).Json);
        Approval.Check($"{name}.json", JsonSerializer.Serialize(card, Readable) + "\n");
    }

    [Fact]
    public void Every_approved_file_belongs_to_a_sample() => Assert.Equal(
        CardSamples.All.Select(sample => $"{sample.Name}.json").Order(StringComparer.Ordinal), Approval.Files().Order(StringComparer.Ordinal));
}
