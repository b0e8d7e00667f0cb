using System.Collections.Immutable;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;
using SiOne.Bot.Understanding;

namespace SiOne.Bot.Engine.Tests.Intake;

/// <summary>While a batch is decided the next one is read, and no more: what is decided may change what the next messages mean.</summary>
public sealed class ReadAheadTests
{
    [Fact]
    public async Task The_next_messages_are_read_while_a_batch_is_decided_and_decided_after_it()
    {
        var (reader, decider) = (new CountingReader(all: 60), new HeldUnderstanding());
        await using var bench = new Bench(reader: reader, understanding: decider);
        await bench.Door.KeepAsync([.. Enumerable.Range(1, 60).Select(uid => Bench.Mail((uint)uid))], 0, CancellationToken.None);

        var first = bench.Intake.WorkOnceAsync(CancellationToken.None);
        await reader.AllRead;
        var ahead = await bench.RowAsync(60);
        Assert.Equal((1, null), (ahead.Attempts, ahead.End));
        Assert.False(first.IsCompleted);

        decider.LetGo();
        Assert.True(await first);
        Assert.Equal((LedgerEnd.Requests, null), ((await bench.RowAsync(50)).End, (await bench.RowAsync(51)).End));
        Assert.True(await bench.Intake.WorkOnceAsync(CancellationToken.None));
        Assert.False(await bench.Intake.WorkOnceAsync(CancellationToken.None));
        Assert.Equal((LedgerEnd.Requests, 1), ((await bench.RowAsync(60)).End, (await bench.RowAsync(60)).Attempts));
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task Nothing_is_begun_beside_a_message_that_failed_before()
    {
        var decider = new HeldUnderstanding();
        await using var bench = new Bench(understanding: decider);
        await bench.Door.KeepAsync([Bench.Mail(1), Bench.Mail(2)], 0, CancellationToken.None);
        foreach (var uid in new uint[] { 1, 2 })
            await bench.Store.CommitAsync(new StoreUnit { Intake = [await bench.RowAsync(uid) with { Version = 2, Attempts = 1 }] }, CancellationToken.None);

        var alone = bench.Intake.WorkOnceAsync(CancellationToken.None);
        await decider.Asked;
        await bench.Door.KeepAsync([Bench.Mail(3)], 0, CancellationToken.None);
        decider.LetGo();
        Assert.True(await alone);
        Assert.Equal((1, 0), ((await bench.RowAsync(2)).Attempts, (await bench.RowAsync(3)).Attempts));
    }

    private sealed class CountingReader(int all) : IMailReader
    {
        private readonly MailReader _real = new(new MailReaderOptions { TrustedAuthServId = "mx.msp.example" });
        private readonly TaskCompletionSource _allRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = all;

        public Task AllRead => _allRead.Task;

        public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt)
        {
            var read = _real.Read(raw, receivedAt);
            if (Interlocked.Decrement(ref _left) == 0) _allRead.SetResult();
            return read;
        }
    }

    private sealed class HeldUnderstanding : IUnderstanding
    {
        private readonly RuleBasedUnderstanding _real = new();
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public void LetGo() => _go.SetResult();

        public async ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            await _go.Task;
            return await _real.UnderstandAsync(message, cancellationToken);
        }
    }
}
