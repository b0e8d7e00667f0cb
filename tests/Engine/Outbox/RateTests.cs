using System.Globalization;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Tests.Outbox;

/// <summary>RELIABILITY.md, row 41: whatever is forged, no more mails leave than the caps allow, and technicians hear of it.</summary>
public sealed class RateTests
{
    private static readonly EngineOptions Alerted = Bench.Live with { TechnicianAddress = MailAddress.Parse("tech@msp.example") };

    [Theory]
    [InlineData("stranger{0}@elsewhere{0}.example", 20, 60 + 1)] // Nobody's: a neutral answer each, and an alert each, then one that says "many".
    [InlineData("p{0}@acme.example", 50, 1)] // One customer's domain.
    public async Task Ten_thousand_forged_senders_get_no_more_answers_than_the_cap(string address, int answers, int alerts)
    {
        await using var bench = new Bench(Alerted);
        var effects = await DecideAsync(bench, Enumerable.Range(0, 10_000).Select(n => string.Format(CultureInfo.InvariantCulture, address, n)));
        Assert.Equal(answers, effects.Count(row => row is { State: OutboxState.Waiting, Effect: Effect.AnswerSender or Effect.AnswerUnknownSender }));
        Assert.Equal(alerts, effects.Count(row => row.Effect is Effect.AlertTechnicians { Reason: AnswerCaps.Reached or TechnicianAlert.UnknownSender or TechnicianAlert.UnknownFlood }));
    }

    [Fact]
    public async Task All_senders_together_get_no_more_mails_than_the_overall_cap()
    {
        await using var bench = new Bench(Alerted with { AnswersPerHour = 30, UnknownAnswersPerHour = 1_000, UnknownAlertsPerHour = 1_000 });
        string[] domains = ["acme.example", "rival.example", "nova.example", "solo.example", "elsewhere.example"];
        var effects = await DecideAsync(bench, Enumerable.Range(0, 2_000).Select(n => $"p{n}@{domains[n % domains.Length]}"));
        Assert.Equal(30, effects.Count(row => row.State is OutboxState.Waiting && row.Effect is not Effect.AlertTechnicians));
        Assert.Single(effects, row => row.Effect is Effect.AlertTechnicians { Reason: AnswerCaps.Reached });

        // An hour later everybody is answered again.
        bench.Clock.Advance(TimeSpan.FromMinutes(61));
        await bench.TakeAsync(Bench.Mail(1, received: bench.Clock.GetUtcNow()));
        Assert.Equal(OutboxState.Waiting, (await bench.AnswerToAsync(1)).State);
    }

    [Fact]
    public async Task Technicians_are_told_of_a_cap_once_an_hour_and_the_same_after_a_repeated_decision()
    {
        await using var bench = new Bench(Alerted with { AnswersPerSenderPerHour = 1 });
        Assert.True(bench.Caps.Allows("a", "ada", "acme"));
        Assert.False(bench.Caps.IsTold("a"));
        for (var n = 0; n < 2; n++)
        {
            Assert.False(bench.Caps.Allows("b", "ada", "acme"));
            Assert.True(bench.Caps.IsTold("b"));
        }

        Assert.False(bench.Caps.Allows("c", "ada", "acme"));
        Assert.False(bench.Caps.IsTold("c"));
        bench.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.True(bench.Caps.Allows("d", "ada", "acme"));
        Assert.False(bench.Caps.Allows("e", "ada", "acme"));
        Assert.True(bench.Caps.IsTold("e"));
    }

    [Fact]
    public async Task The_alert_of_a_cap_names_the_customer_and_leaves_at_once()
    {
        await using var bench = new Bench(Alerted with { AnswersPerSenderPerHour = 1 });
        await bench.TakeAsync(Bench.Mail(1));
        await bench.TakeAsync(Bench.Mail(2));
        await bench.TakeAsync(Bench.Mail(3));
        var alert = Assert.Single(await bench.EffectsAsync(), row => row.Effect is Effect.AlertTechnicians { Reason: AnswerCaps.Reached });
        Assert.Equal((OutboxState.Waiting, (await bench.RowAsync(2)).Key), (alert.State, alert.Effect.Intake));
        Assert.Equal(Bench.Acme.Name, (await Outgoing.ReadAsync(bench.Vault, alert.Key, CancellationToken.None))!.Alert!.Customer);
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task A_restart_opens_no_cap()
    {
        var options = Bench.Live with { AnswersPerCustomerPerHour = 2, AnswersPerHour = 4, UnknownAnswersPerHour = 1 };
        await using var bench = new Bench(options);
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2, from: "eva@acme.example", subject: "Imprimante"), Bench.Mail(3, from: "x@elsewhere.example"));
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        var restarted = new AnswerCaps(options, bench.Clock);
        await restarted.RebuildAsync(bench.Store, await bench.EffectsAsync(), CancellationToken.None);
        Assert.False(restarted.Allows("1", "somebody-new", "acme")); // The customer's.
        Assert.False(restarted.AllowsUnknown("2", "somebody-else")); // The strangers'.

        var left = options.AnswersPerHour - (await bench.EffectsAsync()).Count(row => row.State is not OutboxState.Held);
        for (var n = 0; n < left; n++) Assert.True(restarted.Allows($"r{n}", $"r{n}", $"customer{n}"));
        Assert.False(restarted.Allows("3", "somebody", "another")); // Everybody's.

        bench.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.True(restarted.Allows("4", "somebody-new", "acme"));
    }

    [Fact]
    public async Task What_was_held_counts_for_nothing_after_a_restart()
    {
        await using var bench = new Bench(Bench.Live with { ObserveOnly = true });
        await bench.TakeAsync([.. Enumerable.Range(1, 6).Select(n => Bench.Mail((uint)n))]);
        var restarted = new AnswerCaps(Bench.Live with { AnswersPerSenderPerHour = 1, AnswersPerHour = 1 }, bench.Clock);
        await restarted.RebuildAsync(bench.Store, await bench.EffectsAsync(), CancellationToken.None);
        Assert.True(restarted.Allows("1", new Pseudonyms(Bench.Master).Of(MailAddress.Parse("ada@acme.example")), "acme"));
    }

    /// <summary>Stops 4 to 6 for one mail of each sender; the rows that would be committed.</summary>
    private static async Task<List<OutboxRow>> DecideAsync(Bench bench, IEnumerable<string> senders)
    {
        var effects = new List<OutboxRow>();
        uint uid = 100;
        foreach (var from in senders)
        {
            var mail = Bench.Mail(++uid, from: from);
            var row = new IntakeRow
            {
                Key = IntakeKeys.Of(mail),
                Channel = Channel.Mail,
                ReceivedAt = Bench.Start,
                KeptAt = Bench.Start,
                ContentHash = $"{uid}",
                Size = 1,
            };
            effects.AddRange((await bench.Processor.ProcessAsync(row, Message(new Party(MailAddress.Parse(from), null)), CancellationToken.None)).NewOutbox);
        }

        return effects;
    }

    private static InboundMessage Message(Party from) => new()
    {
        Channel = Channel.Mail,
        ReceivedAt = Bench.Start,
        From = from,
        Subject = "Imprimante",
        Text = "Bonjour, l'imprimante ne fonctionne plus.",
        Body = "Bonjour, l'imprimante ne fonctionne plus.",
        Kind = MessageKind.New,
        Authentication = SenderProof.None,
    };
}
