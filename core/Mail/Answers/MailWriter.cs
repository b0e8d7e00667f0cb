using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Mail.Answers;

/// <summary>Writes a mail of two alternatives, as bytes in ASCII alone. Nothing in it is drawn by lot, so the same mail gives the same bytes.</summary>
internal static class MailWriter
{
    // RFC 5322 names no limit; beyond this a chain only grows the header.
    private const int MaxReferences = 100;

    // An id must fit on a line of 998 characters (RFC 5322, 2.1.1) with room for its field.
    private const int MaxMessageId = 900;

    // Atoms, dots, at signs, domain literals (RFC 5322, 3.6.4), colon and slash: no quotes, comments, brackets or spaces.
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.@[]:");

    private static readonly FormatOptions Wire = new() { NewLineFormat = NewLineFormat.Dos, International = false };

    /// <summary>What the HTML calls the one image of a mail.</summary>
    public static string ContentId(MailHeader header) => $"image.{Digest(header.MessageId)}@{header.From.Domain}";

    /// <summary>The bytes.</summary>
    /// <param name="header">From whom, to whom, when.</param>
    /// <param name="subject">The subject line.</param>
    /// <param name="autoSubmitted">RFC 3834's word.</param>
    /// <param name="language">The language's tag.</param>
    /// <param name="body">The two alternatives.</param>
    /// <param name="image">An image that the HTML shows; null for none.</param>
    /// <param name="unsubscribe">Where one POST leaves (RFC 8058); null for mails that nobody subscribes to.</param>
    public static byte[] Write(
        MailHeader header, string subject, string autoSubmitted, string language, (string Text, string Html) body, InlineImage? image = null,
        Uri? unsubscribe = null)
    {
        if (!IsMessageId(header.MessageId)) throw new ArgumentException("The Message-ID cannot be written in a header.", nameof(header));
        if (!Ascii.IsValid(LocalPart(header.From.Value)) || !Ascii.IsValid(LocalPart(header.To.Value)))
            throw new ArgumentException("An address needs SMTPUTF8 (RFC 6531), which is not spoken here.", nameof(header));
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(Encoding.UTF8, header.FromName, header.From.Value));
        message.To.Add(new MailboxAddress(Encoding.UTF8, null, header.To.Value));
        message.Subject = subject;
        message.Date = header.Date;
        message.MessageId = header.MessageId;
        Thread(message, header);
        // RFC 3834, 5: no automaton answers it; the second field is the same word to Exchange.
        message.Headers.Add(HeaderId.AutoSubmitted, autoSubmitted);
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (unsubscribe is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Body = new MultipartAlternative { Part("plain", body.Text), WithImage(Part("html", body.Html), image, header.MessageId) };
        message.Body.Headers.Add(HeaderId.ContentLanguage, language);
        ((Multipart)message.Body).Boundary = Boundary(header.MessageId);
        using var bytes = new MemoryStream();
        message.WriteTo(Wire, bytes);
        return bytes.ToArray();
    }

    private static void Thread(MimeMessage message, MailHeader header)
    {
        // These ids were written by strangers: what is not an id is left out.
        var chain = header.References.Where(IsMessageId).ToList();
        if (header.InReplyTo is { } parent && IsMessageId(parent))
        {
            // The typed setter refuses ids that clients in use do write ("a@b@c", "[x"); the characters are checked above.
            message.Headers.Replace(HeaderId.InReplyTo, $"<{parent}>");
            chain.Remove(parent);
            chain.Add(parent);
        }

        // The first one names the thread, the last ones the place in it.
        foreach (var id in chain.Count <= MaxReferences ? chain : [chain[0], .. chain[^(MaxReferences - 1)..]])
            message.References.Add(id);
    }

    private static bool IsMessageId(string id) => id.Length is > 0 and <= MaxMessageId && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    private static ReadOnlySpan<char> LocalPart(string address) => address.AsSpan(0, address.LastIndexOf('@'));

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    /// <summary>RFC 2387: the HTML first, and what it shows beside it.</summary>
    private static MimeEntity WithImage(TextPart html, InlineImage? image, string messageId)
    {
        if (image is null) return html;
        var png = new MimePart("image", "png")
        {
            ContentId = image.ContentId,
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline),
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(image.Png)),
        };
        var related = new MultipartRelated { html, png };
        related.Boundary = Boundary(messageId) + ".r";
        return related;
    }

    // "=_" cannot appear in quoted-printable or base64, so no body can hold the boundary.
    private static string Boundary(string messageId) => "=_" + Digest(messageId);

    private static string Digest(string messageId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)).AsSpan(0, 16));
}

/// <summary>An image that a mail carries and its HTML shows.</summary>
/// <param name="ContentId">Its name, without angle brackets.</param>
/// <param name="Png">Its bytes.</param>
internal sealed record InlineImage(string ContentId, byte[] Png);
