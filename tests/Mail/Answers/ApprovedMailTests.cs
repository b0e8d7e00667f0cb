using MimeKit;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Mail.Answers;

namespace SiOne.Bot.Mail.Tests.Answers;

public sealed class ApprovedMailTests
{
    private static readonly AnswerRenderer Renderer = new();

    public static TheoryData<string> Answers => [.. Samples.Answers.Keys];

    public static TheoryData<string> Notices => [.. NoticeSamples.All.Keys];

    public static TheoryData<string> OwnDigests => [.. Samples.OwnDigests.Keys];

    public static TheoryData<string> Digests => [.. DigestSamples.All.Keys];

    public static TheoryData<string> Alerts => [.. Samples.Alerts.Keys];

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_in_French_reads_as_approved(string name) =>
        Check($"{name}.fr", Renderer.Render(Samples.Header, Samples.Answers[name]));

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_in_English_reads_as_approved(string name) =>
        Check($"{name}.en", Renderer.Render(Samples.Header, Samples.Answers[name] with { Language = Language.English }));

    [Theory]
    [MemberData(nameof(Notices))]
    public void A_notice_in_French_reads_as_approved(string name) =>
        Check($"{name}.fr", Renderer.Render(Samples.Header, NoticeSamples.All[name]));

    [Theory]
    [MemberData(nameof(Notices))]
    public void A_notice_in_English_reads_as_approved(string name) =>
        Check($"{name}.en", Renderer.Render(Samples.Header, NoticeSamples.All[name] with { Language = Language.English }));

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_reads_as_approved(string name) => Check(name, Renderer.Render(Samples.Header, Samples.Alerts[name]));

    [Theory]
    [MemberData(nameof(OwnDigests))]
    public void SI_ONEs_own_week_reads_as_approved(string name) => Check(name, Renderer.Render(Samples.Header, Samples.OwnDigests[name]));

    [Theory]
    [MemberData(nameof(Digests))]
    public void A_digest_in_French_reads_as_approved(string name) =>
        Check($"{name}.fr", Renderer.Render(Samples.Header, DigestSamples.Mail(DigestSamples.All[name], Language.French)));

    [Theory]
    [MemberData(nameof(Digests))]
    public void A_digest_in_English_reads_as_approved(string name) =>
        Check($"{name}.en", Renderer.Render(Samples.Header, DigestSamples.Mail(DigestSamples.All[name], Language.English)));

    [Fact]
    public void Every_kind_of_notice_has_a_sample() => Assert.Equal(
        Enum.GetValues<NoticeKind>(), NoticeSamples.All.Values.Select(notice => notice.Kind).Distinct().Order());

    [Fact]
    public void Every_approved_file_belongs_to_a_sample() =>
        Assert.Equal(
            Samples.Answers.Keys.Concat(NoticeSamples.All.Keys).Concat(DigestSamples.All.Keys).SelectMany(name => new[] { $"{name}.fr", $"{name}.en" }).Concat(Samples.Alerts.Keys).Concat(Samples.OwnDigests.Keys)
                .SelectMany(name => new[] { $"{name}.approved.txt", $"{name}.approved.html" }).Order(StringComparer.Ordinal),
            Approval.Files().Order(StringComparer.Ordinal));

    private static void Check(string name, byte[] bytes)
    {
        using var message = MimeMessage.Load(new MemoryStream(bytes));
        var text = message.TextBody!.ReplaceLineEndings("\n");
        Approval.Check($"{name}.approved.txt", $"Subject: {message.Subject}\n\n{text}");
        Approval.Check($"{name}.approved.html", message.HtmlBody!.ReplaceLineEndings("\n"));
    }
}
