using System.Security.Cryptography;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Scenarios.Watchers;

/// <summary>The program mailwatcher, which hands mails in over HTTP, with the same promises: each mail one row, none lost, none answered twice.</summary>
public sealed class ProgramTests
{
    private const int MailsPerRound = 3;
    private static readonly string[] Points = ["P2:1", "P3:2", "P4:3", "P5:1", "P5:3", "P6:1"];

    [Fact]
    public async Task A_mail_is_handed_in_answered_and_only_then_marked()
    {
        await using var both = await WatcherSite.CreateAsync();
        await both.Site.SendAsync(new Letter { From = both.Site.Admin });
        both.StartWatcher();
        await both.Site.RunAsync();

        Assert.Single(await both.Site.MailsOfAsync(both.Site.Admin));
        await Deadline.UntilAsync(async () => (await both.Site.SupportMailbox.FlagsAsync()).Values.All(flags => flags.Contains("Seen")));
        await both.StopWatcherAsync();
        await CheckAsync(both.Site, 1);
    }

    [Fact]
    public async Task Either_program_killed_at_commit_points_or_by_chance_loses_nothing_and_answers_nothing_twice()
    {
        await using var both = await WatcherSite.CreateAsync();
        both.StartWatcher();
        var sent = 0;
        foreach (var point in Points)
        {
            // The bot dies at a commit point, the watcher at an instant of chance while the bot is gone or back.
            var host = both.Site.Launch(point);
            await PutInAsync(both.Site);
            sent += MailsPerRound;
            await host.Exited.WithinAsync(TimeSpan.FromSeconds(60), $"the host dies at {point}");
            await host.DisposeAsync();
            await both.Site.RunAsync();
            await PauseAsync();
            await both.KillWatcherAsync();
            both.StartWatcher();
            await both.Site.SettledAsync(sent);
            await both.Site.StopAsync();
        }

        await CheckAsync(both.Site, sent);
    }

    [Fact]
    public async Task A_network_that_breaks_in_the_middle_of_mails_leaves_each_one_row()
    {
        await using var both = await WatcherSite.CreateAsync();
        await both.Site.RunAsync();
        both.StartWatcher();
        for (var cut = 0; cut < 10; cut++)
        {
            both.Proxy.CutAfterSent(RandomNumberGenerator.GetInt32(1, 200_000));
            await both.Site.SupportMailbox.AppendAsync(
                [new Letter { From = both.Site.Admin, Fields = [("X-Filler", new string('x', 900))], Text = Large() }.ToBytes(both.Site.Support)]);
            await Deadline.UntilAsync(() => both.Proxy.HasCutSent);
        }

        await both.Site.SettledAsync(10);
        await CheckAsync(both.Site, 10);
    }

    private static string Large() =>
        "Bonjour,\n\nMerci de créer la boîte mail pour Julien Tessier, notre nouveau chef d’atelier.\n\nCordialement,\nBastien Corvec\n\n-- \n"
        + string.Join('\n', Enumerable.Repeat("0123456789", 20_000));

    private static async Task PutInAsync(Site site) =>
        await site.SupportMailbox.AppendAsync(Enumerable.Range(0, MailsPerRound).Select(_ => new Letter { From = site.Admin }.ToBytes(site.Support)));

    private static async Task PauseAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(50, 1_000)));
        await timer.WaitForNextTickAsync();
    }

    internal static async Task CheckAsync(Site site, int sent)
    {
        var ledger = await site.LedgerAsync();
        Assert.Equal((sent, sent, 0), (ledger["seen"], ledger["requests"], ledger["mistakes"]));
        var answers = await site.AllMailsOfAsync(site.Admin);
        Assert.Equal(sent, answers.Select(answer => answer.InReplyTo).Distinct(StringComparer.Ordinal).Count());
        Assert.All(answers.GroupBy(answer => answer.InReplyTo, StringComparer.Ordinal), copies => Assert.Single(copies.Select(copy => copy.Content).Distinct(StringComparer.Ordinal)));
    }
}
