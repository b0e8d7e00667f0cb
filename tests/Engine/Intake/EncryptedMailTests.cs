using System.Text;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

/// <summary>A mail that only its recipient's key could open: taken in, and a person sees to it whatever its subject says.</summary>
public sealed class EncryptedMailTests
{
    [Fact]
    public async Task An_encrypted_request_is_kept_and_shown_to_a_technician()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(new RawMail(Bench.Inbox, 1, 1, Bench.Start, Encoding.UTF8.GetBytes(
            """
            Authentication-Results: mx.msp.example; dmarc=pass header.from=acme.example
            From: <ada@acme.example>
            Subject: Nouvelle adresse mail pour Julien Tessier
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m
            Content-Transfer-Encoding: base64

            MIAGCSqGSIb3DQEHA6CA
            """.ReplaceLineEndings("\r\n"))));
        var row = await bench.RowAsync(1);
        Assert.Equal(LedgerEnd.Requests, row.End);
        var request = (await bench.Store.FindRequestAsync(Assert.Single(row.Requests), CancellationToken.None))!;
        Assert.True(request.State.Abstained);
        var alerts = (await bench.Store.AllOutboxAsync(CancellationToken.None).ToListAsync()).Select(outbox => outbox.Effect).OfType<Effect.AlertTechnicians>();
        Assert.Equal("abstained", Assert.Single(alerts).Reason);
        Assert.Equal(ReadingFlags.Encrypted, (await KeptText.ReadAsync(bench.Vault, row.Key, CancellationToken.None))!.Flags);
    }
}
