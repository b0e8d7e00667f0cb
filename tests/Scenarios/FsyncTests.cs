using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios;

/// <summary>A real fsync that fails under the running host (RELIABILITY F78).</summary>
public sealed class FsyncTests
{
    private const string Key = "a-key-of-at-least-thirty-two-characters";
    private const int Later = 3;

    [Theory]
    [InlineData("a spooled mail")]
    [InlineData("spool/DAY")]
    [InlineData("sione-log.db")]
    [InlineData("sione.db")]
    public async Task A_failed_fsync_ends_the_intake_until_a_restart_and_nothing_is_lost_or_doubled(string what)
    {
        await using var site = await Site.CreateAsync();
        site.Settings["SiOne__ApiKey"] = Key;
        site.Settings["SiOne__Imap__PollInterval"] = "00:00:01";
        await site.SendAsync(new Letter { From = site.Admin });
        await site.RunAsync();
        await site.SettledAsync(1);

        await using (var fault = await FsyncFault.AttachAsync(site.Host!.Id, PathOf(site, what), site.LogFile + ".strace"))
        {
            await site.SupportMailbox.AppendAsync(Enumerable.Range(0, Later).Select(_ => new Letter { From = site.Admin }.ToBytes(site.Support)));
            await site.UntilAsync(async () => await site.HealthAsync() is HttpStatusCode.ServiceUnavailable, "the host says that it is not ready");
            Assert.InRange(fault.Injected, 1, int.MaxValue);

            // From here on every fsync would say yes, and the watcher tries again and again: nothing may be taken all the same.
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await HandInAsync(site));
            var tries = Tries(site);
            await site.UntilAsync(() => Task.FromResult(Tries(site) >= tries + 3), "the watcher has tried three times more");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await site.HealthAsync());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await HandInAsync(site));
            Assert.Equal(1, (await site.SupportMailbox.FlagsAsync()).Values.Count(flags => flags.Contains("Seen")));
        }

        await site.Host!.KillAsync();
        await site.RunAsync();
        Assert.Equal(HttpStatusCode.Accepted, await HandInAsync(site));
        await site.SettledAsync(Later + 2);
        Assert.All((await site.SupportMailbox.FlagsAsync()).Values, flags => Assert.Contains("Seen", flags));
        var ledger = await site.LedgerAsync();
        Assert.Equal((Later + 2, Later + 2, 0), (ledger["seen"], ledger["requests"], ledger["mistakes"]));
        var answers = await site.AllMailsOfAsync(site.Admin);
        Assert.Equal((Later + 1, Later + 1), (answers.Length, answers.Select(answer => answer.InReplyTo).Distinct(StringComparer.Ordinal).Count()));
    }

    private static string? PathOf(Site site, string what) => what switch
    {
        "a spooled mail" => null, // Its file has a name of chance, and is the first to be synced.
        "spool/DAY" => Path.Combine(site.DataFolder, "spool", TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)),
        _ => Path.Combine(site.DataFolder, what),
    };

    private static int Tries(Site site) => File.ReadLines(site.LogFile).Count(line => line.Contains("interrupted (", StringComparison.Ordinal));

    private static async Task<HttpStatusCode> HandInAsync(Site site)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Url, "/api/requests"))
        {
            Content = JsonContent.Create(new { from = site.Address("admin", "serenite"), text = "Bonjour,\n\nMerci de créer la boîte mail pour Zoé Tessier.\n" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        request.Headers.Add("Idempotency-Key", "une-seule-demande");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
