using System.Text;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Engine.Tests.Intake;

public sealed class IntakeWorkerTests
{
    [Fact]
    public async Task A_message_whose_reading_throws_is_quarantined_after_three_attempts_while_the_others_go_on()
    {
        var reader = new PoisonReader();
        await using var bench = new Bench(reader: reader);
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2, subject: "POISON"), Bench.Mail(3));

        Assert.Equal((LedgerEnd.Quarantined, "gave-up", 3), Ended(await bench.RowAsync(2)));
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(1)).End);
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(3)).End);
        Assert.Equal(3, reader.Poisonings);
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Theory]
    [InlineData(2, LedgerEnd.Requests, "requests")]
    [InlineData(3, LedgerEnd.Quarantined, MailReading.TooSlow)]
    public async Task A_mail_that_took_too_long_is_read_again_alone_and_put_aside_the_third_time(int slow, LedgerEnd end, string reason)
    {
        await using var bench = new Bench(reader: new SlowReader(slow));
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2, subject: "SLOW"));
        Assert.Equal((end, reason, 3), Ended(await bench.RowAsync(2)));
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(1)).End);
    }

    [Fact]
    public async Task A_message_that_killed_the_process_three_times_is_not_begun_again()
    {
        var reader = new PoisonReader();
        await using var bench = new Bench(reader: reader);
        await bench.Door.KeepAsync([Bench.Mail(1, subject: "POISON"), Bench.Mail(2)], 0, CancellationToken.None);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var row = await bench.RowAsync(1);
            var begun = row with { Version = row.Version + 1, Attempts = attempt };
            Assert.Equal(CommitResult.Committed, await bench.Store.CommitAsync(new StoreUnit { Intake = [begun] }, CancellationToken.None));
        }

        await bench.SettleAsync();

        Assert.Equal((LedgerEnd.Quarantined, "gave-up", 3), Ended(await bench.RowAsync(1)));
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(2)).End);
        Assert.Equal(0, reader.Poisonings);
    }

    [Fact]
    public async Task A_message_that_was_begun_before_is_begun_alone()
    {
        await using var bench = new Bench();
        await bench.Door.KeepAsync([Bench.Mail(1), Bench.Mail(2)], 0, CancellationToken.None);
        foreach (var uid in new uint[] { 1, 2 })
        {
            var row = await bench.RowAsync(uid);
            await bench.Store.CommitAsync(new StoreUnit { Intake = [row with { Version = 2, Attempts = 1 }] }, CancellationToken.None);
        }

        Assert.True(await bench.Intake.WorkOnceAsync(CancellationToken.None));
        Assert.Equal((2, 1), ((await bench.RowAsync(1)).Attempts, (await bench.RowAsync(2)).Attempts));
    }

    [Fact]
    public async Task A_spooled_message_that_was_damaged_is_quarantined()
    {
        await using var bench = new Bench();
        await bench.Door.KeepAsync([Bench.Mail(1)], 0, CancellationToken.None);
        var file = Directory.EnumerateFiles(bench.SpoolFolder, "*", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(file, "damaged");
        await bench.SettleAsync();
        Assert.Equal(LedgerEnd.Quarantined, (await bench.RowAsync(1)).End);
    }

    [Fact]
    public async Task A_mail_too_large_is_quarantined_at_once()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1) with { TooLarge = true });
        Assert.Equal((LedgerEnd.Quarantined, "too-large", 1), Ended(await bench.RowAsync(1)));
    }

    [Theory]
    [InlineData(1u, 2u)]
    [InlineData(2u, 1u)]
    public async Task The_same_mail_under_a_new_UIDVALIDITY_whether_greater_or_smaller_is_a_duplicate(uint before, uint after)
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1, id: "same@client.example", validity: before));
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await bench.TakeAsync(Bench.Mail(1, id: "same@client.example", validity: after));
        Assert.Equal(LedgerEnd.Requests, (await bench.RowAsync(1, before)).End);
        Assert.Equal((LedgerEnd.Ignored, "duplicate"), ((await bench.RowAsync(1, after)).End, (await bench.RowAsync(1, after)).Reason));
        Assert.Single(await bench.EffectsAsync());
    }

    [Fact]
    public async Task What_is_kept_of_a_message_is_sealed_and_can_be_read_back()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        var key = (await bench.RowAsync(1)).Key;
        Assert.Equal("Nouvelle adresse mail", (await KeptText.ReadAsync(bench.Vault, key, CancellationToken.None))!.Subject);
        var stored = await bench.Store.FindTextAsync(KeptText.Key(key), CancellationToken.None);
        Assert.True(stored!.Sealed.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Nouvelle")) < 0);
    }

    private static (LedgerEnd? End, string? Reason, int Attempts) Ended(IntakeRow row) => (row.End, row.Reason, row.Attempts);

    /// <summary>Takes too long the first times.</summary>
    private sealed class SlowReader(int times) : IMailReader
    {
        private readonly MailReader _real = new(new MailReaderOptions { TrustedAuthServId = "mx.msp.example" });
        private int _read;

        public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt) =>
            raw.Span.IndexOf("SLOW"u8) >= 0 && Interlocked.Increment(ref _read) <= times ? new MailReading.Unreadable(MailReading.TooSlow) : _real.Read(raw, receivedAt);
    }

    /// <summary>Breaks its promise never to throw on content.</summary>
    private sealed class PoisonReader : IMailReader
    {
        private readonly MailReader _real = new(new MailReaderOptions { TrustedAuthServId = "mx.msp.example" });
        private int _poisonings;

        public int Poisonings => _poisonings;

        public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt)
        {
            if (raw.Span.IndexOf("POISON"u8) < 0) return _real.Read(raw, receivedAt);
            Interlocked.Increment(ref _poisonings);
            throw new InvalidDataException("A defect of the reader.");
        }
    }
}
