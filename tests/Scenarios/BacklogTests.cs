using System.Diagnostics;
using System.Globalization;
using SiOne.Bot.Scenarios.Hosting;
using Xunit.Abstractions;

namespace SiOne.Bot.Scenarios;

/// <summary>
/// The morning after an outage (RELIABILITY A16). <c>SIONE_BACKLOG=10000 dotnet test tests/Scenarios --filter BacklogTests --logger "console;verbosity=detailed"</c> takes
/// as many mails.
/// </summary>
public sealed class BacklogTests(ITestOutputHelper output)
{
    private const long MostMemory = 400L << 20;
    private static readonly TimeSpan Newest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Whoever_wrote_last_is_answered_within_a_minute_and_nobody_is_lost_or_flooded()
    {
        var mails = Environment.GetEnvironmentVariable("SIONE_BACKLOG") is { Length: > 0 } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : 1_000;
        await using var site = await Site.CreateAsync();
        site.Settings["SiOne__Caps__AnswersPerSenderPerHour"] = "3";
        var direction = site.Address("direction");
        await site.SupportMailbox.AppendAsync([
            .. Enumerable.Range(1, mails - 1).Select(_ => new Letter { From = site.Admin }.ToBytes(site.Support)), new Letter { From = direction }.ToBytes(site.Support)]);

        var watch = Stopwatch.StartNew();
        await site.RunAsync();
        await site.MailsOfAsync(direction);
        var answered = watch.Elapsed;
        await site.UntilAsync(async () => (await site.BoardAsync()).Counts is { Waiting: 0 } counts && counts.Seen == mails, $"{mails} mails have ended");
        var took = watch.Elapsed;
        var memory = site.Host!.MostMemory;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{mails} mails: the newest answered after {answered.TotalSeconds:0.0} s, all ended after {took.TotalSeconds:0.0} s, at most {memory >> 20} MiB"));
        var ledger = await site.LedgerAsync();

        Assert.True(answered < Newest, $"{answered}");
        Assert.True(memory < MostMemory, $"{memory >> 20} MiB");
        Assert.Equal((mails, mails), (ledger["seen"], ledger["requests"]));
        Assert.Equal((3, 1), ((await site.AllMailsOfAsync(site.Admin)).Length, (await site.AllMailsOfAsync(direction)).Length));
    }
}
