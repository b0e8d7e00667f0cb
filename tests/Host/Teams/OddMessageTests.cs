using System.Text.Json.Nodes;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Messages that are not a plain sentence: each gets an answer that fits, and nothing becomes a request by accident.</summary>
public sealed class OddMessageTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private TeamsBench _bench = null!;
    private FakeUser _employee = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync()
    {
        _bench = await TeamsBench.StartAsync();
        _employee = _bench.Person("employe");
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("&nbsp;")]
    [InlineData("<p>&nbsp;</p>\n<br/>")]
    [InlineData("\u200B\u200B")]
    public async Task Nothing_written_is_answered_and_kept_nowhere(string text)
    {
        await _bench.SayAsync(_employee, text);
        await AnsweredAsync();
        Assert.Equal(0, _bench.Parts.Board.Counts().Seen);
    }

    [Theory]
    [InlineData("👍")]
    [InlineData("🙂🙂🙂")]
    [InlineData("merci 🙏")]
    [InlineData("ok")]
    public async Task An_emoji_or_a_word_of_thanks_is_answered_and_makes_no_request(string text)
    {
        await _bench.SayAsync(_employee, text);
        await AnsweredAsync();
        await _bench.SettledAsync();
        Assert.Empty(await _bench.RequestsAsync());
    }

    [Fact]
    public async Task A_sticker_is_answered()
    {
        var message = Message("");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = """<div><img alt="Sticker" src="https://statics.teams.cdn.office.net/x.png" itemtype="http://schema.skype.com/Sticker"></div>""",
        });
        await Teams.PostToBotAsync(Teams.Customers, message);
        await AnsweredAsync();
        Assert.Empty(await _bench.RequestsAsync());
    }

    [Fact]
    public async Task An_image_alone_is_kept_and_its_sender_asked_for_words()
    {
        await _bench.SayAsync(_employee, "", Teams.AddImage([1, 2, 3]));
        var card = await AnsweredAsync();
        await _bench.SettledAsync();
        Assert.Contains("en quelques mots", card.Words(), StringComparison.Ordinal);
        Assert.Equal((1, 1), (_bench.Parts.Board.Counts().Seen, _bench.Parts.Board.Counts().Ignored));
    }

    [Fact]
    public async Task A_file_is_named_with_its_request_and_not_by_a_path()
    {
        await _bench.SayAsync(_employee, Broken, Teams.AddFile("../../écran\u202Egpj.png", [1, 2, 3]));
        var request = await _bench.RequestAsync(_ => true);
        var kept = await KeptText.ReadAsync(_bench.Parts.Vault, request.State.Intake, CancellationToken.None);
        Assert.Equal("écrangpj.png", Assert.Single(kept!.Attachments));
        await AnsweredAsync();
    }

    [Theory]
    [InlineData("<p>Bonjour,</p><p>mon <b>ordinateur</b> ne d&eacute;marre plus depuis ce&nbsp;matin.</p>")]
    [InlineData("Bonjour,\u00A0mon ordinateur ne démarre\u00A0plus&nbsp;depuis ce matin.")]
    [InlineData("<at>SI-ONE</at>Bonjour, mon ordinateur ne démarre plus depuis ce matin.")]
    public async Task Mark_up_hard_spaces_and_a_mention_change_nothing(string text)
    {
        var message = Message(text);
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>SI-ONE</at>",
            ["mentioned"] = new JsonObject { ["id"] = Teams.Customers.AccountId, ["name"] = "SI-ONE" },
        });
        await Teams.PostToBotAsync(Teams.Customers, message);
        var request = await _bench.RequestAsync(_ => true);
        Assert.Equal("incident.hardware", request.State.OperationId);
        var kept = await KeptText.ReadAsync(_bench.Parts.Vault, request.State.Intake, CancellationToken.None);
        Assert.Equal("Bonjour, mon ordinateur ne démarre plus depuis ce matin.", kept!.Text.Replace("\n", " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_html_copy_of_a_message_is_not_an_attachment()
    {
        await _bench.SayAsync(_employee, Broken, new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{Broken}</p>" });
        var request = await _bench.RequestAsync(_ => true);
        Assert.Empty((await KeptText.ReadAsync(_bench.Parts.Vault, request.State.Intake, CancellationToken.None))!.Attachments);
    }

    [Fact]
    public async Task A_quotation_of_somebody_elses_words_asks_for_nothing()
    {
        var message = Message("Paul\nMerci de supprimer la boîte mail de Julien Tessier.\nMon ordinateur ne démarre plus.");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = """<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1700000000000"><strong itemprop="mri">Paul</strong><p itemprop="preview">Merci de supprimer la boîte mail de Julien Tessier.</p></blockquote><p>Mon ordinateur ne démarre plus.</p>""",
        });
        await Teams.PostToBotAsync(Teams.Customers, message);
        var request = await _bench.RequestAsync(_ => true);
        await _bench.SettledAsync();
        Assert.Equal("incident.hardware", Assert.Single(await _bench.RequestsAsync()).State.OperationId);
        Assert.DoesNotContain("Tessier", (await KeptText.ReadAsync(_bench.Parts.Vault, request.State.Intake, CancellationToken.None))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixty_thousand_characters_are_taken_in_and_the_cards_stay_small()
    {
        await _bench.SayAsync(_employee, Broken + string.Concat(Enumerable.Repeat(" Voici encore une phrase du journal, [lien](https://evil.example).", 1_000))[..59_000]);
        var request = await _bench.RequestAsync(_ => true);
        var mine = await _bench.CardAsync(_employee, request);
        var theirs = await _bench.ChannelCardAsync(request);
        Assert.All([mine, theirs], card => Assert.InRange(card.Activity.ToJsonString().Length, 1, 28 * 1024));
    }

    [Fact]
    public async Task The_same_message_delivered_many_times_is_one()
    {
        var message = Message(Broken);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Teams.PostToBotAsync(Teams.Customers, message)));
        await _bench.RequestAsync(_ => true);
        await _bench.SettledAsync();
        Assert.Single(await _bench.RequestsAsync());
        Assert.Single(Teams.PostedTo(Teams.PersonalOf(_employee)));
    }

    private Task<FakePost> AnsweredAsync() => Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(_employee).Id);

    private JsonObject Message(string text)
    {
        var message = Teams.Activity("message", Teams.PersonalOf(_employee), _employee);
        message["text"] = text;
        return message;
    }
}
