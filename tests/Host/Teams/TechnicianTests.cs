using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>The technicians' channel: one card a request, kept true in place, and acts by whoever may.</summary>
public sealed class TechnicianTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private const string Mailbox = "Bonjour, merci de créer la boîte mail pour Julien Tessier.";
    private TeamsBench _bench = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync() => _bench = await TeamsBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_request_is_one_card_that_follows_every_move()
    {
        var employee = _bench.Person("employe");
        var (mine, request) = await _bench.AskAsync(employee, Broken);
        var card = await _bench.ChannelCardAsync(request);
        Assert.Contains("Cabinet Orsène Conseil", card.Words(), StringComparison.Ordinal);

        await ActAsync(card, "take");
        card = await _bench.ChannelCardAsync(request, post => post.Words().Contains("Inès Calvet", StringComparison.Ordinal));
        await ActAsync(card, "start");
        card = await _bench.ChannelCardAsync(request, post => post.Verbs().Contains("complete") && !post.Verbs().Contains("start"));
        await ActAsync(card, "complete");

        var done = await _bench.NowAsync(request);
        Assert.Equal((RequestState.Done, "Inès Calvet"), (done.State.State, done.State.TakenBy));
        await _bench.ChannelCardAsync(request, post => !post.Verbs().Contains("complete"));
        await Teams.WaitForAsync(post => post.Id == mine.Id && post.Verbs().Contains("settled"));
        await _bench.SettledAsync();
        Assert.Single(Teams.PostedTo(Teams.Channel), post => post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_tells_its_reason()
    {
        var employee = _bench.Person("employe");
        var (_, request) = await _bench.AskAsync(employee, Broken);
        var card = await _bench.ChannelCardAsync(request);
        await ActAsync(card, "decline", ("text", "Cet ordinateur n’est pas au contrat."));
        Assert.Equal(RequestState.Declined, (await _bench.NowAsync(request)).State.State);
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id && post.Words().Contains("n’est pas au contrat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_visit_is_planned_at_an_hour_of_Paris()
    {
        var employee = _bench.Person("employe");
        var (_, request) = await _bench.AskAsync(employee, Broken);
        var card = await _bench.ChannelCardAsync(request);
        var day = DateOnly.FromDateTime(_bench.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        await ActAsync(card, "plan-visit", ("date", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("time", "14:30"));
        Assert.Equal(Domain.Commitments.ParisTime.At(day, new TimeOnly(14, 30)), (await _bench.NowAsync(request)).State.VisitAt);
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id && post.Words().Contains("14", StringComparison.Ordinal) && post.Words().Contains("visite", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_category_is_corrected()
    {
        var (_, request) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        var card = await _bench.ChannelCardAsync(request);
        await ActAsync(card, "correct", ("operation", "incident.software"));
        Assert.Equal("incident.software", (await _bench.NowAsync(request)).State.OperationId);
    }

    [Theory]
    [InlineData("plan-visit", "date", "2026-13-45")]
    [InlineData("correct", "operation", "mailbox.steal")]
    [InlineData("decline", "text", "   ")]
    public async Task A_form_with_nonsense_changes_nothing_and_says_so(string verb, string input, string value)
    {
        var (_, request) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        var card = await _bench.ChannelCardAsync(request);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        var answer = await Teams.ClickAsync(_bench.Technician, card, verb, CardReading.Data(card.Card!, verb, (input, value)));
        Assert.Contains("manque", CardReading.Words(answer.Body!["value"]!), StringComparison.Ordinal);
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task Typed_commands_do_what_clicks_do()
    {
        var (_, request) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        await Teams.SayInAsync(Teams.Channel, _bench.Technician, $"prendre {request.State.Reference}");
        await _bench.RequestAsync(request, state => state.TakenBy == "Inès Calvet");
        await Teams.SayInAsync(Teams.Channel, _bench.Colleague, $"note {request.State.Reference} : câble d’alimentation usé");
        var noted = await _bench.RequestAsync(request, state => state.TextKeys.Length == 1);
        var words = await _bench.Parts.Vault.ReadBytesAsync(noted.State.TextKeys[0], CancellationToken.None);
        Assert.Equal("câble d’alimentation usé", System.Text.Encoding.UTF8.GetString(words!));
        await Teams.SayInAsync(Teams.Channel, _bench.Technician, $"terminer {request.State.Reference}");
        await _bench.RequestAsync(request, state => state.State is RequestState.Done);
    }

    [Fact]
    public async Task Lists_show_the_queue_ones_own_work_and_what_is_due_soon()
    {
        var (_, incident) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        var (_, mailbox) = await _bench.AskAsync(_bench.Person("admin"), Mailbox);
        await Teams.SayInAsync(Teams.Channel, _bench.Technician, "file");
        var queue = await ListAsync(incident, mailbox);
        Assert.Contains("show", queue.Verbs());
        await Teams.SayInAsync(Teams.Channel, _bench.Technician, $"prendre {incident.State.Reference}");
        await _bench.RequestAsync(incident, state => state.TakenBy is not null);
        await Teams.SayInAsync(Teams.Channel, _bench.Technician, "mes interventions");
        var mine = await Teams.WaitForAsync(post => post.Id != queue.Id && !post.Verbs().Contains("take") && !post.Verbs().Contains("start") && post.Words().Contains(incident.State.Reference.Value, StringComparison.Ordinal) && post.App == Teams.Technicians);
        Assert.DoesNotContain(mailbox.State.Reference.Value, mine.Words(), StringComparison.Ordinal);
        _bench.Clock.Advance(mailbox.State.Due!.Earliest - _bench.Clock.GetUtcNow() - TimeSpan.FromHours(5));
        await Teams.SayInAsync(Teams.Channel, _bench.Technician, "échéances");
        await Teams.WaitForAsync(post => post.Id != queue.Id && post.Id != mine.Id && post.Words().Contains(mailbox.State.Reference.Value, StringComparison.Ordinal) && post.Verbs() is ["show"]);

        var opened = await Teams.ClickAsync(_bench.Technician, queue, "show", CardReading.Data(queue.Card!, "show"));
        Assert.Contains("complete", CardReading.Verbs(opened.Body!["value"]!));
    }

    [Fact]
    public async Task A_call_written_down_is_confirmed_by_the_caller_on_a_card()
    {
        var admin = _bench.Person("admin");
        await _bench.SayAsync(admin, "bonjour");
        await Teams.SayInAsync(Teams.Channel, _bench.Technician, "appel admin@demo-premium.example : merci de créer la boîte mail pour Julien Tessier");
        var draft = await _bench.RequestAsync(document => document.State.State is RequestState.Draft);
        var card = await _bench.CardAsync(admin, draft);
        await Teams.ClickAsync(admin, card, "confirm", CardReading.Data(card.Card!, "confirm"));
        Assert.Equal(RequestState.Accepted, (await _bench.NowAsync(draft)).State.State);
        Assert.Equal(Domain.Intake.Channel.Phone, (await _bench.NowAsync(draft)).State.Channel);
    }

    [Fact]
    public async Task An_emergency_is_a_card_of_its_own_at_once()
    {
        var (_, request) = await _bench.AskAsync(_bench.Person("employe"), "Au secours, j'ai cliqué sur un mail d'hameçonnage et donné mon mot de passe.");
        Assert.Equal("incident.security", request.State.OperationId);
        await Teams.WaitForAsync(post => post.App == Teams.Technicians && post.Words().Contains("URGENCE", StringComparison.OrdinalIgnoreCase) && post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal));
    }

    public static TheoryData<string> Intruders => ["no role", "guest", "other tenant", "forged name", "missing id", "id of a customer", "left the team"];

    [Theory]
    [MemberData(nameof(Intruders))]
    public async Task Whoever_is_no_technician_changes_nothing(string who)
    {
        var (_, request) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        var card = await _bench.ChannelCardAsync(request);
        await _bench.SettledAsync();
        var intruder = who switch
        {
            "no role" => Teams.AddTechnician("paul@msp.example", "Paul Sansrole"),
            "guest" => Teams.AddTechnician("invite@ailleurs.example", "Inès Calvet", "guest"),
            "forged name" => Teams.AddTechnician("faux@msp.example", "Inès Calvet"),
            "other tenant" => _bench.Technician with { TenantId = FakeTeams.NewTenant() },
            "id of a customer" => _bench.Person("admin"),
            "missing id" => _bench.Technician with { ObjectId = "" },
            _ => _bench.Technician with { Id = "29:another", ObjectId = Guid.NewGuid().ToString() },
        };
        var before = await _bench.StateAsync();

        foreach (var verb in card.Verbs().Where(verb => verb is not "refresh"))
        {
            var click = Teams.Activity("invoke", Teams.Channel, intruder);
            click["name"] = "adaptiveCard/action";
            click["replyToId"] = card.Id;
            click["conversation"]!["tenantId"] = intruder.TenantId;
            click["channelData"]!["tenant"]!["id"] = intruder.TenantId;
            click["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = CardReading.Data(card.Card!, verb) },
                ["trigger"] = "manual",
            };
            var answer = await Teams.PostToBotAsync(Teams.Technicians, click);
            Assert.True((int)answer.Status == 403 || answer.Body is null || (int?)answer.Body["statusCode"] == 400, $"{verb}: {answer.Status} {answer.Body}");
        }

        foreach (var text in new[] { $"prendre {request.State.Reference}", $"terminer {request.State.Reference}", $"note {request.State.Reference} : x", $"{request.State.Reference}", "file" })
        {
            var message = Teams.Activity("message", Teams.Channel, intruder);
            message["conversation"]!["tenantId"] = intruder.TenantId;
            message["channelData"]!["tenant"]!["id"] = intruder.TenantId;
            message["text"] = text;
            await Teams.PostToBotAsync(Teams.Technicians, message);
        }

        await _bench.SettledAsync();
        Assert.Equal(before, await _bench.StateAsync());
        Assert.Single(Teams.PostedTo(Teams.Channel), post => post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal));
    }

    private Task<FakePost> ListAsync(params RequestDocument[] requests) => Teams.WaitForAsync(post =>
        post.App == Teams.Technicians && requests.All(request => post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal)));

    private async Task ActAsync(FakePost card, string verb, params (string Input, string Value)[] inputs)
    {
        var answer = await Teams.ClickAsync(_bench.Technician, card, verb, CardReading.Data(card.Card!, verb, inputs));
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)answer.Body!["statusCode"]!, (string)answer.Body["type"]!));
    }
}
