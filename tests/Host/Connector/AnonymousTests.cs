using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Inbound;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Connector;

public sealed class AnonymousTests : IAsyncLifetime
{
    private ConnectorBench _bench = null!;
    private FakeUser _user = null!;

    public async Task InitializeAsync()
    {
        _bench = await ConnectorBench.StartAsync(settings =>
        {
            settings["SiOne:Teams:AllowAnonymous"] = "true";
            settings["SiOne:Teams:ServiceHosts"] += ", smba.trafficmanager.net";
            settings["SiOne:Teams:Technicians:ClientSecret"] = null;
        });
        _user = _bench.Employee();
        _bench.Teams.IsAnonymous = true;
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Where_it_is_allowed_this_machine_needs_no_token_and_the_start_says_so_once()
    {
        Assert.Equal(HttpStatusCode.OK, (await _bench.Teams.SayAsync(_user, "bonjour")).Status);
        Assert.Single(_bench.Turns.Taken);
        var warning = Assert.Single(_bench.Logs.Entries, entry => entry.Level == LogLevel.Warning);
        Assert.Contains("AllowAnonymous", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_shown_is_checked_all_the_same()
    {
        var body = BadBodies.Good(_bench, _user);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _bench.Teams.PostToBotAsync(_bench.Teams.Customers, body, "Bearer a.b.c")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _bench.Teams.PostToBotAsync(_bench.Teams.Customers, body, "")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _bench.Teams.PostToBotAsync(_bench.Teams.Customers, body, $"Bearer {_bench.Teams.Token(_bench.Teams.Customers)}")).Status);
    }

    [Theory]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net/emea/")]
    [InlineData("serviceUrl", "https://evil.example/")]
    [InlineData("serviceUrl", null)]
    [InlineData("channelId", "emulator")]
    public async Task It_may_speak_for_this_machine_alone(string key, string? value)
    {
        var activity = _bench.Teams.Activity(ActivityTypes.Message, _bench.Teams.PersonalOf(_user), _user);
        activity[key] = value is null ? null : JsonValue.Create(value);
        var answer = await _bench.Teams.PostToBotAsync(_bench.Teams.Customers, Encoding.UTF8.GetBytes(activity.ToJsonString()), null);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Empty(_bench.Turns.Taken);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", null, true)]
    [InlineData("127.0.0.1", "127.0.0.1", null, true)]
    [InlineData("::1", "[::1]:5080", null, true)]
    [InlineData("::ffff:127.0.0.1", "localhost", null, true)]
    [InlineData("192.168.1.20", "localhost", null, false)]
    [InlineData(null, "localhost", null, false)]
    [InlineData("127.0.0.1", "bot.msp.example", null, false)]
    [InlineData("127.0.0.1", "", null, false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "localhost", "Forwarded", false)]
    [InlineData("127.0.0.1", "localhost", "Via", false)]
    public async Task Only_this_machine_itself_is_this_machine(string? remote, string host, string? header, bool let)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Host = new HostString(host);
        if (header is not null) context.Request.Headers[header] = "for=10.0.0.1";
        var shown = await _bench.Connector.Authentication.AskAsync(BotKey.Customers, context);
        Assert.Equal(let, shown is Shown.Anonymous);
        Assert.Equal(let, shown is not Shown.Nothing { Refusal: { Status: 401, Reason: RefusalReason.NoToken } });
    }

    [Fact]
    public async Task Without_a_credential_a_bot_posts_without_a_token()
    {
        var reference = new ConversationReference(BotKey.Technicians, _bench.Teams.ServiceUrl, FakeTeams.ChannelId, FakeTeams.TechnicianTenant);
        await _bench.Client.SendAsync(reference, new Activity { Type = ActivityTypes.Message, Text = "Bonjour" }, default);
        Assert.Equal(0, _bench.Teams.TokenRequests);
        Assert.DoesNotContain(_bench.Teams.Requests, request => request.Headers.ContainsKey("Authorization"));
        // The fake is strict: it wants a token.
        Assert.Equal(new ConnectorOutcome.TryLater("Unauthorized", null), await _bench.Client.SendTypingAsync(reference, default));
    }
}
