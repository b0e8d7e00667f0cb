using System.Text;
using MailKit;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.Imap;

public sealed class TakingTests
{
    [Fact]
    public async Task Mails_are_kept_byte_for_byte_and_marked_only_afterwards()
    {
        var (server, mailbox) = await FreshAsync();
        byte[][] mails = [TestMail.Bytes("Une"), TestMail.Bytes("Deux", "Un point :\n.\n..\nÉté\n"), TestMail.Bytes("Trois")];
        await mailbox.AppendAsync(mails);
        var markedBefore = 0;
        var intake = new RecordingIntake
        {
            BeforeKeep = async batch => markedBefore += (await mailbox.FlagsAsync()).Values.Count(f => f.Contains("Seen")),
        };
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);

        var kept = await intake.WaitForKeptAsync(3);

        Assert.Equal(mails, kept.Select(m => m.Bytes.ToArray()));
        Assert.Equal([1u, 2u, 3u], kept.Select(m => m.Uid));
        Assert.Equal(0, markedBefore);
        await Deadline.UntilAsync(async () => (await mailbox.FlagsAsync()).Values.All(f => f.Contains("Seen")));
    }

    [Fact]
    public async Task A_mail_that_arrives_while_idling_is_taken_long_before_the_next_poll()
    {
        var (server, mailbox) = await FreshAsync();
        var intake = new RecordingIntake();
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        await mailbox.AppendAsync(TestMail.Of("Pendant l'attente"));

        Assert.Single(await intake.WaitForKeptAsync(1, TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task A_server_without_IDLE_is_polled()
    {
        await using var server = await DovecotServer.StartAsync("IMAP4rev1 SASL-IR LITERAL+ UIDPLUS");
        var mailbox = server.Mailbox(DovecotServer.NewAddress());
        var intake = new RecordingIntake();
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.PollInterval = TimeSpan.FromMilliseconds(100);
        await using var watching = new Watching(options, intake);
        await intake.WaitForLooksAsync(2);

        await mailbox.AppendAsync(TestMail.Of("Sans IDLE"));

        Assert.Single(await intake.WaitForKeptAsync(1));
        Assert.Null(watching.Status.LastFault);
    }

    [Fact]
    public async Task A_mail_that_somebody_has_read_first_is_taken_all_the_same()
    {
        var (server, mailbox) = await FreshAsync();
        await mailbox.AppendAsync(TestMail.Of("Déjà lue"), MessageFlags.Seen);
        var intake = new RecordingIntake();
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);

        Assert.Single(await intake.WaitForKeptAsync(1));
    }

    [Fact]
    public async Task A_mail_over_the_cap_hands_in_its_header_alone()
    {
        var (server, mailbox) = await FreshAsync();
        await mailbox.AppendAsync(TestMail.Of("Enorme", new string('x', 60) + "\n" + string.Join('\n', Enumerable.Repeat("y", 4000))));
        await mailbox.AppendAsync(TestMail.Of("Petite"));
        var intake = new RecordingIntake();
        var options = Watching.OptionsFor(server, mailbox.Address);
        options.MaxMailBytes = 4096;
        await using var watching = new Watching(options, intake);

        var kept = await intake.WaitForKeptAsync(2);

        var header = Encoding.UTF8.GetString(kept[0].Bytes.Span);
        Assert.True(kept[0].TooLarge);
        Assert.Contains("\r\nSubject: ", header, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", header, StringComparison.Ordinal);
        Assert.DoesNotContain("xxxx", header, StringComparison.Ordinal);
        Assert.False(kept[1].TooLarge);
    }

    [Fact]
    public async Task Many_mails_are_kept_in_batches_oldest_first_each_once()
    {
        var (server, mailbox) = await FreshAsync();
        var uids = await mailbox.AppendAsync(Enumerable.Range(1, 120).Select(n => TestMail.Bytes($"Mail {n}")));
        List<int> batches = [];
        var intake = new RecordingIntake
        {
            BeforeKeep = batch =>
            {
                batches.Add(batch.Length);
                return Task.CompletedTask;
            },
        };
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);

        var kept = await intake.WaitForKeptAsync(120);

        Assert.Equal(uids, kept.Select(m => m.Uid));
        Assert.Equal([50, 50, 20], batches);
    }

    [Fact]
    public async Task A_mailbox_never_seen_starts_at_its_end_and_what_lay_there_is_left_alone()
    {
        var (server, mailbox) = await FreshAsync();
        var old = await mailbox.AppendAsync(TestMail.Of("Ancienne"));
        var intake = new RecordingIntake { StartFrom = null };
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);
        await watching.UntilAsync(s => s.LastPoll is not null);

        var fresh = await mailbox.AppendAsync(TestMail.Of("Nouvelle"));

        Assert.Equal([fresh], (await intake.WaitForKeptAsync(1)).Select(m => m.Uid));
        await Deadline.UntilAsync(async () => (await mailbox.FlagsAsync())[fresh].Contains("Seen"));
        Assert.DoesNotContain("Seen", (await mailbox.FlagsAsync())[old]);
    }

    [Fact]
    public async Task Mails_from_before_the_start_instant_are_none_of_ours_to_the_second()
    {
        var (server, mailbox) = await FreshAsync();
        var start = new DateTimeOffset(2026, 3, 16, 0, 30, 0, TimeSpan.FromHours(1));
        foreach (var offset in new[] { -72 * 3600, -3600, -1, 0, 7200 })
            await mailbox.AppendAsync(TestMail.Of("Datee"), internalDate: start.AddSeconds(offset));
        var intake = new RecordingIntake { StartFrom = start };
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);

        var kept = await intake.WaitForKeptAsync(2);
        var later = await mailbox.AppendAsync(TestMail.Of("Suivante"));
        await intake.WaitForKeptAsync(3);

        Assert.Equal([start, start.AddHours(2)], kept.Select(m => m.InternalDate));
        Assert.Equal([4u, 5u, later], intake.Kept.Select(m => m.Uid));
        Assert.DoesNotContain("Seen", (await mailbox.FlagsAsync())[2]);
    }

    internal static async Task<(DovecotServer Server, TestMailbox Mailbox)> FreshAsync()
    {
        var server = await SharedServers.DovecotAsync();
        return (server, server.Mailbox(DovecotServer.NewAddress()));
    }
}
