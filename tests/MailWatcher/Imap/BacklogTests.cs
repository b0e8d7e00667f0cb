using System.Text;
using SiOne.Bot.TestKit.Fakes;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.MailWatcher.Tests.Imap;

/// <summary>After an outage: whoever wrote last waits now (RELIABILITY A16).</summary>
public sealed class BacklogTests
{
    private const int Mails = 1_300;

    [Fact]
    public async Task The_newest_of_a_backlog_is_kept_first_a_reply_after_what_it_answers_and_what_comes_meanwhile_before_the_rest()
    {
        var server = await SharedServers.DovecotAsync();
        var mailbox = server.Mailbox(DovecotServer.NewAddress());
        // The last but one answers the fifth.
        await mailbox.AppendAsync(Enumerable.Range(1, Mails).Select(n => Mail(n, n == Mails - 1 ? 5 : null)));
        var late = false;
        var intake = new RecordingIntake();
        intake.BeforeKeep = async _ =>
        {
            if (late) return;
            late = true;
            await mailbox.AppendAsync([Mail(Mails + 1, null)]);
        };
        await using var watching = new Watching(Watching.OptionsFor(server, mailbox.Address), intake);

        var kept = await intake.WaitForKeptAsync(Mails + 1, TimeSpan.FromMinutes(2));

        var order = kept.Select(mail => (int)mail.Uid).ToList();
        Assert.Equal(Enumerable.Range(1, Mails + 1), order.Order());
        Assert.Contains(Mails, order[..64]);
        Assert.True(order.IndexOf(5) < order.IndexOf(Mails - 1));
        Assert.InRange(order.IndexOf(Mails + 1), 1, Mails - 100);
        Assert.InRange(order.IndexOf(6), Mails - 100, Mails);
    }

    private static byte[] Mail(int number, int? answers) => Encoding.ASCII.GetBytes(
        $"From: <a@client.example>\r\nTo: <support@msp.example>\r\nSubject: {number}\r\nMessage-ID: <{number}@client.example>\r\n"
        + (answers is { } of ? $"In-Reply-To: <{of}@client.example>\r\nReferences: <{of}@client.example>\r\n" : "") + "\r\nBonjour.\r\n");
}
