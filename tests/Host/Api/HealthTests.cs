using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

public sealed class HealthTests
{
    [Fact]
    public async Task A_running_host_is_live_and_ready_and_says_nothing_of_anybody()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        await host.DropAsync(TestMail.Of("Boîte"));
        await Deadline.UntilAsync(() => host.Counts is { Seen: 1, Waiting: 0 });
        using var live = await host.Client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var ready = await host.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var answer = await ready.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("ready", answer.GetProperty("status").GetString());
        Assert.DoesNotContain("client.example", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/page.js")]
    [InlineData("/page.css")]
    [InlineData("/icon.svg")]
    [InlineData("/api/board")]
    public async Task Every_page_forbids_foreign_content(string path)
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        using var answer = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task An_answer_that_there_is_not_is_not_found()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        using var answer = await host.Client.GetAsync("/answers?key=nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
