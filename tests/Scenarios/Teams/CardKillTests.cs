using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Scenarios.Teams;

/// <summary>The host dies after a card was posted and before it is remembered: the card comes again with the same buttons, and either works.</summary>
public sealed class CardKillTests : IAsyncLifetime, IDisposable
{
    private const string PremiumTenant = "2e9b83f4-61c7-4d15-8b70-c4f3a0d97b02";
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private readonly TempFolder _folder = new();
    private FakeTeams _teams = null!;
    private FakeUser _technician = null!;
    private FakeUser _employee = null!;

    public async Task InitializeAsync()
    {
        _teams = await FakeTeams.StartAsync();
        _technician = _teams.AddTechnician("ines@msp.example", "Inès Calvet");
        _employee = _teams.AddUser(PremiumTenant, "employe@demo-premium.example");
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_card_posted_and_not_remembered_comes_again_with_the_same_buttons()
    {
        string id;
        int before;
        await using (var host = await RunAsync())
        {
            await OpenAsync(_teams.Channel, _technician, "aide");
            await OpenAsync(_teams.PersonalOf(_employee), _employee, "bonjour");
            // The typing sign, the employee's card and the technicians', however often they are tried: what is posted is not known to be.
            _teams.Fail(new FakeFault(0) { LoseAnswer = true, Method = "POST" }, times: 100);
            Assert.Equal(HttpStatusCode.OK, (await _teams.SayAsync(_employee, Broken)).Status);
            id = Id(await _teams.WaitForAsync(IsEmployees), "withdraw");
            await _teams.WaitForAsync(IsTechnicians);
            await host.KillAsync();
            before = _teams.Posts.Count;
            _teams.Heal();
        }

        await using (var again = await RunAsync())
        {
            await CheckAsync(id, before);
            Assert.Equal(0, await again.StopAsync());
        }

        await Invariants.ProvenAsync(Invariants.SettingsOf(Settings()));
    }

    private async Task CheckAsync(string id, int before)
    {
        await Deadline.UntilAsync(() => _teams.Posts.Skip(before).Any(IsEmployees) && _teams.Posts.Skip(before).Any(IsTechnicians), TimeSpan.FromSeconds(90));

        Assert.All(_teams.Posts.Where(IsEmployees), post => Assert.Equal(id, Id(post, "withdraw")));
        var theirs = _teams.Posts.Where(IsTechnicians).ToList();
        Assert.Single(theirs.Select(post => Id(post, "take")).Distinct(StringComparer.Ordinal));
        var orphan = theirs[0];
        var answer = await _teams.ClickAsync(_technician, orphan, "take", Data(orphan, "take"));
        Assert.Equal(200, (int)answer.Body!["statusCode"]!);
        Assert.Contains("Calvet", answer.Body["value"]!.ToString(), StringComparison.Ordinal);
    }

    private bool IsEmployees(FakePost post) => post.ConversationId == _teams.PersonalOf(_employee).Id && Has(post, "withdraw");

    private bool IsTechnicians(FakePost post) => post.App == _teams.Technicians && Has(post, "take");

    private async Task OpenAsync(FakeConversation place, FakeUser user, string text)
    {
        // Who writes is asked of Teams, and a slow first answer is not waited for.
        await Deadline.UntilAsync(async () =>
        {
            await _teams.SayInAsync(place, user, text);
            return _teams.PostedTo(place).Any(post => post.Card is not null || post.Text?.Contains("interventions", StringComparison.Ordinal) is true);
        });
    }

    private async Task<HostProcess> RunAsync()
    {
        var host = HostProcess.Start(Settings(), _folder.File("host.log"));
        _teams.BotUrl = await host.UrlAsync();
        return host;
    }

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["SiOne__Url"] = "http://127.0.0.1:0",
            ["SiOne__DataFolder"] = _folder.File("data"),
            ["SiOne__Customers"] = Path.Combine(Path.GetDirectoryName(typeof(SiOneHost).Assembly.Location)!, "Demo", "Customers"),
            ["SiOne__SupportAddress"] = "support@msp.example",
            ["SiOne__MailFolder"] = _folder.File("in"),
            ["SiOne__OutFolder"] = _folder.File("out"),
            ["SiOne__ObserveOnly"] = "false",
            ["SiOne__RetryAfter"] = "00:00:01",
            [$"SiOne__Teams__TechnicianRoles__{_technician.ObjectId}"] = "Technician",
        };
        foreach (var (key, value) in _teams.Settings()) settings[key.Replace(":", "__", StringComparison.Ordinal)] = value!;
        return settings;
    }

    private static bool Has(FakePost post, string verb) => Buttons(post.Card).Any(button => (string?)button["verb"] == verb);

    private static string Id(FakePost post, string verb) => (string)Data(post, verb)["id"]!;

    private static JsonObject Data(FakePost post, string verb) => (JsonObject)Buttons(post.Card).First(button => (string?)button["verb"] == verb)["data"]!;

    private static IEnumerable<JsonObject> Buttons(JsonNode? node)
    {
        if (node is JsonObject button && button["verb"] is JsonValue) yield return button;
        var children = node switch
        {
            JsonObject item => item.Select(pair => pair.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children)
            foreach (var below in Buttons(child)) yield return below;
    }
}
