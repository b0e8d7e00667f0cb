using System.Collections.Immutable;
using System.Diagnostics;
using MimeKit;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Benchmarks.Runs;

/// <summary>How fast one thread reads mails, and how fast MimeKit alone parses the same bytes and decodes their texts.</summary>
/// <param name="What">Which mails.</param>
/// <param name="Mails">How many different ones.</param>
/// <param name="MedianBytes">Their median size.</param>
/// <param name="Plain">MimeKit alone.</param>
/// <param name="Reader">The reader.</param>
/// <param name="BytesEach">What the reader allocates for a mail.</param>
internal sealed record ReadingLimit(string What, int Mails, int MedianBytes, Speed Plain, Speed Reader, long BytesEach)
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(4);
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Both in turn, the same mails again and again; the first seconds are the compiler's and are not counted.</summary>
    public static ReadingLimit Measure(string what, ImmutableArray<byte[]> mails)
    {
        var reader = new MailReader(new MailReaderOptions());
        void Read(byte[] raw)
        {
            if (reader.Read(raw, Noon) is not MailReading.Message) throw new InvalidOperationException("A mail of the benchmark was refused.");
        }

        Repeat(mails, Parse, Warm);
        Repeat(mails, Read, Warm);
        var plain = Repeat(mails, Parse, Long);
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Repeat(mails, Read, Long);
        return new ReadingLimit(what, mails.Length, mails.Select(mail => mail.Length).Order().ElementAt(mails.Length / 2), plain, read, (GC.GetAllocatedBytesForCurrentThread() - before) / read.Count);
    }

    private static void Parse(byte[] raw)
    {
        using var stream = new MemoryStream(raw, writable: false);
        using var message = MimeMessage.Load(stream, persistent: true);
        _ = message.TextBody ?? message.HtmlBody;
    }

    // Whole rounds only, so that both have read the same.
    private static Speed Repeat(ImmutableArray<byte[]> mails, Action<byte[]> read, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            foreach (var mail in mails) read(mail);
            count += mails.Length;
        }

        return new Speed(count, Stopwatch.GetElapsedTime(started));
    }
}
