using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.Imap;

public sealed class MarkingTests
{
    [Fact]
    public async Task In_move_mode_kept_mails_leave_the_inbox_and_older_ones_stay()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var old = await mailbox.AppendAsync(TestMail.Of("Ancienne"));
        var intake = new RecordingIntake { StartFrom = null };
        await using var watching = new Watching(Moving(server, mailbox.Address), intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        await mailbox.AppendAsync([TestMail.Bytes("Une"), TestMail.Bytes("Deux")]);
        await intake.WaitForKeptAsync(2);

        await mailbox.WaitForAsync(2, folder: "Archive");
        await Deadline.UntilAsync(async () => (await mailbox.UidsAsync()).SequenceEqual([old]));
    }

    [Fact]
    public async Task In_keyword_mode_a_kept_mail_stays_unread()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var uid = await mailbox.AppendAsync(TestMail.Of("Une"));
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.AfterKeep = AfterKeep.Keyword;
        await using var watching = new Watching(options, new RecordingIntake());

        await Deadline.UntilAsync(async () => (await mailbox.FlagsAsync())[uid].Contains("$SiOneTaken"));

        Assert.DoesNotContain("Seen", (await mailbox.FlagsAsync())[uid]);
    }

    [Fact]
    public async Task Without_marking_the_mailbox_looks_untouched()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var uid = await mailbox.AppendAsync(TestMail.Of("Une"));
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.AfterKeep = AfterKeep.None;
        var intake = new RecordingIntake();
        await using var watching = new Watching(options, intake);

        await watching.UntilAsync(s => s.LastPoll is not null);

        Assert.Single(intake.Kept);
        Assert.DoesNotContain("Seen", (await mailbox.FlagsAsync())[uid]);
    }

    [Theory]
    [InlineData(AfterKeep.Seen)]
    [InlineData(AfterKeep.Move)]
    public async Task What_a_crash_left_unmarked_is_marked_at_the_next_start(AfterKeep mode)
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await mailbox.AppendAsync([TestMail.Bytes("Une"), TestMail.Bytes("Deux")]);
        var options = Moving(server, mailbox.Address);
        options.AfterKeep = mode;
        var intake = new RecordingIntake();
        await using (var crashing = new Watching(options, intake))
        {
            intake.AfterKeep = _ =>
            {
                crashing.Stop();
                throw new IOException("crash");
            };
            await crashing.UntilAsync(s => s.State is WatcherState.Stopped && intake.Kept.Length == 2);
        }
        Assert.All((await mailbox.FlagsAsync()).Values, flags => Assert.DoesNotContain("Seen", flags));
        Assert.Equal(2, (await mailbox.UidsAsync()).Length);

        intake.AfterKeep = null;
        await using var watching = new Watching(options, intake);

        await Deadline.UntilAsync(async () => mode is AfterKeep.Move
            ? (await mailbox.UidsAsync()).IsEmpty
            : (await mailbox.FlagsAsync()).Values.All(f => f.Contains("Seen")));
        Assert.Equal(2, intake.Kept.Length);
    }

    [Fact]
    public async Task Nothing_is_marked_while_the_intake_fails_and_all_is_taken_once_it_works_again()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var uid = await mailbox.AppendAsync(TestMail.Of("Une"));
        var intake = new RecordingIntake { BeforeKeep = _ => throw new IOException("disk full") };
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);
        await watching.UntilAsync(s => s.LastFault is WatcherFault.IntakeFailed);
        Assert.DoesNotContain("Seen", (await mailbox.FlagsAsync())[uid]);

        intake.BeforeKeep = null;

        Assert.Single(await intake.WaitForKeptAsync(1));
        await Deadline.UntilAsync(async () => (await mailbox.FlagsAsync())[uid].Contains("Seen"));
    }

    private static ImapOptions Moving(DovecotServer server, string address)
    {
        var options = Watching.OptionsFor(server, address);
        options.AfterKeep = AfterKeep.Move;
        options.MoveTo = "Archive";
        return options;
    }
}
