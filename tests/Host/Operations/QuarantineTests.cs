using System.Net;
using System.Net.Http.Json;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Tests.Api;
using SiOne.Bot.Host.Tests.Commands;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Operations;

public sealed class QuarantineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_a_host_the_verb_goes_through_it_and_the_message_is_read_again_at_once()
    {
        await using var host = await WithOneAsync();
        var list = await VerbAsync("quarantine list");
        Assert.Equal(0, list.ExitCode);
        var parts = Assert.Single(list.Lines).Split(' ');
        Assert.Equal(5, parts.Length);
        var shown = await VerbAsync($"quarantine show {parts[0]}");
        Assert.Contains(shown.Lines, line => line == $"{"reason",-12} {parts[2]}");
        Assert.Contains(shown.Lines, line => line == $"{"raw",-12} Kept");
        Assert.DoesNotContain("client.example", list.Output + shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Facture", list.Output + shown.Output, StringComparison.Ordinal);

        var replayed = await VerbAsync($"quarantine replay {parts[0]}");
        Assert.Equal((0, parts[0]), (replayed.ExitCode, Assert.Single(replayed.Lines)));
        Assert.Empty(replayed.ErrorLines);
        await Deadline.UntilAsync(() => host.Counts is { Waiting: 0, Quarantined: 1 });
        Assert.DoesNotContain(await VerbLineAsync($"quarantine show {parts[0]}", "replayed"), "replayed", StringComparison.Ordinal);
        Assert.Contains($"\"act\":\"quarantine-replay\",\"key\":\"{parts[0]}\"", await File.ReadAllTextAsync(_folder.File("data", "operators.log")), StringComparison.Ordinal);
        Assert.Equal(1, (await VerbAsync("quarantine show m.nobody")).ExitCode);
        Assert.Equal(1, (await VerbAsync("quarantine replay m.nobody")).ExitCode);
    }

    [Fact]
    public async Task Without_a_host_it_is_done_on_the_store_and_read_at_the_next_start()
    {
        await (await WithOneAsync()).DisposeAsync();
        var replayed = await VerbAsync("quarantine replay all");
        Assert.Equal(0, replayed.ExitCode);
        Assert.Contains("next start", Assert.Single(replayed.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((0, ""), ((await VerbAsync("quarantine list")) is var empty ? empty.ExitCode : -1, empty.Output));
        await using var host = await TestHost.StartAsync(_folder);
        await Deadline.UntilAsync(() => host.Counts is { Waiting: 0, Quarantined: 1 });
    }

    [Fact]
    public async Task The_page_offers_the_same()
    {
        await using var host = await WithOneAsync();
        var key = (await VerbAsync("quarantine list")).Lines[0].Split(' ')[0];
        using var done = await host.Client.PostAsJsonAsync("/api/quarantine/replay", new { key, technician = "Camille" });
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        await Deadline.UntilAsync(() => host.Counts is { Waiting: 0, Quarantined: 1 });
        Assert.Contains("\"who\":\"Camille\"", await File.ReadAllTextAsync(_folder.File("data", "operators.log")), StringComparison.Ordinal);
        using var unknown = await host.Client.PostAsJsonAsync("/api/quarantine/replay", new { key = "m.nobody" });
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var empty = await host.Client.PostAsJsonAsync("/api/quarantine/replay", new { });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
    }

    [Fact]
    public async Task Whoever_cannot_read_the_master_key_is_refused()
    {
        await using var host = await TestHost.StartAsync(_folder);
        var place = System.Text.Json.JsonSerializer.Deserialize(await File.ReadAllBytesAsync(_folder.File("data", "operator")), OperatorJson.Default.OperatorPlace)!;
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("data", "operator")));
        var master = MasterKey.Load(_folder.File("data", "master.key"), mayCreate: false);
        var mine = new OperatorSignature(master, place.Start, TimeProvider.System);
        var body = """{"act":"hello","who":"x"}"""u8.ToArray();
        var header = mine.Sign(body);

        Assert.Equal(HttpStatusCode.OK, await CallAsync(host, body, header));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, body, header)); // Once only.
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, body, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, body, "SiOne-Operator 1.2.3"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, """{"act":"verify","who":"x"}"""u8.ToArray(), mine.Sign(body)));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, body, new OperatorSignature(new MasterKey(new byte[32]), place.Start, TimeProvider.System).Sign(body)));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, body, new OperatorSignature(master, "another start", TimeProvider.System).Sign(body)));
        var late = new Engine.Operations.ReplayClock(TimeProvider.System.GetUtcNow().AddMinutes(-2));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, body, new OperatorSignature(master, place.Start, late).Sign(body)));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(host, body, mine.Sign(body), origin: "http://evil.example"));
    }

    private static async Task<HttpStatusCode> CallAsync(TestHost host, byte[] body, string? header, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/operator") { Content = new ByteArrayContent(body) };
        if (header is not null) request.Headers.TryAddWithoutValidation("Authorization", header);
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        using var answer = await host.Client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>A mail of far too many recipients, which is not parsed.</summary>
    private async Task<TestHost> WithOneAsync()
    {
        var host = await TestHost.StartAsync(_folder);
        await host.DropAsync(TestMail.Of("Facture").Replace("To: support@msp.example", $"To: {string.Join(", ", Enumerable.Range(0, 20_000).Select(n => $"n{n}@client.example"))}", StringComparison.Ordinal));
        await Deadline.UntilAsync(() => host.Counts is { Quarantined: 1, Waiting: 0 });
        return host;
    }

    private async Task<string> VerbLineAsync(string verb, string name) => (await VerbAsync(verb)).Lines.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];

    private Task<Verb> VerbAsync(string verb) => ProgramRun.VerbAsync(_folder.Path, verb, TestHost.EnvironmentOf(_folder));
}
