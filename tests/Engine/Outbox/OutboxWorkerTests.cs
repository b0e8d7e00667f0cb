using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Outbox;

public sealed class OutboxWorkerTests
{
    [Fact]
    public async Task Every_attempt_sends_the_same_bytes()
    {
        await using var bench = new Bench();
        bench.Sender.Script = attempt => attempt < 4 ? new SendOutcome.Unreachable(SendFailure.NoReplyAfterData) : new SendOutcome.Accepted(250);
        await bench.TakeAsync(Bench.Mail(1));
        for (var i = 0; i < 10; i++)
        {
            await bench.SendAllAsync();
            bench.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(4, bench.Sender.Attempts.Count);
        Assert.All(bench.Sender.Attempts, attempt => Assert.Equal(bench.Sender.Attempts[0].Bytes, attempt.Bytes));
        Assert.Equal(OutboxState.Sent, (await bench.AnswerToAsync(1)).State);
    }

    [Fact]
    public async Task The_pause_between_attempts_doubles_up_to_an_hour_and_after_two_days_it_is_given_up()
    {
        await using var bench = new Bench();
        bench.Sender.Script = _ => new SendOutcome.TryLater(451);
        await bench.TakeAsync(Bench.Mail(1));
        var pauses = new List<TimeSpan>();
        for (var row = await bench.AnswerToAsync(1); row.State is OutboxState.Waiting; row = await bench.AnswerToAsync(1))
        {
            pauses.Add(row.NotBefore - bench.Clock.GetUtcNow());
            bench.Clock.SetUtcNow(row.NotBefore);
            Assert.True(await bench.Outbox.WorkOnceAsync(CancellationToken.None));
        }

        Assert.Equal([0, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600], pauses.Take(10).Select(pause => pause.TotalSeconds));
        Assert.All(pauses.Skip(10), pause => Assert.Equal(TimeSpan.FromHours(1), pause));
        var failed = await bench.AnswerToAsync(1);
        Assert.Equal((OutboxState.Failed, "later-451"), (failed.State, failed.Reason));
        Assert.InRange(failed.DoneAt!.Value - failed.CreatedAt, TimeSpan.FromHours(48), TimeSpan.FromHours(49));
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        await using var bench = new Bench();
        bench.Sender.Script = _ => new SendOutcome.Refused(550);
        await bench.TakeAsync(Bench.Mail(1));
        await bench.SendAllAsync();
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.SendAllAsync();
        Assert.Single(bench.Sender.Attempts);
        Assert.Equal((OutboxState.Failed, "refused-550"), ((await bench.AnswerToAsync(1)).State, (await bench.AnswerToAsync(1)).Reason));
    }

    [Fact]
    public async Task A_later_answer_of_a_conversation_waits_for_the_earlier_one_and_others_do_not()
    {
        await using var bench = new Bench();
        bench.Sender.Script = attempt => attempt == 1 ? new SendOutcome.TryLater(451) : new SendOutcome.Accepted(250);
        await bench.TakeAsync(Bench.Mail(1));
        await bench.SendAllAsync();
        await bench.TakeAsync(Bench.Mail(2, inReplyTo: "mail-1@client.example"), Bench.Mail(3));
        await bench.SendAllAsync();
        Assert.Equal(OutboxState.Waiting, (await bench.AnswerToAsync(2)).State);
        Assert.Equal(OutboxState.Sent, (await bench.AnswerToAsync(3)).State);

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.SendAllAsync();
        Assert.Equal(OutboxState.Sent, (await bench.AnswerToAsync(1)).State);
        Assert.Equal(OutboxState.Sent, (await bench.AnswerToAsync(2)).State);
        Assert.Equal(bench.Sender.Attempts[0].Bytes, bench.Sender.Attempts[2].Bytes);
    }

    [Fact]
    public async Task Many_answers_that_wait_for_a_held_one_keep_no_other_conversation_waiting()
    {
        await using var bench = new Bench(Bench.Live with { AnswersPerSenderPerHour = 1_000, AnswersPerCustomerPerHour = 1_000 });
        using var decided = new Signal();
        await bench.TakeAsync(Bench.Mail(1, received: Bench.Start.AddDays(-2)));
        await bench.TakeAsync([.. Enumerable.Range(2, 60).Select(n => Bench.Mail((uint)n, inReplyTo: "mail-1@client.example"))]);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.TakeAsync(Bench.Mail(100));
        await bench.SendAllAsync();
        Assert.Equal(OutboxState.Sent, (await bench.AnswerToAsync(100)).State);
        Assert.Single(bench.Sender.Attempts);

        await new HeldEffects(bench.Store, bench.Board, decided, bench.Clock).ReleaseAsync((await bench.AnswerToAsync(1)).Key, "tech", CancellationToken.None);
        for (var minute = 0; minute < 3; minute++)
        {
            await bench.SendAllAsync();
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(62, bench.Sender.Attempts.Count);
        Assert.Equal(62, (await bench.EffectsAsync()).Count(row => row.State is OutboxState.Sent));
    }

    [Fact]
    public async Task What_waited_behind_a_held_answer_for_days_has_its_whole_time_with_a_slow_server()
    {
        await using var bench = new Bench();
        using var decided = new Signal();
        await bench.TakeAsync(Bench.Mail(1, received: Bench.Start.AddDays(-2)));
        await bench.TakeAsync(Bench.Mail(2, inReplyTo: "mail-1@client.example"));
        bench.Clock.Advance(bench.Options.GiveUpAfter * 2);
        await new HeldEffects(bench.Store, bench.Board, decided, bench.Clock).ReleaseAsync((await bench.AnswerToAsync(1)).Key, "tech", CancellationToken.None);
        bench.Sender.Script = attempt => attempt == 2 ? new SendOutcome.TryLater(451) : new SendOutcome.Accepted(250);
        for (var minute = 0; minute < 3; minute++)
        {
            await bench.SendAllAsync();
            bench.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(OutboxState.Sent, (await bench.AnswerToAsync(2)).State);
        Assert.Equal(3, bench.Sender.Attempts.Count);
    }

    [Fact]
    public async Task An_answer_is_held_back_until_its_release_and_a_dropped_one_never_leaves()
    {
        await using var bench = new Bench(Bench.Live with { ObserveOnly = true });
        using var decided = new Signal();
        var held = new HeldEffects(bench.Store, bench.Board, decided, bench.Clock);
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2));
        await bench.SendAllAsync();
        Assert.Empty(bench.Sender.Attempts);

        Assert.True(await held.ReleaseAsync((await bench.AnswerToAsync(1)).Key, "tech", CancellationToken.None));
        Assert.True(await held.DropAsync((await bench.AnswerToAsync(2)).Key, "tech", CancellationToken.None));
        Assert.False(await held.ReleaseAsync((await bench.AnswerToAsync(2)).Key, "tech", CancellationToken.None));
        Assert.False(await held.ReleaseAsync("no such key", "tech", CancellationToken.None));
        await bench.SendAllAsync();
        Assert.Single(bench.Sender.Attempts);
        Assert.Equal((OutboxState.Sent, OutboxState.Dropped), ((await bench.AnswerToAsync(1)).State, (await bench.AnswerToAsync(2)).State));
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task A_way_out_that_throws_is_tried_later_and_keeps_no_other_answer_waiting()
    {
        await using var bench = new Bench();
        bench.Sender.Script = attempt => attempt == 1 ? throw new InvalidOperationException("A defect.") : new SendOutcome.Accepted(250);
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2));
        await bench.SendAllAsync();
        var states = new[] { (await bench.AnswerToAsync(1)).State, (await bench.AnswerToAsync(2)).State };
        Assert.Equal([OutboxState.Waiting, OutboxState.Sent], states.Order());
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await bench.SendAllAsync();
        Assert.Equal(OutboxState.Sent, (await bench.AnswerToAsync(1)).State);
        Assert.Equal(OutboxState.Sent, (await bench.AnswerToAsync(2)).State);
    }
}
