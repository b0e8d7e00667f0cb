using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Scenarios;

/// <summary>Several mailboxes at once, with a real Dovecot.</summary>
public sealed class MailboxesTests
{
    [Fact]
    public async Task One_mail_in_two_watched_mailboxes_is_one_request_and_two_mails_are_two()
    {
        var dovecot = await SharedServers.DovecotAsync();
        await using var site = await Site.CreateAsync();
        var contact = dovecot.Mailbox(site.Support.Replace("support@", "contact@", StringComparison.Ordinal));
        foreach (var (key, value) in site.Settings.Where(pair => pair.Key.StartsWith("SiOne__Imap__", StringComparison.Ordinal)).ToList())
            site.Settings[key.Replace("__Imap__", "__Mailboxes__contact__", StringComparison.Ordinal)] = key.EndsWith("__User", StringComparison.Ordinal) ? contact.Address : value;
        var twice = new Letter { From = site.Admin };
        await site.SendAsync(twice);
        await contact.AppendAsync([[.. "Received: from relay.example by mx.msp.example\r\n"u8, .. twice.ToBytes(site.Support)]]);
        await contact.AppendAsync([new Letter { From = site.Admin }.ToBytes(contact.Address)]);

        await site.RunAsync();
        var board = await site.SettledAsync(3);
        Assert.Equal("duplicate", board.Only("Ignored").Reason);
        var ledger = await site.LedgerAsync();

        Assert.Equal((2, 1, 0), (ledger["requests"], ledger["ignored"], ledger["mistakes"]));
        Assert.Equal(2, (await site.AllMailsOfAsync(site.Admin)).Length);
        foreach (var mailbox in new[] { site.SupportMailbox, contact })
            Assert.All((await mailbox.FlagsAsync()).Values, flags => Assert.Contains("Seen", flags));
    }
}
