using System.Diagnostics;
using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;
using Xunit.Abstractions;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>
/// Broken mails, always the same ones: those of the corpus cut, turned over, nested and mixed. Each ends as a message that can be stored or as a
/// refusal with its reason, in good time. <c>SIONE_FUZZ_MAILS=100000</c> tries more of them, <c>SIONE_FUZZ_SEED</c> others.
/// </summary>
public sealed class MailFuzzTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void No_broken_mail_stops_the_reader()
    {
        var mails = Setting("SIONE_FUZZ_MAILS", 5_000);
        var mutations = new MailMutations(Setting("SIONE_FUZZ_SEED", 20261123), CorpusMail.Sets().SelectMany(CorpusMail.Of).Select(mail => File.ReadAllBytes(mail.Path)));
        var reader = new MailReader(new MailReaderOptions());
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < mails; i++)
        {
            var raw = mutations.Next();
            var watch = Stopwatch.StartNew();
            var reading = reader.Read(raw, Eml.ReceivedAt);
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            Assert.True(watch.Elapsed < Longest, $"mail {i}: {watch.Elapsed}");
            var end = EndOf(reading);
            ends[end] = ends.GetValueOrDefault(end) + 1;
        }

        foreach (var (end, count) in ends) output.WriteLine($"{end,-20} {count,7}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mails} mails, the slowest {slowest.TotalMilliseconds:0} ms"));
        Assert.Equal(mails, ends.Values.Sum());
        // A reader that refuses everything would pass, too.
        Assert.True(ends.GetValueOrDefault("message") > mails / 2);
        Assert.Equal(0, ends.GetValueOrDefault("parser-error"));
    }

    private static string EndOf(MailReading reading)
    {
        if (reading is MailReading.Unreadable { Reason: { Length: > 0 } reason }) return reason;
        var message = Assert.IsType<MailReading.Message>(reading).Value;
        foreach (var text in Texts(message))
        {
            Assert.DoesNotContain('\0', text);
            Assert.DoesNotContain('\r', text);
            Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        }

        Assert.True(message.Body.Length <= 60_000);
        Assert.All(message.Attachments, attachment => Assert.True(attachment.Name.Length is > 0 and <= 200 && attachment.Name.IndexOfAny(['/', '\\', '\n']) < 0));
        return "message";
    }

    private static IEnumerable<string> Texts(InboundMessage m) =>
        [m.Subject, m.Body, m.Text, m.From?.Name ?? "", m.MessageId ?? "", .. m.To.Select(p => p.Name ?? ""), .. m.Attachments.Select(a => a.Name), .. m.References];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
