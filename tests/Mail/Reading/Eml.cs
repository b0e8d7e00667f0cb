using System.Text;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>Small mails as text, and what the reader makes of them.</summary>
internal static class Eml
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 11, 23, 14, 10, 0, TimeSpan.FromHours(1));

    public static MailReading Reading(string eml, MailReaderOptions? options = null) =>
        Reading(Encoding.UTF8.GetBytes(eml.ReplaceLineEndings("\r\n")), options);

    public static MailReading Reading(byte[] raw, MailReaderOptions? options = null) =>
        new MailReader(options ?? new MailReaderOptions()).Read(raw, ReceivedAt);

    public static InboundMessage Read(string eml, MailReaderOptions? options = null) =>
        Assert.IsType<MailReading.Message>(Reading(eml, options)).Value;

    public static InboundMessage Read(byte[] raw) => Assert.IsType<MailReading.Message>(Reading(raw)).Value;

    public static string Refused(string eml, MailReaderOptions? options = null) =>
        Assert.IsType<MailReading.Unreadable>(Reading(eml, options)).Reason;

    public static string Refused(byte[] raw) => Assert.IsType<MailReading.Unreadable>(Reading(raw)).Reason;

    /// <summary>A plain mail with this text.</summary>
    public static string Plain(string text, string subject = "Demande", string headers = "") =>
        $"From: Julie Martin <julie@client.example>\nTo: support@msp.example\nSubject: {subject}\n{headers}MIME-Version: 1.0\n"
        + $"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}";

    /// <summary>An HTML mail with this body.</summary>
    public static string Html(string html, string subject = "Demande") =>
        Plain($"<html><body>{html}</body></html>", subject).Replace("text/plain", "text/html", StringComparison.Ordinal);
}
