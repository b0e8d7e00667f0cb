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

    [Fact]
    public async Task A_refused_change_of_the_customer_files_degrades_health_until_it_is_mended()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        var file = folder.File("customers", "client.json");
        var good = await File.ReadAllTextAsync(file);
        Assert.Equal(("ready", "customers: files in force"), await HealthAsync());

        await File.WriteAllTextAsync(file, good.Replace("Premium", "Platine", StringComparison.Ordinal));
        await Deadline.UntilAsync(async () => (await HealthAsync()).Status == "degraded");
        Assert.StartsWith("customers: 1 mistake since 20", (await HealthAsync()).Customers, StringComparison.Ordinal);
        await host.DropAsync(TestMail.Of("Boîte"));
        await Deadline.UntilAsync(() => host.Counts is { Requests: 1, Waiting: 0 }); // the customers stay as they were

        await File.WriteAllTextAsync(file, good.Replace("Premium", "Standard", StringComparison.Ordinal));
        await Deadline.UntilAsync(async () => (await HealthAsync()).Status == "ready");
        Assert.Equal(2, Directory.GetFiles(folder.File("data", "customers-archive", "client")).Length);

        async Task<(string Status, string Customers)> HealthAsync()
        {
            using var ready = await host.Client.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            var answer = await ready.Content.ReadFromJsonAsync<JsonElement>();
            return (answer.GetProperty("status").GetString()!, answer.GetProperty("customers").GetString()!);
        }
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
