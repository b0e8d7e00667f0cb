using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Mail.Answers;

/// <summary>Answers and alerts as mails: the words of the domain, laid out by the embedded templates. An alert goes to a mailbox, whose reader is not known: it is French. Safe for use by several threads at once.</summary>
public sealed class AnswerRenderer : IAnswerRenderer
{
    private readonly Templates _templates = Templates.Shared;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The header's Message-ID is none, or an address has a local part beyond ASCII. The message quotes neither.</exception>
    public byte[] Render(MailHeader header, Answer answer) => Write(header, answer.Say(), "auto-replied");

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The header's Message-ID is none, or an address has a local part beyond ASCII. The message quotes neither.</exception>
    public byte[] Render(MailHeader header, Notice notice) => Write(header, notice.Say(), "auto-generated");

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The header's Message-ID is none, or an address has a local part beyond ASCII. The message quotes neither.</exception>
    public byte[] Render(MailHeader header, TechnicianAlert alert)
    {
        var words = alert.Say(Language.French);
        return MailWriter.Write(
            header, words.Subject, "auto-generated", MailLanguage.Tag(words.Language), _templates.Alert(new AlertView(words)));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The header's Message-ID is none, or an address has a local part beyond ASCII. The message quotes neither.</exception>
    public byte[] Render(MailHeader header, SentDigest digest)
    {
        var words = digest.Facts.Say(digest.Language, digest.Name, request => digest.Links.GetValueOrDefault(request.Value));
        var chart = words.Chart is { } drawn ? new InlineImage(MailWriter.ContentId(header), WeeksChart.Draw(drawn.Weeks)) : null;
        return MailWriter.Write(
            header, words.Subject, "auto-generated", MailLanguage.Tag(words.Language),
            _templates.Digest(DigestView.Of(words, header.From.Value, chart is null ? null : $"cid:{chart.ContentId}", digest.SubscriptionAt)), chart, digest.SubscriptionAt);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The header's Message-ID is none, or an address has a local part beyond ASCII. The message quotes neither.</exception>
    public byte[] Render(MailHeader header, OwnDigest digest)
    {
        var words = digest.Say(Language.French);
        return MailWriter.Write(header, words.Subject, "auto-generated", MailLanguage.Tag(words.Language), _templates.OwnDigest(new OwnDigestView(words)));
    }

    /// <summary>SI-ONE's own digest as its technicians would read it, to be looked at: the plain text, and the HTML.</summary>
    public (string Text, string Html) Preview(OwnDigest digest) => _templates.OwnDigest(new OwnDigestView(digest.Say(Language.French)));

    /// <summary>A digest as it would be read, to be looked at: the plain text, and the HTML with its chart inside.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="support">The support address.</param>
    public (string Text, string Html) Preview(SentDigest digest, MailAddress support)
    {
        var words = digest.Facts.Say(digest.Language, digest.Name, request => digest.Links.GetValueOrDefault(request.Value));
        var chart = words.Chart is { } drawn ? $"data:image/png;base64,{Convert.ToBase64String(WeeksChart.Draw(drawn.Weeks))}" : null;
        return _templates.Digest(DigestView.Of(words, support.Value, chart, digest.SubscriptionAt));
    }

    private byte[] Write(MailHeader header, WordedAnswer words, string autoSubmitted) => MailWriter.Write(
        header, words.Subject, autoSubmitted, MailLanguage.Tag(words.Language), _templates.Answer(AnswerView.Of(words, header.From.Value)));
}
