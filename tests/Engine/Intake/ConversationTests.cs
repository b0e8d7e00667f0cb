using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

public sealed class ConversationTests
{
    private const string First = "first@client.example";

    [Fact]
    public async Task Our_own_id_joins_its_recipient()
    {
        await using var bench = await WithFirstAsync();
        await bench.TakeAsync(Bench.Mail(2, inReplyTo: await OurIdAsync(bench, "ada@acme.example")));
        Assert.Equal(LedgerEnd.FollowUp, (await bench.RowAsync(2)).End);
        Assert.Equal(Assert.Single((await bench.RowAsync(1)).Requests), Assert.Single((await bench.RowAsync(2)).Requests));
    }

    [Fact]
    public async Task Our_own_id_opens_nothing_to_anybody_else()
    {
        await using var bench = await WithFirstAsync();
        var ours = await OurIdAsync(bench, "ada@acme.example");
        await bench.TakeAsync(Bench.Mail(2, from: "rene@rival.example", inReplyTo: ours));
        await bench.TakeAsync(Bench.Mail(3, from: "eva@acme.example", inReplyTo: ours));
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(2)).End);
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(3)).End);
    }

    [Theory]
    [InlineData("ada@acme.example", LedgerEnd.FollowUp)]
    [InlineData("eva@acme.example", LedgerEnd.FollowUp)]
    [InlineData("rene@rival.example", LedgerEnd.Requests)]
    [InlineData("anybody@elsewhere.example", LedgerEnd.Refused)]
    public async Task An_inbound_id_joins_people_of_the_same_customer_alone(string from, LedgerEnd expected)
    {
        await using var bench = await WithFirstAsync();
        await bench.TakeAsync(Bench.Mail(2, from: from, inReplyTo: First));
        Assert.Equal(expected, (await bench.RowAsync(2)).End);
    }

    [Theory]
    [InlineData("ada@acme.example", LedgerEnd.FollowUp)]
    [InlineData("eva@acme.example", LedgerEnd.FollowUp)]
    [InlineData("rene@rival.example", LedgerEnd.Requests)]
    public async Task A_reference_in_the_subject_joins_people_of_the_same_customer_alone(string from, LedgerEnd expected)
    {
        await using var bench = await WithFirstAsync();
        var request = (await bench.Store.FindRequestAsync((await bench.RowAsync(1)).Requests[0], CancellationToken.None))!;
        await bench.TakeAsync(Bench.Mail(2, from: from, subject: $"RE: [{request.State.Reference}]"));
        Assert.Equal(expected, (await bench.RowAsync(2)).End);
    }

    [Fact]
    public async Task A_reply_in_the_same_batch_waits_for_what_it_answers_whatever_their_order()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, from: "eva@acme.example", inReplyTo: First), Bench.Mail(2, id: First));
        Assert.Equal(LedgerEnd.FollowUp, (await bench.RowAsync(1)).End);
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(2)).End);
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task A_mail_that_names_itself_or_a_circle_is_processed_all_the_same()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(
            Bench.Mail(1, id: "self@client.example", inReplyTo: "self@client.example"),
            Bench.Mail(2, id: "a@client.example", inReplyTo: "b@client.example"),
            Bench.Mail(3, id: "b@client.example", inReplyTo: "a@client.example"));
        foreach (var uid in new uint[] { 1, 2, 3 }) Assert.NotNull((await bench.RowAsync(uid)).End);
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    private static async Task<Bench> WithFirstAsync()
    {
        var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, id: First));
        return bench;
    }

    private static async Task<string> OurIdAsync(Bench bench, string recipient)
    {
        var answer = await bench.AnswerToAsync(1);
        return bench.MessageIds.For(answer.Conversation, answer.Key, MailAddress.Parse(recipient));
    }
}
