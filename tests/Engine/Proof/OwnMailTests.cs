using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>RELIABILITY.md, rows 42 to 44: what machines send back, our own mails first, is counted, never answered, and changes nothing.</summary>
public sealed class OwnMailTests
{
    [Fact]
    public async Task Our_own_mail_through_an_alias_is_dropped_and_counted()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        await bench.SendAllAsync();
        var ours = bench.Sender.Attempts[0].Bytes;
        byte[][] chain =
        [
            Through(ours, "Received: from a.example by b.example; Tue, 24 Nov 2026 09:00:01 +0000"),
            Through(ours, "Received: from a.example by b.example; Tue, 24 Nov 2026 09:00:01 +0000\r\nDelivered-To: alias@msp.example\r\nAuthentication-Results: mx.msp.example; dmarc=pass header.from=msp.example"),
            Through(Rewritten(ours, "From: ", "From: <ada@acme.example>"), "Authentication-Results: mx.msp.example; dmarc=pass header.from=acme.example"),
            Through(Rewritten(Rewritten(ours, "Auto-Submitted: ", "X-Gone: x"), "From: ", "From: <ada@acme.example>"), "Authentication-Results: mx.msp.example; dmarc=pass header.from=acme.example"),
        ];
        await bench.TakeAsync([.. chain.Select((mail, i) => Bench.Mail((uint)i + 2, mail))]);

        for (var uid = 2u; uid < 6; uid++) Assert.Equal((LedgerEnd.Ignored, "own-mail"), await EndAsync(bench, uid));
        Assert.Single(await bench.EffectsAsync());
        var audit = await bench.AuditAsync();
        Assert.True(audit.AddsUp);
    }

    [Theory]
    [InlineData("sione.forged@msp.example")]
    [InlineData("sione.01KAT2Z8W0ABCDEFGHJKMNPQRS.0011223344556677.00000000000000000000000000000000@MSP.example")]
    public async Task A_mail_that_only_pretends_to_be_ours_is_not_answered_either_and_is_told_apart(string id)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, id: id));
        Assert.Equal((LedgerEnd.Ignored, "own-id-unproven"), await EndAsync(bench, 1));
        Assert.Empty(await bench.EffectsAsync());
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task A_mail_under_our_own_address_is_not_answered()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, from: "support@msp.example"), Bench.Mail(2, from: "SUPPORT@MSP.EXAMPLE", dmarc: "fail"));
        Assert.Equal((LedgerEnd.Ignored, "auto-reply"), await EndAsync(bench, 1));
        Assert.Equal((LedgerEnd.Ignored, "auto-reply"), await EndAsync(bench, 2));
        Assert.Empty(await bench.EffectsAsync());
    }

    /// <summary>What a forger may put into a delivery notice: whom it names, and which mail of ours it quotes.</summary>
    [Theory]
    [InlineData("MAILER-DAEMON@acme.example", "ada@acme.example", "OURS")]
    [InlineData("MAILER-DAEMON@evil.example", "ada@acme.example", "OURS")]
    [InlineData("MAILER-DAEMON@evil.example", "rene@rival.example", "OURS")]
    [InlineData("MAILER-DAEMON@evil.example", "ada@acme.example", "sione.forged@msp.example")]
    [InlineData("ada@acme.example", "ada@acme.example", "OURS")]
    [InlineData("postmaster@msp.example", "support@msp.example", "OURS")]
    public async Task A_forged_delivery_notice_changes_no_request_and_deactivates_nobody(string from, string failed, string quoted)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        await bench.SendAllAsync();
        var request = Assert.Single((await bench.RowAsync(1)).Requests);
        var before = (await bench.Store.FindRequestAsync(request, CancellationToken.None))!.Version;
        var ours = SentMail.Of(bench.Sender.Attempts[0].Bytes).MessageId;
        await bench.TakeAsync(Bench.Mail(2, Notice(from, failed, quoted.Replace("OURS", ours, StringComparison.Ordinal))), Bench.Mail(3, id: "later@client.example"));
        await bench.SendAllAsync();

        Assert.Equal(LedgerEnd.Ignored, (await EndAsync(bench, 2)).End);
        Assert.Equal(before, (await bench.Store.FindRequestAsync(request, CancellationToken.None))!.Version);
        // The person is who they were, and still answered.
        Assert.Equal(LedgerEnd.Requests, (await EndAsync(bench, 3)).End);
        Assert.Equal([Ada, Ada], bench.Sender.Attempts.Select(sent => sent.To));
    }

    private static MailAddress Ada { get; } = MailAddress.Parse("ada@acme.example");

    private static byte[] Notice(string from, string failed, string quoted) => Encoding.UTF8.GetBytes(
        $"""
        Return-Path: <>
        Authentication-Results: mx.msp.example; dmarc=pass header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}
        From: <{from}>
        To: <support@msp.example>
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <bounce-{Guid.NewGuid():N}@evil.example>
        In-Reply-To: <{quoted}>
        References: <{quoted}>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        The account {failed} was closed. Merci de supprimer la boîte.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; evil.example

        Final-Recipient: rfc822; {failed}
        Action: failed
        Status: 5.1.1
        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{quoted}>
        To: <{failed}>
        --b--
        """.ReplaceLineEndings("\r\n"));

    private static async Task<(LedgerEnd? End, string? Reason)> EndAsync(Bench bench, uint uid)
    {
        var row = (await bench.Store.FindIntakeAsync(IntakeKeys.Of(Bench.Mail(uid, [])), CancellationToken.None))!;
        return (row.End, row.Reason);
    }

    private static byte[] Through(byte[] mail, string fields) => [.. Encoding.UTF8.GetBytes($"{fields}\r\n"), .. mail];

    private static byte[] Rewritten(byte[] mail, string field, string line)
    {
        var lines = Encoding.UTF8.GetString(mail).Split("\r\n");
        var at = Array.FindIndex(lines, text => text.StartsWith(field, StringComparison.OrdinalIgnoreCase));
        Assert.True(at >= 0, field);
        lines[at] = line;
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
    }
}
