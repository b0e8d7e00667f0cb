using SiOne.Bot.Cards.Samples;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Commands;

public sealed class CardsCommandTests
{
    [Fact]
    public async Task Every_card_is_written_in_both_languages_as_it_is_sent()
    {
        using var folder = new TempFolder();
        var samples = folder.File("new", "samples");
        var verb = await Verb.RunAsync(["cards", "--samples", samples]);
        Assert.Equal((0, ""), (verb.ExitCode, verb.Error));
        Assert.Equal(CardSamples.All.Select(card => Path.Combine(samples, $"{card.Name}.json")), verb.Lines);
        Assert.Equal(verb.Lines.Order(StringComparer.Ordinal), Directory.GetFiles(samples).Order(StringComparer.Ordinal));
        foreach (var (name, json) in CardSamples.All)
            Assert.Equal(System.Text.Encoding.UTF8.GetBytes(json), await File.ReadAllBytesAsync(Path.Combine(samples, $"{name}.json")));
        var french = verb.Lines.Where(line => line.EndsWith(".fr.json", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(french);
        Assert.Equal(verb.Lines.Except(french), french.Select(line => line.Replace(".fr.json", ".en.json", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("cards")]
    [InlineData("cards", "--samples")]
    [InlineData("cards", "--samples", "")]
    public async Task Without_a_folder_it_is_wrong_use(params string[] arguments)
    {
        var verb = await Verb.RunAsync(arguments);
        Assert.Equal((Host.Commands.CommandLine.WrongUse, ""), (verb.ExitCode, verb.Output));
        Assert.Contains("--samples", Assert.Single(verb.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_failure()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("file"), "");
        var verb = await Verb.RunAsync(["cards", "--samples", folder.File("file")]);
        Assert.Equal((1, ""), (verb.ExitCode, verb.Output));
        Assert.Single(verb.ErrorLines);
    }
}
