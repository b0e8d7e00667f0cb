using System.Net;
using System.Text;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>The door for backup products: its own key, and nothing but the ends of runs.</summary>
public sealed class BackupDoorTests
{
    private const string Key = "a-backup-key-of-at-least-thirty-two";
    private const string Good = """{"customer":"client","service":"Backup365","job":"OneDrive","finishedAt":"2026-01-05T23:10:00+01:00","succeeded":true}""";

    [Fact]
    public async Task A_run_is_stored_once_with_the_right_key_alone()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(host, Good));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(host, Good));
        var job = Assert.Single(await host.BackupsOfAsync("client"));
        Assert.Equal(("OneDrive", new DateTimeOffset(2026, 1, 5, 22, 10, 0, TimeSpan.Zero)), (job.Name, job.LastGoodAt));

        foreach (var key in (string?[])[null, "", TestHost.ApiKey, Key + "x", Key[..^1]]) Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host, Good, key));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host, """{"from":"lea@client.example","text":"Bonjour"}""", path: "/api/requests"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(host, Good, origin: "https://evil.example"));
    }

    [Fact]
    public async Task Without_a_key_it_is_closed()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host, Good));
    }

    [Theory]
    [InlineData("no JSON", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"customer":"client","service":"Backup365","job":"OneDrive","succeeded":true}""", 400)]
    [InlineData("""{"customer":"client","service":"Backup365","job":"OneDrive","finishedAt":"yesterday","succeeded":true}""", 400)]
    [InlineData("""{"customer":"client","service":"Backup365","job":"OneDrive","finishedAt":"2999-01-01T00:00:00Z","succeeded":true}""", 400)]
    [InlineData("""{"customer":"client","service":"Backup365","job":" ","finishedAt":"2026-01-05T23:10:00Z","succeeded":true}""", 400)]
    [InlineData("""{"customer":"client","service":"Backup365","job":"a\nb","finishedAt":"2026-01-05T23:10:00Z","succeeded":true}""", 400)]
    [InlineData("""{"customer":"client","service":"Messaging","job":"OneDrive","finishedAt":"2026-01-05T23:10:00Z","succeeded":true}""", 400)]
    [InlineData("""{"customer":"client","service":"5","job":"OneDrive","finishedAt":"2026-01-05T23:10:00Z","succeeded":true}""", 400)]
    [InlineData("""{"customer":"nobody","service":"Backup365","job":"OneDrive","finishedAt":"2026-01-05T23:10:00Z","succeeded":true}""", 422)]
    [InlineData("""{"customer":"client","service":"Backup","job":"SRV01","finishedAt":"2026-01-05T23:10:00Z","succeeded":true}""", 422)]
    public async Task What_cannot_be_used_is_refused_and_stored_nowhere(string body, int status)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        Assert.Equal((HttpStatusCode)status, await PostAsync(host, body));
        Assert.Empty(await host.BackupsOfAsync("client"));
    }

    private static async Task<TestHost> StartAsync(TempFolder folder) => await TestHost.StartAsync(folder, ("SiOne__BackupKey", Key), ("SiOne__ApiKey", TestHost.ApiKey));

    private static async Task<HttpStatusCode> PostAsync(TestHost host, string body, string? key = Key, string path = "/api/backups", string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (origin is not null) request.Headers.Add("Origin", origin);
        request.Headers.Add("Idempotency-Key", "the-same-each-time");
        using var answer = await host.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
