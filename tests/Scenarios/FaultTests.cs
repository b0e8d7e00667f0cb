using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Scenarios;

public sealed class FaultTests
{
    [Fact]
    public async Task A_restarted_mail_server_is_found_again_and_nothing_is_answered_twice()
    {
        await using var dovecot = await DovecotServer.StartAsync();
        await using var postfix = await PostfixServer.StartAsync(dovecot);
        await using var site = await Site.CreateAsync(dovecot, postfix);
        await site.SendAsync(new Letter { From = site.Admin });
        await site.RunAsync();
        await site.MailsOfAsync(site.Admin);

        await dovecot.StopAsync();
        await dovecot.StartAgainAsync();
        await site.SendAsync(new Letter { From = site.Admin });
        await site.MailsOfAsync(site.Admin, 2);
        await site.SettledAsync(2);
        var ledger = await site.LedgerAsync();

        Assert.Equal(2, (await site.AllMailsOfAsync(site.Admin)).Length);
        Assert.Equal((2, 2), (ledger["requests"], ledger["outbox-sent"]));
    }

    [Fact]
    public async Task Mails_deleted_while_others_are_fetched_stop_nothing()
    {
        await using var site = await Site.CreateAsync();
        site.Settings["SiOne__Imap__BatchSize"] = "1";
        var uids = await site.SupportMailbox.AppendAsync(Enumerable.Range(0, 30).Select(_ => new Letter { From = site.Admin }.ToBytes(site.Support)));
        await site.RunAsync();
        await Deadline.UntilAsync(async () => (await site.SupportMailbox.FlagsAsync()).Values.Any(flags => flags.Contains("Seen")));
        await site.SupportMailbox.ExpungeAsync([.. uids.Skip(10)]);
        await site.SendAsync(new Letter { From = site.Admin });
        var seen = (await SeenAfterAsync(site, 11)).Counts.Seen;
        var ledger = await site.LedgerAsync();

        // Which of the deleted ones were fetched before is chance; each that was has one end and one answer.
        Assert.InRange(seen, 11, 31);
        Assert.Equal((seen, seen), (ledger["requests"], ledger["outbox-sent"]));
        var answers = await site.AllMailsOfAsync(site.Admin);
        Assert.Equal(seen, answers.Select(answer => answer.InReplyTo).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(seen, answers.Length);
    }

    [Fact]
    public async Task An_answer_waits_for_a_mail_server_that_is_down()
    {
        await using var postfix = await PostfixServer.StartAsync(await SharedServers.DovecotAsync());
        await postfix.StopAsync();
        await using var site = await Site.CreateAsync(postfix: postfix);
        await site.SendAsync(new Letter { From = site.Admin });
        await site.RunAsync();
        await Deadline.UntilAsync(async () =>
            (await site.BoardAsync()).Messages.Any(m => m.Effects.Any(e => e.Reason == "unreachable-NoConnection")));

        await postfix.StartAgainAsync();
        await site.MailsOfAsync(site.Admin);
        await site.SettledAsync(1);
        var ledger = await site.LedgerAsync();

        Assert.Single(await site.AllMailsOfAsync(site.Admin));
        Assert.Equal(1, ledger["outbox-sent"]);
    }

    [Theory]
    [InlineData("4000000000")]
    [InlineData("7")]
    public async Task After_a_change_of_UIDVALIDITY_nothing_is_answered_twice(string validity)
    {
        await using var dovecot = await DovecotServer.StartAsync();
        await using var postfix = await PostfixServer.StartAsync(dovecot);
        await using var site = await Site.CreateAsync(dovecot, postfix);
        for (var i = 0; i < 3; i++) await site.SendAsync(new Letter { From = site.Admin });
        await site.RunAsync();
        await site.SettledAsync(3);
        await site.StopAsync();

        await dovecot.DoveadmAsync("mailbox", "update", "-u", site.Support, "--uid-validity", validity, "INBOX");
        await site.RunAsync();
        await site.SettledAsync(6);
        await site.SendAsync(new Letter { From = site.Admin });
        var board = await site.SettledAsync(7);
        var ledger = await site.LedgerAsync();

        Assert.Equal(3, board.Messages.Count(message => message.Reason == "duplicate"));
        Assert.Equal((4, 3), (ledger["requests"], ledger["ignored"]));
        Assert.Equal(4, (await site.AllMailsOfAsync(site.Admin)).Length);
    }

    /// <summary>The last mail was sent after the deletion: when the mailbox has no unread mail, all that is left was taken.</summary>
    private static async Task<BoardView> SeenAfterAsync(Site site, int atLeast)
    {
        await site.UntilAsync(
            async () => (await site.SupportMailbox.FlagsAsync()).Values.All(flags => flags.Contains("Seen")), "all mails are marked");
        return await site.SettledAsync(atLeast);
    }
}
