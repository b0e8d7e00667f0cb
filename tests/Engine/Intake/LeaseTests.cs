using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Tests.Requests;

namespace SiOne.Bot.Engine.Tests.Intake;

public sealed class LeaseTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task One_holder_at_a_time_and_another_one_once_it_has_ended()
    {
        await using var bench = new Bench();
        var first = (await LeaseAsync(bench, "a"))!;
        Assert.Equal((1, Length), (first.Fence, first.For));
        Assert.Null(await LeaseAsync(bench, "b"));

        bench.Clock.Advance(Length / 2);
        Assert.Equal(1, (await LeaseAsync(bench, "a", 1))!.Fence);
        bench.Clock.Advance(Length / 2);
        Assert.Null(await LeaseAsync(bench, "b"));
        bench.Clock.Advance(Length / 2);

        Assert.Equal(2, (await LeaseAsync(bench, "b"))!.Fence);
        Assert.Null(await LeaseAsync(bench, "a", 1));
    }

    [Fact]
    public async Task A_holder_that_comes_back_takes_its_own_lease_over_at_once()
    {
        await using var bench = new Bench();
        await LeaseAsync(bench, "a");
        Assert.Equal(2, (await LeaseAsync(bench, "a"))!.Fence);
        await bench.Door.ReleaseAsync(Bench.Inbox, 1, CancellationToken.None);
        Assert.Null(await LeaseAsync(bench, "b"));
        await bench.Door.ReleaseAsync(Bench.Inbox, 2, CancellationToken.None);
        Assert.Equal(3, (await LeaseAsync(bench, "b"))!.Fence);
    }

    [Fact]
    public async Task Whoever_shows_an_old_number_changes_nothing()
    {
        await using var bench = new Bench();
        await LeaseAsync(bench, "a");
        await bench.Door.OpenAsync(Bench.Inbox, 1, 10, 1, CancellationToken.None);
        await LeaseAsync(bench, "a");

        await Assert.ThrowsAsync<StaleLeaseException>(() => bench.Door.OpenAsync(Bench.Inbox, 7, 10, 1, CancellationToken.None));
        await Assert.ThrowsAsync<StaleLeaseException>(() => bench.Door.MissingAsync(Bench.Inbox, 1, [1], 1, CancellationToken.None));
        await Assert.ThrowsAsync<StaleLeaseException>(() => bench.Door.KeepAsync([Bench.Mail(1)], 1, CancellationToken.None));

        Assert.Equal(0, bench.Board.Counts().Seen);
        Assert.Empty(bench.Spool.Keys());
        Assert.Equal((1u, 2L), await RowAsync(bench));
        await bench.Door.KeepAsync([Bench.Mail(1)], 2, CancellationToken.None);
        Assert.Equal(1, bench.Board.Counts().Seen);
    }

    [Fact]
    public async Task A_lease_that_is_lost_while_a_batch_is_kept_keeps_nothing_of_it()
    {
        FailingStore? store = null;
        await using var bench = new Bench(around: real => store = new FailingStore(real));
        await LeaseAsync(bench, "a");
        // Between the look at the lease and the commit of the mails.
        store!.BeforeCommit = async (_, real) =>
        {
            store.BeforeCommit = null;
            var row = (await real.FindMailboxAsync(IntakeKeys.MailboxId(Bench.Inbox), CancellationToken.None))!;
            await real.CommitAsync(new StoreUnit { Mailboxes = [row with { Version = row.Version + 1, Holder = "b", Fence = row.Fence + 1 }] }, CancellationToken.None);
        };
        await Assert.ThrowsAsync<StaleLeaseException>(() => bench.Door.KeepAsync([Bench.Mail(1)], 1, CancellationToken.None));

        Assert.Equal(0, bench.Board.Counts().Seen);
        await bench.Door.KeepAsync([Bench.Mail(1)], 2, CancellationToken.None);
        Assert.Equal(1, bench.Board.Counts().Seen);
    }

    [Fact]
    public async Task A_mailbox_leased_before_it_is_opened_still_starts_as_the_setting_says()
    {
        await using var bench = new Bench(Bench.Live with { StartFrom = StartFrom.Now });
        await LeaseAsync(bench, "a");
        Assert.Equal(new MailboxPosition(41, null), await bench.Door.OpenAsync(Bench.Inbox, 3, 42, 1, CancellationToken.None));
        Assert.Equal((3u, 1L), await RowAsync(bench));
    }

    private static Task<MailboxLease?> LeaseAsync(Bench bench, string holder, long fence = 0) =>
        bench.Door.LeaseAsync(Bench.Inbox, holder, fence, CancellationToken.None);

    private static async Task<(uint UidValidity, long Fence)> RowAsync(Bench bench)
    {
        var row = (await bench.Store.FindMailboxAsync(IntakeKeys.MailboxId(Bench.Inbox), CancellationToken.None))!;
        return (row.UidValidity, row.Fence);
    }
}
