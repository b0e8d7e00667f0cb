using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Somebody picked in the tenant's directory whom the customer file does not know: the account stays with the request, and the name is asked for.</summary>
public sealed class PickedPersonTests : IAsyncLifetime
{
    private const string Departure = "Merci de fermer le compte d’un collaborateur qui nous quitte vendredi.";
    private readonly string _account = Guid.NewGuid().ToString("D");
    private TeamsBench _bench = null!;
    private FakeUser _direction = null!;
    private FakePost _card = null!;
    private RequestDocument _request = null!;

    public async Task InitializeAsync()
    {
        _bench = await TeamsBench.StartAsync();
        _direction = _bench.Person("direction");
        (_card, _request) = await _bench.AskAsync(_direction, Departure);
        Assert.Equal(RequestState.WaitingForDetails, _request.State.State);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task The_form_says_when_a_name_is_needed() =>
        Assert.Contains("un compte seul ne nous dit pas qui elle est", (await _bench.CardAsync(_direction, _request)).Words(), StringComparison.Ordinal);

    [Fact]
    public async Task The_account_is_kept_with_the_name_that_was_written_and_technicians_see_both()
    {
        var answer = await GiveAsync(("person", _account), ("name", "Marc Guérin"));
        Assert.DoesNotContain("give-details", CardReading.Verbs(answer));
        await TechniciansSeeAsync($"Marc Guérin, compte Microsoft 365 : {_account}");
    }

    [Fact]
    public async Task An_account_alone_is_kept_too_and_the_name_is_asked_for_again()
    {
        var answer = await GiveAsync(("person", _account.ToUpperInvariant()));
        Assert.Contains("il manque encore une indication", CardReading.Words(answer), StringComparison.Ordinal);
        Assert.Contains("give-details", CardReading.Verbs(answer));
        await TechniciansSeeAsync($"compte Microsoft 365 : {_account}");
        Assert.Equal(RequestState.WaitingForDetails, (await _bench.NowAsync(_request)).State.State);

        answer = await GiveAsync(("name", "Marc Guérin"));
        Assert.DoesNotContain("give-details", CardReading.Verbs(answer));
        await TechniciansSeeAsync($"Marc Guérin, compte Microsoft 365 : {_account}");
    }

    [Fact]
    public async Task What_a_client_sends_instead_of_an_account_is_kept_as_harmless_text()
    {
        await GiveAsync(("person", "[x](https://evil.example)\r\n<at>all</at>"), ("name", "Marc Guérin"));
        var details = await RequestDetails.ReadAsync(_bench.Parts.Vault, _request.Id, CancellationToken.None);
        Assert.DoesNotContain('\n', details!.Fields[FieldNames.Account]);
        var card = await _bench.ChannelCardAsync(_request, post => post.Words().Contains("Marc Guérin", StringComparison.Ordinal));
        Assert.DoesNotContain("](", card.Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", card.Card!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_says_so_and_changes_nothing()
    {
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        Assert.Contains("Il manque quelque chose", CardReading.Words(await GiveAsync()), StringComparison.Ordinal);
        Assert.Equal(before, await _bench.StateAsync());
    }

    private async Task<System.Text.Json.Nodes.JsonNode> GiveAsync(params (string Input, string Value)[] inputs)
    {
        var answer = await _bench.Teams.ClickAsync(_direction, _card, "give-details", CardReading.Data(_card.Card!, "give-details", inputs));
        Assert.Equal(200, (int)answer.Body!["statusCode"]!);
        return answer.Body["value"]!;
    }

    /// <summary>On their card, and on the local page.</summary>
    private async Task TechniciansSeeAsync(string words)
    {
        await _bench.ChannelCardAsync(_request, post => post.Words().Contains(words, StringComparison.Ordinal));
        var facts = (await _bench.BoardAsync()).GetProperty("messages").EnumerateArray().SelectMany(message => message.GetProperty("requests").EnumerateArray())
            .Select(request => request.GetProperty("life")).Where(life => life.ValueKind is System.Text.Json.JsonValueKind.Object)
            .SelectMany(life => life.GetProperty("facts").EnumerateArray()).Select(fact => CardReading.Plain(fact.GetProperty("text").GetString()!));
        Assert.Contains(words, facts);
    }
}
