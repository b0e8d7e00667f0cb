using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Tests.Words;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>A card follows its reader's language: the channel's where it was posted unasked, a technician's own where it answers them.</summary>
public sealed class TechnicianLanguageTests
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private const string Phished = "Au secours, j'ai cliqué sur un mail d'hameçonnage et donné mon mot de passe.";

    /// <summary>What stays as its owner spells it.</summary>
    private static readonly string[] Names = ["Cabinet Orsène Conseil", "Inès Calvet", Broken, Phished];

    [Fact]
    public async Task In_an_English_channel_everything_posted_unasked_is_English()
    {
        await using var bench = await TeamsBench.StartAsync(technicianLanguage: "en");
        var (mine, request) = await bench.AskAsync(bench.Person("employe"), Phished);
        var alert = await bench.Teams.WaitForAsync(post => post.App == bench.Teams.Technicians && post.Words().Contains("Emergency", StringComparison.Ordinal));
        var card = await bench.ChannelCardAsync(request, post => post.Verbs().Contains("start"));
        Assert.Contains("EMERGENCY", card.Words(), StringComparison.Ordinal);
        await ClickAsync(bench, card, "start");
        card = await bench.ChannelCardAsync(request, post => post.Verbs().Contains("complete") && !post.Verbs().Contains("start"));
        Assert.Contains("Work started by Inès Calvet (technician).", card.Words(), StringComparison.Ordinal);
        Assert.Equal(("en", "en"), (Lang(alert.Card!), Lang(card.Card!)));
        AllEnglish(bench, alert.Card!);
        AllEnglish(bench, card.Card!);
        Assert.Equal("fr", Lang(mine.Card!));
    }

    [Theory]
    [InlineData("fr", "en-GB", "en", "Noted.")]
    [InlineData("en", "fr-FR", "fr", "C’est noté.")]
    public async Task A_click_is_answered_in_the_technicians_language_and_the_card_for_all_keeps_its_own(string channel, string client, string answered, string noted)
    {
        await using var bench = await TeamsBench.StartAsync(technicianLanguage: channel);
        var (_, request) = await bench.AskAsync(bench.Person("employe"), Broken);
        var card = await bench.ChannelCardAsync(request);

        bench.Teams.Locale = client;
        var answer = await ClickAsync(bench, card, "take");

        Assert.Equal(answered, Lang(answer));
        Assert.Contains(noted, CardReading.Words(answer), StringComparison.Ordinal);
        if (answered == "en") AllEnglish(bench, answer);
        card = await bench.ChannelCardAsync(request, post => post.Edits > 0 && post.Words().Contains("Inès Calvet", StringComparison.Ordinal));
        Assert.Equal(channel, Lang(card.Card!));
    }

    [Fact]
    public async Task What_an_English_technician_types_is_answered_in_English()
    {
        await using var bench = await TeamsBench.StartAsync();
        var teams = bench.Teams;
        var (_, request) = await bench.AskAsync(bench.Person("employe"), Broken);
        var posted = await bench.ChannelCardAsync(request);
        teams.Locale = "en-US";

        await teams.SayInAsync(teams.Channel, bench.Technician, "queue");
        var queue = await NextAsync("To be handled");
        Assert.Contains("Accepted", queue.Words(), StringComparison.Ordinal);
        await teams.SayInAsync(teams.Channel, bench.Technician, $"take {request.State.Reference}");
        var taken = await NextAsync("Noted.");
        await teams.SayInAsync(teams.Channel, bench.Technician, $"take {request.State.Reference}");
        var twice = await NextAsync("You already have this request.");
        await teams.SayInAsync(teams.Channel, bench.Technician, "SI-0000-0000");
        await NextAsync("No request with that number is open to you.");
        await teams.SayInAsync(teams.Channel, bench.Technician, "help");
        var help = await NextAsync("You can write");
        foreach (var post in new[] { queue, taken, twice }) AllEnglish(bench, post.Card!);
        Bilingual.English(help.Text!);
        Assert.Equal("fr", Lang((await bench.ChannelCardAsync(request, post => post.Id == posted.Id)).Card!));

        Task<FakePost> NextAsync(string words) => teams.WaitForAsync(post =>
            post.App == teams.Technicians && post.Id != posted.Id && post.Words().Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_with_something_missing_is_refused_in_English()
    {
        await using var bench = await TeamsBench.StartAsync();
        var (_, request) = await bench.AskAsync(bench.Person("employe"), Broken);
        var card = await bench.ChannelCardAsync(request);
        bench.Teams.Locale = "en-GB";
        Assert.Contains("Something is missing", CardReading.Words(await ClickAsync(bench, card, "decline", ("text", "  "))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_answer_takes_the_place_of_the_card_for_all_it_keeps_the_cards_language()
    {
        await using var bench = await TeamsBench.StartAsync();
        var (_, request) = await bench.AskAsync(bench.Person("employe"), Broken);
        var card = await bench.ChannelCardAsync(request);
        bench.Teams.Locale = "en-GB";
        await bench.Teams.SubmitAsync(bench.Technician, card, CardReading.Data(card.Card!, "decline", ("text", "  ")));
        var refused = await bench.ChannelCardAsync(request, post => post.Id == card.Id && post.Words().Contains("Il manque une indication", StringComparison.Ordinal));
        Assert.Equal("fr", Lang(refused.Card!));
    }

    [Theory]
    [InlineData("hardware")]
    [InlineData("panne de mat")]
    public async Task Requests_are_found_by_their_name_in_either_language_and_shown_in_the_readers(string typed)
    {
        await using var bench = await TeamsBench.StartAsync();
        var (_, request) = await bench.AskAsync(bench.Person("employe"), Broken);
        bench.Teams.Locale = "en-GB";
        var query = bench.Teams.Activity("invoke", bench.Teams.Channel, bench.Technician);
        query["name"] = "composeExtension/query";
        query["value"] = new JsonObject { ["commandId"] = "search", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = typed }) };
        var found = (await bench.Teams.PostToBotAsync(bench.Teams.Technicians, query)).Body!["composeExtension"]!["attachments"]![0]!;
        var preview = CardReading.Words(found["preview"]!["content"]!);
        Assert.Contains($"{request.State.Reference}", preview, StringComparison.Ordinal);
        Assert.Contains("Hardware fault · Accepted", preview, StringComparison.Ordinal);
        AllEnglish(bench, found["content"]!);
    }

    [Fact]
    public async Task A_card_keeps_the_language_it_was_posted_in_when_the_setting_changes()
    {
        await using var bench = await TeamsBench.StartAsync();
        var (_, request) = await bench.AskAsync(bench.Person("employe"), Broken);
        var card = await bench.ChannelCardAsync(request);
        await bench.SettledAsync();
        await bench.StopAsync();
        bench.Speak("en");
        await bench.RunAsync();

        await bench.Teams.SayInAsync(bench.Teams.Channel, bench.Technician, $"commencer {request.State.Reference}");

        var moved = await bench.ChannelCardAsync(request, post => post.Id == card.Id && post.Verbs().Contains("complete") && !post.Verbs().Contains("start"));
        Assert.Equal("fr", Lang(moved.Card!));
        var (_, later) = await bench.AskAsync(bench.Person("admin"), "Bonjour, merci de créer la boîte mail pour Julien Tessier.");
        Assert.Equal("en", Lang((await bench.ChannelCardAsync(later)).Card!));
    }

    [Fact]
    public async Task A_card_that_was_kept_without_a_language_is_French()
    {
        await using var bench = await TeamsBench.StartAsync(technicianLanguage: "en");
        var bytes = Encoding.UTF8.GetBytes("""{"Id":"technicians/old","Chat":{"Value":"technicians"},"Requests":[],"Place":"there","Versions":[]}""");
        await bench.Parts.Store.CommitAsync(new StoreUnit { Texts = [bench.Parts.Vault.Seal("card/technicians/old", bytes)] }, CancellationToken.None);
        var old = await bench.Parts.Cards.FindAsync("technicians/old", CancellationToken.None);
        Assert.Equal((ChatKey.Technicians, "there", Language.French), (old!.Chat, old.Place, old.Language));

        var card = new ShownCard { Id = "technicians/new", Chat = ChatKey.Technicians, Language = Language.English };
        await bench.Parts.Store.CommitAsync(new StoreUnit { Texts = [bench.Parts.Cards.Seal(card)] }, CancellationToken.None);
        Assert.Equal(Language.English, (await bench.Parts.Cards.FindAsync(card.Id, CancellationToken.None))!.Language);
    }

    private static async Task<JsonNode> ClickAsync(TeamsBench bench, FakePost card, string verb, params (string Input, string Value)[] inputs) =>
        (await bench.Teams.ClickAsync(bench.Technician, card, verb, CardReading.Data(card.Card!, verb, inputs))).Body!["value"]!;

    private static string Lang(JsonNode card) => (string)card["lang"]!;

    /// <summary>Nothing of ours on it is French: neither a label nor what the host put in.</summary>
    private static void AllEnglish(TeamsBench bench, JsonNode card)
    {
        var people = bench.Parts.Directory.All(bench.Clock.GetUtcNow()).SelectMany(customer => customer.People).Select(person => CardReading.Plain(person.Name));
        var lines = CardReading.Words(card).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.All(lines.Where(line => !Names.Contains(CardReading.Plain(line))), line => Bilingual.English(line.Replace('\'', '’'), [.. Names, .. people]));
    }
}
