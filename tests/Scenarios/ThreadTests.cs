using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios;

public sealed class ThreadTests
{
    [Fact]
    public async Task A_reply_to_our_answer_joins_its_request()
    {
        await using var site = await Site.CreateAsync();
        await site.SendAsync(new Letter { From = site.Admin });
        await site.RunAsync();
        var answer = Assert.Single(await site.MailsOfAsync(site.Admin));

        await site.SendAsync(new Letter { From = site.Admin, Subject = $"RE: {answer.Subject}", Text = "Bonjour, merci de prévoir aussi un alias.", InReplyTo = answer.Id });
        var board = await site.SettledAsync(2);
        var ledger = await site.LedgerAsync();

        Assert.Equal(board.Only("Requests").Requests[0].Reference, board.Only("FollowUp").Requests[0].Reference);
        Assert.Equal((1, 1, 1), (ledger["requests"], ledger["follow-up"], ledger["requests-made"]));
        var mails = await site.AllMailsOfAsync(site.Admin);
        Assert.Equal(2, mails.Select(mail => mail.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, mails.Length);
    }

    [Fact]
    public async Task A_reply_to_all_that_comes_before_our_answer_joins_the_same_request()
    {
        await using var site = await Site.CreateAsync();
        var first = new Letter { From = site.Admin };
        var colleague = site.Address("employe");
        await site.SendAsync(first);
        await site.SendAsync(new Letter { From = colleague, Subject = "RE: Nouvelle adresse mail", Text = "Bonjour, c’est pour lundi.", InReplyTo = first.Id });
        await site.RunAsync();
        var board = await site.SettledAsync(2);
        var ledger = await site.LedgerAsync();

        Assert.Equal(board.Only("Requests").Requests[0].Reference, board.Only("FollowUp").Requests[0].Reference);
        Assert.Equal((1, 1, 1), (ledger["requests"], ledger["follow-up"], ledger["requests-made"]));
        Assert.Equal(first.Id, Assert.Single(await site.AllMailsOfAsync(site.Admin)).InReplyTo);
        Assert.Single(await site.AllMailsOfAsync(colleague));
    }

    [Fact]
    public async Task Another_customers_reference_and_message_id_open_nothing_of_theirs()
    {
        await using var site = await Site.CreateAsync();
        await site.SendAsync(new Letter { From = site.Admin });
        await site.RunAsync();
        var answer = Assert.Single(await site.MailsOfAsync(site.Admin));
        var theirs = (await site.SettledAsync(1)).Only("Requests").Requests[0].Reference;

        var other = site.Address("admin", "serenite");
        await site.SendAsync(new Letter { From = other, Subject = $"RE: {answer.Subject}", InReplyTo = answer.Id });
        var board = await site.SettledAsync(2);
        var ledger = await site.LedgerAsync();

        Assert.DoesNotContain(board.Messages, message => message.End == "FollowUp");
        Assert.Equal((2, 0), (ledger["requests"], ledger["follow-up"]));
        var told = Assert.Single(await site.AllMailsOfAsync(other));
        Assert.DoesNotContain(theirs, told.Text, StringComparison.Ordinal);
        Assert.Single(await site.AllMailsOfAsync(site.Admin));
    }
}
