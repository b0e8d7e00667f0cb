using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

/// <summary>RELIABILITY.md A 17: of a mail above the size cap there is the header alone.</summary>
public sealed class LargeMailTests
{
    [Fact]
    public async Task A_customers_person_is_asked_for_a_smaller_one_and_a_technician_told()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(HeaderOf(Bench.Mail(1)));

        var row = await bench.RowAsync(1);
        Assert.Equal((LedgerEnd.Quarantined, "too-large"), (row.End, row.Reason));
        var answer = await bench.AnswerToAsync(1);
        Assert.True((await Outgoing.ReadAsync(bench.Vault, answer.Key, default))!.Answer!.TooLarge);
        Assert.Contains(await bench.Store.ListOutboxAsync("", 100, default), effect => effect.Effect is Effect.AlertTechnicians { Reason: "quarantined" });
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Theory]
    [InlineData("inconnu@ailleurs.example", null)]
    [InlineData("ada@acme.example", "Auto-Submitted: auto-replied\n")]
    public async Task Strangers_and_machines_are_asked_nothing(string from, string? more)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(HeaderOf(Bench.Mail(1, from: from, more: more)));

        Assert.DoesNotContain(await bench.EffectsAsync(), effect => effect.Effect is Effect.AnswerSender or Effect.AnswerUnknownSender);
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    private static RawMail HeaderOf(RawMail mail) => mail with { Bytes = mail.Bytes[..(mail.Bytes.Span.IndexOf("\r\n\r\n"u8) + 4)], TooLarge = true };
}
