using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>Links that were forged, altered, outlived or never written for their bearer, and clicks that come from no page of ours: nothing changes.</summary>
public sealed class HostileApprovalTests(ApprovalSite site) : IClassFixture<ApprovalSite>
{
    [Theory]
    [InlineData("truncated by one")]
    [InlineData("truncated to its text")]
    [InlineData("its MAC alone")]
    [InlineData("one bit of the request")]
    [InlineData("one bit of the version")]
    [InlineData("one bit of the expiry")]
    [InlineData("one bit of the person")]
    [InlineData("one bit of the MAC")]
    [InlineData("upper case")]
    [InlineData("something behind it")]
    [InlineData("something before it")]
    [InlineData("its MAC twice")]
    [InlineData("without a MAC's digits")]
    [InlineData("a MAC of zeros")]
    [InlineData("another person under this MAC")]
    [InlineData("another request under this MAC")]
    [InlineData("a later expiry under this MAC")]
    [InlineData("another version under this MAC")]
    [InlineData("another installation's key")]
    [InlineData("a key of before")]
    [InlineData("a draft's link")]
    [InlineData("a fifth part, signed by nobody")]
    [InlineData("nothing but dots")]
    [InlineData("three hundred letters")]
    [InlineData("a NUL")]
    [InlineData("a path")]
    public async Task A_link_that_is_not_as_we_wrote_it(string how)
    {
        var request = await site.AskedAsync();
        var other = await site.AskedAsync();
        await NothingAsync(Altered(how, site.TokenOf(request), request, other));
    }

    [Theory]
    [InlineData("who asked")]
    [InlineData("somebody whom the file does not list")]
    [InlineData("nobody")]
    [InlineData("over since a second")]
    [InlineData("over since a year")]
    [InlineData("over at this very instant")]
    [InlineData("what was asked before")]
    [InlineData("what is not asked yet")]
    [InlineData("a request that there is not")]
    [InlineData("a request that waits for nobody")]
    [InlineData("a draft")]
    [InlineData("a request of the approver's own")]
    [InlineData("an administrator, where direction decides")]
    public async Task A_link_of_ours_that_is_not_its_bearers_or_not_of_now(string how)
    {
        var request = await site.AskedAsync();
        await NothingAsync(await OfOursAsync(how, request));
    }

    [Theory]
    [InlineData("no Origin", "POST", null, ApprovalSite.Name)]
    [InlineData("a foreign Origin", "POST", "https://hostile.example", ApprovalSite.Name)]
    [InlineData("an Origin without TLS", "POST", "http://demandes.msp.example", ApprovalSite.Name)]
    [InlineData("an Origin of another port", "POST", "https://demandes.msp.example:8443", ApprovalSite.Name)]
    [InlineData("an Origin that begins like ours", "POST", "https://demandes.msp.example.hostile.example", ApprovalSite.Name)]
    [InlineData("an opaque Origin", "POST", "null", ApprovalSite.Name)]
    [InlineData("two Origins", "POST", "https://demandes.msp.example https://hostile.example", ApprovalSite.Name)]
    [InlineData("another name", "POST", "https://hostile.example", "hostile.example")]
    [InlineData("another name under our Origin", "POST", "https://demandes.msp.example", "hostile.example")]
    [InlineData("a GET with a body", "GET", "https://demandes.msp.example", ApprovalSite.Name)]
    [InlineData("a GET under another name", "GET", null, "hostile.example")]
    [InlineData("HEAD", "HEAD", null, ApprovalSite.Name)]
    [InlineData("OPTIONS", "OPTIONS", "https://hostile.example", ApprovalSite.Name)]
    [InlineData("PUT", "PUT", "https://demandes.msp.example", ApprovalSite.Name)]
    [InlineData("PATCH", "PATCH", "https://demandes.msp.example", ApprovalSite.Name)]
    [InlineData("DELETE", "DELETE", "https://demandes.msp.example", ApprovalSite.Name)]
    public async Task A_link_as_it_should_be_and_a_click_that_is_none(string name, string method, string? origin, string host)
    {
        var token = site.TokenOf(await site.AskedAsync());
        var before = await site.Bench.StateAsync();
        foreach (var path in (string[])[$"/api/approvals/{token}", $"/accord/{token}"])
        {
            using var asked = new HttpRequestMessage(new HttpMethod(method), path);
            if (method is not ("HEAD" or "OPTIONS")) asked.Content = new StringContent("""{"granted":true}""", Encoding.UTF8, "application/json");
            asked.Headers.Host = host;
            asked.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", "POST");
            if (origin is not null) asked.Headers.Add("Origin", origin);
            using var answer = await site.SendAsync(asked);
            Assert.True(answer.StatusCode is not HttpStatusCode.Accepted, $"{name}: {answer.StatusCode}");
        }

        await SameAsync(name, before);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("an empty object", "{}")]
    [InlineData("no decision", """{"reason":"non"}""")]
    [InlineData("null", """{"granted":null}""")]
    [InlineData("a text for a decision", """{"granted":"true"}""")]
    [InlineData("a number for a decision", """{"granted":1}""")]
    [InlineData("a list", """[{"granted":true}]""")]
    [InlineData("a form", "granted=true")]
    [InlineData("half an object", """{"granted":true""")]
    [InlineData("a reason that is too long", "long")]
    [InlineData("a body that is too large", "large")]
    public async Task A_click_that_says_neither_yes_nor_no(string name, string body)
    {
        var token = site.TokenOf(await site.AskedAsync());
        var before = await site.Bench.StateAsync();
        var said = body switch { "long" => $$"""{"granted":false,"reason":"{{new string('a', 2_001)}}"}""", "large" => $$"""{"granted":true,"reason":"{{new string('a', 20_000)}}"}""", _ => body };
        using var answer = await site.SendAsync(ApprovalSite.Press($"/api/approvals/{token}", said));
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{name}: {answer.StatusCode}");
        await SameAsync(name, before);
    }

    [Theory]
    [InlineData("a yes again", true, true)]
    [InlineData("a no after the yes", true, false)]
    [InlineData("a yes after the no", false, true)]
    [InlineData("a no again", false, false)]
    public async Task A_link_that_has_been_used(string name, bool first, bool second)
    {
        var request = await site.AskedAsync();
        var (token, others) = (site.TokenOf(request), site.TokenOf(request, "person-1"));
        using (await site.PressAsync(token, first)) { }
        await site.Bench.RequestAsync(request, state => state.State is RequestState.Accepted or RequestState.Declined);
        await site.Bench.SettledAsync();
        var before = await site.Bench.StateAsync();
        foreach (var link in (string[])[token, others])
        {
            using var answer = await site.PressAsync(link, second);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.StartsWith(first ? "Accord donné par" : "Refusé par", said.GetProperty("decided").GetString(), StringComparison.Ordinal);
        }

        await SameAsync(name, before);
    }

    [Fact]
    public async Task The_HTTP_door_takes_no_decision()
    {
        var request = await site.AskedAsync();
        var before = await site.Bench.StateAsync();
        using var handed = new HttpRequestMessage(HttpMethod.Post, "/api/requests")
        {
            Content = new StringContent(
                $$$"""{"from":"{{{ApprovalSite.Admin}}}","text":"D'accord.","decision":{"request":{"value":"{{{request.Id}}}"},"version":{{{ApprovalAsk.VersionOf(request)}}},"personId":"person-2","granted":true}}""",
                Encoding.UTF8, "application/json"),
        };
        handed.Headers.Host = "localhost";
        handed.Headers.Add("Idempotency-Key", "a-hostile-key");
        using var answer = await site.SendAsync(handed);
        Assert.NotEqual(HttpStatusCode.Accepted, answer.StatusCode);
        await SameAsync("the door", before);
    }

    private async Task NothingAsync(string token)
    {
        var before = await site.Bench.StateAsync();
        using var looked = await site.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/approvals/{token}"));
        Assert.NotEqual(HttpStatusCode.OK, looked.StatusCode);
        foreach (var path in (string[])["/api/approvals/", "/api/confirmations/"])
            using (var pressed = await site.SendAsync(ApprovalSite.Press(path + token, """{"granted":true}""")))
                Assert.True(pressed.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.OK) || IsOwnDraft(path, pressed), $"{path}: {pressed.StatusCode}");
        await SameAsync(token, before);
    }

    /// <summary>A draft's own link shows the draft where drafts are confirmed; there was nothing left to confirm.</summary>
    private static bool IsOwnDraft(string path, HttpResponseMessage pressed) => path == "/api/confirmations/" && pressed.StatusCode is HttpStatusCode.OK;

    private async Task SameAsync(string name, string before)
    {
        await site.Bench.SettledAsync();
        Assert.True(before == await site.Bench.StateAsync(), name);
    }

    private string Altered(string how, string token, RequestDocument request, RequestDocument other)
    {
        var parts = token.Split('.'); // REQUEST.VERSION.UNTIL.PERSON.MAC
        var (id, version, until, person, mac) = (parts[0], parts[1], parts[2], parts[3], parts[4]);
        return how switch
        {
            "truncated by one" => token[..^1],
            "truncated to its text" => token[..token.LastIndexOf('.')],
            "its MAC alone" => $".{mac}",
            "one bit of the request" => $"{id[..^1]}{Flipped(id[^1])}.{version}.{until}.{person}.{mac}",
            "one bit of the version" => $"{id}.{Flipped(version[0])}.{until}.{person}.{mac}",
            "one bit of the expiry" => $"{id}.{version}.{until[..^1]}{Flipped(until[^1])}.{person}.{mac}",
            "one bit of the person" => $"{id}.{version}.{until}.{Flipped(person[0])}{person[1..]}.{mac}",
            "one bit of the MAC" => $"{token[..^1]}{Flipped(token[^1])}",
            "upper case" => token.ToUpperInvariant(),
            "something behind it" => token + "0",
            "something before it" => "0" + token,
            "its MAC twice" => $"{token}.{mac}",
            "without a MAC's digits" => token[..^32],
            "a MAC of zeros" => $"{token[..^32]}{new string('0', 32)}",
            "another person under this MAC" => $"{id}.{version}.{until}.{site.TokenOf(request, "person-1").Split('.')[3]}.{mac}",
            "another request under this MAC" => $"{other.Id}.{version}.{until}.{person}.{mac}",
            "a later expiry under this MAC" => $"{id}.{version}.{until}0.{person}.{mac}",
            "another version under this MAC" => $"{id}.1.{until}.{person}.{mac}",
            "another installation's key" => Foreign(request, 7),
            "a key of before" => Foreign(request, 8),
            "a draft's link" => new Uri(site.Links.For(other.Id)!).Segments[^1][..^1] + "0",
            "a fifth part, signed by nobody" => $"{id}.{version}.{until}.{person}.yes.{mac}",
            "nothing but dots" => "....",
            "three hundred letters" => new string('a', 300),
            "a NUL" => token[..5] + "%00" + token[5..],
            _ => $"..%2F{token}",
        };
    }

    private async Task<string> OfOursAsync(string how, RequestDocument request) => how switch
    {
        "who asked" => site.TokenOf(request, "person-3"),
        "somebody whom the file does not list" => site.TokenOf(request, "person-99"),
        "nobody" => site.TokenOf(request, ""),
        "over since a second" => site.TokenOf(request, lives: TimeSpan.FromSeconds(-1)),
        "over since a year" => site.TokenOf(request, lives: TimeSpan.FromDays(-365)),
        "over at this very instant" => site.TokenOf(request, lives: TimeSpan.Zero),
        "what was asked before" => site.TokenOf(request, version: -1),
        "what is not asked yet" => site.TokenOf(request, version: 1),
        "a request that there is not" => site.TokenOf(request with { Id = new RequestId("01KAV30000000000000000000A") }),
        "a request that waits for nobody" => site.TokenOf(await site.AskedAsync(text: "Bonjour, mon ordinateur ne démarre plus depuis ce matin."), "person-2"),
        "a draft" => site.TokenOf(await site.AskedAsync("employe@demo-standard.example"), "person-2"),
        "a request of the approver's own" => site.TokenOf(await site.AskedAsync(ApprovalSite.Admin), "person-2"),
        _ => site.TokenOf(await site.AskedAsync(text: "Bonjour, merci d'ajouter Zoé Lanoë à la liste de diffusion atelier."), "person-2"),
    };

    private string Foreign(RequestDocument request, byte seed) => new Uri(new ConfirmationLinks(new MasterKey(Enumerable.Repeat(seed, 32).ToArray()), new Uri("https://x.example"))
        .For(new ApprovalAsk(request.Id, ApprovalAsk.VersionOf(request), "person-2", site.Bench.Clock.GetUtcNow().AddDays(1)))!).Segments[^1];

    private static char Flipped(char one) => one switch { '0' => '1', 'a' => 'b', 'A' => 'B', _ => char.IsAsciiDigit(one) ? '0' : 'a' };
}
