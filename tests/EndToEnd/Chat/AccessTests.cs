using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SiOne.Bot.EndToEnd.Running;

namespace SiOne.Bot.EndToEnd.Chat;

/// <summary>What stands for people's windows is for this machine's own page, and each window for its person.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessTests(ChatHost demo) : IClassFixture<ChatHost>
{
    [Theory]
    [InlineData("http://hostile.example", null)]
    [InlineData("null", null)]
    [InlineData(null, "hostile.example")]
    public async Task A_foreign_page_or_name_says_nothing_in_anybodys_name(string? origin, string? name)
    {
        using var client = new HttpClient { BaseAddress = demo.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/demo/chat/say") { Content = JsonContent.Create(new { person = "x", chat = "x", text = "x" }) };
        if (origin is not null) request.Headers.Add("Origin", origin);
        request.Headers.Host = name;
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_window_is_its_persons_alone()
    {
        using var client = new HttpClient { BaseAddress = demo.Host.Address };
        using var people = JsonDocument.Parse(await client.GetStringAsync("/demo/chat/people"));
        var employee = Of(people, "employe@demo-premium.example");
        var other = Of(people, "employe@demo-standard.example");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/demo/chat/messages?person={other.Person}&chat={Uri.EscapeDataString(employee.Chat)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(client, "say", new { person = other.Person, chat = employee.Chat, text = "Bonjour" }));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(client, "click", new { person = employee.Person, chat = employee.Chat, message = "1", card = 0, data = new { } }));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(client, "edit", new { person = employee.Person, chat = employee.Chat, message = "1" }));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, "say", new { person = employee.Person, chat = employee.Chat, text = " " }));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, "say", new { person = employee.Person }));
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string what, object asked)
    {
        using var answer = await client.PostAsJsonAsync($"/demo/chat/{what}", asked);
        return answer.StatusCode;
    }

    private static (string Person, string Chat) Of(JsonDocument people, string address)
    {
        var person = people.RootElement.EnumerateArray().Single(one => one.GetProperty("address").GetString() == address);
        return (person.GetProperty("id").GetString()!, person.GetProperty("chats")[0].GetProperty("id").GetString()!);
    }
}
