using System.Globalization;
using MimeKit;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;
using Xunit.Abstractions;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>Mails as French clients make them, against what a person reads in them. Every set of <c>tests/Corpus</c> has its floor.</summary>
public sealed class FrenchCorpusTests(ITestOutputHelper output)
{
    private static readonly MailReader Reader = new(new MailReaderOptions());

    /// <summary>The sets found.</summary>
    public static TheoryData<string> Sets => [.. CorpusMail.Sets()];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Mails_of_every_client_are_read_as_a_person_reads_them(string set)
    {
        var score = new SortedDictionary<string, (int Held, int All)>(StringComparer.Ordinal);
        foreach (var mail in CorpusMail.Of(set))
        {
            var wrong = Differences(mail, Reader.Read(File.ReadAllBytes(mail.Path), Eml.ReceivedAt)).ToList();
            foreach (var difference in wrong) output.WriteLine($"  {Path.GetFileName(mail.Path)}  {difference}");
            var (held, all) = score.GetValueOrDefault(mail.Client);
            score[mail.Client] = (held + (wrong.Count == 0 ? 1 : 0), all + 1);
        }

        foreach (var (client, (held, all)) in score) output.WriteLine($"{client,-16} {held,4} of {all,4}");
        var (right, total) = (score.Values.Sum(s => s.Held), score.Values.Sum(s => s.All));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set,-16} {right,4} of {total,4}  {100.0 * right / total:0.0} %"));
        // Those that were written without sight of the code are as new to it as the next customer's.
        var (floor, least) = (set.StartsWith("blind", StringComparison.Ordinal) ? 90 : 98, set is "tuned" ? 170 : 60);
        Assert.True(total >= least, $"{set}: {total} mails");
        Assert.True(100 * right >= floor * total, $"{set}: {right} of {total}");
    }

    /// <summary>Relays drop one version of a mail, and some clients send one alone.</summary>
    [Theory]
    [InlineData("html")]
    [InlineData("plain")]
    public void Either_version_alone_is_read_the_same(string version)
    {
        var (right, total) = (0, 0);
        foreach (var mail in CorpusMail.Sets().Where(set => set.StartsWith("tuned", StringComparison.Ordinal)).SelectMany(CorpusMail.Of).Where(mail => mail.Flags.IsEmpty))
        {
            if (Alone(mail.Path, version) is not { } raw) continue;
            total++;
            var wrong = Differences(mail with { Attachments = [] }, Reader.Read(raw, Eml.ReceivedAt)).ToList();
            if (wrong.Count == 0) right++;
            else output.WriteLine($"  {Path.GetFileName(mail.Path)}  {string.Join("; ", wrong)}");
        }

        output.WriteLine($"{version,-16} {right,4} of {total,4}");
        Assert.True(total > 100 && 100 * right >= 98 * total, $"{version}: {right} of {total}");
    }

    private static byte[]? Alone(string path, string version)
    {
        using var message = MimeMessage.Load(path);
        if (message.Body is TextPart || message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", version) && part.FileName is null) is not { } text) return null;
        message.Body = text;
        using var raw = new MemoryStream();
        message.WriteTo(raw);
        return raw.ToArray();
    }

    private static IEnumerable<string> Differences(CorpusMail mail, MailReading reading)
    {
        if (reading is not MailReading.Message { Value: var message })
        {
            yield return $"unreadable: {((MailReading.Unreadable)reading).Reason}";
            yield break;
        }

        if (KindId(message.Kind) != mail.Kind) yield return $"kind: {KindId(message.Kind)}";
        if (mail.From is { } from && message.From?.Address.Value != from) yield return $"from: {message.From?.Address.Value}";
        if (!mail.Attachments.All(name => message.Attachments.Any(a => a.Name == name))) yield return $"attachments: {string.Join(", ", message.Attachments.Select(a => a.Name))}";
        if (!mail.Flags.SequenceEqual(message.Flags.Ids())) yield return $"flags: {string.Join(", ", message.Flags.Ids())}";
        if (mail.Forward is { } author && !message.Text.Contains(author, StringComparison.Ordinal)) yield return $"whose words: not {author}";
        var forward = mail.Forward is not null;
        if (mail.Text is { } text && CorpusMail.Compared(message.Text, forward) is var got && got != CorpusMail.Compared(forward ? CorpusMail.WithoutDatesAndRecipients(text) : text, forward))
            yield return $"text: {got}";
    }

    private static string KindId(MessageKind kind) => kind is MessageKind.AutoReply ? "auto-reply" : kind.ToString().ToLowerInvariant();
}
