using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.Benchmarks.Samples;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Benchmarks.Teams;

/// <summary>Microsoft's side, faked in this process, with the invented customers' people and one technician; writes the turns that are measured.</summary>
internal sealed class TeamsWorld
{
    private readonly FakeTeams _teams;
    private readonly Random _random;
    private readonly ImmutableArray<FakeUser> _people;
    private readonly FakeUser _technician;
    private readonly (string Customers, string Technicians) _tokens;

    /// <summary>Everybody who decides at a company has the customers' bot.</summary>
    public TeamsWorld(FakeTeams teams, IEnumerable<Company> companies, Random random)
    {
        _teams = teams;
        _random = random;
        _people = [.. companies.Select(company => teams.AddCustomerTenant(company.TenantId, company.People[0].Address, company.People[0].Name))];
        _technician = teams.AddTechnician("technicien@msp.example");
        _tokens = (teams.Token(teams.Customers), teams.Token(teams.Technicians));
    }

    /// <summary>The product's settings for it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        .. _teams.Settings().Select(pair => KeyValuePair.Create(pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value!)),
        KeyValuePair.Create($"SiOne__Teams__TechnicianRoles__{_technician.ObjectId}", "Technician"),
    ];

    /// <summary>The app comes into the technicians' team; everybody greets the bot, so that it knows them.</summary>
    public IEnumerable<Turn> Greetings(Uri product)
    {
        var arrival = _teams.Activity("conversationUpdate", _teams.Channel, _technician);
        arrival["membersAdded"] = new JsonArray(new JsonObject { ["id"] = _teams.Technicians.AccountId });
        yield return Of(product, _teams.Technicians, arrival);
        yield return Message(product, _teams.Technicians, _technician, "aide");
        foreach (var person in _people) yield return Message(product, _teams.Customers, person, "bonjour");
    }

    /// <summary>Somebody is writing: checked, parsed and handed on, but nothing is stored.</summary>
    public ImmutableArray<Turn> Typing(Uri product, int count) =>
        [.. Enumerable.Range(0, count).Select(n => Of(product, _teams.Customers, _teams.Activity("typing", _teams.PersonalOf(Person(n)), Person(n))))];

    /// <summary>Requests in French, each a new one.</summary>
    public ImmutableArray<Turn> Requests(Uri product, int count) => [.. Enumerable.Range(0, count).Select(n => Message(product, _teams.Customers, Person(n), Text()))];

    /// <summary>Clicks of the technician that take a request, each another one; at most one for each card in the channel.</summary>
    public ImmutableArray<Turn> Takes(Uri product) => [.. Takeable().Select(taken => Of(product, _teams.Technicians, Click(taken.Post, taken.Data)))];

    /// <summary>How many cards the channel holds.</summary>
    public int CardsInChannel => _teams.PostedTo(_teams.Channel).Count(post => post.Card is not null);

    private IEnumerable<(FakePost Post, JsonNode Data)> Takeable() =>
        from post in _teams.PostedTo(_teams.Channel)
        where post.Edits == 0 // Whoever has taken it sees another button.
        let data = post.Card is { } card ? Take(card) : null
        where data is not null
        select (post, data);

    /// <summary>The payload of the button that takes a request; null where there is none.</summary>
    private static JsonNode? Take(JsonNode? node) => node switch
    {
        JsonObject action when (string?)action["type"] == "Action.Execute" && (string?)action["verb"] == "take" => action["data"],
        JsonObject other => other.Select(pair => Take(pair.Value)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(Take).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private JsonObject Click(FakePost post, JsonNode data)
    {
        var click = _teams.Activity("invoke", _teams.Channel, _technician);
        click["name"] = "adaptiveCard/action";
        click["replyToId"] = post.Id;
        var action = new JsonObject { ["type"] = "Action.Execute", ["id"] = "take", ["verb"] = "take", ["data"] = data.DeepClone() };
        click["value"] = new JsonObject { ["action"] = action, ["trigger"] = "manual" };
        return click;
    }

    private Turn Message(Uri product, FakeApp app, FakeUser from, string text)
    {
        var message = _teams.Activity("message", _teams.PersonalOf(from, app), from);
        message["text"] = text;
        message["textFormat"] = "plain";
        return Of(product, app, message);
    }

    private Turn Of(Uri product, FakeApp app, JsonObject activity) => new(
        new Uri(product, app.Path), Encoding.UTF8.GetBytes(activity.ToJsonString()), app == _teams.Customers ? _tokens.Customers : _tokens.Technicians);

    private FakeUser Person(int n) => _people[n % _people.Length];

    private string Text() => string.Format(
        CultureInfo.InvariantCulture, _random.Pick(Words.Requests).Text, $"{_random.Pick(Words.FirstNames)} {_random.Pick(Words.LastNames)}",
        $"{_random.Next(1, 28)} {_random.Pick(Words.Months)}");
}
