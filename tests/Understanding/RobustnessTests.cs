using System.Diagnostics;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding.Cues;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Tests;

public sealed class RobustnessTests
{
    private const int Megabyte = 1_000_000;

    public static TheoryData<string, string> HostileTexts => new()
    {
        { "one letter", new string('a', Megabyte) },
        { "spaces", new string(' ', Megabyte) },
        { "line ends", new string('\n', Megabyte) },
        { "quotes", new string('>', Megabyte) },
        { "negations", Repeat("ne pas ") },
        { "addresses", Repeat("a@") },
        { "dots before no address", Repeat("a.") },
        { "quotation marks", Repeat("« \"") },
        { "names", Repeat("Marie-Anne D'Le ") },
        { "dates", Repeat("1/1/") },
        { "headers", Repeat("De : a\nObjet : b\n") },
        { "words of the trade", Repeat("mot de passe boîte téléphone ") },
        { "backslashes", new string('\\', Megabyte) },
        { "lone surrogates", new string('\uD800', Megabyte) },
        { "combining marks", new string('\u0301', Megabyte) },
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task A_megabyte_of_anything_is_read_within_a_second(string name, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var requests = await Read.All(text, subject: text);
        Assert.NotEmpty(requests);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1), name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("😂😂")]
    [InlineData("\uDC00 mot de passe \uD83D")]
    [InlineData("---")]
    [InlineData("De : x\nObjet : y")]
    [InlineData("Marie")]
    [InlineData("1")]
    public async Task Odd_texts_give_one_request_and_no_exception(string text) => Assert.Single(await Read.All(text));

    [Fact]
    public async Task An_instant_at_the_ends_of_the_calendar_is_no_exception()
    {
        foreach (var instant in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
        {
            var message = new MessageToUnderstand(Channel.Mail, "", "Merci de fermer le compte de Paul Jourdheuil lundi 31 décembre, puis le 30.", instant);
            Assert.NotEmpty(await new RuleBasedUnderstanding().UnderstandAsync(message, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_text_without_a_request_is_none() => Assert.Equal("other.none", (await Read.First("")).Operation.Id);

    [Fact]
    public void Every_operation_has_cues() =>
        Assert.Empty(AllOperations.List.Where(operation => !CueList.All.Any(cue => cue.Operation == operation && cue.Weight > 0)));

    [Fact]
    public void A_cue_with_an_unknown_concept_is_refused() =>
        Assert.Throws<ArgumentException>(() => Cue.Parse(PhoneOperations.Lost, 1, "phone no-such-concept"));

    [Fact]
    public void No_two_concepts_share_a_name() =>
        Assert.Equal(Lexicon.Default.Names.Length, Lexicon.Default.Names.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public async Task Many_threads_read_the_same_message_alike()
    {
        var readings = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Read.First("Paul Jourdheuil part le 31 mars, merci de fermer son compte."))));
        Assert.Single(readings.Distinct());
    }

    private static string Repeat(string part) => string.Concat(Enumerable.Repeat(part, Megabyte / part.Length));
}
