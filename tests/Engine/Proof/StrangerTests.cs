using MimeKit;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>RELIABILITY.md, rows 40, 41 and 45: whoever is no customer's learns nothing, whatever they write.</summary>
public sealed class StrangerTests
{
    private static readonly MailAddress Technicians = MailAddress.Parse("tech@msp.example");

    [Fact]
    public async Task Every_stranger_reads_the_same_words_at_the_same_time()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        await bench.SendAllAsync();
        var known = await bench.AnswerToAsync(1);
        var (ours, reference) = (SentMail.Of(bench.Sender.Attempts[0].Bytes).MessageId, (await bench.Store.FindRequestAsync((await bench.RowAsync(1)).Requests[0], CancellationToken.None))!.State.Reference);

        await bench.TakeAsync(
            Bench.Mail(2, from: "someone@elsewhere.example"), // nobody
            Bench.Mail(3, from: "ada@acrne.example"), // resembles a customer
            Bench.Mail(4, from: "ada@mail.acme.example"), // below a customer's domain
            Bench.Mail(5, from: "lise.kermadec+x@orange.fr"), // beside a listed person
            Bench.Mail(6, from: "other@elsewhere.example", inReplyTo: ours), // holds an id of ours
            Bench.Mail(7, from: "third@elsewhere.example", subject: $"RE: [{reference}] Ada Modèle"), // holds a reference
            Bench.Mail(8, from: "fourth@elsewhere.example", dmarc: "none"), // proves nothing
            Bench.Mail(9, from: "fifth@elsewhere.example", more: "Reply-To: <ada@acme.example>\nCc: <ada@acme.example>\n"));
        var rows = (await bench.EffectsAsync()).Where(row => row.Effect is Effect.AnswerUnknownSender).ToArray();
        Assert.Equal(8, rows.Length);
        Assert.All(rows, row => Assert.Equal((OutboxState.Waiting, known.NotBefore - known.CreatedAt, known.Order), (row.State, row.NotBefore - row.CreatedAt, row.Order)));

        await bench.SendAllAsync();
        var mails = bench.Sender.Attempts.Skip(1).Select(sent => (sent.To, Mail: SentMail.Of(sent.Bytes))).ToArray();
        Assert.Equal(8, mails.Length);
        Assert.Single(mails.Select(sent => (sent.Mail.Subject, sent.Mail.TextBody, sent.Mail.HtmlBody, Fields(sent.Mail))).Distinct());
        Assert.All(mails, sent =>
        {
            Assert.Equal(sent.To.Value, Assert.Single(sent.Mail.GetRecipients()).Address);
            Assert.DoesNotContain(reference.Value, sent.Mail.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Nouvelle adresse", $"{sent.Mail.Subject}{sent.Mail.TextBody}", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_known_sender_and_a_stranger_cost_the_same_acts_outside()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, dmarc: "none"), Bench.Mail(2, from: "someone@elsewhere.example", dmarc: "none"));
        var rows = await bench.EffectsAsync();
        Assert.Equal(["AnswerSender", "AnswerUnknownSender"], rows.Select(row => row.Effect.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Single(rows.Select(row => (row.State, row.CreatedAt, row.NotBefore, row.Order)).Distinct());
    }

    [Theory]
    [InlineData("ada@acrne.example", "acme")]
    [InlineData("ada@acme.fr", "acme")]
    [InlineData("ada@\u0430cme.example", "acme")]
    [InlineData("lise@rival.com", "rival")]
    [InlineData("ada@elsewhere.example", null)]
    [InlineData("ada.acme@gmail.com", null)]
    [InlineData("ada@mail.acme.example", null)]
    public async Task Technicians_are_told_whose_domain_a_strangers_resembles(string from, string? customer)
    {
        await using var bench = new Bench(Bench.Live with { TechnicianAddress = Technicians });
        await bench.TakeAsync(Bench.Mail(1, from: from));
        Assert.Equal(LedgerEnd.Refused, (await bench.RowAsync(1)).End);
        var alert = Assert.Single(await bench.EffectsAsync(), row => row.Effect is Effect.AlertTechnicians { Reason: TechnicianAlert.UnknownSender });
        Assert.Equal(customer, (await Outgoing.ReadAsync(bench.Vault, alert.Key, CancellationToken.None))!.Alert!.Resembles);
        await bench.SendAllAsync();
        var told = SentMail.Of(bench.Sender.Attempts.Single(sent => sent.To == Technicians).Bytes).TextBody!;
        Assert.Equal(customer is not null, told.Contains($"domaine ressemblant à celui de\u00a0: {customer}", StringComparison.Ordinal));
    }

    private static string Fields(MimeMessage mail) => string.Join(',', mail.Headers.Where(header => header.Id is not (HeaderId.InReplyTo or HeaderId.References)).Select(header => header.Field));
}
