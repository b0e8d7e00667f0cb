using System.Text.RegularExpressions;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Samples;

namespace SiOne.Bot.Cards.Tests.Samples;

public sealed class SampleLintTests
{
    public static TheoryData<string> Names => [.. CardSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_keeps_our_rules(string name) => Assert.Empty(Lint.Of(CardSamples.All.Single(sample => sample.Name == name).Json));

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"fr","fallbackText":"a","body":[]}""", null)]
    [InlineData("""{"type":"AdaptiveCard","version":"1.4","$schema":"s","lang":"fr","fallbackText":"a","body":[]}""", "version")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"de","fallbackText":"a","body":[]}""", "lang")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"fr","body":[]}""", "fallbackText")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"fr","fallbackText":"a","body":[{"type":"TextBlock","text":"a"}]}""", "a text that does not wrap")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"fr","fallbackText":"a","body":[{"type":"Input.Text","id":"a"}]}""", "an input without a label")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"fr","fallbackText":"a","body":[{"type":"Input.Text","id":"a","label":"b","isRequired":true}]}""", "a required input without its message")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"fr","fallbackText":"a","body":[{"type":"Image","url":"a"}]}""", "an image without words")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"fr","fallbackText":"a","body":[{"type":"Action.Execute","title":"a","verb":"take","data":{"v":1,"id":"0123456789abcdef0123456789abcdef"}}]}""", "an execute without its fallback")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$schema":"s","lang":"fr","fallbackText":"a","body":[{"type":"Action.Submit","data":{"v":1,"id":"0123456789abcdef0123456789abcdef","x":1}}]}""", """data {"v":1,"id":"0123456789abcdef0123456789abcdef","x":1}""")]
    public void A_broken_rule_is_found(string json, string? problem) => Assert.Equal(problem is null ? [] : [problem], Lint.Of(json));

    [Fact]
    public void Every_verb_is_on_a_card() => Assert.All(
        Enum.GetValues<CardVerb>(), verb => Assert.Contains(CardSamples.All, sample => sample.Json.Contains($"\"verb\":\"{verb.Text()}\"", StringComparison.Ordinal)));

    [Fact]
    public void No_identifier_is_used_by_two_cards()
    {
        var used = CardSamples.All.Where(sample => sample.Name.EndsWith(".fr", StringComparison.Ordinal)).SelectMany(sample =>
            Regex.Matches(sample.Json, "\"id\":\"[0-9a-f]{32}\"", RegexOptions.NonBacktracking)
                .Select(match => match.Value).Distinct());
        Assert.Empty(used.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }
}
