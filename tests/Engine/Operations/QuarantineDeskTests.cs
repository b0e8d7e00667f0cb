using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Engine.Tests.Operations;

public sealed class QuarantineDeskTests
{
    [Fact]
    public async Task What_could_not_be_read_is_read_again_with_all_attempts_once_the_cause_is_gone()
    {
        var reader = new MendedReader();
        await using var bench = new Bench(reader: reader);
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2, subject: "POISON"));
        var key = IntakeKeys.Of(Bench.Mail(2));
        Assert.Equal([key], (await bench.Quarantine.ListAsync(CancellationToken.None).ToListAsync()).Select(row => row.Key));

        reader.IsMended = true;
        Assert.Equal(ReplayOutcome.Replayed, await bench.Quarantine.ReplayAsync(key, "camille", CancellationToken.None));
        Assert.Equal((0, null), ((await bench.RowAsync(2)).Attempts, (await bench.RowAsync(2)).End));
        await bench.SettleAsync();

        var row = await bench.RowAsync(2);
        Assert.Equal((LedgerEnd.Requests, 1, 1), (row.End, row.Attempts, row.Requests.Length));
        Assert.Equal(OutboxState.Waiting, (await bench.AnswerToAsync(2)).State);
        Assert.True((await bench.AuditAsync()).AddsUp);
        Assert.Contains("\"who\":\"camille\",\"act\":\"quarantine-replay\"", await File.ReadAllTextAsync(bench.JournalPath), StringComparison.Ordinal);
        Assert.Equal(ReplayOutcome.NotQuarantined, await bench.Quarantine.ReplayAsync(key, "camille", CancellationToken.None));
    }

    [Fact]
    public async Task What_is_read_again_after_more_than_a_day_is_answered_by_nobody_but_a_technician()
    {
        var reader = new MendedReader();
        await using var bench = new Bench(reader: reader);
        await bench.TakeAsync(Bench.Mail(1, subject: "POISON"));
        reader.IsMended = true;
        bench.Clock.Advance(TimeSpan.FromHours(25));
        await bench.Quarantine.ReplayAsync(IntakeKeys.Of(Bench.Mail(1)), "camille", CancellationToken.None);
        await bench.SettleAsync();

        Assert.Equal((OutboxState.Held, "message-too-old"), ((await bench.AnswerToAsync(1)).State, (await bench.AnswerToAsync(1)).Reason));
    }

    [Fact]
    public async Task What_still_cannot_be_read_comes_back_and_alerts_nobody_twice()
    {
        await using var bench = new Bench(reader: new MendedReader());
        await bench.TakeAsync(Bench.Mail(1, subject: "POISON"));
        await bench.Quarantine.ReplayAsync(IntakeKeys.Of(Bench.Mail(1)), "camille", CancellationToken.None);
        await bench.SettleAsync();

        Assert.Equal((LedgerEnd.Quarantined, 3), ((await bench.RowAsync(1)).End, (await bench.RowAsync(1)).Attempts));
        Assert.Single(await bench.Store.AllOutboxAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task What_is_gone_or_unknown_is_not_put_back_and_not_written_down()
    {
        await using var bench = new Bench(reader: new MendedReader());
        await bench.TakeAsync(Bench.Mail(1, subject: "POISON"));
        var key = IntakeKeys.Of(Bench.Mail(1));
        bench.Spool.Destroy(key, Bench.Start);

        Assert.Equal(ReplayOutcome.RawGone, await bench.Quarantine.ReplayAsync(key, "camille", CancellationToken.None));
        Assert.Equal(RawState.Missing, (await bench.Quarantine.FindAsync(key, CancellationToken.None))!.Value.Raw);
        Assert.Equal(ReplayOutcome.NoSuchMessage, await bench.Quarantine.ReplayAsync(new IntakeKey("m.x"), "camille", CancellationToken.None));
        Assert.False(File.Exists(bench.JournalPath));
    }

    /// <summary>The real reader, but for a fault that is repaired later.</summary>
    private sealed class MendedReader : IMailReader
    {
        private readonly MailReader _reader = new(new MailReaderOptions { OwnAddresses = [Bench.Live.SupportAddress], TrustedAuthServId = "mx.msp.example" });

        public bool IsMended { get; set; }

        public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt) =>
            IsMended || raw.Span.IndexOf("POISON"u8) < 0 ? _reader.Read(raw, receivedAt) : throw new InvalidOperationException("A fault of the reader.");
    }
}
