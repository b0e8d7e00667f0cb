using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Connector;

public sealed class KeyTests
{
    [Fact]
    public async Task Keys_are_fetched_once_for_many()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        Assert.Equal(0, bench.Teams.KeyFetches);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.Teams.SayAsync(user, "bonjour")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(1, bench.Teams.KeyFetches);
    }

    [Fact]
    public async Task A_rotated_key_is_found_and_the_old_one_forgotten()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        var old = bench.Teams.Key.Id;
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bench, user));
        var stale = $"Bearer {bench.Teams.Token(bench.Teams.Customers)}";
        bench.Teams.RotateKey();
        Assert.NotEqual(old, bench.Teams.Key.Id);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bench, user));
        Assert.Equal(2, bench.Teams.KeyFetches);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.Teams.PostToBotAsync(bench.Teams.Customers, BadBodies.Good(bench, user), stale)).Status);
    }

    [Fact]
    public async Task For_unknown_keys_there_is_one_refresh_in_five_minutes()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        await SayAsync(bench, user);
        for (var i = 0; i < 10; i++) await bench.Teams.PostToBotAsync(bench.Teams.Customers, BadBodies.Good(bench, user), BadTokens.All["kid unknown"].Header(bench));
        Assert.Equal(2, bench.Teams.KeyFetches);
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 10; i++) await bench.Teams.PostToBotAsync(bench.Teams.Customers, BadBodies.Good(bench, user), BadTokens.All["kid unknown"].Header(bench));
        Assert.Equal(3, bench.Teams.KeyFetches);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bench, user));
    }

    [Fact]
    public async Task While_they_cannot_be_had_the_last_keys_are_believed_for_a_day_and_then_nobody_is()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bench, user));
        bench.Teams.MetadataIsDown = true;
        foreach (var hours in new[] { 11, 2, 10 })
        {
            bench.Clock.Advance(TimeSpan.FromHours(hours));
            Assert.Equal(HttpStatusCode.OK, await SayAsync(bench, user));
        }

        bench.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bench, user));
        bench.Teams.MetadataIsDown = false;
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bench, user));
    }

    [Fact]
    public async Task Nobody_waits_for_a_refresh_who_can_do_without()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        await SayAsync(bench, user);
        var held = new TaskCompletionSource();
        bench.Teams.MetadataHold = held.Task;
        bench.Clock.Advance(TimeSpan.FromHours(13));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SayAsync(bench, user)));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, bench.Teams.KeyFetches);
        held.SetResult();
        await Deadline.UntilAsync(() => bench.Teams.KeyFetches == 2);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bench, user));
        Assert.Equal(2, bench.Teams.KeyFetches);
    }

    [Fact]
    public async Task Without_keys_at_the_start_nobody_is_believed_and_nobody_hammers()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        bench.Teams.MetadataIsDown = true;
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bench, user));
        Assert.Equal(1, bench.Teams.Requests.Count(request => request.Path.EndsWith("openidconfiguration", StringComparison.Ordinal)));
        Assert.Empty(bench.Turns.Taken);
        bench.Teams.MetadataIsDown = false;
        bench.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bench, user));
    }

    [Theory]
    [InlineData("issuer", "https://evil.example")]
    [InlineData("issuer", null)]
    [InlineData("jwks_uri", "evil")]
    [InlineData("jwks_uri", null)]
    [InlineData("jwks_uri", "file:///etc/passwd")]
    public async Task Poisoned_metadata_is_not_believed(string key, string? value)
    {
        await using var bench = await ConnectorBench.StartAsync();
        bench.Teams.MetadataChange = metadata =>
        {
            metadata[key] = value == "evil" ? bench.Evil.Url.AbsoluteUri : JsonValue.Create(value);
            return metadata;
        };
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bench, bench.Employee()));
        Assert.Empty(bench.Evil.Requests);
        Assert.Empty(bench.Turns.Taken);
    }

    private static async Task<HttpStatusCode> SayAsync(ConnectorBench bench, FakeUser user) => (await bench.Teams.SayAsync(user, "bonjour")).Status;
}
