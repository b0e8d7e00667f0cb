using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>RELIABILITY.md, row 46: whoever forwards a mail has asked; the text that they forward makes nobody of them.</summary>
public sealed class ForwardTests
{
    private const string French = "De : Ada Modèle <ada@acme.example>\nEnvoyé : lundi 23 novembre 2026 10:00\nÀ : mallory@elsewhere.example\nObjet : Nouvelle adresse mail\n\n";
    private const string English = "---------- Forwarded message ---------\nFrom: Ada Modèle <ada@acme.example>\nDate: Mon, 23 Nov 2026\nSubject: Nouvelle adresse mail\nTo: mallory@elsewhere.example\n\n";

    public static TheoryData<string, string> Forwards => new()
    {
        { "TR: Nouvelle adresse mail", French },
        { "Tr : Nouvelle adresse mail", French },
        { "Fwd: Nouvelle adresse mail", English },
        { "FW: Nouvelle adresse mail", English },
    };

    [Theory]
    [MemberData(nameof(Forwards))]
    public async Task A_forward_is_its_forwarders(string subject, string quoted)
    {
        await using var bench = new Bench();
        string[] forwarders = ["rene@rival.example", "mallory@elsewhere.example", "eva@acme.example"];
        await bench.TakeAsync([.. forwarders.Select((from, i) => Bench.Mail((uint)i + 1, Forward(from, subject, quoted)))]);
        await bench.SendAllAsync();

        // Rival's director forwards: the request is Rival's. A stranger forwards: nobody's. An unlisted colleague forwards: Acme's, and not Ada's.
        var asked = (await bench.Store.FindRequestAsync(Assert.Single((await RowAsync(bench, 1)).Requests), CancellationToken.None))!.State;
        Assert.Equal(("rival", "boss"), (asked.CustomerId, asked.PersonId));
        Assert.Equal(LedgerEnd.Refused, (await RowAsync(bench, 2)).End);
        asked = (await bench.Store.FindRequestAsync(Assert.Single((await RowAsync(bench, 3)).Requests), CancellationToken.None))!.State;
        Assert.Equal(("acme", null), (asked.CustomerId, asked.PersonId));

        // Ada is asked for her approval of the colleague's wish, and is told of no other.
        Assert.Single(bench.Sender.Attempts, sent => sent.To == MailAddress.Parse("ada@acme.example"));
    }

    private static async Task<IntakeRow> RowAsync(Bench bench, uint uid) => (await bench.Store.FindIntakeAsync(IntakeKeys.Of(Bench.Mail(uid, [])), CancellationToken.None))!;

    private static byte[] Forward(string from, string subject, string quoted) => Encoding.UTF8.GetBytes(
        $"""
        Authentication-Results: mx.msp.example; dmarc=pass header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}
        From: <{from}>
        To: <support@msp.example>
        Subject: {subject}
        Message-ID: <forward-{from}>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {quoted}Bonjour,

        Merci de créer la boîte mail pour Julien Tessier.

        """.ReplaceLineEndings("\r\n"));
}
