using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Tests.Ledger;

public sealed class LedgerAuditTests
{
    [Fact]
    public async Task A_store_that_was_filled_by_the_engine_adds_up()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(
            Bench.Mail(1), Bench.Mail(2, from: "a@elsewhere.example"), Bench.Mail(3, more: "Auto-Submitted: auto-replied\n"),
            Bench.Mail(4, inReplyTo: "mail-1@client.example"), Bench.Mail(5) with { TooLarge = true });
        await bench.Door.KeepAsync([Bench.Mail(6)], 0, CancellationToken.None);
        var report = await bench.AuditAsync();
        Assert.Empty(report.Mistakes);
        Assert.True(report.AddsUp);
        Assert.Equal(new(6, 1, 1, 1, 1, 1, 1), report.Counts);
        Assert.Equal(bench.Board.Counts(), report.Counts);
        Assert.Equal(1, report.RequestsMade);
    }

    [Theory]
    [InlineData("its raw message is not in the spool")]
    [InlineData("is missing")]
    [InlineData("ended as requests, but names none")]
    [InlineData("its end has no instant")]
    [InlineData("2 answers instead of 1")]
    [InlineData("0 answers instead of 1")]
    [InlineData("its message is unknown")]
    [InlineData("its message does not name it")]
    [InlineData("folding its journal does not give its state")]
    public async Task Each_inconsistency_is_found(string mistake)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        await PlantAsync(bench, mistake);
        var report = await bench.AuditAsync();
        Assert.False(report.AddsUp);
        Assert.Contains(report.Mistakes, found => found.EndsWith(mistake, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_spooled_message_without_a_row_does_not_add_up_until_it_is_adopted()
    {
        await using var bench = new Bench();
        bench.Spool.Write(new IntakeKey("m.0123456789ab.0000000001.0000000009"), "Mail", null, Bench.Start, "x"u8);
        Assert.False((await bench.AuditAsync()).AddsUp);

        Assert.Equal(1, await new SpoolAdoption(bench.Store, bench.Spool, TimeProvider.System).RunAsync(CancellationToken.None));
        Assert.True((await bench.AuditAsync()).AddsUp);
        Assert.Equal(0, await new SpoolAdoption(bench.Store, bench.Spool, TimeProvider.System).RunAsync(CancellationToken.None));
    }

    private static async Task PlantAsync(Bench bench, string mistake)
    {
        var row = await bench.RowAsync(1);
        var changed = row with { Version = row.Version + 1 };
        var document = (await bench.Store.FindRequestAsync(row.Requests[0], CancellationToken.None))!;
        var answer = await bench.AnswerToAsync(1);
        var elsewhere = new IntakeKey("m.0123456789ab.0000000001.0000000009");
        var ended = changed with { Key = elsewhere, Mailbox = "0123456789ab", UidValidity = 1, Uid = 9, Version = 1, Requests = [], Reason = "empty", End = LedgerEnd.Ignored };
        StoreUnit? unit = mistake switch
        {
            "is missing" => new StoreUnit { Intake = [changed with { Requests = [.. row.Requests, new RequestId("01KAT2Z8W0ABCDEFGHJKMNPQRS")] }] },
            "ended as requests, but names none" => new StoreUnit { Intake = [changed with { Requests = [] }] },
            "its end has no instant" => new StoreUnit { Intake = [changed with { EndedAt = null }] },
            "2 answers instead of 1" => new StoreUnit { NewOutbox = [answer with { Key = $"{answer.Key}x", Version = 1 }] },
            "0 answers instead of 1" => new StoreUnit { NewIntake = [ended with { End = LedgerEnd.FollowUp }] },
            "its message is unknown" => new StoreUnit { NewOutbox = [answer with { Key = "x", Version = 1, Effect = new Effect.AnswerUnknownSender(elsewhere) }] },
            "its message does not name it" => new StoreUnit { Requests = [document with { Id = new RequestId("01KAT2Z8W0ABCDEFGHJKMNPQRS"), Version = 1 }] },
            "folding its journal does not give its state" =>
                new StoreUnit { Requests = [document with { Version = document.Version + 1, State = document.State with { Urgent = !document.State.Urgent } }] },
            _ => null,
        };
        if (unit is not null) Assert.Equal(CommitResult.Committed, await bench.Store.CommitAsync(unit, CancellationToken.None));
        else File.Delete(Directory.EnumerateFiles(bench.SpoolFolder, "*", SearchOption.AllDirectories).Single());
    }
}
