using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MimeKit;
using SiOne.Bot.Mail.Answers;

namespace SiOne.Bot.Mail.Tests.Answers;

public sealed class HeaderInjectionTests
{
    private static readonly AnswerRenderer Renderer = new();

    private static readonly string[] Expected = Fields(Renderer.Render(Samples.Header, Samples.Answers["accepted-commitment"]));

    [Property(Arbitrary = [typeof(HostileText)], MaxTest = 500)]
    public void No_name_or_id_adds_a_field_or_a_recipient(Hostile name, Hostile id, Hostile greeting, Hostile customer)
    {
        var header = Samples.Header with { FromName = name.Text, InReplyTo = id.Text, References = [id.Text, name.Text] };
        Check(Renderer.Render(header, Samples.Answers["accepted-commitment"] with { Greeting = greeting.Text }));
        Check(Renderer.Render(header, NoticeSamples.All["notice-reply"] with { Greeting = greeting.Text, AskedBy = name.Text, Said = customer.Text }));
        Check(Renderer.Render(header, Samples.Alerts["alert-emergency"] with { Customer = customer.Text, Reason = name.Text }));
    }

    private static void Check(byte[] bytes)
    {
        Assert.All(bytes, octet => Assert.InRange(octet, (byte)1, (byte)127));
        Assert.Empty(Fields(bytes).Except(Expected));
        using var mail = MimeMessage.Load(new MemoryStream(bytes));
        Assert.Equal([Samples.Header.To.Value], mail.GetRecipients().Select(to => to.Address));
        Assert.Equal([Samples.Header.From.Value], mail.From.Mailboxes.Select(from => from.Address));
        Assert.Equal(2, Assert.IsType<MultipartAlternative>(mail.Body).Count);
        Assert.Equal(Samples.Header.MessageId, mail.MessageId);
    }

    private static string[] Fields(byte[] bytes)
    {
        using var mail = MimeMessage.Load(new MemoryStream(bytes));
        return [.. mail.Headers.Select(field => field.Field).Concat(mail.Body!.Headers.Select(field => field.Field))];
    }
}

public sealed record Hostile(string Text);

public static class HostileText
{
    private static readonly string[] Pieces =
    [
        "\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "Bcc: victim@y.example", "\r\n\r\n<b>", "Subject: x", ": ", "<", ">", "\"", "\\", ",", ";", "@",
        "=?utf-8?q?=0D=0ABcc:_victim=40y.example?=", "é", "😀", "\uD800", "\u202E", " ", "\t", "a@b.example", "name", "(", ")", "--=_",
    ];

    public static Arbitrary<Hostile> Texts() =>
        Gen.Elements(Pieces).ListOf().Select(pieces => new Hostile(string.Concat(pieces))).ToArbitrary();
}
