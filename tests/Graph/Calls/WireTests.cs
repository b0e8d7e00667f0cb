using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tokens;

namespace SiOne.Bot.Graph.Tests.Calls;

/// <summary>What really leaves on the wire: a socket that counts requests and breaks kept connections.</summary>
public sealed class WireTests
{
    private static readonly Guid Tenant = Guid.NewGuid();
    private static readonly AccountRef Account = new("lea@atelier.example", Guid.NewGuid());

    public static TheoryData<string> WithoutBody => ["revoke", "delete", "lock", "restore"];

    /// <summary>By itself SocketsHttpHandler repeats a request without a body when a kept connection ends before the answer.</summary>
    [Theory]
    [MemberData(nameof(WithoutBody))]
    public async Task E60_A_call_without_a_body_on_a_kept_connection_that_breaks_is_sent_once(string name)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var sut = Sut(server);
        Step step = name switch
        {
            "revoke" => new Step.RevokeSessions(Account),
            "delete" => new Step.DeleteAccount(Account),
            "lock" => new Step.LockDevice(new DeviceRef("d1", "iPhone", "Apple", "S1", Guid.NewGuid())),
            _ => new Step.RestoreFileVersion(new FileVersionRef("d", "i", "1.0", "/a", DateTimeOffset.UnixEpoch)),
        };
        var serving = ServeThenBreakAsync(server);
        Assert.IsType<StepAnswer.Taken>(await DoAsync(sut, step));
        Assert.IsType<StepAnswer.Unknown>(await DoAsync(sut, step));
        Assert.Equal(2, await serving);
        Assert.False(server.Pending());
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_has_applied_nothing()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var sut = Sut(server);
        server.Stop();
        Assert.IsType<StepAnswer.Later>(await DoAsync(sut, new Step.RevokeSessions(Account)));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var sut = Sut(server);
        var serving = AnswerAsync(server, "HTTP/1.1 307 Temporary Redirect\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(new StepAnswer.Refused("307"), await DoAsync(sut, new Step.RevokeSessions(Account)));
        sut.Dispose(); // Its connection ends with it, and the server with that.
        await serving;
    }

    [Theory]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"id\": \"x")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"id\"")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"id\": \"xy\"}")]
    public async Task E60_A_success_that_cannot_be_read_is_looked_at(string answer)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var sut = Sut(server);
        var serving = AnswerAsync(server, answer);
        var step = new Step.CreateAccount(new AccountRef("a@atelier.example", null), "A", "A", "A", "FR", "m");
        Assert.IsType<StepAnswer.Unknown>(await DoAsync(sut, step));
        sut.Dispose(); // Its connection ends with it, and the server with that.
        await serving;
    }

    private static Task<StepAnswer> DoAsync(GraphTenants sut, Step step) => sut.DoAsync(Tenant, step, new StepCall("k", Passwords.Canary), CancellationToken.None);

    private static GraphTenants Sut(TcpListener server)
    {
        var settings = new GraphSettings
        {
            GraphHost = new Uri($"http://{server.LocalEndpoint}"),
            Apps = Enum.GetValues<PowerClass>().ToDictionary(power => power, _ => new GraphApp(Guid.NewGuid(), new GraphCredential.Secret("s"))),
        };
        return new GraphTenants(settings, _ => true, TimeProvider.System, NullLogger<GraphTenants>.Instance, new OwnToken());
    }

    /// <summary>Answers the first request and keeps the connection; reads the second one and ends the connection. How many requests came.</summary>
    private static async Task<int> ServeThenBreakAsync(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await ReadHeadAsync(stream);
        await stream.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
        await ReadHeadAsync(stream);
        client.Close();
        return 2;
    }

    private static async Task AnswerAsync(TcpListener server, string answer)
    {
        using var client = await server.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await ReadHeadAsync(stream);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        client.Client.Shutdown(SocketShutdown.Send);
        var rest = new byte[4096];
        while (await stream.ReadAsync(rest) > 0)
        {
            // What is left of the request.
        }
    }

    private static async Task ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0) throw new InvalidOperationException("No request came.");
            head.Append((char)one[0]);
        }
    }

    private sealed class OwnToken : ITenantTokens
    {
        public Task<TenantToken> GetAsync(Guid tenant, PowerClass power, bool anew, CancellationToken cancellationToken)
        {
            var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["tid"] = tenant.ToString(), ["roles"] = Array.Empty<string>() });
            return Task.FromResult(TenantToken.Of($"e30.{System.Buffers.Text.Base64Url.EncodeToString(claims)}.s"));
        }

        public void Doubt(Guid tenant, PowerClass power)
        {
        }
    }
}
