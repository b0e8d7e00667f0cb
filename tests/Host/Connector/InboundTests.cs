using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Connector;

/// <summary>One bench for the whole matrix.</summary>
public sealed class MatrixBench : IAsyncLifetime
{
    public ConnectorBench Bench { get; private set; } = null!;

    public FakeUser Employee { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Bench = await ConnectorBench.StartAsync();
        Employee = Bench.Employee();
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}

public sealed class InboundTests(MatrixBench matrix) : IClassFixture<MatrixBench>
{
    public static TheoryData<string> TokenCases => [.. BadTokens.All.Keys];

    public static TheoryData<string> BodyCases => [.. BadBodies.All.Keys];

    [Fact]
    public void The_matrix_is_large_enough() => Assert.True(BadTokens.All.Count + BadBodies.All.Count >= 100, $"{BadTokens.All.Count} + {BadBodies.All.Count}");

    [Theory]
    [MemberData(nameof(TokenCases))]
    public async Task A_bad_token_is_refused(string name)
    {
        var (status, makeHeader) = BadTokens.All[name];
        var header = makeHeader(matrix.Bench);
        // The header decides: a body that is no activity changes nothing.
        await RefusedAsync(status, matrix.Bench, matrix.Bench.Teams.Customers, BadBodies.Good(matrix.Bench, matrix.Employee), header, "application/json");
        await RefusedAsync(status, matrix.Bench, matrix.Bench.Teams.Customers, "not JSON"u8.ToArray(), header, "application/json");
    }

    [Theory]
    [MemberData(nameof(BodyCases))]
    public async Task A_bad_body_is_refused(string name)
    {
        var bench = matrix.Bench;
        var (status, type, body) = BadBodies.All[name];
        await RefusedAsync(status, bench, bench.Teams.Customers, body(bench, matrix.Employee), $"Bearer {bench.Teams.Token(bench.Teams.Customers)}", type);
    }

    [Fact]
    public async Task A_token_for_one_bot_does_not_open_the_other()
    {
        var bench = matrix.Bench;
        await RefusedAsync(401, bench, bench.Teams.Technicians, BadBodies.Good(bench, matrix.Employee), $"Bearer {bench.Teams.Token(bench.Teams.Customers)}", "application/json");
    }

    [Theory]
    [InlineData("message")]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    public async Task Every_kind_passes_the_same_gate_and_is_answered_200_without_a_body(string type)
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        var activity = bench.Teams.Activity(type, bench.Teams.PersonalOf(user), user);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.Teams.PostToBotAsync(bench.Teams.Customers, Encoding.UTF8.GetBytes(activity.ToJsonString()), null)).Status);
        Assert.Empty(bench.Turns.Taken);
        Assert.Equal(new FakeAnswer(HttpStatusCode.OK, null), await bench.Teams.PostToBotAsync(bench.Teams.Customers, activity));
        var taken = Assert.Single(bench.Turns.Taken);
        Assert.Equal((BotKey.Customers, type, user.TenantId), (taken.Bot, taken.Activity.Type, taken.TenantId));
    }

    [Fact]
    public async Task A_turn_carries_the_bytes_as_they_came_and_who_acts()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        var bytes = BadBodies.Good(bench, user);
        var answer = await bench.Teams.PostToBotAsync(bench.Teams.Customers, bytes, $"bearer {bench.Teams.Token(bench.Teams.Customers)}", "application/json");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var turn = Assert.Single(bench.Turns.Taken);
        Assert.Equal(bytes, turn.Body.ToArray());
        Assert.Equal(bench.Clock.GetUtcNow(), turn.ReceivedAt);
        Assert.Equal(user.ObjectId, turn.Activity.From!.PersonId());
        Assert.Equal("bonjour", turn.Activity.Text);
    }

    [Fact]
    public async Task The_technicians_bot_has_its_own_endpoint_and_reads_threads()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var technician = bench.Teams.AddTechnician("tech@msp.example");
        Assert.Equal(HttpStatusCode.OK, (await bench.Teams.SayInAsync(bench.Teams.Channel, technician, "file")).Status);
        var turn = Assert.Single(bench.Turns.Taken);
        Assert.Equal(BotKey.Technicians, turn.Bot);
        var mention = Assert.Single(turn.Activity.Entities!);
        Assert.True(turn.Activity.IsBot(mention.Mentioned!.Id));
        var reference = ConversationReference.Of(turn.Bot, turn.Activity)!;
        Assert.Equal((FakeTeams.TeamId, FakeTeams.ChannelId, FakeTeams.ChannelId), (reference.TeamId, reference.ChannelId, reference.RootId));
        Assert.NotEqual(reference.RootId, reference.ConversationId);
    }

    [Fact]
    public async Task The_turns_answer_is_the_response_to_an_invoke()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        bench.Turns.Answer = _ => AdaptiveCardInvokeResponse.Message("c'est noté").ToInvokeResponse();
        var post = new FakePost("1", bench.Teams.PersonalOf(user).Id, bench.Teams.Customers, []);
        var answer = await bench.Teams.ClickAsync(user, post, "approve");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((200, "application/vnd.microsoft.activity.message", "c'est noté"),
            ((int)answer.Body!["statusCode"]!, (string)answer.Body["type"]!, (string)answer.Body["value"]!));
        Assert.Equal("approve", bench.Turns.Taken.Single().Activity.Value!.Value.GetProperty("action").GetProperty("verb").GetString());
    }

    [Fact]
    public async Task An_invoke_that_nobody_takes_is_answered_501_and_an_unknown_kind_200_unseen()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        var invoke = bench.Teams.Activity("invoke", bench.Teams.PersonalOf(user), user);
        invoke["name"] = "tab/fetch";
        Assert.Equal(HttpStatusCode.NotImplemented, (await bench.Teams.PostToBotAsync(bench.Teams.Customers, invoke)).Status);
        Assert.Single(bench.Turns.Taken);
        Assert.Equal(HttpStatusCode.OK, (await bench.Teams.PostToBotAsync(bench.Teams.Customers, bench.Teams.Activity("trace", bench.Teams.PersonalOf(user), user))).Status);
        Assert.Single(bench.Turns.Taken);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_posts_are_taken(string method)
    {
        using var http = new HttpClient();
        foreach (var app in new[] { matrix.Bench.Teams.Customers, matrix.Bench.Teams.Technicians })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(matrix.Bench.Teams.BotUrl!, app.Path));
            using var response = await http.SendAsync(request).WithinAsync();
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_failing_turn_is_answered_500_and_logged_without_its_words()
    {
        await using var bench = await ConnectorBench.StartAsync();
        bench.Turns.Answer = _ => throw new InvalidOperationException("Le mot de passe est 1234");
        Assert.Equal(HttpStatusCode.InternalServerError, (await bench.Teams.SayAsync(bench.Employee(), "bonjour")).Status);
        Assert.Contains(bench.Logs.Entries, entry => entry.Level == LogLevel.Error && entry.Text.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Logs.Entries, entry => entry.Text.Contains("1234", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_a_token_or_body_is_logged()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        foreach (var (_, header) in BadTokens.All.Values)
            await bench.Teams.PostToBotAsync(bench.Teams.Customers, BadBodies.Good(bench, user), header(bench), "application/json");
        foreach (var (_, type, body) in BadBodies.All.Values)
            await bench.Teams.PostToBotAsync(bench.Teams.Customers, body(bench, user), $"Bearer {bench.Teams.Token(bench.Teams.Customers)}", type);
        Assert.NotEmpty(bench.Logs.Entries);
        string[] secrets = ["eyJ", "bonjour", user.TenantId, user.ObjectId, user.Id, "evil.example", bench.Teams.Customers.AppId];
        Assert.All(bench.Logs.Entries, entry => Assert.DoesNotContain(secrets, secret => entry.Text.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Within_the_skew_clocks_may_differ()
    {
        await using var bench = await ConnectorBench.StartAsync();
        var user = bench.Employee();
        var now = bench.Clock.GetUtcNow().ToUnixTimeSeconds();
        foreach (var (from, to) in new[] { (now + 299, now + 900), (now - 900, now - 299) })
        {
            var claims = bench.Teams.TokenClaims(bench.Teams.Customers);
            (claims["nbf"], claims["exp"]) = (from, to);
            var token = bench.Teams.Key.Sign(bench.Teams.TokenHeader(), claims);
            Assert.Equal(HttpStatusCode.OK, (await bench.Teams.PostToBotAsync(bench.Teams.Customers, BadBodies.Good(bench, user), $"Bearer {token}")).Status);
        }
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task The_three_signatures_pass(string algorithm)
    {
        var bench = matrix.Bench;
        var header = bench.Teams.TokenHeader();
        header["alg"] = algorithm;
        var token = bench.Teams.Key.Sign(header, bench.Teams.TokenClaims(bench.Teams.Customers));
        Assert.Equal(HttpStatusCode.OK, (await bench.Teams.PostToBotAsync(bench.Teams.Customers, BadBodies.Good(bench, matrix.Employee), $"Bearer {token}")).Status);
    }

    private static async Task RefusedAsync(int status, ConnectorBench bench, FakeApp app, byte[] body, string? header, string type)
    {
        var before = bench.Turns.Taken.Count;
        var answer = await bench.Teams.PostToBotAsync(app, body, header, type);
        Assert.Equal(status, (int)answer.Status);
        Assert.Null(answer.Body);
        Assert.Equal(before, bench.Turns.Taken.Count);
        Assert.Empty(bench.Evil.Requests);
    }
}
