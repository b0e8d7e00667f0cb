using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios.Watchers;

/// <summary>Two programs mailwatcher on one mailbox, in real time: one watches, the other takes over when it dies or is stopped in its tracks (RELIABILITY F85 to F87).</summary>
public sealed class TakeoverTests
{
    private const int Round = 3;

    [Theory]
    [InlineData("KILL")]
    [InlineData("STOP")]
    public async Task A_second_watcher_takes_over_once_the_lease_has_ended_and_the_first_ones_late_mails_are_refused(string signal)
    {
        await using var both = await WatcherSite.CreateAsync();
        both.Site.Settings["SiOne__MailboxLease"] = "00:00:06";
        await both.Site.RunAsync();
        await using var first = both.StartHolder("first");
        await both.SaysAsync("first", ": open.");
        await using var second = both.StartHolder("second");
        await both.SaysAsync("second", "standing by");
        await PutInAsync(both.Site);
        await both.Site.SettledAsync(Round);

        // Some mails are on their way when it happens, some come while nobody watches.
        await PutInAsync(both.Site);
        await first.SignalAsync(signal);
        Assert.Null(await both.Intake.LeaseAsync(both.Mailbox, "third", 0, CancellationToken.None)); // It still holds.
        Assert.Equal(0, both.Said("second", ": open."));
        await PutInAsync(both.Site);
        await both.SaysAsync("second", ": open.");
        await both.Site.SettledAsync(3 * Round);

        // What the first one still had in its hands: refused by its number alone, for the same mail passes under the second's.
        var (late, seen) = (await both.LateMailAsync(), (await both.Site.BoardAsync()).Counts.Seen);
        await Assert.ThrowsAsync<StaleLeaseException>(() => both.Intake.KeepAsync([late with { Uid = late.Uid + 1_000 }], fence: 1, CancellationToken.None));
        await Assert.ThrowsAsync<StaleLeaseException>(() => both.Intake.KeepAsync([late], fence: 1, CancellationToken.None));
        await both.Intake.KeepAsync([late], fence: 2, CancellationToken.None);
        Assert.Equal(seen, (await both.Site.BoardAsync()).Counts.Seen);

        if (signal == "STOP")
        {
            await first.SignalAsync("CONT");
            await both.SaysAsync("first", "somebody else may watch it now");
            await both.SaysAsync("first", "standing by");
        }

        await PutInAsync(both.Site);
        await both.Site.SettledAsync(4 * Round);
        await ProgramTests.CheckAsync(both.Site, 4 * Round);
    }

    private static async Task PutInAsync(Site site) =>
        await site.SupportMailbox.AppendAsync(Enumerable.Range(0, Round).Select(_ => new Letter { From = site.Admin }.ToBytes(site.Support)));
}
