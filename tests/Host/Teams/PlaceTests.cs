using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Who writes, and from where: only somebody of a known customer, in a private chat, makes requests.</summary>
public sealed class PlaceTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private TeamsBench _bench = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync() => _bench = await TeamsBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    [InlineData(null)]
    public async Task Elsewhere_there_is_one_polite_line_and_nothing_is_kept(string? kind)
    {
        var employee = _bench.Person("employe");
        var place = Teams.AddConversation(new FakeConversation("19:anywhere@thread.v2", Teams.Customers, employee.TenantId, "personal"));
        var message = Teams.Activity("message", place, employee);
        message["conversation"]!["conversationType"] = kind;
        message["text"] = Broken;

        await Teams.PostToBotAsync(Teams.Customers, message);

        var line = await Teams.WaitForAsync(post => post.ConversationId == place.Id);
        Assert.Null(line.Card);
        Assert.Contains("conversation privée", line.Words(), StringComparison.Ordinal);
        Assert.Equal(0, _bench.Parts.Board.Counts().Seen);
    }

    [Fact]
    public async Task A_guest_of_the_customers_tenant_is_a_stranger()
    {
        var guest = _bench.Person("admin", role: "guest");
        await _bench.SayAsync(guest, Broken);
        var card = await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(guest).Id);
        Assert.Empty(card.Verbs());
        Assert.DoesNotContain("Orsène", card.Words(), StringComparison.Ordinal);
        await _bench.SayAsync(guest, "mes demandes");
        await _bench.SettledAsync();
        Assert.Empty(await _bench.RequestsAsync());
    }

    [Fact]
    public async Task A_tenant_of_nobody_ends_politely_and_a_technician_gets_a_line()
    {
        var stranger = Teams.AddCustomerTenant(FakeTeams.NewTenant(), "qui@inconnu.example");
        await _bench.SayAsync(stranger, Broken);
        var answer = await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(stranger).Id);
        Assert.Empty(answer.Verbs());
        await _bench.SettledAsync();
        Assert.Empty(await _bench.RequestsAsync());
        Assert.Equal(1, _bench.Parts.Board.Counts().Refused);
        await Teams.WaitForAsync(post => post.App == Teams.Technicians && post.Card is not null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-a-guid")]
    public async Task Without_an_object_id_nobody_acts(string? objectId)
    {
        var employee = _bench.Person("employe");
        var message = Teams.Activity("message", Teams.PersonalOf(employee), employee);
        message["from"]!["aadObjectId"] = objectId;
        message["text"] = Broken;
        var before = await _bench.StateAsync();
        Assert.Equal(HttpStatusCode.OK, (await Teams.PostToBotAsync(Teams.Customers, message)).Status);
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_written_to_by_mail()
    {
        var employee = _bench.Person("employe");
        await _bench.SayAsync(employee, "bonjour");
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id);
        Teams.Fail(new FakeFault(403) { Code = "Forbidden", Message = "MessageWritesBlocked: the thread is blocked", Method = "POST", }, times: 8);

        await _bench.SayAsync(employee, Broken);
        var request = await _bench.RequestAsync(_ => true);

        Assert.Contains(request.State.Reference.Value, await _bench.MailToAsync("employe@demo-premium.example"), StringComparison.Ordinal);
        Assert.Single(_bench.MailsTo("employe@demo-premium.example"));
    }

    [Fact]
    public async Task The_message_extension_finds_asks_and_takes_a_request()
    {
        var employee = _bench.Person("employe");
        var fetched = await InvokeAsync(employee, "composeExtension/fetchTask", new JsonObject
        {
            ["commandId"] = "create",
            ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>Mon ordinateur ne d&eacute;marre plus.</p>" } },
        });
        var form = fetched.Body!["task"]!["value"]!["card"]!["content"]!;
        Assert.Equal("Mon ordinateur ne démarre plus.", (string?)CardReading.All(form).OfType<JsonObject>().Single(node => (string?)node["id"] == "text")["value"]);

        var submit = Invoke(employee, "composeExtension/submitAction", new JsonObject { ["commandId"] = "create", ["data"] = new JsonObject { ["text"] = "Mon ordinateur ne démarre plus." } });
        var done = await Teams.PostToBotAsync(Teams.Customers, submit);
        await Teams.PostToBotAsync(Teams.Customers, submit);
        Assert.Equal("message", (string?)done.Body!["task"]!["type"]);
        var request = await _bench.RequestAsync(_ => true);
        await _bench.SettledAsync();
        Assert.Equal("incident.hardware", Assert.Single(await _bench.RequestsAsync()).State.OperationId);

        var found = await InvokeAsync(employee, "composeExtension/query", Query(request.State.Reference.Value));
        Assert.Single(found.Body!["composeExtension"]!["attachments"]!.AsArray());
        var none = await InvokeAsync(_bench.Person("direction"), "composeExtension/query", Query(""));
        Assert.Empty(none.Body!["composeExtension"]!["attachments"]!.AsArray());
    }

    [Fact]
    public async Task The_message_extension_in_a_group_chat_answers_in_the_private_one_only()
    {
        var employee = _bench.Person("employe");
        await _bench.SayAsync(employee, "bonjour");
        var group = Teams.AddConversation(new FakeConversation("19:group@thread.v2", Teams.Customers, employee.TenantId, "groupChat"));
        var submit = Teams.Activity("invoke", group, employee);
        submit["name"] = "composeExtension/submitAction";
        submit["value"] = new JsonObject { ["data"] = new JsonObject { ["text"] = Broken } };
        await Teams.PostToBotAsync(Teams.Customers, submit);
        var request = await _bench.RequestAsync(_ => true);
        await _bench.CardAsync(employee, request);
        Assert.Empty(Teams.PostedTo(group));
    }

    [Fact]
    public async Task One_welcome_however_the_arrival_is_told()
    {
        var employee = _bench.Person("employe");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Teams.InstallAsync(employee)));
        await Teams.InstallAsync(employee);
        var welcome = await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id);
        await _bench.SayAsync(employee, "aide");
        await Teams.WaitForAsync(post => post.ConversationId == welcome.ConversationId && post.Id != welcome.Id);
        Assert.Equal(2, Teams.PostedTo(Teams.PersonalOf(employee)).Count);
        Assert.Equal(0, _bench.Parts.Board.Counts().Seen);
    }

    [Fact]
    public async Task While_the_roster_is_down_a_turn_stays_short_and_the_account_is_enough()
    {
        Teams.Fail(new FakeFault(503) { Method = "GET" }, times: 40);
        var employee = _bench.Person("employe");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await _bench.SayAsync(employee, Broken);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
        var request = await _bench.RequestAsync(_ => true);
        Assert.Equal(("demo-premium", null, RequestState.Accepted), (request.State.CustomerId, request.State.PersonId, request.State.State));
        await _bench.CardAsync(employee, request);
    }

    private Task<FakeAnswer> InvokeAsync(FakeUser user, string name, JsonNode value) => Teams.PostToBotAsync(Teams.Customers, Invoke(user, name, value));

    private JsonObject Invoke(FakeUser user, string name, JsonNode value)
    {
        var invoke = Teams.Activity("invoke", Teams.PersonalOf(user), user);
        invoke["name"] = name;
        invoke["value"] = value;
        return invoke;
    }

    private static JsonObject Query(string text) =>
        new() { ["commandId"] = "search", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = text }) };
}
