using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

/// <summary>An answer of ours that comes back (RFC 3464): told to a technician, and nothing else happens to anybody.</summary>
public sealed class ReturnedMailTests
{
    private const string Ada = "ada@acme.example";

    [Fact]
    public async Task A_returned_answer_is_told_to_a_technician_with_its_request()
    {
        await using var bench = await AnsweredAsync();
        await bench.TakeAsync(Notice(2, await OurIdAsync(bench), Ada));
        var request = Assert.Single((await bench.RowAsync(1)).Requests);
        var notice = await bench.RowAsync(2);
        Assert.Equal((LedgerEnd.Ignored, "bounce"), (notice.End, notice.Reason));
        Assert.Equal([request], notice.Requests.AsEnumerable());
        var alert = Assert.Single(await AlertsAsync(bench));
        Assert.Equal([request], ((Effect.AlertTechnicians)alert.Effect).Requests.AsEnumerable());
        var words = (await Outgoing.ReadAsync(bench.Vault, alert.Key, CancellationToken.None))!.Alert!.Say(Language.French);
        Assert.Contains("revenu", words.Reason, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(words.Requests).Reference, words.Subject, StringComparison.Ordinal);
        Assert.Contains("acme", words.Facts[0], StringComparison.Ordinal);
        Assert.Empty((await bench.AuditAsync()).Mistakes);
    }

    [Fact]
    public async Task The_person_whose_mail_came_back_is_served_as_before()
    {
        await using var bench = await AnsweredAsync();
        await bench.TakeAsync(Notice(2, await OurIdAsync(bench), Ada));
        await bench.TakeAsync(Bench.Mail(3));
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(3)).End);
        Assert.Equal(OutboxState.Waiting, (await bench.AnswerToAsync(3)).State);
    }

    [Theory]
    [InlineData("eva@acme.example")]
    [InlineData("rene@rival.example")]
    public async Task A_notice_about_a_mail_that_its_recipient_never_got_is_ignored_in_silence(string recipient)
    {
        await using var bench = await AnsweredAsync();
        await bench.TakeAsync(Notice(2, await OurIdAsync(bench), recipient));
        Assert.Equal((LedgerEnd.Ignored, "bounce"), ((await bench.RowAsync(2)).End, (await bench.RowAsync(2)).Reason));
        Assert.Empty((await bench.RowAsync(2)).Requests);
        Assert.Empty(await AlertsAsync(bench));
    }

    [Fact]
    public async Task A_notice_about_somebody_else_s_mail_is_ignored_in_silence()
    {
        await using var bench = await AnsweredAsync();
        await bench.TakeAsync(Notice(2, "other@client.example", Ada));
        Assert.Empty(await AlertsAsync(bench));
    }

    private static async Task<Bench> AnsweredAsync()
    {
        var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        return bench;
    }

    private static async Task<string> OurIdAsync(Bench bench)
    {
        var answer = await bench.AnswerToAsync(1);
        return bench.MessageIds.For(answer.Conversation, answer.Key, Domain.Customers.MailAddress.Parse(Ada));
    }

    private static async Task<ImmutableArray<OutboxRow>> AlertsAsync(Bench bench) =>
        [.. (await bench.Store.AllOutboxAsync(CancellationToken.None).ToListAsync()).Where(row => row.Effect is Effect.AlertTechnicians { Reason: "returned" })];

    private static RawMail Notice(uint uid, string messageId, string recipient) => new(Bench.Inbox, 1, uid, Bench.Start, Encoding.UTF8.GetBytes(
        $"""
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mx.acme.example>
        To: <support@msp.example>
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.acme.example

        Final-Recipient: rfc822; {recipient}
        Action: failed
        Status: 5.1.1
        --b
        Content-Type: text/rfc822-headers

        From: <support@msp.example>
        To: <{recipient}>
        Message-ID: <{messageId}>
        --b--
        """.ReplaceLineEndings("\r\n")));
}
