using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>What is asked of the bot itself, and what becomes of a message that is edited or deleted.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private TeamsBench _bench = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync() => _bench = await TeamsBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Mes_demandes_shows_a_request_made_by_mail()
    {
        var admin = _bench.Person("admin");
        await _bench.MailAsync("admin@demo-premium.example", "Nouvelle adresse", "Bonjour, merci de créer la boîte mail pour Julien Tessier.");
        var request = await _bench.RequestAsync(_ => true);
        await _bench.SayAsync(admin, "Mes demandes");
        var list = await _bench.CardAsync(admin, request);

        var opened = await Teams.ClickAsync(admin, list, "show", CardReading.Data(list.Card!, "show"));
        Assert.Contains("confirm", CardReading.Verbs(opened.Body!["value"]!));
        Assert.Equal(1, (await _bench.NowAsync(request)).Version);
    }

    [Fact]
    public async Task A_colleagues_request_is_neither_listed_nor_shown()
    {
        var (_, request) = await _bench.AskAsync(_bench.Person("direction"), Broken);
        var employee = _bench.Person("employe");
        await _bench.SayAsync(employee, "mes demandes");
        var list = await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id);
        Assert.DoesNotContain(request.State.Reference.Value, list.Words(), StringComparison.Ordinal);
        await _bench.SayAsync(employee, $"état {request.State.Reference}");
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id && post.Words().Contains("Aucune demande de ce numéro", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("état {0}")]
    [InlineData("Où en est {0} ?")]
    [InlineData("{0}")]
    [InlineData("statut {0}.")]
    public async Task The_status_of_a_request_is_shown_anew(string asked)
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        var before = await _bench.NowAsync(request);
        await _bench.SayAsync(employee, string.Format(System.Globalization.CultureInfo.InvariantCulture, asked, request.State.Reference));
        var shown = await Teams.WaitForAsync(post => post.Id != card.Id && post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal) && post.App == Teams.Customers);
        Assert.Contains("withdraw", shown.Verbs());
        Assert.Equal(before.Version, (await _bench.NowAsync(request)).Version);
    }

    [Theory]
    [InlineData("aide")]
    [InlineData("Aide !")]
    [InlineData("help")]
    [InlineData("?")]
    public async Task Help_is_a_card_and_no_request(string asked)
    {
        var employee = _bench.Person("employe");
        await _bench.SayAsync(employee, asked);
        var help = await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id);
        Assert.Contains("mes demandes", help.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, _bench.Parts.Board.Counts().Seen);
    }

    [Fact]
    public async Task Annuler_and_a_reference_takes_it_back()
    {
        var employee = _bench.Person("employe");
        var (card, first) = await _bench.AskAsync(employee, Broken);
        var (_, second) = await _bench.AskAsync(employee, "Mon téléphone professionnel ne s'allume plus.");

        await _bench.SayAsync(employee, $"annuler {first.State.Reference}");

        await _bench.RequestAsync(first, state => state.State is RequestState.Withdrawn);
        Assert.NotEqual(RequestState.Withdrawn, (await _bench.NowAsync(second)).State.State);
        await Teams.WaitForAsync(post => post.Id == card.Id && post.Edits > 0 && !post.Verbs().Contains("withdraw"));
    }

    [Fact]
    public async Task The_withdraw_button_does_it_too()
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        await Teams.ClickAsync(employee, card, "withdraw", CardReading.Data(card.Card!, "withdraw"));
        Assert.Equal(RequestState.Withdrawn, (await _bench.NowAsync(request)).State.State);
    }

    [Fact]
    public async Task An_edit_within_minutes_amends_and_the_card_says_so()
    {
        var employee = _bench.Person("employe");
        var message = Message(employee, Broken);
        await Teams.PostToBotAsync(Teams.Customers, message);
        var request = await _bench.RequestAsync(_ => true);
        var card = await _bench.CardAsync(employee, request);
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));

        await Teams.PostToBotAsync(Teams.Customers, Changed(message, "messageUpdate", "Bonjour, mon téléphone professionnel ne s'allume plus."));

        await _bench.RequestAsync(request, state => state.OperationId == "phone.fault");
        await Teams.WaitForAsync(post => post.Id == card.Id && post.Edits > 0);
        Assert.Single(await _bench.RequestsAsync());
    }

    [Fact]
    public async Task A_later_edit_is_a_note_that_a_technician_reads()
    {
        var employee = _bench.Person("employe");
        var message = Message(employee, Broken);
        await Teams.PostToBotAsync(Teams.Customers, message);
        var request = await _bench.RequestAsync(_ => true);
        _bench.Clock.Advance(TimeSpan.FromMinutes(40));

        await Teams.PostToBotAsync(Teams.Customers, Changed(message, "messageUpdate", "Bonjour, mon téléphone professionnel ne s'allume plus."));

        var noted = await _bench.RequestAsync(request, state => state.FollowUps.Length == 1);
        Assert.Equal("incident.hardware", noted.State.OperationId);
        Assert.NotNull(noted.State.UnreadSince);
    }

    [Fact]
    public async Task The_same_edit_delivered_twice_counts_once()
    {
        var employee = _bench.Person("employe");
        var message = Message(employee, Broken);
        await Teams.PostToBotAsync(Teams.Customers, message);
        var request = await _bench.RequestAsync(_ => true);
        _bench.Clock.Advance(TimeSpan.FromMinutes(40));
        var edit = Changed(message, "messageUpdate", "Il affiche un écran bleu.");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Teams.PostToBotAsync(Teams.Customers, edit)));
        await _bench.RequestAsync(request, state => state.FollowUps.Length > 0);
        await _bench.SettledAsync();
        Assert.Equal(2, _bench.Parts.Board.Counts().Seen);
        Assert.Single((await _bench.NowAsync(request)).State.FollowUps);
    }

    [Fact]
    public async Task A_deleted_message_cancels_nothing_and_is_told_to_a_technician()
    {
        var employee = _bench.Person("employe");
        var message = Message(employee, Broken);
        await Teams.PostToBotAsync(Teams.Customers, message);
        var request = await _bench.RequestAsync(_ => true);

        await Teams.PostToBotAsync(Teams.Customers, Changed(message, "messageDelete", null));

        var noted = await _bench.RequestAsync(request, state => state.FollowUps.Length == 1);
        Assert.Equal((RequestState.Accepted, true), (noted.State.State, noted.State.UnreadSince is not null));
    }

    [Fact]
    public async Task A_reply_to_the_card_is_a_follow_up()
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        var reply = Message(employee, "Il affiche un écran bleu.");
        reply["replyToId"] = card.Id;
        await Teams.PostToBotAsync(Teams.Customers, reply);
        await _bench.RequestAsync(request, state => state.FollowUps.Length == 1);
        Assert.Single(await _bench.RequestsAsync());
    }

    private JsonObject Message(FakeUser user, string text)
    {
        var message = Teams.Activity("message", Teams.PersonalOf(user), user);
        message["text"] = text;
        return message;
    }

    private JsonObject Changed(JsonObject message, string type, string? text)
    {
        var changed = (JsonObject)message.DeepClone();
        changed["type"] = type;
        changed["timestamp"] = _bench.Clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        changed["channelData"]!["eventType"] = type == "messageDelete" ? "softDeleteMessage" : "editMessage";
        if (text is null) changed.Remove("text");
        else changed["text"] = text;
        return changed;
    }
}
