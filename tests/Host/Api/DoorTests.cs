using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

public sealed class DoorTests
{
    private static readonly object Good = new { from = "lea@client.example", subject = "Boîte", text = "Bonjour, merci de créer la boîte zoe@client.example pour Zoé Fabulet." };

    [Fact]
    public async Task A_request_is_kept_once_however_often_it_is_handed_in()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var keys = new HashSet<string?>();
        for (var time = 0; time < 3; time++)
        {
            using var answer = await PostAsync(host, TestHost.ApiKey, "ticket-0001", Good);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            keys.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString());
        }

        Assert.Single(keys);
        await Deadline.UntilAsync(() => host.Counts is { Seen: 1, Waiting: 0, Requests: 1 });
        using var second = await PostAsync(host, TestHost.ApiKey, "ticket-0002", Good);
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        await Deadline.UntilAsync(() => host.Counts.Seen == 2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another-key-of-at-least-thirty-two-characters")]
    [InlineData("a-key-of-at-least-thirty-two-character")]
    public async Task Without_the_key_the_door_is_closed(string? key)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var answer = await PostAsync(host, key, "ticket-0001", Good);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(0, host.Counts.Seen);
    }

    [Fact]
    public async Task Where_no_key_is_set_nobody_enters()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        using var answer = await PostAsync(host, "", "ticket-0001", Good);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, """{"from":"lea@client.example","text":"Bonjour"}""")]
    [InlineData("short", """{"from":"lea@client.example","text":"Bonjour"}""")]
    [InlineData("ticket-0001", "no JSON")]
    [InlineData("ticket-0001", "null")]
    [InlineData("ticket-0001", """{"text":"Bonjour"}""")]
    [InlineData("ticket-0001", """{"from":"Léa","text":"Bonjour"}""")]
    [InlineData("ticket-0001", """{"from":"lea@client.example","text":" "}""")]
    [InlineData("ticket-0001", """{"from":"lea@client.example","text":null}""")]
    [InlineData("ticket-0001", """{"from":null,"text":"Bonjour"}""")]
    public async Task What_cannot_be_used_is_refused_with_what_was_expected(string? idempotencyKey, string body)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var answer = await PostAsync(host, TestHost.ApiKey, idempotencyKey, JsonOf(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("expected", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, host.Counts.Seen);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"key":null}""")]
    [InlineData("no JSON")]
    public async Task A_decision_without_a_key_is_refused(string body)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var content = JsonOf(body);
        using var answer = await host.Client.PostAsync("/api/outbox/release", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_refused()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var long_ = await PostAsync(host, TestHost.ApiKey, "ticket-0001", new { from = "lea@client.example", text = new string('a', 50_001) });
        Assert.Equal(HttpStatusCode.BadRequest, long_.StatusCode);
        using var huge = await PostAsync(host, TestHost.ApiKey, "ticket-0002", new { from = "lea@client.example", text = new string('a', 300_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        Assert.Equal(0, host.Counts.Seen);
    }

    [Fact]
    public async Task Only_the_demo_has_the_demos_form()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var answer = await host.Client.PostAsJsonAsync("/api/demo/mails", Good);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<TestHost> StartAsync(TempFolder folder) => TestHost.StartAsync(folder, ("SiOne__ApiKey", TestHost.ApiKey));

    private static StringContent JsonOf(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static Task<HttpResponseMessage> PostAsync(TestHost host, string? key, string? idempotencyKey, object body) =>
        PostAsync(host, key, idempotencyKey, JsonContent.Create(body));

    private static async Task<HttpResponseMessage> PostAsync(TestHost host, string? key, string? idempotencyKey, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests") { Content = body };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await host.Client.SendAsync(request);
    }
}
