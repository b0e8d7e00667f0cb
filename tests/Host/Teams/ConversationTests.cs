using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>What employees write, and the cards that they hold.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private const string Mailbox = "Bonjour, merci de créer la boîte mail pour Julien Tessier.";
    private TeamsBench _bench = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync() => _bench = await TeamsBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Free_text_in_French_becomes_a_card_with_reference_and_date()
    {
        var admin = _bench.Person("admin");
        var (card, request) = await _bench.AskAsync(admin, Mailbox);

        Assert.Equal(("mailbox.create", RequestState.Accepted), (request.State.OperationId, request.State.State));
        Assert.Matches("(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) [0-9]", card.Words());
        Assert.Contains(Domain.Words.Instants.Say(request.State.Due!.At, Domain.Words.Language.French).Replace('\u00A0', ' ').Replace('\u202F', ' '), card.Words(), StringComparison.Ordinal);
        Assert.Contains("withdraw", card.Verbs());
        await _bench.SettledAsync();
        Assert.Single(Teams.PostedTo(Teams.PersonalOf(admin)));
        Assert.Empty(_bench.MailsTo("admin@demo-premium.example"));
    }

    [Fact]
    public async Task Missing_details_are_given_on_the_form_and_the_request_is_accepted()
    {
        var admin = _bench.Person("admin");
        var (card, request) = await _bench.AskAsync(admin, "Bonjour, merci de créer une adresse mail pour notre nouvelle collègue.");
        Assert.Equal(RequestState.WaitingForDetails, request.State.State);

        var answer = await Teams.ClickAsync(admin, card, "give-details", CardReading.Data(card.Card!, "give-details", ("name", "Lise Ambroisine")));

        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)answer.Body!["statusCode"]!, (string)answer.Body["type"]!));
        Assert.Contains("Lise Ambroisine", CardReading.Words(answer.Body["value"]!), StringComparison.Ordinal);
        Assert.Equal(RequestState.Accepted, (await _bench.NowAsync(request)).State.State);
        await Teams.WaitForAsync(post => post.Id == card.Id && post.Edits > 0 && !post.Verbs().Contains("give-details"));
    }

    [Fact]
    public async Task Standard_gets_the_ready_mail_and_the_mail_makes_it_valid()
    {
        var admin = _bench.Person("admin", "standard");
        var (card, request) = await _bench.AskAsync(admin, Mailbox);
        Assert.Equal(RequestState.Draft, request.State.State);
        Assert.DoesNotContain("confirm", card.Verbs());
        var url = CardReading.All(card.Card).OfType<System.Text.Json.Nodes.JsonObject>()
            .Select(node => node["url"]?.ToString()).Single(url => url?.StartsWith("mailto:", StringComparison.Ordinal) is true)!;
        var ready = new Uri(url).Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        Assert.StartsWith("mailto:support@msp.example?", url, StringComparison.Ordinal);

        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await _bench.MailAsync("admin@demo-standard.example", ready["subject"], ready["body"]);

        var valid = await _bench.RequestAsync(request, state => state.State is RequestState.Accepted);
        Assert.True(valid.State.CountsFrom >= request.State.ReceivedAt + TimeSpan.FromMinutes(5));
        Assert.Single(await _bench.RequestsAsync());
        await Teams.WaitForAsync(post => post.Id == card.Id && post.Edits > 0 && !post.Words().Contains("mail tout prêt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_by_mail_of_somebody_who_chats_is_confirmed_on_a_card_and_counts_from_the_click()
    {
        var admin = _bench.Person("admin");
        await _bench.SayAsync(admin, "bonjour");
        await _bench.MailAsync("admin@demo-premium.example", "Nouvelle adresse", Mailbox);
        var draft = await _bench.RequestAsync(document => document.State.State is RequestState.Draft);
        var card = await _bench.CardAsync(admin, draft);
        Assert.Contains("confirm", card.Verbs());
        _bench.Clock.Advance(TimeSpan.FromHours(3));

        await Teams.ClickAsync(admin, card, "confirm", CardReading.Data(card.Card!, "confirm"));

        var accepted = await _bench.NowAsync(draft);
        Assert.Equal(RequestState.Accepted, accepted.State.State);
        Assert.True(accepted.State.CountsFrom >= draft.State.ReceivedAt + TimeSpan.FromHours(3));
        await Teams.WaitForAsync(post => post.Id == card.Id && post.Edits > 0 && !post.Verbs().Contains("confirm"));
    }

    [Fact]
    public async Task The_administrator_approves_on_a_card_and_who_asked_is_told()
    {
        var (admin, employee) = (_bench.Person("admin"), _bench.Person("employe"));
        await _bench.SayAsync(admin, "bonjour");
        var (card, request) = await _bench.AskAsync(employee, Mailbox);
        Assert.Equal(RequestState.WaitingForApproval, request.State.State);
        Assert.DoesNotContain("approve-request", card.Verbs());
        var asked = await _bench.CardAsync(admin, request);

        var answer = await Teams.ClickAsync(admin, asked, "approve-request", CardReading.Data(asked.Card!, "approve-request"));

        Assert.Equal(200, (int)answer.Body!["statusCode"]!);
        Assert.Equal((RequestState.Accepted, "person-2"), ((await _bench.NowAsync(request)).State.State, (await _bench.NowAsync(request)).State.ApprovedBy));
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id && post.Id != card.Id && post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal));
        await Teams.WaitForAsync(post => post.Id == card.Id && post.Edits > 0);
    }

    [Fact]
    public async Task The_administrator_approves_by_quoting_the_card()
    {
        var (admin, employee) = (_bench.Person("admin"), _bench.Person("employe"));
        await _bench.SayAsync(admin, "bonjour");
        var (_, request) = await _bench.AskAsync(employee, Mailbox);
        var asked = await _bench.CardAsync(admin, request);

        await Teams.PostToBotAsync(Teams.Customers, Quoting(admin, asked, "d’accord"));

        await _bench.RequestAsync(request, state => state is { State: RequestState.Accepted, ApprovedBy: "person-2" });
    }

    /// <summary>A message as real Teams writes it when somebody replies to one: the quotation is marked in the copy alone.</summary>
    private System.Text.Json.Nodes.JsonObject Quoting(FakeUser user, FakePost post, string text)
    {
        var message = Teams.Activity("message", Teams.PersonalOf(user), user);
        message["text"] = $"SI-ONE\nCarte\n{text}";
        message["attachments"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = $"""<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="{post.Id}"><strong itemprop="mri">SI-ONE</strong><p itemprop="preview">Carte</p></blockquote><p>{text}</p>""",
        });
        return message;
    }
}
