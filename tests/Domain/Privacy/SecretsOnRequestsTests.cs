using System.Text.Json;
using SiOne.Bot.Domain.Privacy;
using Xunit.Abstractions;

namespace SiOne.Bot.Domain.Tests.Privacy;

/// <summary>The development set of requests: each secret in it is masked, and ordinary requests stay as they are.</summary>
public sealed class SecretsOnRequestsTests(ITestOutputHelper output)
{
    private static readonly Request[] Requests = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Privacy", "requests.jsonl")).Select(Read)];

    [Fact]
    public void Every_secret_is_masked()
    {
        var withSecret = Requests.Where(r => r.Secret is not null).ToList();
        var missed = withSecret.Where(r => Secrets.Mask([r.Subject, r.Body]).Texts.Any(t => t.Contains(r.Secret!, StringComparison.Ordinal))).Select(r => r.Id);
        Assert.Equal(25, withSecret.Count);
        Assert.Empty(missed);
    }

    [Fact]
    public void Ordinary_requests_keep_their_words()
    {
        var ordinary = Requests.Where(r => r.Secret is null).ToList();
        var masked = ordinary.Where(r => Secrets.Mask([r.Subject, r.Body]).Count > 0).ToList();
        foreach (var r in masked) output.WriteLine($"{r.Id}: {string.Join(" / ", Secrets.Mask([r.Subject, r.Body]).Texts)}");
        Assert.Equal(595, ordinary.Count);
        Assert.True(masked.Count <= 2, string.Join(", ", masked.Select(r => r.Id)));
    }

    [Fact]
    public void Nothing_but_the_secret_is_masked()
    {
        foreach (var r in Requests.Where(r => r.Secret is not null))
        {
            var masked = Secrets.Mask([r.Subject, r.Body]);
            if (masked.Count != 1) output.WriteLine($"{r.Id}: {string.Join(" / ", masked.Texts)}");
        }

        Assert.True(Requests.Count(r => r.Secret is not null && Secrets.Mask([r.Subject, r.Body]).Count != 1) <= 1);
    }

    private static Request Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Request(Text(root, "id")!, Text(root, "subject") ?? "", Text(root, "body")!, Text(root, "contains_secret"));
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private sealed record Request(string Id, string Subject, string Body, string? Secret);
}
