using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Host.Tests.Commands;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>A host that only looks, because somebody says so or because the data cannot be read (F81).</summary>
public sealed class SafeModeTests : IDisposable
{
    private const string Key = "a-key-of-at-least-thirty-two-characters";
    private readonly Installation _installation = new();
    private readonly HttpClient _http = new();

    private (string, string)[] Environment => [.. _installation.Environment, ("SiOne__ApiKey", Key), ("SiOne__IntakeKey", Key + "!")];

    private (string, string)[] Safe => [.. Environment, ("SiOne__SafeMode", "true")];

    public void Dispose()
    {
        _http.Dispose();
        _installation.Dispose();
    }

    [Fact]
    public async Task Asked_for_safe_mode_a_host_shows_what_there_is_and_takes_sends_and_changes_nothing()
    {
        await FillAsync();
        var mail = await WriteMailAsync();
        var before = Hashes();

        await using (var host = ProgramRun.Start(_installation.Folder, [], Safe, []))
        {
            var url = await SafeUrlAsync(host, "asked for by the setting SiOne:SafeMode");
            using var board = JsonDocument.Parse(await _http.GetStringAsync(new Uri(url, "/api/board")));
            Assert.Equal(9, board.RootElement.GetProperty("counts").GetProperty("seen").GetInt32());
            Assert.StartsWith("Mode sans échec", board.RootElement.GetProperty("safeMode").GetString(), StringComparison.Ordinal);
            Assert.Contains("Julien Tessier", board.RootElement.ToString(), StringComparison.Ordinal);
            await RefusedAsync(url);

            // Nobody holds the store: what looks works beside it, what changes is refused.
            Assert.Equal("sound", (await VerbAsync("verify")).Lines[^1]);
            Assert.Equal("adds up", (await VerbAsync("ledger")).Lines[^1]);
            Assert.Single((await VerbAsync("quarantine list")).Lines);
            var replay = await VerbAsync("quarantine replay all");
            Assert.Equal((1, true), (replay.ExitCode, replay.Error.Contains("Safe mode", StringComparison.Ordinal)));
            Assert.Equal(0, await host.StopAsync());
        }

        Assert.Equal(before, Hashes());
        Assert.True(File.Exists(mail));
        Assert.False(Directory.Exists(_installation.At("out")));

        // The same data in a host at work: the mail is taken, and what waited leaves.
        await using var working = ProgramRun.Start(_installation.Folder, [], Environment, []);
        await working.SaysAsync();
        await Deadline.UntilAsync(() => !File.Exists(mail) && Directory.Exists(_installation.At("out")) && Directory.GetFiles(_installation.At("out"), "*.eml").Length > 0);
    }

    [Theory]
    [InlineData("pages")]
    [InlineData("header")]
    [InlineData("row")]
    public async Task Data_that_cannot_be_read_is_started_in_safe_mode_by_itself_and_the_remedy_works_beside_it(string damage)
    {
        await FillAsync();
        var mail = await WriteMailAsync();
        await DamageAsync(damage);
        var spool = Hashes("spool");

        await using (var host = ProgramRun.Start(_installation.Folder, [], Environment, []))
        {
            var url = await SafeUrlAsync(host, "the data cannot be read");
            using var page = await _http.GetAsync(url);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            var said = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
            Assert.Contains("restaurez une sauvegarde", said, StringComparison.Ordinal);
            Assert.Contains("restore a backup", said, StringComparison.Ordinal);
            await RefusedAsync(url);

            Assert.Equal("NOT SOUND", (await VerbAsync("verify")).Lines[^1]);
            var into = _installation.At("anew");
            var rebuilt = await VerbAsync($"rebuild-from-spool --into {into}");
            Assert.True(rebuilt.ExitCode == 0, rebuilt.Error);
            Assert.Equal("sound", (await VerbAsync($"verify --data {into}")).Lines[^1]);
            Assert.Equal(0, await host.StopAsync());
        }

        Assert.True(File.Exists(_installation.At("data", "sione.db")));
        Assert.Equal(spool, Hashes("spool"));
        Assert.True(File.Exists(mail));
        Assert.False(Directory.Exists(_installation.At("out")));
        Assert.Empty(Directory.GetDirectories(_installation.Data, "safe-mode-*"));
    }

    [Fact]
    public async Task A_copy_left_by_a_killed_host_is_removed_and_one_in_use_is_not()
    {
        await FillAsync();
        await using (var killed = ProgramRun.Start(_installation.Folder, [], Safe, [])) await killed.SaysAsync();
        var left = Assert.Single(Directory.GetDirectories(_installation.Data, "safe-mode-*"));

        await using var host = ProgramRun.Start(_installation.Folder, [], Safe, []);
        await host.SaysAsync();
        Assert.False(Directory.Exists(left));
        Assert.Equal(0, (await VerbAsync("ledger", Safe)).ExitCode);
        Assert.Single(Directory.GetDirectories(_installation.Data, "safe-mode-*"));
    }

    private async Task FillAsync()
    {
        await using var parts = await _installation.OpenAsync();
        await Installation.TakeSomeAsync(parts);
    }

    private async Task<string> WriteMailAsync()
    {
        Directory.CreateDirectory(_installation.At("in"));
        var mail = _installation.At("in", "une.eml");
        await File.WriteAllBytesAsync(mail, Installation.Mail(20).Bytes.ToArray());
        return mail;
    }

    private async Task DamageAsync(string damage)
    {
        var path = _installation.At("data", "sione.db");
        var bytes = await File.ReadAllBytesAsync(path);
        if (damage == "header") bytes.AsSpan(32, 8).Clear();
        else if (damage == "pages")
            for (var at = 10_000; at < bytes.Length; at += 1_000) bytes[at] ^= 1;
        // A byte inside of each message's row, which then is not what was written.
        else
            for (int at = 0, next; (next = bytes.AsSpan(at).IndexOf("\"ContentHash\":\""u8)) >= 0; at += next + 20) bytes[at + next + 20] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }

    private async Task<Uri> SafeUrlAsync(ProgramRun host, string why)
    {
        var said = await host.SaysAsync();
        Assert.StartsWith("Safe mode", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Contains("rien n’est reçu, rien n’est envoyé, rien n’est modifié", await host.SaysAsync(), StringComparison.OrdinalIgnoreCase);
        var url = new Uri(said[said.IndexOf("http://", StringComparison.Ordinal)..]);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(new Uri(url, "/health/live"))).StatusCode);
        using var ready = await _http.GetAsync(new Uri(url, "/health/ready"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"safe-mode\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return url;
    }

    /// <summary>Every door by which something could come in or be changed.</summary>
    private async Task RefusedAsync(Uri url)
    {
        foreach (var (method, path, key) in ((HttpMethod, string, string)[])
            [
                (HttpMethod.Post, "/api/requests", Key), (HttpMethod.Post, "/intake/m/lease", Key + "!"), (HttpMethod.Put, "/intake/m/1/1", Key + "!"), (HttpMethod.Post, "/api/messages", ""),
                (HttpMethod.Post, "/api/technicians/messages", ""), (HttpMethod.Post, "/api/calls", ""), (HttpMethod.Post, "/api/outbox/release", ""), (HttpMethod.Post, "/api/quarantine/replay", ""),
                (HttpMethod.Post, "/operator", ""), (HttpMethod.Post, "/confirmer/x", ""),
            ])
        {
            using var request = new HttpRequestMessage(method, new Uri(url, path));
            if (key.Length > 0) request.Headers.Authorization = new("Bearer", key);
            request.Headers.Add("Idempotency-Key", "une-cle-fraiche");
            request.Content = new StringContent("""{"from":"lea@atelier.example","text":"Mon écran reste noir.","key":"k"}""", Encoding.UTF8, "application/json");
            using var answer = await _http.SendAsync(request);
            Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable, $"{path}: {answer.StatusCode}");
            Assert.NotNull(answer.Headers.RetryAfter);
            using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.StartsWith("Mode sans échec", said.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    /// <summary>What every file holds, without locks and what only a running host says of itself.</summary>
    private Dictionary<string, string> Hashes(string below = "") => Directory.EnumerateFiles(_installation.At("data", below), "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))), StringComparer.Ordinal);

    private Task<Verb> VerbAsync(string verb) => VerbAsync(verb, Safe);

    private Task<Verb> VerbAsync(string verb, (string, string)[] settings) => ProgramRun.VerbAsync(_installation.Folder, verb, settings);
}
