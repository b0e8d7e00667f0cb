using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>What a technician does over HTTP: acts on requests, and calls written down.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task An_act_says_where_the_request_stands_and_what_cannot_be_done_is_a_conflict()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        var reference = await CalledAsync(host);

        using var done = await ActAsync(host, reference, """{"technician":"Inès","verb":"complete"}""");
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal("Done", (await done.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        using var again = await ActAsync(host, reference, """{"technician":"Inès","verb":"Complete"}""");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("NotAllowedNow", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SI-0000-0000")]
    [InlineData("nothing")]
    [InlineData("x SI-0000-0000")]
    public async Task What_is_no_reference_of_a_request_is_not_found(string reference)
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        using var answer = await ActAsync(host, reference, """{"technician":"Inès","verb":"Take"}""");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_and_changes_nothing()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        var reference = await CalledAsync(host);
        string[] bodies =
        [
            "no JSON", "null", "[]", "{}", "\"Take\"", """{"technician":"Inès"}""", """{"verb":"Take"}""", """{"technician":null,"verb":"Take"}""",
            """{"technician":" ","verb":"Take"}""", """{"technician":"a\nb","verb":"Take"}""", """{"technician":"a\u202eb","verb":"Take"}""",
            """{"technician":"\ud800","verb":"Take"}""", $$"""{"technician":"{{new string('a', 61)}}","verb":"Take"}""",
            """{"technician":"Inès","verb":"Erase"}""", """{"technician":"Inès","verb":"0"}""", """{"technician":"Inès","verb":"Take,Start"}""",
            """{"technician":"Inès","verb":"Take","verb":5}""", """{"technician":"Inès","verb":"Note"}""", """{"technician":"Inès","verb":"Note","text":"  "}""",
            $$"""{"technician":"Inès","verb":"Note","text":"{{new string('a', 4_001)}}"}""",
            """{"technician":"Inès","verb":"PlanVisit"}""", """{"technician":"Inès","verb":"PlanVisit","at":"tomorrow"}""",
            """{"technician":"Inès","verb":"PlanVisit","at":"9999-12-31T23:59:59Z"}""",
            """{"technician":"Inès","verb":"MoveDue","at":"2027-01-04T14:00:00+01:00","reason":"Weather"}""",
            """{"technician":"Inès","verb":"MoveDue","at":"2027-01-04T14:00:00+01:00","reason":"1"}""",
            """{"technician":"Inès","verb":"Correct","operation":"incident.none"}""",
            """{"technician":"Inès","verb":"Correct","operation":"incident.software","date":"30/11/2026"}""",
            """{"technician":"Inès","verb":"Correct","operation":"incident.software","date":"9999-12-31"}""",
            """{"technician":"Inès","verb":"Correct","operation":"incident.software","date":"0001-01-01"}""",
            new string('[', 2_000),
        ];
        foreach (var body in bodies)
        {
            using var answer = await ActAsync(host, reference, body);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{(int)answer.StatusCode} for {body[..Math.Min(body.Length, 90)]}");
            Assert.Contains("expected", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var huge = await ActAsync(host, reference, $$"""{"technician":"Inès","verb":"Note","text":"{{new string('a', 300_000)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        using var untouched = await ActAsync(host, reference, """{"technician":"Inès","verb":"Take"}""");
        Assert.Equal(2, (await untouched.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("/api/requests/SI-0000-0000/acts")]
    [InlineData("/api/calls")]
    public async Task A_foreign_page_is_refused(string path)
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { technician = "Inès", verb = "Take" }) };
        request.Headers.Add("Origin", "http://hostile.example");
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_call_is_written_down_once_however_often_it_is_sent()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        for (var time = 0; time < 3; time++) await CalledAsync(host);
        Assert.Equal(1, host.Counts.Seen);
        using var other = await PostAsync(host, "/api/calls", """{"key":"call-0001","from":"lea@client.example","text":"Tout autre chose."}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("""{"key":"short","from":"lea@client.example","text":"Bonjour"}""")]
    [InlineData("""{"key":"call-0001","from":"Léa","text":"Bonjour"}""")]
    [InlineData("""{"key":"call-0001","from":"lea@client.example","text":" "}""")]
    [InlineData("""{"key":null,"from":"lea@client.example","text":"Bonjour"}""")]
    public async Task A_call_that_cannot_be_used_is_refused(string body)
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        using var answer = await PostAsync(host, "/api/calls", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, host.Counts.Seen);
    }

    /// <summary>A call about an incident, and the reference of what it made.</summary>
    private static async Task<string> CalledAsync(TestHost host)
    {
        using var kept = await PostAsync(host, "/api/calls", """{"key":"call-0001","from":"lea@client.example","text":"Mon ordinateur ne démarre plus depuis ce matin, il est en panne."}""");
        Assert.Equal(HttpStatusCode.Accepted, kept.StatusCode);
        await Deadline.UntilAsync(() => host.Counts is { Waiting: 0, Requests: 1 });
        var board = await host.Client.GetFromJsonAsync<JsonElement>("/api/board");
        return board.GetProperty("messages")[0].GetProperty("requests")[0].GetProperty("reference").GetString()!;
    }

    private static Task<HttpResponseMessage> ActAsync(TestHost host, string reference, string body) =>
        PostAsync(host, $"/api/requests/{Uri.EscapeDataString(reference)}/acts", body);

    private static async Task<HttpResponseMessage> PostAsync(TestHost host, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Client.PostAsync(path, content);
    }
}
