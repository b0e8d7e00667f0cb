using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios;

public sealed class AnswerTests
{
    [Fact]
    public async Task A_request_gets_one_answer_in_the_senders_own_mailbox_and_in_the_thread()
    {
        await using var site = await Site.CreateAsync();
        var letter = new Letter { From = site.Admin };
        await site.SendAsync(letter);
        await site.RunAsync();
        var request = Assert.Single((await site.SettledAsync(1)).Only("Requests").Requests);
        var ledger = await site.LedgerAsync();

        var answer = Assert.Single(await site.MailsOfAsync(site.Admin));
        Assert.Equal("Accepted", request.Verdict, ignoreCase: true);
        Assert.Equal(letter.Id, answer.InReplyTo);
        Assert.Equal([letter.Id], answer.References);
        Assert.Equal("auto-replied", answer.AutoSubmitted);
        Assert.StartsWith("sione.", answer.Id, StringComparison.Ordinal);
        Assert.Contains(request.Reference, answer.Subject, StringComparison.Ordinal);
        Assert.Contains("Au plus tard", answer.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("chef d’atelier", answer.All, StringComparison.Ordinal);
        Assert.Equal((1, 1, 1, 1), (ledger["seen"], ledger["requests"], ledger["requests-made"], ledger["outbox-sent"]));
    }

    [Fact]
    public async Task Several_requests_in_one_mail_get_one_answer_that_names_each()
    {
        await using var site = await Site.CreateAsync();
        await site.SendAsync(Letter.Twofold(site.Admin));
        await site.RunAsync();
        var requests = (await site.SettledAsync(1)).Only("Requests").Requests;
        var ledger = await site.LedgerAsync();

        var answer = Assert.Single(await site.AllMailsOfAsync(site.Admin));
        Assert.Equal(2, requests.Count);
        Assert.All(requests, request => Assert.Contains(request.Reference, answer.Text, StringComparison.Ordinal));
        Assert.Equal((1, 2), (ledger["seen"], ledger["requests-made"]));
    }

    [Theory]
    [InlineData("auto-reply", "Auto-Submitted", "auto-replied")]
    [InlineData("list", "List-Id", "<nouvelles.client.example>")]
    [InlineData("list", "Precedence", "bulk")]
    public async Task Automatic_mail_is_ignored_and_never_answered(string reason, string field, string value)
    {
        await using var site = await Site.CreateAsync();
        await site.SendAsync(new Letter { From = site.Admin, Fields = [(field, value)] });
        await site.RunAsync();
        var board = await site.SettledAsync(1);
        var ledger = await site.LedgerAsync();

        Assert.Equal(reason, board.Only("Ignored").Reason);
        Assert.Empty(await site.AllMailsOfAsync(site.Admin));
        Assert.Equal((1, 0), (ledger["ignored"], ledger["requests-made"]));
    }

    [Fact]
    public async Task A_bounce_is_ignored_and_never_answered()
    {
        await using var site = await Site.CreateAsync();
        await site.SendAsync(new Letter
        {
            From = site.Address("mailer-daemon"),
            Subject = "Undelivered Mail Returned to Sender",
            Fields = [("Return-Path", "<>"), ("Auto-Submitted", "auto-generated")],
        });
        await site.RunAsync();
        await site.SettledAsync(1);
        var ledger = await site.LedgerAsync();

        Assert.Empty(await site.AllMailsOfAsync(site.Address("mailer-daemon")));
        Assert.Equal((1, 0), (ledger["ignored"], ledger["requests-made"]));
    }

    [Fact]
    public async Task A_stranger_gets_one_neutral_answer_however_often_he_writes()
    {
        await using var site = await Site.CreateAsync();
        var stranger = site.Address("inconnu", "nobody");
        await site.SendAsync(new Letter { From = stranger, Dmarc = "none" });
        await site.SendAsync(new Letter { From = stranger, Dmarc = "none", Subject = "Encore moi" });
        await site.RunAsync();
        await site.SettledAsync(2);
        var ledger = await site.LedgerAsync();

        Assert.Single(await site.AllMailsOfAsync(stranger));
        Assert.Equal((2, 0), (ledger["refused"], ledger["requests-made"]));
    }

    [Fact]
    public async Task In_observe_only_mode_nothing_leaves_until_a_technician_says_so()
    {
        await using var site = await Site.CreateAsync();
        site.Settings["SiOne__ObserveOnly"] = "true";
        await site.SendAsync(new Letter { From = site.Admin });
        await site.RunAsync();
        var held = Assert.Single((await site.SettledAsync(1)).Only("Requests").Effects);
        Assert.Equal(("Held", "observe-only"), (held.State, held.Reason));
        Assert.Empty(await site.AllMailsOfAsync(site.Admin));

        await site.ReleaseAsync(held.Key);
        await site.MailsOfAsync(site.Admin);
        await site.SettledAsync(1);
        var ledger = await site.LedgerAsync();

        Assert.Single(await site.AllMailsOfAsync(site.Admin));
        Assert.Equal(1, ledger["outbox-sent"]);
    }
}
