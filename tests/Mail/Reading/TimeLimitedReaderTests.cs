using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Mail.Tests.Reading;

public sealed class TimeLimitedReaderTests
{
    private static readonly MailReading.Message Read = new(new InboundMessage { Channel = Channel.Mail, ReceivedAt = Eml.ReceivedAt });
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void What_is_read_in_time_comes_back()
    {
        using var reader = new TimeLimitedReader(new MailReader(new MailReaderOptions()));
        for (var i = 0; i < 20; i++)
            Assert.Equal("Bonjour", Assert.IsType<MailReading.Message>(reader.Read("From: a@client.example\n\nBonjour\n"u8.ToArray(), Eml.ReceivedAt)).Value.Text);
        Assert.Equal(0, reader.Abandoned);
    }

    [Fact]
    public void A_mail_that_takes_too_long_is_left_behind_and_the_next_is_read()
    {
        using var stuck = new StuckReader();
        using var reader = new TimeLimitedReader(stuck, Soon, 2);
        Assert.Equal(new MailReading.Unreadable("too-slow"), reader.Read(StuckReader.Slow, Eml.ReceivedAt));
        Assert.Equal(1, reader.Abandoned);
        Assert.Same(Read, reader.Read(new byte[1], Eml.ReceivedAt));
    }

    [Fact]
    public void Only_so_many_are_left_behind_until_one_ends()
    {
        using var stuck = new StuckReader();
        using var reader = new TimeLimitedReader(stuck, Soon, 2);
        for (var i = 0; i < 2; i++) Assert.IsType<MailReading.Unreadable>(reader.Read(StuckReader.Slow, Eml.ReceivedAt));
        Assert.Throws<InvalidOperationException>(() => reader.Read(new byte[1], Eml.ReceivedAt));
        stuck.Free();
        Assert.True(SpinWait.SpinUntil(() => reader.Abandoned == 0, TimeSpan.FromSeconds(10)));
        Assert.Same(Read, reader.Read(new byte[1], Eml.ReceivedAt));
    }

    [Fact]
    public void A_failure_comes_out_as_itself()
    {
        using var reader = new TimeLimitedReader(new FailingReader());
        for (var i = 0; i < 3; i++) Assert.Throws<IOException>(() => reader.Read(new byte[1], Eml.ReceivedAt));
    }

    [Fact]
    public async Task Many_threads_share_it()
    {
        using var reader = new TimeLimitedReader(new MailReader(new MailReaderOptions()));
        var texts = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(() =>
            ((MailReading.Message)reader.Read(System.Text.Encoding.UTF8.GetBytes($"From: a@client.example\n\nBonjour {n}\n"), Eml.ReceivedAt)).Value.Text)));
        Assert.Equal(Enumerable.Range(0, 64).Select(n => $"Bonjour {n}"), texts);
    }

    // Never ends a mail of two bytes until it is freed.
    private sealed class StuckReader : IMailReader, IDisposable
    {
        public static readonly byte[] Slow = new byte[2];
        private readonly ManualResetEventSlim _free = new();

        public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt)
        {
            if (raw.Length == Slow.Length) _free.Wait();
            return TimeLimitedReaderTests.Read;
        }

        public void Free() => _free.Set();

        public void Dispose() => _free.Set();
    }

    private sealed class FailingReader : IMailReader
    {
        public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt) => throw new IOException();
    }
}
