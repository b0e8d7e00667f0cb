using System.Collections.Immutable;
using SiOne.Bot.Cards.Samples;

namespace SiOne.Bot.Cards.Tests.Official;

public sealed class OfficialCheckTests
{
    private static readonly Lazy<ImmutableSortedDictionary<string, Checked>> Samples = new(() => NodeCheck.Run(CardSamples.All));

    [Fact]
    public void Every_card_holds_to_the_official_schema_and_is_drawn_without_a_warning()
    {
        var found = Samples.Value;
        Assert.Equal(CardSamples.All.Count, found.Count);
        Assert.Empty(found.SelectMany(pair => pair.Value.Problems.Select(problem => $"{pair.Key}: {problem}")));
        Assert.All(found, pair => Assert.NotEmpty(pair.Value.Text));
    }

    [Fact]
    public void No_card_holds_a_link_or_a_mention() => Assert.All(
        Samples.Value, pair => Assert.Equal((0, 0), (pair.Value.Links, pair.Value.Mentions)));

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","colour":"Good"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","label":"a"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"a"},{"type":"Input.Text","id":"a"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Nothing"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.ChoiceSet","id":"a","choices":[],"choices.data":{"type":"Data.Query","dataset":"other"}}]}""")]
    public void A_bad_card_is_found(string json) => Assert.NotEmpty(NodeCheck.Run([("bad", json)])["bad"].Problems);

    [Fact]
    public void A_link_is_found() =>
        Assert.Equal(1, NodeCheck.Run([("link", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"[a](https://b.example)"}]}""")])["link"].Links);
}
