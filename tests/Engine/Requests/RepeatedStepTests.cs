using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>The crash rule: a stop has committed or is repeated, and repeating makes no second effect of another key.</summary>
public sealed class RepeatedStepTests
{
    [Fact]
    public async Task A_store_that_fails_at_the_yes_loses_nothing_and_tells_nobody_twice()
    {
        FailingStore? store = null;
        await using var life = new Life(around: real => store = new FailingStore(real));
        var request = await ApprovalTests.AskedAsync(life);
        var notice = await life.NoticeAsync(NoticeKind.ApprovalNeeded, "nadia");
        store!.FailsAfterCommit = true;
        await life.MailAsync("nadia", "D'accord.", notice);

        Assert.Equal(RequestState.Accepted, (await life.StateOfAsync(request)).State);
        Assert.Equal(2, (await life.NoticesAsync()).Count(told => told.StartsWith("Approved", StringComparison.Ordinal)));
        Assert.Single((await life.DocumentAsync(request.Id)).Journal, entry => entry.Event is RequestEvent.Approved);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_tick_twice_does_one_thing()
    {
        await using var life = new Life();
        await ApprovalTests.AskedAsync(life);
        life.Bench.Clock.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => life.Bench.Agenda.WorkOnceAsync(CancellationToken.None))));
        while (await life.Bench.Agenda.WorkOnceAsync(CancellationToken.None)) { }

        Assert.Equal(2, (await life.NoticesAsync()).Count(told => told.StartsWith("Reminder", StringComparison.Ordinal)));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task The_same_yes_delivered_twice_says_it_once()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        var notice = await life.NoticeAsync(NoticeKind.ApprovalNeeded, "nadia");
        await life.MailAsync("nadia", "D'accord.", notice);
        await life.MailAsync("nadia", "D'accord.", notice);

        Assert.Single((await life.DocumentAsync(request.Id)).Journal, entry => entry.Event is RequestEvent.Approved);
        Assert.Equal(2, (await life.NoticesAsync()).Count(told => told.StartsWith("Approved", StringComparison.Ordinal)));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task An_act_that_lost_against_a_message_is_decided_again()
    {
        await using var life = new Life();
        var row = await life.MailAsync("nadia", Life.Arrival);
        var request = await life.OnlyRequestOfAsync(row);
        var answer = await life.AnswerAsync(row);
        var act = Task.Run(() => life.ActAsync(request, new ActWish(ActVerb.Reply) { Text = "Bien reçu." }));
        await life.MailAsync("nadia", "Merci de prévoir aussi un casque.", answer);

        Assert.Null((await act).Refusal);
        Assert.Single(await life.NoticesAsync(), "Reply to nadia@nova.example");
        var orders = (await life.EffectsAsync()).Where(effect => effect.Order > 0).Select(effect => effect.Order).Order().ToArray();
        Assert.Equal(orders.Distinct(), orders);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Each_notice_that_cannot_be_delivered_is_told_to_a_technician()
    {
        await using var life = new Life();
        life.Bench.Sender.Script = _ => new SendOutcome.Refused(550);
        await ApprovalTests.AskedAsync(life);
        await life.Bench.SendAllAsync();

        var failed = (await life.EffectsAsync()).Count(row => row.State is OutboxState.Failed);
        Assert.Equal(3, failed);
        Assert.Equal(failed, (await life.AlertsAsync()).Count(reason => reason == "undelivered"));
        await life.AddsUpAsync();
    }
}
