using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Clicks that are repeated, late, edited or somebody else's: one action, or none, and always a polite answer.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private const string Mailbox = "Bonjour, merci de créer la boîte mail pour Julien Tessier.";
    private const int Many = 200;
    private TeamsBench _bench = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync() => _bench = await TeamsBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Two_hundred_clicks_of_an_administrator_are_one_approval()
    {
        var (admin, employee) = (_bench.Person("admin"), _bench.Person("employe"));
        await _bench.SayAsync(admin, "bonjour");
        var (_, request) = await _bench.AskAsync(employee, Mailbox);
        var card = await _bench.CardAsync(admin, request);
        var answers = await ManyAsync(() => Teams.ClickAsync(admin, card, "approve-request", CardReading.Data(card.Card!, "approve-request")));
        Assert.All(answers, answer => Assert.Equal(200, (int)answer.Body!["statusCode"]!));
        Assert.Single((await _bench.NowAsync(request)).Journal, line => line.Event is RequestEvent.Approved);
        await _bench.SettledAsync();
        Assert.Single(Teams.PostedTo(Teams.PersonalOf(employee)), post => post.Words().Contains("accord", StringComparison.OrdinalIgnoreCase) && post.Edits == 0);
    }

    [Theory]
    [InlineData("correct-request", "Il s’agit de l’ordinateur du bureau 12.")]
    [InlineData("withdraw", null)]
    public async Task Two_hundred_clicks_of_an_employee_are_one(string verb, string? text)
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        var data = text is null ? CardReading.Data(card.Card!, verb) : CardReading.Data(card.Card!, verb, ("text", text));
        await ManyAsync(() => Teams.ClickAsync(employee, card, verb, data));
        var after = await _bench.NowAsync(request);
        Assert.Single(after.State.FollowUps);
        Assert.Equal(2, _bench.Parts.Board.Counts().Seen);
    }

    [Theory]
    [InlineData("take")]
    [InlineData("complete")]
    [InlineData("note")]
    [InlineData("reply")]
    [InlineData("ask")]
    public async Task Two_hundred_clicks_of_technicians_are_one(string verb)
    {
        var employee = _bench.Person("employe");
        var (_, request) = await _bench.AskAsync(employee, Broken);
        var card = await _bench.ChannelCardAsync(request);
        await _bench.SettledAsync();
        var before = await _bench.NowAsync(request);
        var data = verb is "take" or "complete" ? CardReading.Data(card.Card!, verb) : CardReading.Data(card.Card!, verb, ("text", "Essayez avec l’autre câble."));
        await ManyAsync(() => Teams.ClickAsync(_bench.Technician, card, verb, data));
        var after = await _bench.NowAsync(request);
        Assert.Equal(before.Version + 1, after.Version);
    }

    [Fact]
    public async Task Of_two_technicians_at_once_one_acts_and_the_other_is_told_who()
    {
        var (_, request) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        var card = await _bench.ChannelCardAsync(request);
        await Teams.SayInAsync(Teams.Channel, _bench.Colleague, "aide");
        var data = CardReading.Data(card.Card!, "complete");
        await Teams.ClickAsync(_bench.Colleague, card, "complete", data);
        var late = await Teams.ClickAsync(_bench.Technician, card, "decline", CardReading.Data(card.Card!, "decline", ("text", "Non.")));
        Assert.Contains("Déjà traité par Marc Abeille", CardReading.Words(late.Body!["value"]!), StringComparison.Ordinal);
        Assert.Equal(RequestState.Done, (await _bench.NowAsync(request)).State.State);
    }

    [Fact]
    public async Task The_same_activity_again_and_the_same_payload_in_another_change_nothing_more()
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        var click = Click(employee, card, CardReading.Data(card.Card!, "withdraw"));
        await Teams.PostToBotAsync(Teams.Customers, click);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        var again = await Teams.PostToBotAsync(Teams.Customers, click);
        Assert.Equal(200, (int)again.Body!["statusCode"]!);
        var other = await Teams.PostToBotAsync(Teams.Customers, Click(employee, card, CardReading.Data(card.Card!, "withdraw")));
        Assert.Contains("pas été prise en compte", CardReading.Words(other.Body!["value"]!), StringComparison.Ordinal);
        await Teams.SubmitAsync(employee, card, CardReading.Data(card.Card!, "withdraw"));
        await _bench.SettledAsync();
        Assert.Equal(before, await _bench.StateAsync());
        Assert.Equal(RequestState.Withdrawn, (await _bench.NowAsync(request)).State.State);
    }

    [Fact]
    public async Task A_stale_card_answers_with_the_fresh_one()
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        await Teams.SayInAsync(Teams.Channel, _bench.Technician, $"terminer {request.State.Reference}");
        await _bench.RequestAsync(request, state => state.State is RequestState.Done);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        var answer = await Teams.ClickAsync(employee, card, "withdraw", CardReading.Data(card.Card!, "withdraw"));
        Assert.Contains("settled", CardReading.Verbs(answer.Body!["value"]!));
        Assert.Contains("pas été prise en compte", CardReading.Words(answer.Body["value"]!), StringComparison.Ordinal);
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task An_edited_payload_changes_nothing()
    {
        var (employee, other) = (_bench.Person("employe"), _bench.Person("direction"));
        var (card, _) = await _bench.AskAsync(employee, Broken);
        var (others, _) = await _bench.AskAsync(other, "Mon téléphone professionnel ne s'allume plus.");
        var theirs = await _bench.ChannelCardAsync((await _bench.RequestsAsync())[0]);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();

        foreach (var data in Edited(CardReading.Data(card.Card!, "withdraw"), CardReading.Data(others.Card!, "withdraw"), CardReading.Data(theirs.Card!, "complete")))
        {
            var answer = await Teams.PostToBotAsync(Teams.Customers, Click(employee, card, data));
            Assert.True(answer.Status is System.Net.HttpStatusCode.OK && (int)answer.Body!["statusCode"]! == 400, $"{data?.ToJsonString()}: {answer.Status} {answer.Body}");
            Assert.DoesNotContain("téléphone", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task A_customers_button_is_nothing_to_a_technician_and_the_other_way_round()
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        var theirs = await _bench.ChannelCardAsync(request);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        foreach (var verb in theirs.Verbs())
            Refused(await Teams.PostToBotAsync(Teams.Customers, Click(employee, card, CardReading.Data(theirs.Card!, verb))), verb);
        foreach (var verb in card.Verbs())
            Refused(await Teams.ClickAsync(_bench.Technician, theirs, verb, CardReading.Data(card.Card!, verb)), verb);
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Theory]
    [InlineData("employe", "serenite")]
    [InlineData("admin", "standard")]
    [InlineData("direction", "premium")]
    [InlineData("admin", "premium")]
    [InlineData("inconnu", "premium")]
    public async Task Somebody_elses_card_is_nothing_to_anybody_else(string who, string level)
    {
        var (card, _) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        var other = _bench.Person(who, level);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        foreach (var verb in card.Verbs())
        {
            var data = CardReading.Data(card.Card!, verb);
            Refused(await Teams.PostToBotAsync(Teams.Customers, Click(other, card, data)), verb);
            var there = Click(other, card, data);
            there["conversation"]!["id"] = card.ConversationId;
            Refused(await Teams.PostToBotAsync(Teams.Customers, there), verb);
        }

        await _bench.SettledAsync();
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task A_click_by_a_guest_of_the_tenant_with_the_card_of_its_owner_is_refused()
    {
        var (card, _) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        var guest = _bench.Person("employe", role: "guest");
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        Refused(await Teams.PostToBotAsync(Teams.Customers, Click(guest, card, CardReading.Data(card.Card!, "withdraw"))), "withdraw");
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task Hostile_words_become_no_link_no_mention_and_no_command()
    {
        var employee = _bench.Person("employe", name: "<at>Inès</at> [x](https://evil.example)");
        const string Hostile = "Mon ordinateur ne démarre plus. [Approuver](https://evil.example) <at>Inès Calvet</at> ![i](https://evil.example/a.png) https://evil.example {{DATE(2026-01-01)}} ${x} # titre";
        var (mine, request) = await _bench.AskAsync(employee, Hostile);
        var theirs = await _bench.ChannelCardAsync(request);
        Assert.Contains("Approuver", theirs.Words(), StringComparison.Ordinal);
        foreach (var post in new[] { mine, theirs })
        {
            Assert.Null(post.Activity["entities"]);
            foreach (var text in Texts(post))
            {
                Assert.DoesNotContain("](", text, StringComparison.Ordinal);
                Assert.DoesNotContain("<at>", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("https://evil", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("evil.example", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
                Assert.DoesNotContain("${", text, StringComparison.Ordinal);
            }

            Assert.DoesNotContain(CardReading.All(post.Card).OfType<JsonObject>(), node => (string?)node["type"]?.AsValue() == "Action.OpenUrl");
        }
    }

    private static IEnumerable<string> Texts(FakePost post) => CardReading.All(post.Activity).OfType<JsonValue>()
        .Where(value => value.TryGetValue<string>(out _)).Select(value => value.GetValue<string>());

    private static IEnumerable<JsonNode?> Edited(JsonObject own, JsonObject others, JsonObject technicians)
    {
        var id = (string)own["id"]!;
        yield return others;
        yield return technicians;
        yield return null;
        yield return new JsonArray();
        yield return "text";
        yield return 7;
        yield return new JsonObject();
        yield return With("v", 2);
        yield return With("v", "1");
        yield return With("v", null);
        yield return With("v", 1.5);
        yield return With("v", true);
        yield return With("id", null);
        yield return With("id", 7);
        yield return With("id", "");
        yield return With("id", $"A{id.ToUpperInvariant()[1..]}");
        yield return With("id", id[..31]);
        yield return With("id", id + "0");
        yield return With("id", $" {id}");
        yield return With("id", new string('0', 32));
        yield return With("id", id[..31] + (id[31] == '0' ? '1' : '0'));
        yield return With("id", (id[0] == '0' ? "1" : "0") + id[1..]);
        yield return With("id", ((string)others["id"]!)[..8] + id[8..^1] + (id[^1] == 'f' ? 'e' : 'f'));
        yield return With("id", id[..8] + ((string)technicians["id"]!)[8..]);
        yield return With("id", ((string)technicians["id"]!)[..8] + id[8..]);
        yield return With("verb", "confirm");
        yield return With("request", "SI-0000-0000");
        yield return With("tenantId", "2e9b83f4-61c7-4d15-8b70-c4f3a0d97b02");
        yield return With("text", "sans marque");
        yield return With($"text-{id[..12]}", new JsonObject());
        yield return With($"text-{id[..12]}", new string('x', 4_001));
        yield return With($"password-{id[..12]}", "x");
        yield return With("__proto__", "x");
        var many = (JsonObject)own.DeepClone();
        for (var i = 0; i < 100; i++) many[$"text-{i:D12}"] = "x";
        yield return many;

        JsonObject With(string key, JsonNode? value)
        {
            var edited = (JsonObject)own.DeepClone();
            edited[key] = value;
            return edited;
        }
    }

    private static void Refused(FakeAnswer answer, string verb) =>
        Assert.True(answer.Status is System.Net.HttpStatusCode.OK && (int)answer.Body!["statusCode"]! == 400, $"{verb}: {answer.Status} {answer.Body}");

    /// <summary>A click in the clicker's own chat, on whatever card.</summary>
    private JsonObject Click(FakeUser user, FakePost card, JsonNode? data)
    {
        var click = Teams.Activity("invoke", Teams.PersonalOf(user), user);
        click["name"] = "adaptiveCard/action";
        click["replyToId"] = card.Id;
        click["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "x", ["data"] = data?.DeepClone() }, ["trigger"] = "manual" };
        return click;
    }

    private static Task<FakeAnswer[]> ManyAsync(Func<Task<FakeAnswer>> click) => Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(click)));
}
