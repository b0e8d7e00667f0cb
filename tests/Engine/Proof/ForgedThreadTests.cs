using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>RELIABILITY.md, rows 37 to 39: ids, references and copies that speak of somebody else's request open nothing of it.</summary>
public sealed class ForgedThreadTests
{
    private const string First = "first@client.example";
    private static readonly MailAddress Ada = MailAddress.Parse("ada@acme.example");

    [Fact]
    public void An_id_with_any_bit_changed_proves_nothing()
    {
        var ids = new MessageIds(Bench.Master, "msp.example");
        var good = ids.For(new ConversationId("01KAT2Z8W0ABCDEFGHJKMNPQRS"), "m.1|1|0|abc", Ada);
        Assert.NotNull(ids.Verify(good, Ada));
        for (var at = 0; at < good.Length; at++)
            for (var bit = 0; bit < 8; bit++)
            {
                var forged = $"{good[..at]}{(char)(good[at] ^ (1 << bit))}{good[(at + 1)..]}";
                Assert.True(ids.Verify(forged, Ada) is null, forged);
            }
    }

    [Fact]
    public void An_id_with_any_character_gone_doubled_or_moved_proves_nothing()
    {
        var ids = new MessageIds(Bench.Master, "msp.example");
        var good = ids.For(new ConversationId("01KAT2Z8W0ABCDEFGHJKMNPQRS"), "m.1|1|0|abc", Ada);
        for (var at = 0; at < good.Length; at++)
        {
            Assert.Null(ids.Verify(good.Remove(at, 1), Ada));
            Assert.Null(ids.Verify(good.Insert(at, $"{good[at]}"), Ada));
            Assert.Null(ids.Verify(good[..at], Ada));
        }
    }

    [Theory]
    [MemberData(nameof(Recipients))]
    public void An_id_is_good_for_its_recipient_alone(string other)
    {
        var ids = new MessageIds(Bench.Master, "msp.example");
        Assert.Null(ids.Verify(ids.For(new ConversationId("01KAT2Z8W0ABCDEFGHJKMNPQRS"), "m.1|1|0|abc", Ada), MailAddress.Parse(other)));
    }

    public static TheoryData<string> Recipients => ["eva@acme.example", "ada@acme.example.evil.example", "ada@acme.exampl", "ada+x@acme.example", "ada@rival.example", "\u0430da@acme.example"];

    /// <summary>Each way to name Ada's request without the right to: the fields, and who writes.</summary>
    public static TheoryData<string, string, LedgerEnd> Hijacks
    {
        get
        {
            var data = new TheoryData<string, string, LedgerEnd>();
            foreach (var fields in (string[])["In-Reply-To: <OURS>", "References: <x@y.example> <OURS> <z@y.example>", "In-Reply-To: <FIRST>", "References: <FIRST>", "Subject: RE: [REF]",
                "Subject: REF", "Subject: TR: [REF] urgent", "In-Reply-To: <OURS>\nReferences: <FIRST> <OURS>\nSubject: RE: [REF]"])
            {
                data.Add(fields, "rene@rival.example", LedgerEnd.Requests);
                data.Add(fields, "mallory@elsewhere.example", LedgerEnd.Refused);
                data.Add(fields, "ada@acrne.example", LedgerEnd.Refused);
                data.Add(fields, "ada@mail.acme.example", LedgerEnd.Refused);
            }

            // A colleague speaks of it by a reference or a colleague's mail; an id that was sent to somebody else, or to nobody, is nothing to them.
            foreach (var fields in (string[])["In-Reply-To: <OURS>", "References: <OURS>", "In-Reply-To: <BARE>", "In-Reply-To: <FORGED>", "References: <FORGED> <BARE>"])
                data.Add(fields, "eva@acme.example", LedgerEnd.Requests);
            foreach (var fields in (string[])["In-Reply-To: <BARE>", "In-Reply-To: <FORGED>", "In-Reply-To: <SHORT>", "In-Reply-To: <UPPER>", "In-Reply-To: <OTHER>"])
                data.Add(fields, "ada@acme.example", LedgerEnd.Requests);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Hijacks))]
    public async Task Whoever_names_anothers_request_reaches_nothing_of_it(string fields, string from, LedgerEnd end)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, id: First));
        await bench.SendAllAsync();
        var (request, before) = await AdasAsync(bench);
        var answer = await bench.AnswerToAsync(1);
        var ours = bench.MessageIds.For(answer.Conversation, answer.Key, Ada);
        Assert.Equal(ours, SentMail.Of(bench.Sender.Attempts[0].Bytes).MessageId);
        var written = fields.Replace("OURS", ours, StringComparison.Ordinal).Replace("FIRST", First, StringComparison.Ordinal)
            .Replace("REF", request.State.Reference.Value, StringComparison.Ordinal)
            .Replace("BARE", $"sione.{answer.Conversation}@msp.example", StringComparison.Ordinal)
            .Replace("FORGED", $"sione.{answer.Conversation}.0011223344556677.{new string('0', 32)}@msp.example", StringComparison.Ordinal)
            .Replace("SHORT", ours.Replace("@", "", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("UPPER", ours.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("OTHER", bench.MessageIds.For(answer.Conversation, answer.Key, MailAddress.Parse("eva@acme.example")), StringComparison.Ordinal);
        var subject = written.Contains("Subject:", StringComparison.Ordinal) ? written[(written.IndexOf("Subject:", StringComparison.Ordinal) + 9)..] : "Nouvelle adresse mail";
        var rest = string.Concat(written.Split('\n').Where(line => !line.StartsWith("Subject:", StringComparison.Ordinal)).Select(line => $"{line}\n"));
        await bench.TakeAsync(Bench.Mail(2, from: from, subject: subject, more: rest));
        await bench.SendAllAsync();

        Assert.Equal(end, (await bench.RowAsync(2)).End);
        Assert.DoesNotContain(request.Id, (await bench.RowAsync(2)).Requests);
        Assert.Equal(before, (await AdasAsync(bench)).All);
        foreach (var (bytes, to) in bench.Sender.Attempts.Skip(1))
        {
            // A colleague's new request is put to Ada, who decides: that mail is about nothing older.
            Assert.True(to.Value == from || (from == "eva@acme.example" && to == Ada), to.Value);
            var mail = SentMail.Of(bytes);
            Assert.DoesNotContain(request.State.Reference.Value, $"{mail.Subject}{mail.TextBody}{mail.HtmlBody}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_is_added_by_a_copy_a_Reply_To_or_a_reply_to_all()
    {
        await using var bench = new Bench();
        const string Copies = "Cc: <mallory@elsewhere.example>, <rene@rival.example>\nBcc: <mallory@elsewhere.example>\nReply-To: <mallory@elsewhere.example>\n"
            + "Sender: <mallory@elsewhere.example>\nResent-To: <mallory@elsewhere.example>\nMail-Followup-To: <mallory@elsewhere.example>\n"
            + "Disposition-Notification-To: <mallory@elsewhere.example>\nReturn-Receipt-To: <mallory@elsewhere.example>\nErrors-To: <mallory@elsewhere.example>\n";
        await bench.TakeAsync(Bench.Mail(1, id: First, more: Copies));
        await bench.SendAllAsync();
        await bench.TakeAsync(Bench.Mail(2, inReplyTo: First, more: Copies), Bench.Mail(3, from: "mallory@elsewhere.example", inReplyTo: First, more: Copies));
        await bench.SendAllAsync();

        Assert.Equal((LedgerEnd.FollowUp, LedgerEnd.Refused), ((await bench.RowAsync(2)).End, (await bench.RowAsync(3)).End));
        Assert.Equal(["ada@acme.example", "ada@acme.example", "mallory@elsewhere.example"], bench.Sender.Attempts.Select(sent => sent.To.Value).Order(StringComparer.Ordinal));
        Assert.All(bench.Sender.Attempts, sent =>
        {
            var mail = SentMail.Of(sent.Bytes);
            Assert.Equal(sent.To.Value, Assert.Single(mail.To.Mailboxes).Address);
            Assert.Empty(mail.Cc.Concat(mail.Bcc).Concat(mail.ReplyTo));
        });
    }

    private static async Task<(RequestDocument Request, string All)> AdasAsync(Bench bench)
    {
        var request = (await bench.Store.FindRequestAsync((await bench.RowAsync(1)).Requests[0], CancellationToken.None))!;
        var conversation = await bench.Store.FindConversationAsync(request.State.Conversation, CancellationToken.None);
        return (request, $"{request.Version} {request.Journal.Length} {JsonSerializer.Serialize(conversation)}");
    }
}
