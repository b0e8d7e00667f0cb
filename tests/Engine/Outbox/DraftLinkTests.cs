using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Tests.Outbox;

/// <summary>Who reads by mail that a draft is to be confirmed in the application gets the address that does it (Art. 9).</summary>
public sealed class DraftLinkTests
{
    [Fact]
    public async Task A_draft_by_mail_carries_the_address_of_its_own_request()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, from: "alix@ozon.example"));
        var draft = Assert.Single(await bench.Store.ListRequestsAsync("", 10, CancellationToken.None));
        var link = await LinkAsync(bench, 1);
        Assert.Equal(Bench.Links.For(draft.Id), link);
        Assert.Equal(draft.Id, Bench.Links.Verify(new Uri(link!).Segments[^1]));
    }

    [Theory]
    [InlineData("alix@ozon.example", "fail")] // Whoever is not proven gets no address that proves nothing.
    [InlineData("alix@ozon.example", "none")]
    [InlineData("ada@acme.example", "pass")] // Sérénité or Standard, accepted: nothing to confirm.
    public async Task No_one_else_gets_one(string from, string dmarc)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, from: from, dmarc: dmarc));
        Assert.Null(await LinkAsync(bench, 1));
    }

    [Fact]
    public async Task A_reminder_carries_it_again()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, from: "alix@ozon.example"));
        var draft = Assert.Single(await bench.Store.ListRequestsAsync("", 10, CancellationToken.None));
        bench.Clock.Advance(TimeSpan.FromDays(6));
        while (await bench.Agenda.WorkOnceAsync(CancellationToken.None)) { }
        var reminder = Assert.Single(await bench.EffectsAsync(), row => row.Effect is Effect.Notify { Kind: NoticeKind.Reminder });
        var told = (await Outgoing.ReadAsync(bench.Vault, reminder.Key, CancellationToken.None))!.Notice!;
        Assert.Equal(Bench.Links.For(draft.Id), Assert.Single(told.Requests).ConfirmAt);
    }

    [Fact]
    public void An_altered_token_opens_nothing()
    {
        var request = new RequestId("01KAV30000000000000000000A");
        var token = new Uri(Bench.Links.For(request)!).Segments[^1];
        Assert.Equal(request, Bench.Links.Verify(token));
        for (var i = 0; i < token.Length; i++)
            Assert.Null(Bench.Links.Verify(token[..i] + (token[i] == 'b' ? 'c' : 'b') + token[(i + 1)..]));
        Assert.Null(new ConfirmationLinks(new MasterKey(new byte[32]), null).Verify(token));
        Assert.Null(new ConfirmationLinks(Bench.Master, null).For(request));
    }

    [Fact]
    public void Nobody_else_reads_it()
    {
        var mail = $"<a href=\"{Bench.Links.For(new RequestId("01KAV30000000000000000000A"))}\">";
        Assert.Equal("<a href=\"https://demandes.msp.example/confirmer/…\">", ConfirmationLinks.CutIn(mail));
    }

    private static async Task<string?> LinkAsync(Bench bench, uint uid)
    {
        var row = await bench.AnswerToAsync(uid);
        var answered = (await Outgoing.ReadAsync(bench.Vault, row.Key, CancellationToken.None))!.Answer!;
        var only = Assert.Single(answered.Requests);
        var worded = Assert.Single(answered.Say().Requests);
        Assert.Equal(only.ConfirmAt, worded.Link?.Address);
        return only.ConfirmAt;
    }
}
