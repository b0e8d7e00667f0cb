using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Outbox;

public sealed class AnswerCapsTests
{
    private int _effect;

    [Fact]
    public async Task A_decision_that_is_repeated_counts_once()
    {
        await using var bench = new Bench(Bench.Live with { AnswersPerSenderPerHour = 1 });
        for (var n = 0; n < 3; n++) Assert.True(bench.Caps.Allows("the same effect", "ada", "acme"));
        Assert.False(bench.Caps.Allows("another effect", "ada", "acme"));
        for (var n = 0; n < 3; n++) Assert.True(bench.Caps.AllowsUnknown("the same effect to a stranger", "x"));
    }

    [Fact]
    public async Task A_sixth_answer_to_one_sender_within_an_hour_waits_for_a_technician()
    {
        await using var bench = new Bench();
        for (var n = 0; n < 5; n++) Assert.True(bench.Caps.Allows($"e{++_effect}", "ada", "acme"));
        Assert.False(bench.Caps.Allows($"e{++_effect}", "ada", "acme"));
        Assert.True(bench.Caps.Allows($"e{++_effect}", "eva", "acme"));
        bench.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.True(bench.Caps.Allows($"e{++_effect}", "ada", "acme"));
    }

    [Fact]
    public async Task A_customer_is_capped_over_all_of_its_people_and_no_other_customer_is()
    {
        await using var bench = new Bench(Bench.Live with { AnswersPerCustomerPerHour = 3 });
        for (var n = 0; n < 3; n++) Assert.True(bench.Caps.Allows($"e{++_effect}", $"p{n}", "acme"));
        Assert.False(bench.Caps.Allows($"e{++_effect}", "p9", "acme"));
        Assert.True(bench.Caps.Allows($"e{++_effect}", "p9", "rival"));
    }

    [Fact]
    public async Task A_stranger_gets_one_answer_a_day_and_all_strangers_together_a_few_an_hour()
    {
        await using var bench = new Bench(Bench.Live with { UnknownAnswersPerHour = 2 });
        Assert.True(bench.Caps.AllowsUnknown($"e{++_effect}", "a"));
        Assert.False(bench.Caps.AllowsUnknown($"e{++_effect}", "a"));
        Assert.True(bench.Caps.AllowsUnknown($"e{++_effect}", "b"));
        Assert.False(bench.Caps.AllowsUnknown($"e{++_effect}", "c"));
        bench.Clock.Advance(TimeSpan.FromHours(2));
        Assert.True(bench.Caps.AllowsUnknown($"e{++_effect}", "c"));
        Assert.False(bench.Caps.AllowsUnknown($"e{++_effect}", "a"));
        bench.Clock.Advance(TimeSpan.FromHours(23));
        Assert.True(bench.Caps.AllowsUnknown($"e{++_effect}", "a"));
    }

    [Fact]
    public async Task A_restart_forgets_neither_strangers_nor_known_senders()
    {
        await using var bench = new Bench(Bench.Live with { AnswersPerSenderPerHour = 2 });
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2), Bench.Mail(3, from: "a@elsewhere.example"));
        var restarted = new AnswerCaps(bench.Options, bench.Clock);
        await restarted.RebuildAsync(bench.Store, await bench.EffectsAsync(), CancellationToken.None);
        var pseudonyms = (await bench.EffectsAsync()).ToLookup(row => row.Effect.GetType().Name, row => row.Key[(row.Key.LastIndexOf('|') + 1)..]);
        Assert.False(restarted.AllowsUnknown($"e{++_effect}", pseudonyms["AnswerUnknownSender"].Single()));
        Assert.False(restarted.Allows($"e{++_effect}", pseudonyms["AnswerSender"].First(), "acme"));
    }

    [Fact]
    public async Task What_exceeds_a_cap_is_held_and_still_ends_as_requests()
    {
        await using var bench = new Bench(Bench.Live with { AnswersPerSenderPerHour = 1 });
        await bench.TakeAsync(Bench.Mail(1));
        await bench.TakeAsync(Bench.Mail(2));
        Assert.Equal(OutboxState.Waiting, (await bench.AnswerToAsync(1)).State);
        Assert.Equal((OutboxState.Held, "answer-cap"), ((await bench.AnswerToAsync(2)).State, (await bench.AnswerToAsync(2)).Reason));
        Assert.True((await bench.AuditAsync()).AddsUp);
    }
}
