using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SiOne.Bot.TestKit;
using Xunit.Abstractions;

namespace SiOne.Bot.EndToEnd.Running;

[Collection(BrowserTests.Name)]
public sealed class ProgramTests(DemoHost demo, ITestOutputHelper output)
{
    [Fact]
    public async Task The_first_answer_leaves_within_seconds_of_the_start()
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        output.WriteLine($"address printed after {host.SinceStart.ElapsedMilliseconds} ms");
        // The deadline is the limit: how many seconds it is belongs to the machine.
        await Deadline.UntilAsync(() => host.Left.Length > 0);
        var first = host.SinceStart.Elapsed;
        await Deadline.UntilAsync(() => host.Left.Length >= 13);
        output.WriteLine($"first answer after {first.TotalMilliseconds:F0} ms, all 14 mails after {host.SinceStart.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("/api/outbox/release", "http://hostile.example", null)]
    [InlineData("/api/demo/mails", "http://hostile.example", null)]
    [InlineData("/api/requests", "null", null)]
    [InlineData("/api/requests", null, "hostile.example")]
    public async Task A_foreign_page_or_name_is_refused(string path, string? origin, string? name)
    {
        using var client = new HttpClient { BaseAddress = demo.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { key = "x" }) };
        if (origin is not null) request.Headers.Add("Origin", origin);
        request.Headers.Host = name;
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/board")]
    [InlineData("/answers?key=x")]
    [InlineData("/health/live")]
    public async Task A_foreign_name_that_resolves_here_reads_nothing(string path)
    {
        using var client = new HttpClient { BaseAddress = demo.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "hostile.example";
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_second_start_takes_nothing_in_again()
    {
        const int Mails = 15; // Twelve to who wrote or decides, one to a stranger, two to SI-ONE's data protection address.
        using var folder = new TempFolder();
        await using (var first = await HostProcess.StartAsync(folder.Path))
        {
            await Deadline.UntilAsync(() => EndedAsync(first, 14));
            await Deadline.UntilAsync(() => first.Left.Length >= Mails);
            Assert.Equal(0, await first.StopAsync());
        }

        var before = await HostProcess.RunAsync(folder.Path, "ledger");
        Assert.Equal(0, before.ExitCode);
        Assert.Matches(@"seen +14\b", before.Said);
        await using (var second = await HostProcess.StartAsync(folder.Path))
        {
            foreach (var mail in Directory.GetFiles(Repository.DemoMails)) File.Copy(mail, Path.Combine(second.MailFolder, $"again-{Path.GetFileName(mail)}"));
            await Deadline.UntilAsync(() => Directory.GetFiles(second.MailFolder, "*.eml").Length == 0);
            await Deadline.UntilAsync(() => EndedAsync(second, 14));
            Assert.Equal(0, await second.StopAsync());
            Assert.Equal(Mails, second.Left.Length);
        }

        // A card may be posted after the first stop's last mail.
        Assert.Equal(Messages(before.Said), Messages((await HostProcess.RunAsync(folder.Path, "ledger")).Said));

        static IEnumerable<string> Messages(string ledger) => ledger.Split('\n').Where(line => !line.StartsWith("outbox-sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_was_killed_loses_nothing()
    {
        using var folder = new TempFolder();
        await using (var first = await HostProcess.StartAsync(folder.Path)) await Deadline.UntilAsync(() => first.Left.Length > 0);
        await using (var second = await HostProcess.StartAsync(folder.Path))
        {
            await Deadline.UntilAsync(() => EndedAsync(second, 14));
            Assert.Equal(0, await second.StopAsync());
        }

        var ledger = await HostProcess.RunAsync(folder.Path, "ledger");
        Assert.Equal(0, ledger.ExitCode);
        Assert.Matches(@"seen +14\b", ledger.Said);
    }

    private static async Task<bool> EndedAsync(HostProcess host, int expected)
    {
        using var client = await host.TechnicianAsync();
        using var board = JsonDocument.Parse(await client.GetStringAsync("/api/board"));
        var counts = board.RootElement.GetProperty("counts");
        return counts.GetProperty("seen").GetInt32() == expected && counts.GetProperty("waiting").GetInt32() == 0;
    }
}
