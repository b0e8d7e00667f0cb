using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;

namespace SiOne.Bot.MailWatcher.Tests.Imap;

public sealed class LeaseTests
{
    [Fact]
    public async Task A_mailbox_that_somebody_else_holds_is_not_opened_and_taken_once_it_is_free()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        await mailbox.AppendAsync(TestMail.Of("Une"));
        var intake = new RecordingIntake();
        var clock = new FakeTimeProvider();
        await using (var first = new Watching(Watching.OptionsFor(server, mailbox.Address), intake))
        {
            await intake.WaitForKeptAsync(1);
            var second = new ImapWatcher(Watching.OptionsFor(server, mailbox.Address), intake, clock, NullLogger<ImapWatcher>.Instance, "second");
            using var stop = new CancellationTokenSource();
            var run = second.RunAsync(stop.Token);
            await Deadline.UntilAsync(() => second.Status.State is WatcherState.Standby);
            Assert.Null(second.Status.LastSignIn);

            first.Stop();
            await Deadline.UntilAsync(() =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return second.Status.State is WatcherState.Watching;
            });
            await mailbox.AppendAsync(TestMail.Of("Deux"));
            await intake.WaitForKeptAsync(2);
            await stop.CancelAsync();
            await run.WithinAsync();
        }
    }

    [Fact]
    public async Task A_watcher_whose_lease_was_taken_marks_nothing_more()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var intake = new RecordingIntake();
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        intake.TakeAway();
        await mailbox.AppendAsync(TestMail.Of("Une"));
        await watching.UntilAsync(s => s.State is WatcherState.Standby);

        Assert.Empty(intake.Kept);
        Assert.All((await mailbox.FlagsAsync()).Values, flags => Assert.DoesNotContain("Seen", flags));
    }

    [Fact]
    public async Task A_lease_that_cannot_be_kept_ends_the_session_before_it_ends_itself()
    {
        var (server, mailbox) = await TakingTests.FreshAsync();
        var intake = new RecordingIntake { LeaseLength = TimeSpan.FromSeconds(3) };
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        intake.TakeAway();

        // No mail comes and nobody asks the intake: the renewal alone finds it out.
        await watching.UntilAsync(s => s.State is WatcherState.Standby);
        Assert.Contains(watching.Log.Entries, entry => entry.Text.Contains("somebody else", StringComparison.Ordinal));
    }
}
