using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Outbox;

public sealed class EffectPlannerTests
{
    [Fact]
    public async Task In_observe_only_mode_an_answer_is_held()
    {
        await using var bench = new Bench(Bench.Live with { ObserveOnly = true });
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2, from: "a@elsewhere.example"));
        Assert.All(await bench.EffectsAsync(), row => Assert.Equal((OutboxState.Held, "observe-only"), (row.State, row.Reason)));
        Assert.Equal(2, (await bench.EffectsAsync()).Length);
    }

    [Theory]
    [InlineData(24.0, null)]
    [InlineData(24.1, "message-too-old")]
    public async Task Mail_older_than_a_day_at_intake_waits_for_a_technician(double hours, string? held)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, received: Bench.Start.AddHours(-hours)));
        Assert.Equal(held, Assert.Single(await bench.EffectsAsync()).Reason);
    }

    [Fact]
    public async Task A_sender_who_failed_DMARC_is_not_answered_by_itself()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, dmarc: "fail"), Bench.Mail(2, from: "a@elsewhere.example", dmarc: "fail"));
        Assert.Equal((OutboxState.Held, "sender-failed-dmarc"), ((await bench.AnswerToAsync(1)).State, (await bench.AnswerToAsync(1)).Reason));
        Assert.Single(await bench.EffectsAsync());
        Assert.Equal((LedgerEnd.Refused, "unknown-sender"), ((await bench.RowAsync(2)).End, (await bench.RowAsync(2)).Reason));
    }

    [Fact]
    public async Task Whoever_might_be_a_customers_gets_the_neutral_answer_and_a_technician_sorts()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, from: "a@sub.acme.example"), Bench.Mail(2, from: "a@elsewhere.example"));
        Assert.Equal((LedgerEnd.Refused, "ambiguous-sender"), ((await bench.RowAsync(1)).End, (await bench.RowAsync(1)).Reason));
        Assert.Equal((LedgerEnd.Refused, "unknown-sender"), ((await bench.RowAsync(2)).End, (await bench.RowAsync(2)).Reason));
        Assert.All(await bench.EffectsAsync(), row => Assert.IsType<Effect.AnswerUnknownSender>(row.Effect));
    }

    [Fact]
    public async Task An_answer_never_goes_to_Reply_To()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, from: "ADA@acme.example", more: "Reply-To: <thief@elsewhere.example>\n"));
        await bench.SendAllAsync();
        Assert.Equal(MailAddress.Parse("ada@acme.example"), Assert.Single(bench.Sender.Attempts).To);
        Assert.Equal("ada@acme.example", (await Outgoing.ReadAsync(bench.Vault, (await bench.AnswerToAsync(1)).Key, CancellationToken.None))!.To);
    }

    [Fact]
    public async Task Technicians_are_alerted_of_strangers_when_they_have_an_address_and_never_held()
    {
        await using var bench = new Bench(Bench.Live with { ObserveOnly = true, TechnicianAddress = MailAddress.Parse("tech@msp.example") });
        await bench.TakeAsync(Bench.Mail(1, from: "a@elsewhere.example"));
        var alert = Assert.Single(await bench.EffectsAsync(), row => row.Effect is Effect.AlertTechnicians);
        Assert.Equal(OutboxState.Waiting, alert.State);
        await bench.SendAllAsync();
        Assert.Equal("tech@msp.example", Assert.Single(bench.Sender.Attempts).To.Value);
    }

    [Fact]
    public async Task The_same_decision_always_gives_the_same_key_and_the_key_names_nobody()
    {
        await using var one = new Bench();
        await using var two = new Bench();
        await one.TakeAsync(Bench.Mail(1));
        await two.TakeAsync(Bench.Mail(1));
        Assert.Equal((await one.AnswerToAsync(1)).Key, (await two.AnswerToAsync(1)).Key);
        Assert.DoesNotContain("ada", (await one.AnswerToAsync(1)).Key, StringComparison.Ordinal);
    }
}
