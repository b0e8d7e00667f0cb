using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;

namespace SiOne.Bot.MailWatcher.Tests.Imap;

public sealed class ChangingMailboxTests
{
    [Fact]
    public async Task A_mail_that_vanishes_between_search_and_fetch_is_noted_and_the_others_are_taken()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var uids = await mailbox.AppendAsync(Enumerable.Range(1, 5).Select(n => TestMail.Bytes($"Mail {n}")));
        var intake = new RecordingIntake();
        intake.BeforeMissing = async _ =>
        {
            intake.BeforeMissing = null;
            await mailbox.ExpungeAsync(uids[1], uids[2]);
        };
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);

        var kept = await intake.WaitForKeptAsync(3);
        await intake.WaitForLooksAsync(0);

        Assert.Equal([uids[0], uids[3], uids[4]], kept.Select(m => m.Uid));
        Assert.Contains(watching.Log.Entries, e => e.Id == 2011);
    }

    [Fact]
    public async Task A_mail_that_vanishes_between_two_fetches_stops_nothing()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var uids = await mailbox.AppendAsync(Enumerable.Range(1, 5).Select(n => TestMail.Bytes($"Mail {n}")));
        var intake = new RecordingIntake();
        intake.BeforeKeep = async _ =>
        {
            intake.BeforeKeep = null;
            await mailbox.ExpungeAsync(uids[1], uids[3]);
        };
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.BatchSize = 1;
        options.PollInterval = TimeSpan.FromMilliseconds(300);
        await using var watching = new Watching(options, intake);

        await intake.WaitForKeptAsync(3);
        var later = await mailbox.AppendAsync(TestMail.Of("Suivante"));
        var kept = await intake.WaitForKeptAsync(4);

        Assert.Equal([uids[0], uids[2], uids[4], later], kept.Select(m => m.Uid));
        await watching.UntilAsync(s => s.StuckMails == 0);
    }

    [Fact]
    public async Task After_a_change_of_UIDVALIDITY_the_folder_is_read_again_under_the_new_one()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await mailbox.AppendAsync([TestMail.Bytes("Une"), TestMail.Bytes("Deux")]);
        var intake = new RecordingIntake();
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.PollInterval = TimeSpan.FromMilliseconds(300);
        await using var watching = new Watching(options, intake);
        var before = (await intake.WaitForKeptAsync(2))[0].UidValidity;

        await server.DoveadmAsync("mailbox", "update", "--uid-validity", "4711", "-u", mailbox.Address, "INBOX");
        await mailbox.AppendAsync(TestMail.Of("Trois"));
        var kept = await intake.WaitForKeptAsync(5);

        Assert.Equal([before, before, 4711u, 4711u, 4711u], kept.Select(m => m.UidValidity));
        Assert.Equal(kept[0].Bytes.ToArray(), kept[2].Bytes.ToArray());
    }

    [Fact]
    public async Task A_folder_that_was_deleted_and_made_anew_is_watched_again()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await server.DoveadmAsync("mailbox", "create", "-u", mailbox.Address, "Demandes");
        await mailbox.AppendAsync(TestMail.Of("Une"), folder: "Demandes");
        var intake = new RecordingIntake();
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.Folder = "Demandes";
        options.PollInterval = TimeSpan.FromMilliseconds(300);
        await using var watching = new Watching(options, intake);
        await intake.WaitForKeptAsync(1);

        await server.DoveadmAsync("mailbox", "delete", "-u", mailbox.Address, "Demandes");
        await watching.UntilAsync(s => s.LastFault is not null);
        await server.DoveadmAsync("mailbox", "create", "-u", mailbox.Address, "Demandes");
        await mailbox.AppendAsync(TestMail.Of("Deux"), folder: "Demandes");
        var kept = await intake.WaitForKeptAsync(2);

        Assert.NotEqual(kept[0].UidValidity, kept[1].UidValidity);
    }
}
