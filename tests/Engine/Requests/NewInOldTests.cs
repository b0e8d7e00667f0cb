using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>A new request that is written as a reply to an old mail.</summary>
public sealed class NewInOldTests
{
    private const string Broken = "Bonjour,\n\nMon ordinateur ne démarre plus depuis ce matin.";
    private const string Other = "Bonjour,\n\nMerci de créer une boîte mail pour Marc Vallier.";

    [Fact]
    public async Task Once_all_is_over_it_is_a_request_of_its_own_with_hours_of_its_own()
    {
        await using var life = new Life();
        var old = await life.MailAsync("nadia", Broken);
        await life.ActAsync(await life.OnlyRequestOfAsync(old), ActVerb.Complete);
        var row = await life.MailAsync("nadia", Other, await life.AnswerAsync(old));

        Assert.Equal(LedgerEnd.Requests, row.End);
        var made = await life.OnlyRequestOfAsync(row);
        Assert.Equal(("mailbox.create", true), (made.State.OperationId, made.State.ClockRuns));
        await life.AddsUpAsync();
    }

    [Theory]
    [InlineData(Other, false)] // something is still open there: a person reads it
    [InlineData("Bonjour,\n\nMon ordinateur ne démarre toujours plus, j'ai un écran noir.", true)] // the same matter again
    [InlineData("Merci beaucoup, bonne journée !", true)]
    public async Task Anything_else_is_added_to_what_is_there(string text, bool done)
    {
        await using var life = new Life();
        var old = await life.MailAsync("nadia", Broken);
        if (done) await life.ActAsync(await life.OnlyRequestOfAsync(old), ActVerb.Complete);
        var row = await life.MailAsync("nadia", text, await life.AnswerAsync(old));

        Assert.Equal(LedgerEnd.FollowUp, row.End);
    }

    [Fact]
    public async Task Of_a_declined_request_the_next_one_is_new()
    {
        await using var life = new Life();
        var old = await life.MailAsync("nadia", Broken);
        await life.ActAsync(await life.OnlyRequestOfAsync(old), new ActWish(ActVerb.Decline) { Text = "Poste hors contrat." });
        var row = await life.MailAsync("nadia", Broken, await life.AnswerAsync(old));

        Assert.Equal(LedgerEnd.Requests, row.End);
        Assert.NotEqual(old.Requests, row.Requests);
        Assert.Equal(RequestState.Accepted, (await life.OnlyRequestOfAsync(row)).State.State);
    }
}
